"""Parses how much of the pack the patient wants on paper, what it tells of them, and in which size."""

from collections.abc import Iterator

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.checklist.pack import AboutMeLine, Extent, Pack, Paper, PrintSize
from prep.i18n import noop as _

EXTENT = "pack_extent"
ABOUT_ME = "pack_about"
PAPER = "pack_paper"
PRINT = "pack_print"

USUAL = Pack()

NO_SUCH_CHOICE = _("We do not know this choice of what to print, size of paper or size of print.")


def wanted(sent: MultiDict[str, str], paper: Paper = USUAL.paper) -> Pack:
    """Return what was asked for; where nothing was, the sheet to hand over in the usual size of `paper`.

    Raises:
        BadRequest: a choice is none of ours.
    """
    try:
        return Pack(
            Extent(sent.get(EXTENT, USUAL.extent.value)),
            AboutMeLine(sent.get(ABOUT_ME, USUAL.about_me.value)),
            Paper(sent.get(PAPER, paper.value)),
            PrintSize(sent.get(PRINT, USUAL.print_size.value)),
        )
    except ValueError as error:
        raise BadRequest(NO_SUCH_CHOICE) from error


def fields(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield the names and values that ask for the pack, so that the next page can carry them on."""
    yield EXTENT, pack.extent.value
    yield ABOUT_ME, pack.about_me.value
    yield PAPER, pack.paper.value
    yield PRINT, pack.print_size.value
