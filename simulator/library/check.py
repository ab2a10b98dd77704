"""A trainer's file read and checked: every mistake at once, with its line, its field and what to do."""

import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from simulator.library import mistake
from simulator.library.mistake import Mistake
from simulator.library.soundness import faults
from simulator.library.yaml_lines import Document, FieldPath, YamlError, read
from simulator.scenario.coherence import clashes
from simulator.scenario.model import Scenario

__all__ = ["Checked", "Mistake", "check_file", "check_files", "check_path", "read_file", "scenario_files"]

LARGEST_FILE = 1_000_000
"""Bytes; the longest scenario that comes with the product is a thirtieth of it."""
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A file, and either its scenario or its mistakes."""

    path: Path
    scenario: Scenario | None
    mistakes: tuple[Mistake, ...]
    id_line: int = 1
    """Where the file says its id."""


def check_file(path: Path) -> tuple[Scenario | None, tuple[Mistake, ...]]:
    """The scenario of a file, or None and all its mistakes in the order of their lines. Never raises for what is in the file."""
    checked = read_file(path)
    return checked.scenario, checked.mistakes


def read_file(path: Path) -> Checked:
    """The file with its scenario, or with all its mistakes in the order of their lines. Never raises for what is in the file."""
    try:
        document = read(_text(path))
    except YamlError as error:
        return _broken(path, Mistake(path=path, line=error.line, field="(file)", problem=error.problem, hint=error.hint))
    if not isinstance(document.data, dict):
        hint = 'It begins with fields such as "id: my-scenario".'
        return _broken(path, Mistake(path=path, line=1, field="(file)", problem="the file does not consist of fields", hint=hint))
    found = [*_twin_fields(path, document), *_wrong_name(path, document)]
    try:
        scenario = Scenario.model_validate(document.data)
    except ValidationError as error:
        found += _invalid(path, document, error)
    line = document.line(("id",))
    if found:
        return replace(_broken(path, *sorted(found, key=lambda item: item.line)), id_line=line)
    return Checked(path=path, scenario=scenario, mistakes=(), id_line=line)


def check_files(
    paths: Sequence[Path], taken: Mapping[str, Path] = MappingProxyType({}), *, read: Callable[[Path], Checked] = read_file
) -> Iterator[Checked]:
    """Check files one by one; of two with one id the first is good, and before all of them those of `taken`, ids and their files."""
    seen = dict(taken)
    for path in paths:
        checked = read(path)
        # A file is named after its id, so that a copy is known also while it has other mistakes.
        name = checked.scenario.id if checked.scenario else path.stem
        if name in seen and not _same(seen[name], path):
            checked = replace(checked, scenario=None, mistakes=(*checked.mistakes, _copy(checked, name, seen)))
        if checked.scenario:
            seen[name] = path
        yield checked


def check_path(path: Path, beside: Sequence[Path] = ()) -> tuple[tuple[Scenario, ...], tuple[Mistake, ...]]:
    """Check one file, or every scenario file of a folder, which will be played beside those of the folders `beside`."""
    taken = {file.stem: file for folder in beside if folder.is_dir() for file in scenario_files(folder)}
    try:
        files = scenario_files(path) if path.is_dir() else [path]
    except OSError as error:
        return (), (
            Mistake(path=path, line=1, field="(folder)", problem=f"it cannot be read: {error.strerror}", hint="Check the permissions."),
        )
    if not files:
        return (), (Mistake(path=path, line=1, field="(folder)", problem="no scenario file is here", hint="Scenario files end in .yaml."),)
    checked = list(check_files(files, taken))
    return tuple(item.scenario for item in checked if item.scenario), tuple(found for item in checked for found in item.mistakes)


def faults_of(path: Path) -> tuple[Mistake, ...]:
    """What makes the scenarios of a file or a folder that can be played unfit to practise with (`soundness`), in the order of lines."""
    found: list[Mistake] = []
    for file in scenario_files(path) if path.is_dir() else [path]:
        if scenario := read_file(file).scenario:
            document = read(_text(file))
            those = [_at(file, document, one.where, one.problem, one.hint) for one in faults(scenario)]
            found += sorted(those, key=lambda item: item.line)
    return tuple(found)


def scenario_files(folder: Path) -> list[Path]:
    """The folder's scenario files, by name; what lies in folders inside it is left alone, and so is what is no file (a pipe, a device).

    Raises:
        OSError: the folder cannot be read.
    """
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and _can_hold_text(path))


def _text(path: Path) -> str:
    try:
        if not _can_hold_text(path):
            # Opening a pipe would wait for whoever writes into it, and a device has no end.
            raise YamlError(line=1, problem="this is no file with text in it", hint="A scenario is a plain file that ends in .yaml.")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            problem = f"the file has {size:,} bytes; a scenario has at most {LARGEST_FILE:,}"
            raise YamlError(line=1, problem=problem, hint="Is it the right file?")
        data = path.read_bytes()
    except OSError as error:
        raise YamlError(line=1, problem=f"the file cannot be read: {error.strerror}", hint="Check the name and the permissions.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlError(line=line, problem="this is not UTF-8 text", hint="Save the file as UTF-8 in your editor.") from error


def _can_hold_text(path: Path) -> bool:
    """Whether it is a plain file; a link to nowhere is told as one when it is read."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _broken(path: Path, *mistakes: Mistake) -> Checked:
    return Checked(path=path, scenario=None, mistakes=mistakes)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _copy(checked: Checked, name: str, seen: Mapping[str, Path]) -> Mistake:
    free = next(other for number in count(2) if (other := f"{name}-{number}") not in seen)
    problem = f"{seen[name]} already has the id {name}, so this copy is left out"
    hint = f"Give it an id and a file name of its own, such as id: {free} in {free}{checked.path.suffix}, and a title of its own."
    return Mistake(path=checked.path, line=checked.id_line, field="id", problem=problem, hint=hint)


def _twin_fields(path: Path, document: Document) -> Iterator[Mistake]:
    for where, line in document.twins:
        hint = f"Keep one of the two; the first is on line {document.line(where)}."
        yield Mistake(path=path, line=line, field=mistake.name(where), problem="this field stands here a second time", hint=hint)


def _wrong_name(path: Path, document: Document) -> Iterator[Mistake]:
    name = document.data.get("id")
    if isinstance(name, str) and name != path.stem:
        hint = f"Rename the file to {name}{path.suffix}, or set id: {path.stem}."
        yield Mistake(
            path=path, line=document.line(("id",)), field="id", problem=f"the id is {name} and the file is {path.name}", hint=hint
        )


def _invalid(path: Path, document: Document, error: ValidationError) -> Iterator[Mistake]:
    items = error.errors(include_url=False)
    for item in items:
        yield _at(path, document, item["loc"], mistake.problem(item), mistake.hint(item))
    if all(item["type"] != "clash" for item in items):
        # The model looks at the whole only once every field is right; a trainer is told of both at once.
        for clash in clashes(document.data):
            yield _at(path, document, clash.where, clash.problem, clash.hint)


def _at(path: Path, document: Document, where: FieldPath, problem: str, hint: str) -> Mistake:
    return Mistake(path=path, line=document.line(where), field=mistake.name(where), problem=problem, hint=hint)
