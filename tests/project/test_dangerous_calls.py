"""What no line of ours does, whoever writes the next one: calls that have made others' programs unsafe."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = {path: path.read_text("utf-8") for path in sorted((ROOT / "prep").rglob("*.py"))}
SCRIPTS = {path: path.read_text("utf-8") for path in sorted((ROOT / "static").glob("*.js"))}

Found = Iterator[str]


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call, with the name that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def code_from_text(tree: ast.AST) -> Found:
    yield from (name for name, _call in calls(tree) if name in {"eval", "exec", "compile", "__import__"})


def shells(tree: ast.AST) -> Found:
    """Yield the calls that a shell would read, or whose command is one text."""
    for name, call in calls(tree):
        is_one_text = call.args and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
        if (
            name in {"os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput"}
            or (name.startswith("subprocess.") and is_one_text)
            or any(word.arg == "shell" for word in call.keywords)
        ):
            yield name


def readers_that_run(tree: ast.AST) -> Found:
    """Yield what reads objects and runs what it reads. YAML is read with a loader of plain data."""
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
        yield from {name.split(".")[0] for name in names} & {"pickle", "marshal", "shelve", "dill"}
    yield from (name for name, _call in calls(tree) if re.match(r"yaml\.(unsafe_|full_)?load|yaml\.\w*Loader$", name))


def formats(tree: ast.AST) -> Found:
    """Yield the formats that are neither a literal nor a text of the catalogs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
            is_division = isinstance(node.right, ast.Constant) and isinstance(node.right.value, int)
            text = None if is_division else node.left
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            text = node.func.value
        else:
            continue
        if text and not _is_ours(text):
            yield ast.unparse(node)


def _is_ours(text: ast.expr) -> bool:
    if isinstance(text, ast.Call):
        name = ast.unparse(text.func)
        return name.endswith((".gettext", ".ngettext")) or (name == "Markup" and isinstance(text.args[0], ast.Constant))
    return isinstance(text, ast.Constant)


def patterns(tree: ast.AST) -> Found:
    """Yield the functions that put a regular expression together and escape nothing. A module's own are made once."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and "re.escape" not in ast.unparse(function):
            yield from (
                function.name
                for name, call in calls(function)
                if name.startswith("re.") and call.args and not isinstance(call.args[0], ast.Constant)
            )


def everywhere(look: Callable[[ast.AST], Found]) -> list[tuple[str, str]]:
    """Return what is found in our modules, with the module."""
    return [
        (str(path.relative_to(ROOT)), found) for path, source in MODULES.items() for found in look(ast.parse(source))
    ]


def test_no_text_is_run_as_code():
    assert not everywhere(code_from_text)


def test_no_command_goes_through_a_shell():
    assert not everywhere(shells)


def test_nothing_reads_objects_that_run_what_they_read():
    assert not everywhere(readers_that_run)
    assert "class _Loader(yaml.CSafeLoader)" in MODULES[ROOT / "prep/bank/yaml_file.py"]


def test_no_text_of_a_person_is_a_format():
    assert everywhere(formats) == [("prep/bank/translation.py", "context % name")]  # the caller's literal


def test_no_text_of_a_person_is_a_pattern():
    assert not everywhere(patterns)


@pytest.mark.parametrize(
    ("look", "bad"),
    [
        (code_from_text, "eval(text)"),
        (shells, "subprocess.run(f'lp {name}')"),
        (shells, "subprocess.run([name], shell=True)"),
        (shells, "os.system(name)"),
        (readers_that_run, "import pickle"),
        (readers_that_run, "from marshal import loads"),
        (readers_that_run, "yaml.load(text)"),
        (formats, "text % values"),
        (formats, "text.format(1)"),
        (patterns, "def find(text): return re.search(f'{text}x', page)"),
    ],
)
def test_the_checks_find_what_they_are_for(look, bad):
    assert list(look(ast.parse(bad)))


MARKUP = r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|\beval\(|\bFunction\("
MEMORY = (
    r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|serviceWorker|window\.name"
    r"|history\.state|(push|replace)State\((?!null, \"\",)"
)
KEYS_FROM_OUTSIDE = r"__proto__|\bprototype\b|Object\.assign|JSON\.parse|[\w)]\[[^\]]*\]\s*=[^=]"


@pytest.mark.parametrize(
    ("forbidden", "bad"),
    [
        (MARKUP, "page.innerHTML = text"),
        (MEMORY, "localStorage.setItem('stage', stage)"),
        (MEMORY, "history.pushState({ stage }, '', address)"),
        (KEYS_FROM_OUTSIDE, "found[name] = value"),
    ],
    ids=[
        "no text becomes markup",
        "nothing is stored",
        "the history keeps no state",
        "no key comes from outside",
    ],
)
def test_our_scripts_do_without(forbidden, bad):
    assert re.search(forbidden, bad)
    assert SCRIPTS
    for path, source in SCRIPTS.items():
        assert not re.search(forbidden, re.sub(r"(?m)^\s*//.*$", "", source)), path.name
