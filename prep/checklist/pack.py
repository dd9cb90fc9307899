"""What a printed pack is made of: its parts, the size of the paper and the size of the print."""

from dataclasses import dataclass
from enum import Enum

from prep.bank.models import Part


class Paper(Enum):
    """A size of paper, by its name in CSS."""

    LETTER = "letter"
    A4 = "a4"


class PrintSize(Enum):
    """How large the print is: 12 points, or 18 for people who see less well."""

    STANDARD = "standard"
    LARGE = "large"


def page_style(paper: Paper, print_size: PrintSize) -> str:
    """Return the CSS rule that says how large the sheet is, and which margins of `pack.css` it has."""
    return f"@page {{ size: {paper.value} }} body {{ page: {print_size.value} }}"


@dataclass(frozen=True, slots=True)
class Pack:
    """What the patient wants on paper. The parts come in the order in which `Part` names them."""

    parts: frozenset[Part] = frozenset(Part)
    paper: Paper = Paper.LETTER
    print_size: PrintSize = PrintSize.STANDARD
