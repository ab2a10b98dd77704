"""What a tool cut is joined: a sentence that goes on behind the other's words, and a listener's "Mhm." inside a turn.

The same words give the same turns, however a tool cut them. Where a file has no points at the ends of sentences, nothing can be told from
them, and only listeners' words are looked at.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from simulator.conversation import words_in
from simulator.language.content_words import content_words
from simulator.language.sentences import sentences
from simulator.transcripts.around import all_of
from simulator.transcripts.naming import ENDED, folded
from simulator.transcripts.utterance import Utterance

POINTED: Final = 0.4
"""The share of utterances that end a sentence from which a file's points can be gone by."""
MOST_LISTENING: Final = 4
"""Words."""


def joined(said: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """The utterances with cut sentences whole again, in the place where they began."""
    merged = _in_a_row(said)
    pointed = sum(bool(ENDED.search(one.words)) for one in merged) >= POINTED * max(1, len(merged))
    found: list[Utterance] = []
    left = list(merged)
    while left:
        one = left.pop(0)
        while (rest := _goes_on_behind(one, left, pointed=pointed)) is not None:
            one, left = rest
        found.append(one)
    return tuple(_in_a_row(found))


def _goes_on_behind(one: Utterance, left: list[Utterance], *, pointed: bool) -> tuple[Utterance, list[Utterance]] | None:
    """The utterance with what follows of it behind the other's words, and the rest; None where nothing does."""
    if len(left) < 2 or not one.name or not left[0].name or _same(one, left[0]) or not _same(one, left[1]):
        return None
    other, more = left[0], left[1]
    if pointed and _cut(one.words, more.words):
        first, *others = sentences(more.words) or [more.words]
        taken, kept = _split(more, first)
        rest = [other, kept] if others and kept else [other]
        return _together(one, taken), _closed([*rest, *left[2:]])
    if listens(other.words) and not one.words.rstrip().endswith("?") and not listens(one.words):
        return _together(one, more), _closed([other, *left[2:]])
    return None


def _cut(words: str, more: str) -> bool:
    """Whether a sentence was cut there: it has no end, and goes on in small letters, behind a comma, or behind a word that ends none."""
    if ENDED.search(words):
        return False
    last = re.findall(r"[^\W\d_]+", words)[-1:]
    return more[:1].islower() or words.rstrip().endswith((",", ";", "-", "–", "—")) or bool(last and not content_words(last[0]))


def _closed(left: list[Utterance]) -> list[Utterance]:
    """Two utterances of one voice that have come to stand side by side are one."""
    if len(left) > 1 and _same(left[0], left[1]):
        return [_together(left[0], left[1]), *left[2:]]
    return left


def listens(words: str) -> bool:
    """Whether this is what a listener says while the other goes on."""
    parts = [folded(part) for part in re.split(r"[.,!…–]+", words) if part.strip()]
    return bool(parts) and words_in(words) <= MOST_LISTENING and all(part in all_of("listening") for part in parts)


def without_hums(words: str) -> str:
    """The words without a hum in front of them, which a tool may have parted from anywhere; a hum alone stays."""
    hums = "|".join(re.escape(one) for one in sorted(all_of("hums"), key=len, reverse=True))
    return re.sub(rf"^(?:(?:{hums})[.,!…–]+\s+)+(?=\w)", "", words, flags=re.IGNORECASE)


def _in_a_row(said: Sequence[Utterance]) -> list[Utterance]:
    found: list[Utterance] = []
    for one in said:
        if found and _same(found[-1], one):
            found[-1] = _together(found[-1], one)
        else:
            found.append(one)
    return found


def _same(one: Utterance, other: Utterance) -> bool:
    return folded(one.name) == folded(other.name)


def _together(one: Utterance, more: Utterance) -> Utterance:
    words = f"{one.words} {more.words}".strip()
    spans = [(each.start, each.end) for each in (one, more) if each.start is not None and each.end is not None]
    if len(spans) < 2:
        return replace(one, words=words, start=None, end=None, spoken=None)
    spoken = sum(_spoken(each) for each in (one, more))
    return replace(one, words=words, start=min(start for start, _ in spans), end=max(end for _, end in spans), spoken=spoken)


def _spoken(one: Utterance) -> float:
    if one.spoken is not None:
        return one.spoken
    return one.end - one.start if one.start is not None and one.end is not None else 0.0


def _split(one: Utterance, first: str) -> tuple[Utterance, Utterance | None]:
    """The utterance's first sentence and the rest, its time shared by letters."""
    head, rest = first.strip(), one.words[len(first) :].strip()
    if not rest:
        return one, None
    if one.start is None or one.end is None:
        return replace(one, words=head), replace(one, words=rest)
    share = len(head) / max(1, len(one.words))
    middle = one.start + share * (one.end - one.start)
    spoken = _spoken(one)
    return (
        replace(one, words=head, end=middle, spoken=share * spoken),
        replace(one, words=rest, start=middle, spoken=(1 - share) * spoken),
    )
