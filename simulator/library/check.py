"""A trainer's file read and checked: every mistake at once, with its line, its field and what to do."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from simulator.library.yaml_lines import Document, YamlProblem, read
from simulator.scenario import Scenario

LARGEST_FILE = 1_000_000
"""Bytes; the longest scenario that comes with the product is a twentieth of it."""
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """One thing to mend: the file, the line (from 1), the field as in facts[2].needs, the problem, and a hint (may be empty)."""

    path: Path
    line: int
    field: str
    problem: str
    hint: str = ""


def check_file(path: Path) -> tuple[Scenario | None, tuple[Mistake, ...]]:
    """The scenario of a file, or None and all its mistakes. Never raises for what is in the file."""
    try:
        document = read(_text(path))
    except YamlProblem as error:
        return None, (Mistake(path=path, line=error.line, field="(file)", problem=error.problem, hint=error.hint),)
    if not isinstance(document.data, dict):
        return None, (Mistake(path=path, line=1, field="(file)", problem="the file is not a list of fields", hint='It begins with fields such as "id: my-scenario".'),)
    try:
        scenario = Scenario.model_validate(document.data)
    except ValidationError as error:
        return None, tuple(_mistake(path, document, item) for item in error.errors(include_url=False))
    if scenario.id != path.stem:
        hint = f"Rename the file to {scenario.id}{path.suffix}, or set id: {path.stem}."
        return None, (Mistake(path=path, line=document.line(("id",)), field="id", problem=f"the id is {scenario.id} and the file is {path.name}", hint=hint),)
    return scenario, ()


def check_path(path: Path) -> tuple[tuple[Scenario, ...], tuple[Mistake, ...]]:
    """Check one file, or every scenario file of a folder."""
    scenarios: list[Scenario] = []
    mistakes: list[Mistake] = []
    files = scenario_files(path) if path.is_dir() else [path]
    if not files:
        mistakes.append(Mistake(path=path, line=1, field="(folder)", problem="no scenario file is here", hint="Scenario files end in .yaml."))
    for file in files:
        scenario, found = check_file(file)
        mistakes += found
        if scenario:
            scenarios.append(scenario)
    return tuple(scenarios), tuple(mistakes)


def scenario_files(folder: Path) -> list[Path]:
    """The folder's scenario files, by name; what lies in folders inside it is left alone."""
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise YamlProblem(line=1, problem=f"the file has {size:,} bytes; a scenario has at most {LARGEST_FILE:,}", hint="Is it the right file?")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        raise YamlProblem(line=line, problem="this is not UTF-8 text", hint="Save the file as UTF-8 in your editor.") from error
    except OSError as error:
        raise YamlProblem(line=1, problem=f"the file cannot be read: {error.strerror}", hint="Check the name and the permissions.") from error


def _mistake(path: Path, document: Document, item: ErrorDetails) -> Mistake:
    where = item["loc"]
    return Mistake(path=path, line=document.line(where), field=_name(where), problem=_problem(item), hint=_hint(where, item))


def _name(where: tuple[str | int, ...]) -> str:
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in where).lstrip(".")
    return name or "(file)"


def _problem(item: ErrorDetails) -> str:
    match item["type"]:
        case "missing":
            return "this field is missing"
        case "extra_forbidden":
            return "there is no such field"
        case "too_short":
            return f"{item['ctx']['actual_length']} here, at least {item['ctx']['min_length']} are needed"
        case _:
            message = item["msg"]
            return message[:1].lower() + message[1:]


def _hint(where: tuple[str | int, ...], item: ErrorDetails) -> str:
    if item["type"] == "extra_forbidden":
        known = [name for name, _ in _fields(where[:-1])]
        near = difflib.get_close_matches(str(where[-1]), known, n=1, cutoff=0.5)
        return f"Did you mean {near[0]}?" if near else f"The fields here are {', '.join(known)}."
    described = [info.description for name, info in _fields(where[:-1]) if name == where[-1]] if where else []
    return (described[0] or "").replace("\n", " ") if described else ""


def _fields(where: tuple[str | int, ...]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields of the part of a scenario at this place, if it has fields."""
    model: Any = Scenario
    for part in where:
        if isinstance(part, str) and part in getattr(model, "model_fields", {}):
            model = model.model_fields[part].annotation
        while get_args(model):
            model = next((arg for arg in get_args(model) if arg is not type(None)), None)
    if isinstance(model, type) and issubclass(model, BaseModel):
        yield from model.model_fields.items()
