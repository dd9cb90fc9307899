"""Reads a YAML file that a person wrote, and remembers line and column of each value.

PyYAML's node tree gives both: the values, and where they stand. Reading the whole bank so takes 0.03 s of composing
where ruamel.yaml takes 0.7 s.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from prep.file_problems import FileError, Place, Problem

_TAG = "tag:yaml.org,2002:"


class _Loader(yaml.CSafeLoader):
    """PyYAML's safe loader with the scalars of YAML 1.2: “no” and “off” are words, 010 is ten. A key stands once."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # the parent's own way to be told
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in {f"{_TAG}bool", f"{_TAG}int"}]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        known: dict[str, yaml.Node] = {}
        for key, value in node.value:
            first = known.setdefault(key.value, value) if isinstance(key, yaml.ScalarNode) else value
            if first is not value:
                said = f'found duplicate key "{key.value}"'
                if isinstance(value, yaml.ScalarNode) and isinstance(first, yaml.ScalarNode):
                    said += f' with value "{value.value}" (original value: "{first.value}")'
                raise yaml.constructor.ConstructorError(problem=said, problem_mark=key.start_mark)
        return super().construct_mapping(node, deep)


def _decimal(loader: _Loader, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))


_Loader.add_implicit_resolver(f"{_TAG}bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
_Loader.add_implicit_resolver(f"{_TAG}int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
_Loader.add_constructor(f"{_TAG}int", _decimal)


class YamlFile:
    """A parsed file: its data, and where each value stands."""

    def __init__(self, path: Path) -> None:
        """Parse the file.

        Raises:
            FileError: it cannot be read, or is no YAML.
        """
        self.name = path.name
        try:
            self.data, self._root = _parse(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise self._error(1, 1, f"cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise self._error(1, 1, f"is not UTF-8 text: {error.reason}") from error
        except yaml.MarkedYAMLError as error:
            mark, said = error.problem_mark, str(error.problem).splitlines()[0]
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise self._error(line, column, f"is not valid YAML: {said}") from error
        except yaml.YAMLError as error:
            raise self._error(1, 1, f"is not valid YAML: {error}") from error
        except (ValueError, OverflowError, RecursionError) as error:  # such as February 31; it does not say where
            raise self._error(1, 1, f"holds a value that cannot be read: {error}") from error

    def problem(self, place: Place, message: str) -> Problem:
        """Say `message` about the value at `place`, naming the entry that it belongs to."""
        *_above, nearest = self._nodes(place)
        mark = nearest.start_mark
        return Problem(self.name, mark.line + 1, mark.column + 1, self._entry(place) + message)

    def _nodes(self, place: Place) -> Iterator[yaml.Node]:
        """Yield the nodes on the way to a value; one that is missing is looked for where it should stand."""
        node = self._root
        yield node
        for step in place:
            found = _child(node, step)
            if found is None:
                return
            node = found
            yield node

    def _entry(self, place: Place) -> str:
        """Name the entry that `place` is in, such as "question 'scan-frequency': "."""
        match place:
            case (str(kind), int(index), *_):
                id_ = id_of(self.data[kind][index])
                return f"{kind.removesuffix('s')} {repr(id_) if id_ else f'number {index + 1}'}: "
            case _:
                return ""

    def _error(self, line: int, column: int, message: str) -> FileError:
        return FileError([Problem(self.name, line, column, message)])


def read_yaml(text: str) -> object:
    """Return what the text holds.

    Raises:
        yaml.YAMLError: something is wrong with it.
    """
    try:
        return _parse(text)[0]
    except (ValueError, OverflowError, RecursionError) as error:
        raise yaml.YAMLError(str(error)) from error


def id_of(entry: object) -> str:
    """Return the id or slug of an entry as it stands in the file; nothing where it has none."""
    return str(entry.get("id") or entry.get("slug") or "") if isinstance(entry, dict) else ""


_START = yaml.Mark("", 0, 0, 0, "", 0)
_EMPTY = yaml.MappingNode(f"{_TAG}map", [], _START, _START)


def _parse(text: str) -> tuple[Any, yaml.Node]:
    """Return the data and its node tree; what is empty is a mapping without keys."""
    loader = _Loader(text)
    try:
        root = loader.get_single_node() or _EMPTY
        return loader.construct_document(root), root
    finally:
        loader.dispose()


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    found: Iterable[yaml.Node] = ()
    if isinstance(node, yaml.MappingNode):
        found = (value for key, value in node.value if key.value == step)
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        found = node.value[step : step + 1]
    return next(iter(found), None)
