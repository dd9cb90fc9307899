"""Whatever is sent, the answer is a page as every other: `make fuzz` sends 100,000 requests, this a few of them.

PDFs are made by a stand-in: how long a real one takes is tested with the engine.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from prep.app import create_app
from prep.bank.bank import Bank
from prep.bank.loader import load
from prep.paths import QUESTIONS
from prep.pdf.maker import DirectMaker
from prep.settings import Settings
from tests.conftest import BANKS
from tests.fuzz import Sent, check, requests

REQUESTS = int(os.environ.get("FUZZ_REQUESTS", "150"))
PATHS = [
    "/", "/en/", "/en/checklist", "/en/checklist", "/en/take", "/en/privacy", "/en/sources", "/en/cleared", "/xx/",
    "/en/earlier", "/static/screen.css", "/static/", "/forget.svg", "/robots.txt", "/healthz", "/readyz",
    "/favicon.ico",
    "/api/v1/", "/api/v1/bank", "/api/v1/fields/side", "/api/v1/questions", "/api/v1/checklist",
    "/api/v1/checklist.pdf", "/api/v1/fhir/QuestionnaireResponse",
]  # fmt: skip


def fields(bank: Bank) -> dict[str, list[str]]:
    """Return every field that the pages of the bank send, with values that they could send."""
    questions = [question.id for question in bank.questions[:8]]
    pressed = [
        f"{verb} {question}" for verb in ("add", "drop", "star", "up", "down", "reword") for question in questions
    ]
    return {field.id: [option.id for option in field.options] for field in bank.fields} | {
        "list_for": ["patient", "helper"], "printed_name": ["Ann"], "printed_with": ["Dr. Lee"],
        "printed_date": ["2026-11-24"],
        "list_do": pressed, "list_changes": ["{}"], "list_earlier": ["[]", "{}"], "list_place": ["100"],
        "as_is": ["yes"],
        "pack_extent": ["notes"], "pack_about": ["off"], "pack_paper": ["letter", "a4"],
        "pack_size": ["large"],
        "format": ["pdf", "txt", "ics"], "change_to": [f"{bank.fields[0].id}.{bank.fields[0].options[0].id}"],
    } | {f"words_{question}": ["Why?"] for question in questions}  # fmt: skip


def served(bank: Bank):
    """Return an application whose PDFs cost nothing."""
    app = create_app(Settings(), bank, pdf=DirectMaker(lambda *_order: b"%PDF-"))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


SMALL, REAL = load(BANKS / "small.yaml"), load(QUESTIONS)
APPS = {"small": (served(SMALL), fields(SMALL)), "real": (served(REAL), fields(REAL))}


@pytest.mark.parametrize(("name", "part"), [("small", 0.8), ("real", 0.2)])
def test_whatever_is_sent_the_answer_is_as_every_other(name, part):
    app, known = APPS[name]

    @settings(
        max_examples=round(REQUESTS * part), deadline=None, database=None,
        phases=[Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(requests(known, PATHS))
    def one(sent: Sent) -> None:
        check(app, sent)

    one()


def test_the_check_finds_what_it_is_for():
    app = served(SMALL)
    app.add_url_rule("/fault", "fault", lambda: 1 / 0)
    app.add_url_rule("/echo", "echo", lambda: "<q7z>")
    app.add_url_rule("/untidy", "untidy", lambda: "<p>No page")
    for path in (b"/fault", b"/echo", b"/untidy"):
        with pytest.raises(Exception):  # noqa: B017, PT011  # each in its own way
            check(app, Sent("GET", path))
