"""What a model likes to put in front of the words it speaks: a name tag, a gesture, a quotation mark. It is left out."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

_GESTURE: Final = re.compile(r"(?:(?P<mark>[*_])|[(\[])[^*_)\]\n]{1,86}[*_)\]]")
_GESTURE_BEGUN: Final = re.compile(r"[*_(\[][^*_)\]\n]{0,86}")
_CLOSING: Final = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«"}
_TAGS: Final = ("{}:", "**{}:**", "**{}**:", "*{}:*")


def spoken(pieces: Iterator[str], name: str) -> Iterator[str]:
    """The words themselves, piece by piece; the beginning is held back until it is clear what it is.

    `name` is the speaker's first name and family name. Of quotation marks in front, the closing one goes with the first.
    """
    tags = [form.format(called) for called in (name, name.split()[0]) for form in _TAGS]
    held = words = ""
    for piece in pieces:
        held += piece
        words = _without(held, tags)
        if not _unclear(words, tags):
            break
    closing = _CLOSING.get(words[:1], "") if len(words) > 1 else ""
    for piece in chain([words[1:] if closing else words], pieces):
        if closing and closing in piece:
            said = piece.replace(closing, "", 1)
            closing = ""
        else:
            said = piece
        if said:
            yield said


def _without(text: str, tags: list[str]) -> str:
    """The text without the tags and gestures in front."""
    rest = text.lstrip()
    for tag in tags:
        if rest.startswith(tag):
            return _without(rest[len(tag) :], tags)
    gesture = _GESTURE.match(rest)
    if gesture and not (gesture["mark"] and _goes_on(rest[gesture.end() :])):
        return _without(rest[gesture.end() :], tags)
    return rest


def _goes_on(after: str) -> bool:
    """Whether a sentence goes on after a starred word, which then was spoken with emphasis: "*Really* sorry"."""
    return bool(after) and (not after[0].isspace() or after.lstrip()[:1].islower())


def _unclear(words: str, tags: list[str]) -> bool:
    """Whether a tag or a gesture may still be on its way."""
    return bool(not words or _GESTURE_BEGUN.fullmatch(words) or words in _CLOSING or any(tag.startswith(words.rstrip()) for tag in tags))
