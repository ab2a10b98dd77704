"""YAML read safely, with the line of every field kept.

Only plain values are built: text, whole and decimal numbers, true, false and null, as YAML 1.2 reads them, so that "No" is
a word and 12:30 a time of day. No tags of Python objects, and no aliases (a few lines of them can unfold to gigabytes).
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import yaml

FieldPath = tuple[str | int, ...]
_OWN_WAY: Final = re.compile(r"[\t\x85\u2028\u2029\ufeff]")
"""What the two readers take differently: tabs inside of text, and line breaks that are none in YAML 1.2."""
DEEPEST: Final = 50
"""Nesting up to which a file is read the quick way; a scenario needs six."""


class YamlError(Exception):
    """What stands in the way of reading the file at all, and on which line (from 1)."""

    def __init__(self, *, line: int, problem: str, hint: str = "") -> None:
        """`hint` says what to do; it may be empty."""
        super().__init__(problem)
        self.line, self.problem, self.hint = line, problem, hint


@dataclass(frozen=True, kw_only=True)
class Document:
    """A file's plain data, the line (from 1) where each field begins, and where a field stands a second time."""

    data: Any
    lines: dict[FieldPath, int]
    twins: tuple[tuple[FieldPath, int], ...]

    def line(self, path: FieldPath) -> int:
        """The field's line; for one that is missing, its nearest parent's."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader, which stops at an alias and takes only the plain values named above for anything but text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own name for what plain text is read as

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            line = self.peek_event().start_mark.line + 1  # type: ignore[no-untyped-call]
            raise YamlError(
                line=line,
                problem="an alias (*name) stands here",
                hint="Write the text out, or put it in double quotes if it begins with a star.",
            )
        return super().compose_node(parent, index)


_LIBYAML: Final = hasattr(yaml, "CSafeLoader")


class _Quick(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The same over libyaml, some ten times as quick. What it does not read is read again by the other, for what to say of it."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as above


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?(0|[1-9][0-9]*)", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?", list("-+0123456789")),
):
    for _reader in (_Loader, _Quick):
        _reader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first)


def read(text: str) -> Document:
    """Parse one YAML document.

    Raises:
        YamlError: it is not YAML, or uses what is not read.
    """
    if _plain(text):
        with suppress(yaml.YAMLError, YamlError, RecursionError, ValueError, OverflowError):
            return _document(_Quick(text))
    try:
        return _document(_Loader(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise YamlError(line=line, problem=f"this is not YAML: {error.problem or error.context}", hint=_hint(text, line)) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        hint = "Delete it; it is often a stray control character."
        raise YamlError(line=line, problem="a character that YAML does not allow stands here", hint=hint) from error
    except (RecursionError, ValueError, OverflowError) as error:
        raise YamlError(line=1, problem=f"this cannot be read as YAML: {type(error).__name__}", hint=_QUOTES) from error


def _plain(text: str) -> bool:
    """Whether libyaml can be trusted with it: no alias, no nesting that could use up its stack, nothing it reads in its own way."""
    if not _LIBYAML or _OWN_WAY.search(text):
        return False
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Quick):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST or isinstance(event, yaml.AliasEvent):
                return False
    except yaml.YAMLError:
        return False
    return True


def _document(loader: Any) -> Document:
    try:
        node = loader.get_single_node()
        if node is None:
            raise YamlError(line=1, problem="the file is empty", hint="Copy a scenario that comes with the product and change it.")
        lines: dict[FieldPath, int] = {}
        twins: list[tuple[FieldPath, int]] = []
        _walk(node, (), lines, twins)
        return Document(data=loader.construct_document(node), lines=lines, twins=tuple(twins))
    finally:
        loader.dispose()


_QUOTES = "Put text that holds a colon or begins with a special character in double quotes, and check the indentation."


def _hint(text: str, line: int) -> str:
    written = text.splitlines()[line - 1 : line]
    if written and "\t" in written[0][: len(written[0]) - len(written[0].lstrip())]:
        return "Indent with spaces: YAML takes no tab there."
    return _QUOTES


def _walk(node: yaml.Node, path: FieldPath, lines: dict[FieldPath, int], twins: list[tuple[FieldPath, int]]) -> None:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            place, line = (*path, str(key.value)), key.start_mark.line + 1
            if place in lines:
                twins.append((place, line))
                continue
            lines[place] = line
            _walk(value, place, lines, twins)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*path, index), lines, twins)
