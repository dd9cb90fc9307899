"""Parses which parts of the pack the patient wants on paper, and in which size."""

from collections.abc import Iterator

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.bank.models import Part
from prep.checklist.pack import Pack, Paper, PrintSize
from prep.i18n import noop as _

PARTS = "pack_part"
SHOWN = "pack_shown"
"""Sent along with the choice of parts, so that no part is different from no choice."""

PAPER = "pack_paper"
PRINT = "pack_print"

NO_SUCH_CHOICE = _("We do not know this part of the pack, size of paper or size of print.")


def wanted(sent: MultiDict[str, str], suggested: frozenset[Part], paper: Paper = Paper.LETTER) -> Pack:
    """Return what was asked for; where nothing was, the parts that are `suggested` and the usual size of `paper`.

    Raises:
        BadRequest: a part or size is none of ours.
    """
    try:
        parts = frozenset(Part(part) for part in sent.getlist(PARTS)) if SHOWN in sent else suggested
        return Pack(parts, Paper(sent.get(PAPER, paper.value)), PrintSize(sent.get(PRINT, PrintSize.STANDARD.value)))
    except ValueError as error:
        raise BadRequest(NO_SUCH_CHOICE) from error


def fields(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield the names and values that ask for the pack, so that the next page can carry them on."""
    yield SHOWN, "yes"
    yield from ((PARTS, part.value) for part in Part if part in pack.parts)
    yield PAPER, pack.paper.value
    yield PRINT, pack.print_size.value
