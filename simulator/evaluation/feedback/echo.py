"""The rep's own words, short enough to be given back inside a question."""

import re
from typing import Final

from simulator.conversation import words_in
from simulator.language.content_words import content_words
from simulator.language.sentences import sentences

LONGEST: Final = 9
"""Words; a longer quotation is no longer a question."""

_CLAUSES: Final = re.compile(r"\s*[,;:—–()]\s+|\s+[—–-]\s+|\s*[—–]\s*|\s+(?=(?:and|but|because|so|which|when|while|then)\s)")
_LEADS: Final = re.compile(
    r"^(?:(?:and|but|so|because|which|then)\s+|(?:and|but|so|well|yeah|yes|no|look|honestly|okay|ok|oh|right|sure|i mean|"
    r"you know|the thing is)\b[,:]\s+)+",
    re.IGNORECASE,
)
_QUOTES: Final = re.compile(r"[“”„\"«»<>\[\]()*_`#|\\$]")
_STANDS: Final = re.compile(
    r"^(?:i|we|you|he|she|it|they|that|this|there|nobody|everybody|everyone|no one|somebody|someone|nothing|my|our|the|"
    r"their|his|her|these|those|\w+['’](?:s|re|m|ve|d|ll))\b",
    re.IGNORECASE,
)

_TO_YOU: Final = re.compile(r"^(?:you|your|good morning|morning|hello|hi|hey)\b", re.IGNORECASE)
"""Words about the manager, or none about anything: nothing to take up."""


def echo(said: str, tell: str) -> str:
    """A stretch of `said` to take up, preferably one that shares a word with `tell`; empty where none can be quoted.

    It is verbatim: a whole short sentence, or else a clause that can stand alone.
    """
    best, score = "", 0.0
    for place, words in enumerate(_stretches(said)):
        worth = _worth(words, tell) + place * 0.01
        if worth > score:
            best, score = words, worth
    return best


def _stretches(said: str) -> list[str]:
    found: list[str] = []
    for sentence in map(str.strip, sentences(said[-1500:])):
        if sentence.endswith("?"):
            continue
        whole = _clean(sentence)
        if 1 <= words_in(whole) <= LONGEST:
            found.append(whole)
        else:
            found += [
                clause for part in _CLAUSES.split(sentence) if 3 <= words_in(clause := _clean(part)) <= LONGEST and _STANDS.match(clause)
            ]
    return [words for words in found if not _QUOTES.search(words) and not _TO_YOU.match(words)]


def _worth(words: str, tell: str) -> float:
    subject = content_words(words)
    shared = len(subject & content_words(tell))
    count = words_in(words)
    size = 1.0 if 3 <= count <= 8 else 0.5
    return size + min(len(subject), 3) + 2 * min(shared, 2) + bool(_STANDS.match(words))


def _clean(words: str) -> str:
    return _LEADS.sub("", words.strip()).strip(" .!?…,;:—–-'’‘")
