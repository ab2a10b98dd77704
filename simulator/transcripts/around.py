"""Words that stand around a talk in a file, of all languages at once: what tools write, who is nobody, what columns are called."""

import re
from functools import lru_cache
from typing import ClassVar, Final

from simulator.language.phrases import pattern
from simulator.language.words import Words


class Around(Words):
    """One language's words."""

    topic: ClassVar[str] = "transcripts"
    unknown: tuple[str, ...]
    footers: tuple[str, ...]
    endings: tuple[str, ...]
    sounds: tuple[str, ...]
    heads: tuple[tuple[str, ...], ...]
    lists: tuple[str, ...]
    openers: tuple[tuple[str, ...], ...]
    listening: tuple[str, ...]
    hums: tuple[str, ...]
    managers: tuple[str, ...]
    who: tuple[str, ...]
    words: tuple[str, ...]
    start: tuple[str, ...]
    end: tuple[str, ...]


MOST_OF_AN_ENDING: Final = 8
"""Words."""
_WEB: Final = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE)
_RULE: Final = re.compile(r"^[\W_]*$")
_BRACKETS: Final = re.compile(r"[\[(*]\s*(?P<inside>[^\[\]()*]{1,60}?)\s*[\])*](?!\s*[:：])|♪[^♪]*♪?")


@lru_cache(maxsize=16)
def all_of(what: str) -> tuple[str, ...]:
    """All languages' words of one field, the English ones first."""
    return Around.everywhere(what)


@lru_cache(maxsize=4)
def _any(what: str) -> re.Pattern[str]:
    return pattern(all_of(what))


def nobodys(line: str) -> bool:
    """Whether a line is the tool's: a footer, an address, a rule, an empty one, or "Dana Reed started transcription"."""
    plain = line.strip(" *_>\t").casefold()
    ended = len(plain.split()) <= MOST_OF_AN_ENDING and plain.endswith(all_of("endings"))
    return bool(_RULE.match(line) or _WEB.match(line) or _any("footers").match(plain)) or ended


def unknown(name: str) -> bool:
    """Whether this is what a tool calls somebody it does not know."""
    return bool(_any("unknown").match(name.strip(" []()<>")))


def sound(text: str) -> bool:
    """Whether this is what a tool writes for a sound: "laughter", "1 second pause"."""
    return bool(_any("sounds").search(text))


def without_sounds(words: str) -> str:
    """The words without what a tool writes for sounds in brackets; what stands in brackets alone is a sound, too."""
    if not any(mark in words for mark in "[(*♪"):
        return words.strip()
    left = _BRACKETS.sub(lambda found: " " if not found["inside"] or sound(found["inside"]) else found[0], words)
    return "" if _BRACKETS.fullmatch(left.strip()) else " ".join(left.split())
