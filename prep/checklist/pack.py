"""What is printed: how much of the pack, what stands in its head, the size of the paper and of the print."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from prep.bank.models import Part


class Extent(Enum):
    """How much is printed. Each holds what the one before it holds."""

    PAGE = "page"
    """The sheet that is handed over, and its back: two sides, one leaf."""

    NOTES = "notes"
    """With a side for what is said and decided."""

    EVERYTHING = "everything"
    """With all further parts that are of use to these people."""


class Paper(Enum):
    """A size of paper, by its name in CSS."""

    LETTER = "letter"
    A4 = "a4"


class PrintSize(Enum):
    """How large the print is: 12 points, or 18 for people who see less well."""

    STANDARD = "standard"
    LARGE = "large"


class AboutMeLine(Enum):
    """What the printed page tells of the person."""

    OFF = "off"
    ILLNESS = "illness"
    """Stage, type, where treatment stands, and medicines."""

    WORRIES = "worries"
    """What is on the person's mind, too."""


STYLE_SHEETS = ("sheet.css", "pack.css")
"""What a pack is drawn with: the page that is handed over, which browsers print as well, and all else."""


def page_style(paper: Paper, print_size: PrintSize) -> str:
    """Return the CSS rule that says how large the sheet is, and which margins of `pack.css` it has."""
    return f"@page {{ size: {paper.value} }} body {{ page: {print_size.value} }}"


@dataclass(frozen=True, slots=True)
class Pack:
    """What is wanted on paper."""

    extent: Extent = Extent.PAGE
    about_me: AboutMeLine = AboutMeLine.ILLNESS
    paper: Paper = Paper.LETTER
    print_size: PrintSize = PrintSize.STANDARD

    def parts(self, fitting: Collection[Part]) -> tuple[Part, ...]:
        """Return the parts behind the sheet, in the order in which they are printed; of the whole, those `fitting`."""
        match self.extent:
            case Extent.PAGE:
                return ()
            case Extent.NOTES:
                return (Part.NOTES,)
            case Extent.EVERYTHING:
                return tuple(part for part in Part if part in fitting)
