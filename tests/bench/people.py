"""Whom the bench measures with: the list of someone whose cancer has grown, and its whole pack."""

from prep.bank.loader import load
from prep.checklist.checklist import Checklist
from prep.checklist.pack import Extent, Pack
from prep.export import formats
from prep.paths import QUESTIONS
from tests.paper import ADDRESS, ANN, ENGLISH, LATER, checklist

BANK = load(QUESTIONS)
LIST = checklist(BANK, LATER, ANN)
PACK = Pack(Extent.EVERYTHING)


def drawn(pack: Pack = PACK, of: Checklist = LIST) -> str:
    """Return the pack of a list as it goes to the engine."""
    kept = []

    def keep(html: str, *_size: object) -> bytes:
        kept.append(html)
        return b""

    formats.to_pdf(formats.PrintJob(of, ENGLISH, pack, ADDRESS), keep)
    return kept[0]


def page(pack: Pack = PACK) -> str:
    """Return the pack as a page that needs no other file."""
    return formats.to_html(formats.PrintJob(LIST, ENGLISH, pack, ADDRESS))
