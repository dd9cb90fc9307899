"""Writes a checklist out: as a sheet in HTML or PDF, as plain text, or as JSON."""

import json
from dataclasses import asdict
from urllib.parse import quote

from prep.checklist import Checklist
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.lines import ExplainedTerm, Line
from prep.pack import Pack
from prep.paths import STATIC
from prep.pdf import render
from prep.templating import draw

SUBJECT = _("Questions for my visit")


def to_html(checklist: Checklist, translator: Translator) -> str:
    """Return the sheet as one page that needs no other file."""
    style = (STATIC / "sheet.css").read_text(encoding="utf-8")
    return draw("sheet.html", translator, checklist=checklist, style=style)


def to_pdf(checklist: Checklist, translator: Translator, pack: Pack, address: str | None) -> bytes:  # noqa: ARG001
    """Return the sheet as an accessible PDF."""
    return render(draw("sheet.html", translator, checklist=checklist, style=None), pack.paper)


def to_text(checklist: Checklist, translator: Translator) -> str:
    """Return the list as plain text, to be copied or sent."""
    return draw("sheet.txt", translator, checklist=checklist) + "\n"


def to_mail(checklist: Checklist, translator: Translator) -> str:
    """Return an address that opens the reader's own e-mail program with the list in it; no server sees it."""
    subject = quote(translator.gettext(SUBJECT))
    body = quote(to_text(checklist, translator).strip().replace("\n", "\r\n"))
    return f"mailto:?subject={subject}&body={body}"


def to_json(checklist: Checklist) -> str:
    """Return the list as JSON: `page_one` by importance, and `questions`, which holds all that apply."""
    document = {
        "bank_version": checklist.bank_version,
        "sources_last_checked": checklist.last_checked.isoformat(),
        "page_one": [_question(line) for line in checklist.page_one],
        "questions": [_question(line) for line in checklist.questions],
        "notices": list(checklist.notices),
        "terms": [_term(term) for term in checklist.terms],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _question(line: Line) -> dict[str, object]:
    return asdict(line) | {"terms": [term.id for term in line.terms]}


def _term(term: ExplainedTerm) -> dict[str, object]:
    return asdict(term)
