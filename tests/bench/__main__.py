"""Measures everything, prints the table, and puts it into BENCHMARKS.md between its marks."""

import re
from pathlib import Path

from tests.bench import ablation, batches, growth, hostile, pages, pdfs, server, soak
from tests.bench.figures import table, where

BENCHMARKS = Path(__file__).parents[2] / ".github" / "BENCHMARKS.md"
MARKS = ("<!-- figures of make bench -->", "<!-- end of figures -->")


def main() -> None:
    rows = [where()]
    for part in (ablation, growth, pages, server, pdfs, hostile, batches, soak):
        for row in part.rows():
            print(f"{row.what}: {row.measured}", flush=True)  # noqa: T201
            rows.append(row)
    start, end = MARKS
    text = BENCHMARKS.read_text(encoding="utf-8")
    BENCHMARKS.write_text(
        re.sub(f"{start}.*{end}", lambda _old: f"{start}\n{table(rows)}\n{end}", text, flags=re.DOTALL),
        encoding="utf-8",
    )


main()
