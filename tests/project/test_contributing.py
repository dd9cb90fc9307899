"""The map in CONTRIBUTING is the house as it stands."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]


def test_the_map_names_every_package_in_the_order_of_the_contract():
    rows = [[name.strip("` ") for name in row.split(",")] for row in re.findall(r"^\| (`.*?`) \|", GUIDE, re.MULTILINE)]
    layers = [[name.strip() for name in layer.split("|")] for layer in CONTRACTS[0]["layers"]]
    assert rows == [layer for layer in layers if layer != ["__main__"]]


def test_every_module_that_the_guides_name_is_there():
    guides = [GUIDE, *(path.read_text("utf-8") for path in (ROOT / ".github/decisions").glob("*.md"))]
    named = {
        name
        for guide in guides
        for name in re.findall(r"`((?:web|pdf|checklist|server|export)/[a-z_/]+)(?:\.py)?`", guide)
    }
    missing = {name for name in named if not any((ROOT / "prep" / f"{name}{end}").exists() for end in ("", ".py"))}
    assert named
    assert missing == set()
