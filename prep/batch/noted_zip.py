"""A zip file of PDFs with two notes beside them: the rows to mend, and the rows to check."""

from collections.abc import Callable
from io import StringIO

from prep.batch.csv_reader import VisitList
from prep.batch.outputs import Zip
from prep.batch.rejected_rows import ENCODING, ERRORS, RejectedRows
from prep.batch.rows import BadRow
from prep.batch.runner import Printed, in_row, remark
from prep.i18n import Translator

TO_MEND = "errors.csv"
TO_CHECK = "please-check.txt"
"""Names rows whose answers seldom go together; a pile names them on its cover."""


class NotedZip(Zip):
    """Collects the notes while PDFs are added, and writes them at the end, where there is anything to say."""

    def __init__(self, write: Callable[[bytes], object], visits: VisitList, translator: Translator) -> None:
        super().__init__(write)
        self._translator = translator
        self._to_mend = StringIO(newline="")
        self._rejected = RejectedRows(self._to_mend, visits, translator)
        self._to_check: list[str] = []

    def add(self, made: Printed) -> None:
        """Add its file."""
        super().add(made)
        row = in_row(made.number, self._translator)
        self._to_check += [f"{row}: {remark(conflict, self._translator)}\r\n" for conflict in made.to_check]

    def leave_out(self, bad: BadRow) -> None:
        """Note what to mend."""
        self._rejected.add(bad)

    def close(self) -> None:
        """Write the notes, and the list of files that ends it."""
        if self._rejected.count:
            self.add_file(TO_MEND, self._to_mend.getvalue().encode(ENCODING, ERRORS))
        if self._to_check:
            self.add_file(TO_CHECK, "".join(self._to_check).encode(ENCODING))
        super().close()
