"""Measures everything, prints the table, and puts it into BENCHMARKS.md between its marks; or parts by their names."""

import re
import sys
from pathlib import Path

from tests.bench import ablation, batches, growth, hostile, pages, paper, pdfs, server, soak
from tests.bench.figures import table, where

BENCHMARKS = Path(__file__).parents[2] / ".github" / "BENCHMARKS.md"
MARKS = ("<!-- figures of make bench -->", "<!-- end of figures -->")


PARTS = {
    part.__name__.rpartition(".")[2]: part
    for part in (ablation, growth, pages, paper, server, pdfs, hostile, batches, soak)
}


def main() -> None:
    rows = [where()]
    for name in sys.argv[1:] or PARTS:
        for row in PARTS[name].rows():
            print(f"{row.what}: {row.measured}", flush=True)  # noqa: T201
            rows.append(row)
    if sys.argv[1:]:
        return
    start, end = MARKS
    text = BENCHMARKS.read_text(encoding="utf-8")
    BENCHMARKS.write_text(
        re.sub(f"{start}.*{end}", lambda _old: f"{start}\n{table(rows)}\n{end}", text, flags=re.DOTALL),
        encoding="utf-8",
    )


main()
