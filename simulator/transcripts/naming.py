"""Which of the things that stand where a name could stand are names, decided on the whole file; and whose words are nobody's.

A speaker is somebody whom the file lists or who comes back, or who is written as names are; "Here is the thing: …" is none of them. Words
without a name go on with the speaker before them where they go on with the sentence, or where the file names people only when they
change; else they are nobody's.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from simulator.transcripts.around import all_of, sound, unknown, without_sounds
from simulator.transcripts.utterance import Utterance

MOST_LETTERS: Final = 80
MOST_WORDS: Final = 14
COLONS: Final = 3
"""A name may hold a colon itself, where it always stands there with it."""
CHANGES_ONLY: Final = 0.2
"""Where at least so many utterances begin a sentence and have no name, the file names people only when they change."""
AT_ONCE: Final = 0.15
"""Seconds; what begins so soon after the words before goes on with them."""
ENDED: Final = re.compile(r"[.!?…。？！][\"'”’)\]]*$")
"""A sentence's end."""

_COLON: Final = re.compile(r"\s*[:：](?!//)(?=\s|$|[^\d\s])\s*")
_SENTENCE: Final = re.compile(r"[?!…]|[^\W\d_]{4,}[.]\s|[.]\s*$")
_DATED: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|^\d{1,2}[./-]\d")
_BRACKETED: Final = re.compile(r"^\s*\[(?P<name>[^\]]{1,80})\]\s*:?\s*(?P<words>\S.*)$", re.DOTALL)
_DASHED: Final = re.compile(r"^\s*(?:>>+|-(?=\s))\s*")


def folded(name: str) -> str:
    """The name for comparing: without regard to case, blanks, and how its letters are put together."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def in_front(text: str) -> tuple[tuple[str, str], ...]:
    """What could be names in front of words, each with the words behind it: "[Dana] …", or "Dana: …", the shortest first."""
    text = _DASHED.sub("", text)
    bracketed = _BRACKETED.match(text)
    if bracketed and could_be(name := bracketed["name"].strip()) and not name[0].islower() and not sound(name):
        return ((name, bracketed["words"].strip()),)
    colons = list(_COLON.finditer(text))[:COLONS]
    found = ((unbracketed(text[: colon.start()]), text[colon.end() :].strip()) for colon in colons)
    return tuple((name, words) for name, words in found if could_be(name))


def unbracketed(name: str) -> str:
    """The name without brackets around the whole of it."""
    return re.sub(r"^\[(.*)\]$", r"\1", name.strip()).strip()


def could_be(name: str) -> bool:
    """Whether a name may look like that: short, no sentence, with letters in it or the digits of a telephone."""
    letters = sum(letter.isalpha() for letter in name)
    digits = sum(letter.isdigit() for letter in name)
    return (
        0 < len(name) <= MOST_LETTERS
        and len(name.split()) <= MOST_WORDS
        and (letters > 0 or digits >= 5)
        and not _SENTENCE.search(name)
        and folded(name) not in all_of("heads")
    )


@dataclass(frozen=True)
class Names:
    """The names of a file, folded, and how often each stands in front."""

    counts: Counter[str]
    accepted: frozenset[str]

    @classmethod
    def found(cls, lines: Sequence[Sequence[str]], listed: Sequence[str] = ()) -> "Names":
        """Those among what stands in front of each line."""
        counts = Counter(folded(name) for names in lines for name in set(names))
        there = {folded(name) for name in listed}
        accepted = {folded(name) for names in lines for name in names if folded(name) in there or _accepted(name, counts[folded(name)])}
        return cls(counts, frozenset(accepted))

    def longest(self, names: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
        """The name in front, and the words behind it: of several the longest that is there as often as the shorter one, and comes back."""
        kept = [one for one in names if folded(one[0]) in self.accepted]
        if not kept:
            return None
        always = [one for one in kept[1:] if self.counts[folded(one[0])] == self.counts[folded(kept[0][0])] > 1]
        return always[-1] if always else kept[0]


def _accepted(name: str, count: int) -> bool:
    if not could_be(name):
        return False
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", name)
    openers = all_of("openers")
    if folded(name) in all_of("managers"):
        return True
    initials = count > 1 and name.isupper() and len(name) > 1
    if words and not initials and folded(words[0]) in openers and (len(words) > 1 or count < 2 or folded(name) in openers):
        return False
    cased = [word for word in words if word[0].islower() or word[0].isupper()]
    capital = sum(word[0].isupper() for word in cased)
    if count > 1:
        return len(words) <= 3 or capital >= 0.5 * len(cased)
    return not _DATED.search(name) and (len(words) <= 1 or (len(words) <= 5 and capital >= 0.6 * len(cased)))


def with_names(said: Sequence[Utterance], listed: Sequence[str] = ()) -> tuple[Utterance, ...]:
    """The same with the names that stand before words taken out of them, sounds left out, and nobody's words without a name."""
    clean = [replace(one, name=" ".join(one.name.split())) for one in said]
    fronts = [in_front(one.words) if one.open else () for one in clean]
    names = Names.found([[name for name, _ in some] for some in fronts if some], [*listed, *(one.name for one in said if one.name)])
    found: list[Utterance] = []
    for one, some in zip(clean, fronts, strict=True):
        chosen = names.longest(some)
        name, words = chosen or (one.name, _DASHED.sub("", one.words))
        found.append(replace(one, name=name, words=without_sounds(words)))
    return tuple(one for one in _carried(found) if one.words)


def _carried(said: Sequence[Utterance]) -> Iterable[Utterance]:
    """Words without a name go on with the speaker before them, or are nobody's."""
    spoken = [one for one in said if one.words]
    nameless = sum(not one.name and bool(ENDED.search(last.words)) for last, one in pairwise(spoken))
    changes_only = nameless >= CHANGES_ONLY * max(1, len(spoken))
    before: Utterance | None = None
    for one in said:
        if one.name:
            current = replace(one, name="") if unknown(one.name) else one
        elif before is not None and before.name and (changes_only or _goes_on(before, one)):
            current = replace(one, name=before.name)
        else:
            current = one
        if current.words:
            before = current
        yield current


def _goes_on(before: Utterance, one: Utterance) -> bool:
    if not ENDED.search(before.words):
        return True
    return before.end is not None and one.start is not None and one.start - before.end <= AT_ONCE
