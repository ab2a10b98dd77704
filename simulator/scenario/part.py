"""What every part of a scenario is made of: names, lines, shares, and no field that is not described."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

_SEEN = r"\S"
"""For editors, which know a blank by no other way; `_to_be_seen` looks closer."""


def can_be_read(text: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return any(char.isalnum() for char in text)


def _to_be_seen(text: str) -> str:
    if not can_be_read(text):
        raise PydanticCustomError("blank", "a name that can be read belongs here: it has no letter and no digit")
    return text


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=_SEEN), AfterValidator(_to_be_seen)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=80, pattern=_SEEN), AfterValidator(_to_be_seen)]
Asked = Annotated[list[Line], Field(max_length=200)]
"""Turns of managers. A turn is matched to them by meaning as to a trainer's own cues; they are shown to nobody."""
Share = Annotated[float, Field(ge=0, le=1)]


class Part(BaseModel):
    """Base of every part: frozen, and no field that is not described."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
