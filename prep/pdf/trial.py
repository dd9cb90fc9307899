"""Renders a page once in a process of its own, to learn whether the engine can bear it within a limit of time.

What comes from outside and is drawn into every PDF, such as a clinic's logo, is tried so before it is served.
"""

import subprocess
import sys

from prep.checklist.pack import Paper, PrintSize


def can_render(html: str, seconds: float) -> bool:
    """Return whether the engine makes a PDF of the page within so many `seconds`, not counting its own start."""
    command = [sys.executable, "-m", "prep.pdf.trial", str(seconds)]
    return subprocess.run(command, input=html, encoding="utf-8", capture_output=True, check=False).returncode == 0  # noqa: S603  # all ours


def main() -> None:
    """Render what comes on standard input. The system ends this process when its time is over."""
    import signal

    from prep.pdf.render import render

    html = sys.stdin.buffer.read().decode()
    signal.setitimer(signal.ITIMER_REAL, float(sys.argv[1]))  # nobody handles the signal, so it ends even a loop in C
    render(html, Paper.A4, PrintSize.STANDARD)


if __name__ == "__main__":
    main()
