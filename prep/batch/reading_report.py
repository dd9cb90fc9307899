"""Tells how a list was read: each value that words explained once, with its rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from prep.bank.bank import Bank
from prep.batch.told_by_rows import ToldByRows
from prep.i18n import Translator
from prep.i18n import noop as _

MOST_VALUES = 500
"""Values that are told of. More of them are no schedule, and would fill the memory."""

READ_AS = (
    _("%(heading)s “%(said)s” read as: %(meant)s, %(num)s row"),
    _("%(heading)s “%(said)s” read as: %(meant)s, %(num)s rows"),
)


Options = tuple[tuple[str, tuple[str, ...]], ...]
"""The options of each field, in order, so that they can be counted."""


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A value as it stands in a list, and what it was taken for."""

    heading: str
    said: str
    meant: str
    rows: int

    def told(self, translator: Translator) -> str:
        """Return it as a line to read."""
        singular, plural = READ_AS
        filled = {"heading": self.heading, "said": self.said, "meant": self.meant, "num": self.rows}
        return translator.ngettext(singular, plural, self.rows) % filled


@dataclass(slots=True)
class ReadingReport:
    """Collects what was understood while rows are read."""

    bank: Bank
    by_rows: ToldByRows = field(default_factory=ToldByRows)
    _answers: Counter[tuple[str, str, Options]] = field(default_factory=Counter)
    _days: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def note(self, heading: str, said: str, answers: Mapping[str, Sequence[str]]) -> None:
        """Note that a cell was read so, by its words."""
        key = heading, said, tuple(sorted((field_id, tuple(options)) for field_id, options in answers.items()))
        if key in self._answers or len(self._answers) < MOST_VALUES:
            self._answers[key] += 1

    def note_all(
        self, read: Iterable[tuple[str, str, Mapping[str, Sequence[str]]]], days: Iterable[tuple[str, str, str]]
    ) -> None:
        """Note heading, cell and answers of each cell of a row that is printed; and of its days, the day."""
        for heading, said, answers in read:
            self.note(heading, said, answers)
        for heading, said, day in days:
            self.note_day(heading, said, day)

    def note_day(self, heading: str, said: str, day: str) -> None:
        """Note that a bare number was read as a day."""
        if len(self._days) < MOST_VALUES:
            self._days[heading, said, day] += 1

    def read_as(self, translator: Translator) -> Iterator[ReadAs]:
        """Yield each value with what it was taken for, the most frequent first."""
        for (heading, said, answers), rows in self._answers.most_common():
            meant = [self._meaning(field_id, option, translator) for field_id, options in answers for option in options]
            yield ReadAs(heading, said, translator.list(meant), rows)
        for (heading, said, day), rows in self._days.most_common():
            yield ReadAs(heading, said, day, rows)

    def lines(self, translator: Translator) -> Iterator[str]:
        """Yield all there is to tell, as lines to read: first what someone may want to look at."""
        yield from self.by_rows.lines(translator)
        for one in self.read_as(translator):
            yield one.told(translator)

    def _meaning(self, field_id: str, option_id: str, translator: Translator) -> str:
        field_ = next(one for one in self.bank.accepted_fields if one.id == field_id)
        option = field_.option(option_id)
        return translator.text(option.short, f"{field_id}.{option_id}.short")
