"""One mistake in a scenario file, in words a trainer can act on."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from simulator.library.yaml_lines import FieldPath
from simulator.scenario.model import Scenario

_PATTERNS = {
    r"^[a-z]{2}$": "two small letters belong here, such as en",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "a short name belongs here: small letters, digits and single hyphens, such as late-quotes",
}
_READ_AS = {bool: "true or false", int: "a number", float: "a number", type(None): "empty"}


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """One thing to mend: the file, the line (from 1), the field as in facts[2].needs, the problem, and a hint (may be empty)."""

    path: Path
    line: int
    field: str
    problem: str
    hint: str = ""


def name(where: FieldPath) -> str:
    """The field as it is written for a person: facts[2].needs.openness; "(file)" for the whole."""
    parts = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in where).lstrip(".")
    return parts or "(file)"


def problem(item: ErrorDetails) -> str:
    """What is wrong, in plain words."""
    context = item.get("ctx", {})
    match item["type"]:
        case "missing":
            return "this field is missing"
        case "extra_forbidden":
            return "there is no such field"
        case "too_short":
            return f"{context['actual_length']} here, at least {context['min_length']} are needed"
        case "too_long":
            return f"{context['actual_length']} here, at most {context['max_length']} are allowed"
        case "string_type":
            return "text belongs here"
        case "string_too_short" if not str(item["input"]).strip():
            return "nothing stands here"
        case "int_type" | "int_parsing" | "int_from_float":
            return "a whole number belongs here"
        case "float_type" | "float_parsing":
            return "a number belongs here"
        case "list_type" | "tuple_type":
            return "a list belongs here"
        case "model_type" | "dict_type":
            return "fields of its own belong here"
        case "string_pattern_mismatch":
            return _PATTERNS.get(str(context["pattern"]), item["msg"])
        case _:
            message = item["msg"].replace("Input should", "it should")
            return message[:1].lower() + message[1:]


def hint(item: ErrorDetails) -> str:
    """What to do, or what the field means; empty where there is nothing to add."""
    where = item["loc"]
    match item["type"]:
        case "clash":
            return str(item["ctx"]["hint"])
        case "extra_forbidden":
            return _nearest_field(where)
        case "string_type" if type(item["input"]) in _READ_AS:
            return f"YAML reads this as {_READ_AS[type(item['input'])]}; put the text in double quotes."
        case "list_type":
            return f"Write one item a line, each after a hyphen. {_meaning(where)}".strip()
        case "model_type" | "dict_type":
            return f"The fields here are {', '.join(field for field, _ in _fields(where))}."
        case _:
            return _meaning(where)


def _nearest_field(where: FieldPath) -> str:
    known = [field for field, _ in _fields(where[:-1])]
    near = difflib.get_close_matches(str(where[-1]), known, n=1, cutoff=0.5)
    return f"Did you mean {near[0]}?" if near else f"The fields here are {', '.join(known)}."


def _meaning(where: FieldPath) -> str:
    """The description of the field, or of the list it is an item of."""
    while where and isinstance(where[-1], int):
        where = where[:-1]
    for field, info in _fields(where[:-1]):
        if where and field == where[-1]:
            return (info.description or "").replace("\n", " ")
    return ""


def _fields(where: FieldPath) -> Iterator[tuple[str, FieldInfo]]:
    """The fields of the part of a scenario at this place, if it has fields."""
    model: Any = Scenario
    for part in where:
        if isinstance(part, str) and part in getattr(model, "model_fields", {}):
            model = model.model_fields[part].annotation
        while get_args(model):
            model = next((arg for arg in get_args(model) if arg is not type(None)), None)
    if isinstance(model, type) and issubclass(model, BaseModel):
        yield from model.model_fields.items()
