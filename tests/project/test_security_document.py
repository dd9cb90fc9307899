"""`SECURITY.md` leaves nothing out, and promises nothing that no test shows."""

import ast
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from prep.app import create_app
from prep.bank.loader import load
from prep.settings import Settings
from tests.conftest import BANKS

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / ".github/SECURITY.md").read_text("utf-8")
LEVELS = dict(line.split() for line in (Path(__file__).parent / "asvs_5_0_0.txt").read_text("utf-8").splitlines())
"""Every requirement of the standard and its level, such as 1.1.1 and L2."""

LISTS = ("Met", "Not met", "Not applicable")
ASKED = {item for item, level in LEVELS.items() if level != "L3"}


def section(heading: str) -> str:
    """Return what stands below a heading, up to the next of its rank or a higher one."""
    marks, _space, _words = heading.partition(" ")
    _before, found, rest = f"\n{DOCUMENT}".partition(f"\n{heading}\n")
    assert found, f"there is no heading {heading}"
    return re.split(rf"\n#{{1,{len(marks)}}} ", rest)[0]


def rows(text: str) -> list[list[str]]:
    """Return the cells of each row of each table, without heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    heads = {number for number, line in enumerate(lines) for number in (number - 1, number) if line.startswith("|---")}
    return [line.strip("| ").split(" | ") for number, line in enumerate(lines) if number not in heads]


def items(cell: str) -> list[str]:
    """Return the numbers in a cell, where 6.2.1–6.2.12 stands for all of them."""
    found = []
    for part in cell.split(", "):
        first, _dash, last = part.partition("–")
        head, _dot, start = first.rpartition(".")
        assert not last or last.startswith(f"{head}."), f"{part} is no run within one section"
        found += [f"{head}.{number}" for number in range(int(start), int((last or first).rpartition(".")[2]) + 1)]
    return found


ROWS = {name: rows(section(f"### {name}")) for name in LISTS}
ITEMS = {name: [item for row in ROWS[name] for item in items(row[0])] for name in LISTS}
TESTED = [*ROWS["Met"], *rows(section("## Found by attacking it"))]


def test_every_requirement_of_levels_1_and_2_is_in_one_list():
    counted = Counter(item for found in ITEMS.values() for item in found)
    missing = [item for item in LEVELS if item in ASKED - counted.keys()]
    assert not missing, f"SECURITY.md says nothing about {', '.join(missing)}"
    twice = [item for item, times in counted.items() if times > 1]
    assert not twice, f"SECURITY.md says more than once what becomes of {', '.join(twice)}"


def test_no_requirement_is_unknown_to_the_standard():
    unknown = [item for found in ITEMS.values() for item in found if item not in LEVELS]
    assert not unknown, f"ASVS 5.0.0 has no {', '.join(unknown)}"


def test_the_standard_is_known_whole():
    assert Counter(LEVELS.values()) == {"L1": 70, "L2": 183, "L3": 92}


def test_the_counts_it_tells_are_right():
    met, not_met, without = (len(ASKED & set(ITEMS[name])) for name in LISTS)
    further = len(set(ITEMS["Met"]) - ASKED)
    said = f"{met} are met, {not_met} are not, and {without} do not apply; {further} of level 3 are among those met."
    assert said in " ".join(DOCUMENT.split()), said


def test_what_is_not_met_has_a_reason_and_what_to_do():
    for row in ROWS["Not met"]:
        assert len(row) == 3, row
        assert all(len(cell.split()) > 2 or cell.startswith("As ") for cell in row[1:]), row


def test_what_does_not_apply_has_a_reason():
    for row in ROWS["Not applicable"]:
        assert len(row) == 2, row
        assert len(row[1]) > 5, row


@pytest.mark.parametrize("row", TESTED, ids=lambda row: row[0])
def test_every_line_names_tests_that_exist(row):
    assert len(row) == 3, row
    for named in row[2].split(", "):
        path, _colons, name = named.strip("`").partition("::")
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, named


def test_every_paragraph_that_is_linked_is_there():
    headings = re.findall(r"^#+ (.+)$", DOCUMENT, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    linked = re.findall(r"\]\(#([^)]+)\)", DOCUMENT)
    assert linked
    assert set(linked) <= anchors


UNITS = {"KiB": 1 << 10, "MiB": 1 << 20}
LIMITS = rows(section("## Limits"))


@pytest.mark.parametrize("row", LIMITS, ids=lambda row: row[0])
def test_every_limit_is_the_codes(row):
    _what, limit, _beyond, constant = row
    number, _space, unit = limit.partition(" ")
    module, _dot, name = constant.strip("`").rpartition(".")
    assert getattr(import_module(module), name) == int(number.replace(",", "")) * UNITS.get(unit, 1)


def test_every_route_that_makes_a_pdf_is_told():
    told = section("## What takes long")
    rules = create_app(Settings(), load(BANKS / "small.yaml")).url_map.iter_rules()
    routes = {rule.rule for rule in rules if not rule.rule.startswith("/c/")}
    printing = {route for route in routes if route.endswith((".pdf", "/batch", "/QuestionnaireResponse"))}
    assert len(printing) == 4
    for route in {*printing, "/<lang>/checklist"}:
        assert f"`{route.replace('<sheet>-<paper>.', '…')}`" in told, route


CRYPTOGRAPHY = {"hashlib", "secrets", "hmac", "ssl", "random", "uuid", "crypt", "cryptography", "nacl", "itsdangerous"}


def test_the_cryptography_that_it_names_is_all_there_is():
    using = set()
    for path in (ROOT / "prep").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            if CRYPTOGRAPHY & {name.split(".")[0] for name in names}:
                using.add(str(path.relative_to(ROOT)))
    assert using == set(re.findall(r"`(prep/[\w/]+\.py)`", section("## Cryptography")))
