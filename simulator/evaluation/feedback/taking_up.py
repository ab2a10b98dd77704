"""Whether words take up what was said, in any language: a word of it, a "that" that points at it, or a prompt to go on."""

import re
from functools import lru_cache

from simulator.evaluation.measures.follow_ups import takes_up
from simulator.hollow import Bare, bare
from simulator.language.content_words import content_words
from simulator.language.phrases import pattern
from simulator.language.words import ENGLISH, languages


def taken_up(words: str, said: str, language: str) -> bool:
    """Whether `words` take up something of `said`; both in that language."""
    if language == ENGLISH:
        return takes_up(words, said)
    return bool(content_words(words, language) & content_words(said, language)) or bare(words) or points(words, language)


def points(words: str, language: str) -> bool:
    """Whether there is a "that" in the words."""
    return bool(_pointing(language).search(words))


@lru_cache(maxsize=8)
def _pointing(language: str) -> re.Pattern[str]:
    return pattern(Bare.of(language).pointing if language in languages(Bare.topic) else ())
