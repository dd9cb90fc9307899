"""The bar of a long list says so when nothing comes for a while."""

from types import SimpleNamespace

from prep.cli.batch_progress import BUSY, BUSY_SECONDS, Busy


def test_it_says_that_the_machine_is_busy_until_something_is_made(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("prep.cli.batch_progress.monotonic", lambda: now[0])
    bar, task = Busy(), SimpleNamespace(completed=1)
    assert bar.render(task).plain == ""
    now[0] += BUSY_SECONDS + 1
    assert bar.render(task).plain == BUSY
    task.completed = 2
    assert bar.render(task).plain == ""
