"""What is wrong with one cell of a list of visits."""

from collections.abc import Mapping


class CellError(ValueError):
    """A cell cannot be understood. Holds sentences, each with what is filled into it."""

    def __init__(self, *sentences: tuple[str, Mapping[str, str]]) -> None:
        super().__init__()
        self.sentences = sentences


class OtherIllnessError(CellError):
    """A cell that may tell of another illness: then no page of this one is for the row."""


class UnnamedIllnessError(CellError):
    """A cell for the illness that names none that is known: then the rest of the row must show which it is."""
