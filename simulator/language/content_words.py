"""The words of a text that carry its subject, cut back to a common stem."""

import re
from typing import Final

from simulator.language.languages import GERMAN
from simulator.language.word_sets import word_set

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*")
_ENDINGS: Final = ("ings", "ing", "edly", "ed", "ies", "es", "ly", "s", "e", "y")
_EMPTY: Final = word_set("""
    a about above actually after again all also always am an and any anything are around as ask at away back be because been before being
    below but by came can come could day did do does doing done down each else even ever every everything far feel few find first for from
    get give go goes going gone gonna good got had has have having he hear her here hers him his how i if in into is it its just keep kind
    know last less let like little long look lot made make makes many may maybe me mean might mine more most much must my need never new
    next no not nothing now of off okay old on once one only or other our out over own people perhaps please point put quite rather really
    right said same say see seem seems she should so some something sort sound sounds still stuff such sure take talk tell than thank thanks
    that the their them then there these they thing things think this those though through time to today told too try two under until up
    upon us use very want was way we well went were what when where which while who whole why will with within without work would yeah yes
    yet you your yours don doesn didn isn wasn won couldn wouldn shouldn haven hasn hadn aren weren can cannot
    """)


def content_words(text: str, language: str = "en") -> frozenset[str]:
    """Stems of the words that carry a subject: no function words, none of the words every talk is full of.

    Numbers count as they stand. In a language whose function words are not known here, every word counts.
    """
    empty = _EMPTY | GERMAN if language == "de" else _EMPTY
    found = (match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))
    return frozenset(_stem(word) for word in found if len(word.split("'")[0]) > 1 and word.split("'")[0] not in empty)


def _stem(word: str) -> str:
    word = word.split("'")[0]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
