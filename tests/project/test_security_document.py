"""`SECURITY.md` promises nothing that no test shows."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = re.findall(
    r"^\| ([\d., ]+) \| .+ \| `(\S+)` \|$", (ROOT / ".github/SECURITY.md").read_text("utf-8"), re.MULTILINE
)


def test_the_table_is_read_whole():
    lines = (ROOT / ".github/SECURITY.md").read_text("utf-8").splitlines()
    assert len(ROWS) == len([line for line in lines if line.startswith("| ")]) - 1  # its head


@pytest.mark.parametrize("test", sorted({test for _items, test in ROWS}))
def test_every_test_that_it_names_exists(test):
    path, _colons, name = test.partition("::")
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_items_are_numbered_as_in_the_standard():
    for items, _test in ROWS:
        assert all(re.fullmatch(r"\d{1,2}\.\d\.\d{1,2}", item) for item in items.split(", ")), items
