"""Shows on a terminal how far a batch is, and what is wrong with rows as they come."""

from collections.abc import Iterator, Sequence
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from prep.batch.rows import BadRow
from prep.batch.runner import Outcome
from prep.i18n import Translator

BUSY_SECONDS = 10.0
BUSY = "The machine is busy. This goes on by itself."


def shown(outcomes: Iterator[Outcome], rows: int, translator: Translator) -> Iterator[Outcome]:
    """Pass everything on, and show how far it is and what is wrong as it comes."""
    console = Console(stderr=True, highlight=False)
    bar = Progress(
        TextColumn("Printing"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        Busy(),
        console=console,
    )
    bar.disable = not console.is_terminal
    with bar:
        task = bar.add_task("", total=rows)
        for outcome in outcomes:
            for told in _told(outcome, translator):
                console.print(f"Row {outcome.number}: {told}", markup=False, soft_wrap=True)
            bar.advance(task)
            yield outcome


def _told(outcome: Outcome, translator: Translator) -> Sequence[str]:
    """Return what to say about a row: what to mend, or what to check though it is printed."""
    if isinstance(outcome, BadRow):
        return [trouble.told(translator) for trouble in outcome.troubles]
    return outcome.to_check.told(translator)


class Rate(ProgressColumn):
    """How many visits a second."""

    def render(self, task: Task) -> Text:
        """Return it as text."""
        return Text(f"{task.speed:.1f} a second" if task.speed else "")


class Busy(ProgressColumn):
    """Says that the machine is busy, once nothing has been made for a while: it goes on by itself."""

    def __init__(self) -> None:
        super().__init__()
        self._made, self._since = 0.0, monotonic()

    def render(self, task: Task) -> Text:
        """Return it as text."""
        now = monotonic()
        if task.completed != self._made:
            self._made, self._since = task.completed, now
        return Text(BUSY if now - self._since > BUSY_SECONDS else "")
