"""A zip file of PDFs with two notes beside them: the rows to mend, and the rows to look at."""

from collections.abc import Callable
from io import StringIO

from prep.batch.check_notes import NAME, CheckNotes
from prep.batch.notes import Notes
from prep.batch.outputs import Zip
from prep.batch.rejected_rows import ENCODING, ERRORS, RejectedRows
from prep.batch.rows import BadRow
from prep.batch.runner import Printed
from prep.batch.visit_list import VisitList
from prep.i18n import Translator

TO_MEND = "errors.csv"


class NotedZip(Zip):
    """Collects the notes while PDFs are added, and writes them at the end, where there is anything to say."""

    def __init__(self, write: Callable[[bytes], object], visits: VisitList, translator: Translator) -> None:
        super().__init__(write)
        self._visits = visits
        self._to_mend, self._to_check = StringIO(newline=""), StringIO(newline="")
        self._notes = Notes(RejectedRows(self._to_mend, visits, translator), CheckNotes(self._to_check, translator))

    def add(self, made: Printed) -> None:
        """Add its file."""
        super().add(made)
        self._notes.to_check.add(made.number, made.to_check)

    def leave_out(self, bad: BadRow) -> None:
        """Note why."""
        self._notes.leave_out(bad)

    def close(self) -> None:
        """Write the notes, and the list of files that ends it."""
        self._notes.to_check.close(self._visits)
        if self._notes.to_mend.count:
            self.add_file(TO_MEND, self._to_mend.getvalue().encode(ENCODING, ERRORS))
        if to_check := self._to_check.getvalue():
            self.add_file(NAME, to_check.encode(ENCODING))
        super().close()
