"""Tells cells that may be about another illness, as clinics see more than one: the wrong page is worse than none."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain

from prep.bank.bank import Bank
from prep.bank.model_types import UNSURE, AppliesTo
from prep.bank.vocabulary import Vocabulary, longest_first, runs_of, spoken_words
from prep.batch.cells.answer_cells import Answered, Reader
from prep.batch.cells.cell_error import CellError, OtherIllnessError, UnnamedIllnessError
from prep.batch.cells.doubts import DOUBTS
from prep.i18n import noop as _

OTHER = _("This may be another illness, so the row is left out. If it is not, write only the name of the illness here.")
NO_CANCER = _("This may be no cancer, so the row is left out. If a cancer was found, write only its name here.")
WHICH = _("This may be two illnesses. Write only the one that this visit is about.")

_CLAUSES = re.compile(r"[,;:]|\bwith\b|\bw/", re.IGNORECASE)


class IllnessWords:
    """The words of a bank for its own illness, and for others."""

    def __init__(self, bank: Bank) -> None:
        told = bank.other_illness
        behind = [field for field in bank.fields if field.counts_with]
        counting = [*told.ours, *chain.from_iterable(field.counts_with for field in behind)]
        self._asked_by, self._shown_by = frozenset(told.asked_by), frozenset(told.shown_by)
        self._others, self._ours = runs_of([*told.words, *told.not_cancer]), runs_of(told.ours)
        self._cancers, self._not_cancer = runs_of(told.words), runs_of(told.not_cancer)
        self._any = runs_of(told.any_illness)
        self._ending = _ending_so(told.endings)
        self._past = _behind(told.past, [*told.ours, *told.words])
        self._known_place = runs_of([*told.ours, *told.place])
        self._counting = runs_of(counting)
        self._vocabulary = Vocabulary(bank)
        self._of_course = runs_of(chain(filter(spoken_words, DOUBTS), *(one.said for one in bank.overruling)))
        self._places = runs_of(word for field in behind for option in field.options for word in option.words)

    def guarded(self, reader: Reader, asks: Collection[str]) -> Reader:
        """Return the reader; where its column asks what tells illnesses apart, one that looks for other ones, too."""
        if not self.are_asked_by(asks):
            return reader
        return OfThisIllness(reader, self) if len(asks) == 1 else OfDiagnosis(reader, self)

    def are_asked_by(self, asks: Collection[str]) -> bool:
        """Return whether a column that asks these fields asks for the illness."""
        return not self._asked_by.isdisjoint(asks)

    def names_other(self, cell: str) -> bool:
        """Return whether the cell names another illness; where it names this one as well, a person is to look."""
        if self._others.search(_spoken(cell)) is None:
            return False
        return not self.names_ours(cell) or self._has_ours_behind_it(cell)

    def told_of_other(self, cell: str) -> OtherIllnessError:
        """Return what to say of a cell that names another illness, which may be none to be afraid of."""
        is_cancer = self._cancers.search(self._not_cancer.sub("|", _spoken(cell)))
        return OtherIllnessError((OTHER if is_cancer else NO_CANCER, {}))

    def _has_ours_behind_it(self, cell: str) -> bool:
        """Return whether another cancer is there, and this illness was: “colon ca, h/o breast ca”."""
        has_other = self._cancers.search(self._past.sub("|", _spoken(cell))) is not None
        return has_other and not self.names_ours_now(cell)

    def names_ours_now(self, cell: str) -> bool:
        """Return whether the cell names this illness, and not only as what was once, or what the family has."""
        return self._ours.search(self._others.sub("|", self._past.sub("|", _spoken(cell)))) is not None

    def names_ours(self, cell: str) -> bool:
        """Return whether words for this illness stand outside of those for others, such as “carcinoma in situ”."""
        return self._ours.search(self._others.sub("|", _spoken(cell))) is not None

    def names_any(self, cell: str) -> bool:
        """Return whether the cell names any illness, as diagnoses do, or a place where one began."""
        said = _spoken(cell)
        named = (self._others, self._ours, self._any, self._ending)
        return any(words.search(said) for words in named) or self.begins_elsewhere(cell)

    def names_two_cancers(self, cell: str) -> bool:
        """Return whether the cell names this illness and another cancer."""
        said = self._not_cancer.sub("|", _spoken(cell))
        return self._cancers.search(said) is not None and self.names_ours(cell)

    def tells_no_place(self, cell: str) -> bool:
        """Return whether words for any illness stand there, and none for this one or for where it is."""
        return self._any.search(_spoken(cell)) is not None and not self.names_ours_or_place(cell)

    def names_ours_or_place(self, cell: str) -> bool:
        """Return whether the cell names this illness, or where it is."""
        return self._known_place.search(_spoken(cell)) is not None

    def may_name_any(self, cell: str) -> bool:
        """Return whether a word stands there that is not known, and none for this illness or for where it is."""
        unknown = self._vocabulary.unknown_in(self._of_course.sub("|", _spoken(cell)))
        return bool(unknown) and not self.names_ours_or_place(cell)

    def are_shown_by(self, answers: AppliesTo) -> bool:
        """Return whether fields that only this illness has are answered, and not by “not sure”."""
        return any(set(options) - {UNSURE} for field, options in answers.items() if field in self._shown_by)

    def begins_elsewhere(self, cell: str) -> bool:
        """Return whether a place is named before what says that the illness spread there: “lung, brain mets”."""
        for clause in _spoken(cell).split("|"):
            if self._counting.search(clause):
                return False
            if self._places.search(clause):
                return True
        return False


@dataclass(frozen=True, slots=True)
class OfThisIllness:
    """Reads a column whose cells may name another illness, such as a stage."""

    reader: Reader
    words: IllnessWords

    def read(self, cell: str) -> Answered:
        """Return what the cell answers.

        Raises:
            OtherIllnessError: it names another illness.
            CellError: it cannot be understood.
        """
        if self.words.names_other(cell):
            raise self.words.told_of_other(cell)
        return self.reader.read(cell)


@dataclass(frozen=True, slots=True)
class OfDiagnosis:
    """Reads a column of diagnoses, in which a place in the body, or “cancer”, may mean another illness."""

    reader: Reader
    words: IllnessWords

    def read(self, cell: str) -> Answered:
        """Return what the cell answers.

        Raises:
            OtherIllnessError: it may be about another illness.
            CellError: it cannot be understood.
        """
        if self.words.names_other(cell):
            raise self.words.told_of_other(cell)
        if self.words.begins_elsewhere(cell):
            raise CellError((WHICH, {})) if self.words.names_ours(cell) else OtherIllnessError((OTHER, {}))
        try:
            return self.reader.read(cell)
        except CellError as error:
            raise self._told(cell, error) from None

    def _told(self, cell: str, error: CellError) -> CellError:
        """Return what a cell that is not understood may mean, of which an unknown word may name any illness."""
        if self.words.tells_no_place(cell):
            return OtherIllnessError((OTHER, {}))
        return UnnamedIllnessError(*error.sentences) if self.words.may_name_any(cell) else error


def _ending_so(endings: Iterable[str]) -> re.Pattern[str]:
    """Return what finds a word that ends in one of these ways, with three letters before it at least."""
    ways = "|".join(map(re.escape, endings))
    return re.compile(rf"\w{{3}}(?:{ways})(?!\w)" if ways else r"(?!)", re.IGNORECASE)


def _behind(words: Iterable[str], illnesses: Iterable[str]) -> re.Pattern[str]:
    """Return what finds an illness behind one of the words, with two more between at most: “hx of L breast ca”."""
    behind, illness = ("|".join(map(re.escape, longest_first(some))) for some in (words, illnesses))
    return re.compile(rf"(?<!\w)(?:{behind}) (?:\w+ ){{0,2}}?(?:{illness})(?!\w)" if behind else r"(?!)")


def _spoken(cell: str) -> str:
    """Return the words of a cell, with strokes for what divides them."""
    return " | ".join(spoken_words(clause) for clause in _CLAUSES.split(cell))
