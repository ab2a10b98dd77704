"""YAML read safely, with the line of every field kept.

Only plain values are built: no tags of Python objects, no aliases (a few lines of them can unfold to gigabytes), no key
twice in one mapping.
"""

from dataclasses import dataclass
from typing import Any

import yaml

FieldPath = tuple[str | int, ...]


class YamlProblem(Exception):
    """What stands in the way of reading the file at all, and on which line (from 1)."""

    def __init__(self, *, line: int, problem: str, hint: str = "") -> None:
        """`hint` says what to do; it may be empty."""
        super().__init__(problem)
        self.line, self.problem, self.hint = line, problem, hint


@dataclass(frozen=True, kw_only=True)
class Document:
    """A file's plain data, and the line (from 1) where each field begins."""

    data: Any
    lines: dict[FieldPath, int]

    def line(self, path: FieldPath) -> int:
        """The field's line; for one that is missing, its nearest parent's."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader, which stops at an alias."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            line = self.peek_event().start_mark.line + 1  # type: ignore[no-untyped-call]
            raise YamlProblem(line=line, problem="an alias (*name) stands here", hint="Write the text out; aliases are not read.")
        return super().compose_node(parent, index)  # type: ignore[no-untyped-call]


def read(text: str) -> Document:
    """Parse one YAML document.

    Raises:
        YamlProblem: it is not YAML, or uses what is not read.
    """
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()  # type: ignore[no-untyped-call]
            if node is None:
                raise YamlProblem(line=1, problem="the file is empty", hint="Copy a scenario that comes with the product and change it.")
            lines: dict[FieldPath, int] = {}
            _walk(node, (), lines)
            return Document(data=loader.construct_document(node), lines=lines)  # type: ignore[no-untyped-call]
        finally:
            loader.dispose()  # type: ignore[no-untyped-call]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlProblem(line=mark.line + 1 if mark else 1, problem=f"this is not YAML: {error.problem or error.context}", hint=_YAML_HINT) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlProblem(line=line, problem="a character that YAML does not allow stands here", hint="Delete it; it is often a stray control character.") from error
    except (RecursionError, ValueError, OverflowError) as error:
        raise YamlProblem(line=1, problem=f"this cannot be read as YAML: {type(error).__name__}", hint=_YAML_HINT) from error


_YAML_HINT = "Put text that holds a colon or begins with a special character in double quotes, and check the indentation."


def _walk(node: yaml.Node, path: FieldPath, lines: dict[FieldPath, int]) -> None:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                raise YamlProblem(line=key.start_mark.line + 1, problem=f"the field {name} stands here a second time", hint="Keep one of the two.")
            seen.add(name)
            lines[(*path, name)] = key.start_mark.line + 1
            _walk(value, (*path, name), lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*path, index), lines)
