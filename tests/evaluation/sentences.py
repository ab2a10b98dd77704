"""Every kind of sentence that a scorecard can say, known by its words in `simulator/language/words/en`, whatever stands in their places."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from simulator.evaluation.criteria.details import Details, Happening
from simulator.evaluation.criteria.levels import CRITERIA, texts
from simulator.evaluation.feedback.headline import Headlines
from simulator.evaluation.feedback.moments import Moments
from simulator.evaluation.feedback.rewriting import Whys
from simulator.evaluation.lessons import Lessons
from simulator.evaluation.scorecard import Criterion, Scorecard

Said = tuple[str, Mapping[str, str], str]
"""A sentence: its kind, what stands in its places, and its words."""
QUOTED: Final = ("words", "question")
"""Places that hold words of the talk, which may have sentences of their own."""


@dataclass(frozen=True)
class Kind:
    """A kind of sentence and the pattern that knows it."""

    name: str
    pattern: re.Pattern[str]


def _kind(name: str, template: str) -> Kind:
    met: set[str] = set()

    def place(match: re.Match[str]) -> str:
        found = match.group(1)
        if found in met:
            return f"(?P={found})"
        met.add(found)
        return f"(?P<{found}>.+?)" if found in QUOTED else f"(?P<{found}>[^.]+?)"

    return Kind(name, re.compile(re.sub(r"\\\{(\w+)\\\}", place, re.escape(template))))


def _values(model: Any) -> Iterator[tuple[str, str]]:
    """Every sentence of a topic by where it stands there."""
    for field, value in model:
        if isinstance(value, str):
            yield field, value
        elif isinstance(value, dict):
            for key, one in value.items():
                for text in (one,) if isinstance(one, str) else one:
                    yield f"{field}.{key}", text
        else:
            for text in value:
                yield field, text


def kinds() -> dict[str, list[Kind]]:
    """Every kind of sentence there is, by the topic it is of."""
    found = {
        "headlines": list(_values(Headlines.of())),
        "lessons": [(f"lessons.{name}", text) for name, text in _values(Lessons.of())],
        "moments": [(f"moments.{name}", text) for name, text in _values(Moments.of())],
        "rewrites": [(f"rewrites.{name}", text) for name, text in _values(Whys.of())],
    }
    for name in CRITERIA:
        told = texts(name)
        levels = [*enumerate(told.levels), *told.instead.items()]
        found[f"levels.{name}"] = [(f"levels.{name}.{level}", text) for level, text in levels]
        found[f"details.{name}"] = [(f"details.{one.value}", Details.of().says[one]) for one in Happening if one.startswith(f"{name}_")]
    return {topic: [_kind(name, text) for name, text in some] for topic, some in found.items()}


KINDS: Final = kinds()


def said(card: Scorecard) -> Iterator[Said]:
    """Every sentence of a card; AssertionError for words of no kind."""
    if card.headline:
        yield from _headline(card.headline.rstrip("."))
    for criterion in card.criteria:
        if criterion.level is not None:
            yield from _criterion(criterion)
    if card.one_thing:
        yield from _known(card.one_thing.says, [one for one in KINDS["lessons"] if one.name == f"lessons.says.{card.one_thing.lesson}"])
    if card.best_question:
        for half in card.best_question.why.split(", ", 1):
            yield from _known(half, KINDS["moments"])
    if card.missed_cue:
        for half in card.missed_cue.why.split(", ", 1):
            yield from _known(half, KINDS["moments"])
        if card.missed_cue.answer:
            yield from _known(card.missed_cue.answer, KINDS["moments"])
    for rewrite in card.rewrites:
        if not rewrite.by:
            yield from _known(rewrite.why, KINDS["rewrites"])


def _headline(words: str) -> Iterator[Said]:
    """The two halves."""
    first, _, second = words.partition(", ")
    yield from _known(first, [one for one in KINDS["headlines"] if one.name.startswith("spoke")])
    if second:
        yield from _known(second, [one for one in KINDS["headlines"] if one.name.startswith("came")])


def _criterion(one: Criterion) -> Iterator[Said]:
    levels = [kind for kind in KINDS[f"levels.{one.id}"] if one.reading.endswith(_words(kind))]
    ending = max(levels, key=lambda kind: (kind.name.endswith(f"_{one.level}") or kind.name.endswith(f".{one.level}"), len(_words(kind))))
    yield ending.name, {}, _words(ending)
    rest = one.reading.removesuffix(_words(ending)).strip()
    while rest:
        matches = [(kind, match) for kind in KINDS[f"details.{one.id}"] if (match := kind.pattern.match(rest))]
        assert matches, f"no kind of sentence: {rest}"
        kind, match = max(matches, key=lambda pair: pair[1].end())
        yield kind.name, match.groupdict(), match.group()
        rest = rest[match.end() :].strip()
    if one.next:
        yield from _known(one.next, [kind for kind in KINDS["lessons"] if kind.name.startswith("lessons.short.")])


def _match(kind: Kind, words: str) -> re.Match[str] | None:
    """The words as they stand, or as they stood before they began a sentence."""
    return kind.pattern.fullmatch(words) or kind.pattern.fullmatch(words[0].lower() + words[1:])


def _words(kind: Kind) -> str:
    return re.sub(r"\\(.)", r"\1", kind.pattern.pattern)


def _known(words: str, some: list[Kind]) -> Iterator[Said]:
    found = [(kind, match) for kind in some if (match := _match(kind, words))]
    assert found, f"no kind of sentence: {words}"
    kind, match = found[0]
    yield kind.name, match.groupdict(), words
