"""Shows on a terminal how far a batch is, and what is wrong with rows as they come."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from prep.batch.rows import BadRow
from prep.batch.runner import Outcome, remark
from prep.i18n import Translator


def shown(outcomes: Iterator[Outcome], visits: Path, translator: Translator) -> Iterator[Outcome]:
    """Pass everything on, and show how far it is and what is wrong as it comes."""
    console = Console(stderr=True, highlight=False)
    with visits.open("rb") as file:
        lines = sum(1 for _line in file) - 1
    bar = Progress(
        TextColumn("Printing"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(), console=console
    )
    bar.disable = not console.is_terminal
    with bar:
        task = bar.add_task("", total=lines)
        for outcome in outcomes:
            for told in _told(outcome, translator):
                console.print(f"Row {outcome.number}: {told}", markup=False, soft_wrap=True)
            bar.advance(task)
            yield outcome


def _told(outcome: Outcome, translator: Translator) -> list[str]:
    """Return what to say about a row: what to mend, or what to check though it is printed."""
    if isinstance(outcome, BadRow):
        return [trouble.told(translator) for trouble in outcome.troubles]
    return [remark(conflict, translator) for conflict in outcome.to_check]


class Rate(ProgressColumn):
    """How many visits a second."""

    def render(self, task: Task) -> Text:
        """Return it as text."""
        return Text(f"{task.speed:.1f} a second" if task.speed else "")
