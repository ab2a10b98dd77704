"""Words that a person may want to change: one folder a language, one YAML file a topic, read when they are first needed.

A third language is a folder beside the others. What it does not say yet is said in English; `lacks` tells what that is.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, Final, Self, get_args

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

from simulator.errors import WordsError

FOLDER: Final = Path(__file__).parent / "words"
ENGLISH: Final = "en"
LACKS: Final = "lacks"
"""Name of the file in which a language tells what it lacks, and why; no topic."""
_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as the text that stands there: "no", "on" and "1.10" are words."""


def _split(words: object) -> object:
    return words.split() if isinstance(words, str) else "words with spaces between are needed here"


WordSet = Annotated[frozenset[str], BeforeValidator(_split)]
"""Words with spaces between, as a set."""


class Words(BaseModel):
    """The words of one topic. A subclass names the topic and has a field for each thing that is said.

    A field that goes by the members of an Enum has words for every one of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    topic: ClassVar[str]

    @classmethod
    def of(cls, language: str = ENGLISH) -> Self:
        """The topic's words in the language of that two-letter code; English ones where it lacks them.

        Raises:
            WordsError: a file is missing, is no YAML, or a field of it is wrong; file and field are named.
        """
        found = _loaded(cls, language, FOLDER)
        assert isinstance(found, cls)
        return found

    @classmethod
    def everywhere(cls, field: str) -> tuple[str, ...]:
        """All languages' words of one field that is a list of them, or of lists, each once, the English ones first."""
        named = sorted(languages(cls.topic), key=lambda language: language != ENGLISH)
        words = (word for language in named for word in getattr(cls.of(language), field))
        return tuple(dict.fromkeys(one for word in words for one in ((word,) if isinstance(word, str) else word)))

    @model_validator(mode="after")
    def _every_member(self) -> Self:
        for name, key in by_enum(type(self)).items():
            if missing := [str(one.value) for one in key if one not in getattr(self, name)]:
                raise ValueError(f"{name} lacks {', '.join(missing)}")
        return self


def by_enum(model: type[Words]) -> dict[str, type[Enum]]:
    """The fields of a topic that have words for every member of an Enum, and which."""
    keys = {name: next(iter(get_args(field.annotation)), None) for name, field in model.model_fields.items()}
    return {name: key for name, key in keys.items() if isinstance(key, type) and issubclass(key, Enum)}


def languages(topic: str = "") -> tuple[str, ...]:
    """The languages that have a folder here, and a file on the topic if one is given."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and (not topic or (path / f"{topic}.yaml").is_file())))


def lacks(language: str) -> tuple[str, ...]:
    """What is said in English and not in this language: topics by name, else "topic.field" or "topic.field.key"."""
    return tuple(_missing(_topics(ENGLISH), _topics(language)))


def _topics(language: str) -> dict[str, Any]:
    return {path.stem: read(path) for path in sorted((FOLDER / language).glob("*.yaml")) if path.stem != LACKS}


def _missing(whole: Mapping[str, Any], part: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for key, value in whole.items():
        if key not in part:
            yield before + key
        elif isinstance(value, Mapping) and isinstance(part[key], Mapping):
            yield from _missing(value, part[key], f"{before}{key}.")


def read(path: Path) -> dict[str, Any]:
    """A file of words as it stands: texts, lists and mappings. WordsError where it cannot be read."""
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - it makes texts, lists and mappings, nothing else
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}, line {mark.line + 1}," if mark else str(path)
        raise WordsError(f"The words in {place} cannot be read. Mend them, or put the file back from the product's own files.") from error
    if not isinstance(found, dict):
        raise WordsError(f"The words in {path} need fields, each with its words after a colon. Put it back from the product's own files.")
    return found


@lru_cache(maxsize=256)
def _loaded(model: type[Words], language: str, folder: Path) -> Words:
    english, own = folder / ENGLISH / f"{model.topic}.yaml", folder / language / f"{model.topic}.yaml"
    there = language != ENGLISH and own.is_file()
    try:
        return model.model_validate(_over(read(english), read(own)) if there else read(english))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "the whole"
        raise WordsError(f"In the words of {own if there else english}, {field} is wrong: {first['msg']}. Put it right there.") from error


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """`above` where it says something, `below` elsewhere."""
    both = {key: _over(below[key], above[key]) for key in above if isinstance(below.get(key), dict) and isinstance(above[key], dict)}
    return {**below, **above, **both}
