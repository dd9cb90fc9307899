"""Says why a cell is no answer, and what to do: it tells of a doubt, or has words that nobody here knows."""

from prep.bank.vocabulary import Vocabulary
from prep.batch.cells.cell_error import CellError
from prep.i18n import noop as _

DOUBT = _("“%(doubt)s” is no answer. Write what is known, or leave the cell empty.")
UNKNOWN = _("Not known here: %(words)s. Keep only what is an answer, or leave the cell empty.")
TOGETHER = _("What its words mean together is not known here. Keep only what is an answer, or leave the cell empty.")
MOST_WORDS = 3
"""Words that a message names."""


def told(doubt: str) -> CellError:
    """Return the error of a cell that tells of a doubt."""
    return CellError((DOUBT, {"doubt": doubt}))


def not_understood(vocabulary: Vocabulary, cell: str) -> CellError:
    """Return the error of a cell of which words do not explain all, with those that are not known."""
    words = vocabulary.unknown_in(cell)[:MOST_WORDS]
    return CellError((UNKNOWN, {"words": ", ".join(f"“{word}”" for word in words)}) if words else (TOGETHER, {}))
