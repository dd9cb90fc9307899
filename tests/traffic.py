"""Requests of every kind, as people, clinics, programs and strangers send them, byte by byte."""

import json
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice
from urllib.parse import urlencode

from prep.api.examples import examples
from prep.bank.loader import load
from prep.checklist.answers import Answers
from prep.checklist.changes import Changes
from prep.checklist.pack import Pack
from prep.checklist.saved_list import SavedList
from prep.export.formats import PrintJob, to_pdf
from prep.paths import QUESTIONS
from prep.pdf.worker import render_here
from tests.paper import ENGLISH, LATER, checklist
from tests.visit_lists import list_of

FORM, JSON, FHIR, CSV = (
    "application/x-www-form-urlencoded",
    "application/json",
    "application/fhir+json",
    "text/csv",
)
ANSWERS = [*((field, value) for field, (value,) in LATER.items()), ("printed_name", "Ann Lee")]
TOO_LARGE = b"x=" + b"a" * 1_200_000
BUSY = 503
"""What may be said to whoever wants a PDF while many do."""


@dataclass(frozen=True)
class Sent:
    """A request as it goes over the wire, and the status of its answer."""

    what: str
    request: bytes
    status: int


def sent(what: str, path: str, body: bytes = b"", kind: str = "", status: int = 200, **headers: str) -> Sent:
    lines = [f"{'POST' if kind else 'GET'} {path} HTTP/1.1", "Host: localhost", "Connection: close"]
    lines += [f"Content-Type: {kind}", f"Content-Length: {len(body)}"] if kind else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return Sent(what, "\r\n".join([*lines, "", ""]).encode() + body, status)


def filled_in(**more: str) -> bytes:
    return urlencode([*ANSWERS, *more.items()]).encode()


def file_of(name: str, content: bytes) -> tuple[bytes, str]:
    """Return a form with a chosen file, as browsers send it, and its type."""
    head = f'--q7z\r\nContent-Disposition: form-data; name="{name}"; filename="visit.pdf"\r\n\r\n'
    return head.encode() + content + b"\r\n--q7z--\r\n", "multipart/form-data; boundary=q7z"


@cache
def earlier_list() -> bytes:
    """Return a PDF that carries its list."""
    made = checklist(load(QUESTIONS), LATER)
    kept = SavedList.of(made, Answers.of(LATER), Changes(), Pack(), "en")
    return to_pdf(PrintJob(made, ENGLISH, Pack(), kept=kept), render_here)


def kinds() -> Mapping[str, Sent]:
    """Return a request of each kind, by its name."""
    posted = {name: json.dumps(example).encode() for name, example in examples(load(QUESTIONS)).items()}
    api = "/api/v1"
    every = (
        sent("form", "/en/"),
        sent("list", "/en/checklist", filled_in(), FORM),
        sent("list edited", "/en/checklist", filled_in(words_new="May I record our talk?", edit="write"), FORM),
        sent("text", "/en/checklist", filled_in(format="txt"), FORM),
        sent("PDF", "/en/checklist", filled_in(format="pdf", pack_extent="page"), FORM),
        sent("file", "/static/screen.css"),
        sent("page", "/en/privacy"),
        sent("batch page", "/en/batch"),
        sent("batch", "/en/batch", list_of(3, broken=0), CSV),
        sent("batch with mistakes only", "/en/batch", b"stage\nlove\n", CSV, 422),
        sent("earlier list", "/en/earlier", *file_of("earlier_file", earlier_list())),
        sent("earlier PDF without a list", "/en/earlier", *file_of("earlier_file", b"%PDF-1.7 none"), status=422),
        sent("fields", f"{api}/fields"),
        sent("questions", f"{api}/questions", posted["questions"], JSON),
        sent("API list", f"{api}/checklist", posted["checklist"], JSON),
        sent("API PDF", f"{api}/checklist.pdf", posted["checklist_pdf"], JSON),
        sent("Questionnaire", f"{api}/fhir/Questionnaire"),
        sent("QuestionnaireResponse", f"{api}/fhir/QuestionnaireResponse", posted["fhir_checklist"], FHIR),
        sent("no JSON", f"{api}/checklist", b"[" * 3000, JSON, 400),
        sent("JSON that does not fit", f"{api}/checklist", b'{"answers": {"stage": 7}}', JSON, 422),
        sent("no UTF-8", "/en/checklist", b"printed_name=%ff%fe", FORM, 400),
        sent("no form", "/en/checklist", b"{}", JSON, 415),
        sent("too large", "/en/checklist", TOO_LARGE, FORM, 413),
        sent("from elsewhere", "/en/checklist", filled_in(), FORM, 403, Origin="https://evil.example"),
        sent("nowhere", "/wp-login.php", status=404),
        Sent("no HTTP", b"GET /en/ HTTP/9.9 Quux\r\n\r\n", 400),
    )
    return {one.what: one for one in every}


MIX = (
    *("form", "list", "form", "list edited", "form", "list", "nowhere", "form", "list", "fields"),
    *("form", "text", "form", "no HTTP", "questions", "batch page", "no UTF-8", "PDF", "form", "list"),
    *("form", "from elsewhere", "API list", "form", "list", "form", "page", "file", "no JSON", "list"),
    *(
        "form",
        "list",
        "form",
        "Questionnaire",
        "earlier list",
        "no form",
        "batch with mistakes only",
        "API PDF",
        "form",
        "list",
    ),
    *(
        "form",
        "list",
        "QuestionnaireResponse",
        "JSON that does not fit",
        "earlier PDF without a list",
        "list",
        "too large",
        "form",
        "PDF",
    ),
    "batch",
)
"""Fifty requests as they may come: mostly pages, some PDFs, and what has to be refused."""


def mixed(count: int) -> Iterator[Sent]:
    """Give so many requests, in the order of the mix."""
    every = kinds()
    return (every[what] for what in islice(cycle(MIX), count))


def answer(port: int, asked: Sent) -> tuple[int, bytes]:
    """Send a request, and return the status and the whole answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=180) as connection:
        received = b""
        try:
            connection.sendall(asked.request)
            while piece := connection.recv(65_536):
                received += piece
        except (BrokenPipeError, ConnectionResetError):
            pass  # what is too large is refused before it is read
    return int(received[9:12] or b"0"), received
