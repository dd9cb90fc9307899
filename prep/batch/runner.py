"""Makes a whole list of visits into PDFs: several at once, in the order of the list, and never many in memory."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.batch.row_problem import RowProblem
from prep.batch.rows import BadRow, Row
from prep.checklist.answers import Answers
from prep.checklist.conflicts import Conflict, conflicts
from prep.checklist.former_answers import current_answers
from prep.checklist.pack import AboutMeLine, Extent, Pack, Paper, PrintSize
from prep.checklist.pipeline import prepare
from prep.clinics.models import NO_CLINIC, Clinic
from prep.export import formats
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.pdf.errors import NoPdfError
from prep.pdf.maker import Render

NO_PDF = _("The PDF could not be made. Try this row again.")
SELDOM = _("It is printed. Please check %(columns)s: these answers seldom go together. You could ask: “%(ask)s”")


@dataclass(frozen=True, slots=True)
class Doubts:
    """What to look at in a row that is printed."""

    seldom: tuple[Conflict, ...] = ()
    """Answers that seldom go together. It is printed as it is: they may be right."""

    unread: tuple[RowProblem, ...] = ()
    """Cells that could not be read. It is printed without them."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns to look at, each once; what the cells hold is not told."""
        return tuple(dict.fromkeys([*(one.column for one in self.unread if one.column), *columns_of(self.seldom)]))

    def told(self, translator: Translator) -> tuple[str, ...]:
        """Return each as a line to read."""
        unread = (one.told(translator) for one in self.unread)
        return (*unread, *(remark(conflict, translator) for conflict in self.seldom))


@dataclass(frozen=True, slots=True)
class Printed:
    """A visit's PDF."""

    number: int
    name: str
    pdf: bytes
    to_check: Doubts = Doubts()


@dataclass(frozen=True, slots=True)
class AlreadyPrinted:
    """A visit whose PDF was made by an earlier run."""

    number: int
    to_check: Doubts = Doubts()


Outcome = Printed | AlreadyPrinted | BadRow


class KeptError(Exception):
    """Raised by a renderer that finds the PDF made already."""


class BlockedError(Exception):
    """Raised by a renderer that finds something else where the PDF belongs. Its message says what to do."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What all visits of a list have in common."""

    bank: Bank
    languages: Mapping[str, Translator]
    lang: str
    """The language of rows that name none."""

    paper: Paper = Paper.LETTER
    extent: Extent = Extent.PAGE
    """How much to print of each. The sheet alone is one leaf a person."""

    about_me: bool = False
    """Print a line on the illness. Nobody asked the person, so it is to be checked with them."""

    address: str | None = None
    """Of the start page, as it is printed."""

    clinic: Clinic = NO_CLINIC
    """Whose name and numbers are printed, and whose usual answers hold for cells left blank, as in its form."""

    def answers(self, row: Row) -> Answers:
        """Return the answers of a row, in today's fields and with a clinic's usual ones.

        Those never stand for a cell that says something else, though nobody can tell what.
        """
        own = current_answers(self.bank, row.answers)
        completed = self.clinic.completed(own).by_field
        counting = {one: completed[one] for one in completed if one in own.by_field or one not in row.left_open}
        return Answers.of(counting, row.perhaps)

    def doubts(self, row: Row) -> Doubts:
        """Return what to look at in a row."""
        return Doubts(conflicts(self.bank, self.answers(row)), row.unread)

    def make(self, row: Row, render: Render) -> Outcome:
        """Return what became of a row. Name and number stand on every sheet: none goes home with the wrong person."""
        translator = self.languages[row.lang or self.lang]
        checklist = prepare(self.bank, self.answers(row), row.visit, translator)
        to_check = self.doubts(row)
        about_me = AboutMeLine.ILLNESS if self.about_me else AboutMeLine.OFF
        pack = Pack(self.extent, about_me, row.paper or self.paper, row.print_size or PrintSize.STANDARD)
        job = formats.PrintJob(checklist, translator, pack, self.address, self.clinic, whose(row, translator))
        try:
            pdf = formats.to_pdf(job, render)
        except KeptError:
            return AlreadyPrinted(row.number, to_check)
        except NoPdfError:
            return BadRow(row.number, row.cells, (RowProblem([(NO_PDF, {})]),), row.visit.name)
        except BlockedError as error:
            return BadRow(row.number, row.cells, (RowProblem([(str(error), {})]),), row.visit.name)
        return Printed(row.number, row.visit.name, pdf, to_check)


def whose(row: Row, translator: Translator) -> str:
    """Return whose sheet it is. The number comes first: a long name may be cut."""
    return ": ".join(filter(None, (in_row(row.number, translator), row.visit.name)))


def in_row(number: int, translator: Translator) -> str:
    """Return how a row is called."""
    return translator.gettext(_("Row %(number)s")) % {"number": number}


def columns_of(to_check: Iterable[Conflict]) -> tuple[str, ...]:
    """Return the columns to look at, each once; what the cells hold is not told."""
    ids = (id_ for one in to_check for id_ in (one.asker.partition(".")[0], one.field.id))
    return tuple(dict.fromkeys(ids))


def remark(conflict: Conflict, translator: Translator) -> str:
    """Return what a navigator is told about a row that is printed with answers that seldom go together."""
    return translator.gettext(SELDOM) % {
        "columns": translator.list(columns_of([conflict])),
        "ask": conflict.question(translator),
    }


def in_order(rows: Iterable[Row | BadRow], make: Callable[[Row], Outcome], at_once: int) -> Iterator[Outcome]:
    """Yield what became of each row, in order, while the next ones are made.

    No more than `at_once` are under way and as many wait to be taken, however long the list.
    """
    with ThreadPoolExecutor(at_once) as pool:
        under_way: deque[Future[Outcome] | BadRow] = deque()
        try:
            for row in rows:
                under_way.append(row if isinstance(row, BadRow) else pool.submit(make, row))
                if len(under_way) > 2 * at_once:
                    yield _done(under_way.popleft())
            while under_way:
                yield _done(under_way.popleft())
        finally:
            pool.shutdown(cancel_futures=True)


def _done(one: Future[Outcome] | BadRow) -> Outcome:
    return one if isinstance(one, BadRow) else one.result()
