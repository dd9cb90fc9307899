"""Keeps the two notes of a list: the rows to mend, and the rows to look at."""

from dataclasses import dataclass

from prep.batch.check_notes import CheckNotes
from prep.batch.rejected_rows import RejectedRows
from prep.batch.rows import BadRow


@dataclass(frozen=True, slots=True)
class Notes:
    """Each row goes to the one that it belongs to. A visit that was cancelled is no row to mend."""

    to_mend: RejectedRows
    to_check: CheckNotes

    def leave_out(self, bad: BadRow) -> None:
        """Note why a row has no page."""
        if bad.is_cancelled:
            self.to_check.cancel(bad)
        else:
            self.to_mend.add(bad)
