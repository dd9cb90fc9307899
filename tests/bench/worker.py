"""Serves pages as a worker does, which has no engine, and prints its memory before and after ten thousand, in MB.

The answers for a list come in as JSON.
"""

import json
import os
import sys
from pathlib import Path

from prep.app import create_app
from prep.loader import load
from prep.paths import QUESTIONS
from prep.settings import Settings

MANY = 10_000


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    client = create_app(Settings(), load(QUESTIONS)).test_client()
    answers = json.load(sys.stdin)
    compressed = {"Accept-Encoding": "br"}

    def serve(count: int) -> float:
        for number in range(count):
            if number % 10:
                client.get("/en/", headers=compressed)
            else:
                client.post("/en/checklist", data=answers, headers=compressed)
        return resident_mb()

    print(serve(100), serve(MANY))  # noqa: T201


if __name__ == "__main__":
    main()
