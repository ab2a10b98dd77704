"""What makes a scenario unfit to practise with although its fields are right: leaks, what is out of reach or too near, unfinished text.

A file with such faults is played all the same; `simulator scenarios check` tells of each with its field and what to do. What only a reader
can see (facts that contradict each other, names of real people) is not looked for.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, ClassVar, Final

from simulator.codes import Code
from simulator.conversation import words_in
from simulator.language.content_words import content_words
from simulator.language.languages import known, language_of, name_of
from simulator.language.phrases import pattern
from simulator.language.words import Words
from simulator.library.mistake import name
from simulator.scenario.coherence import SPOKEN, Clash, Place, find
from simulator.scenario.model import Layer, Scenario

PUBLIC: Final = (
    ("title",), ("summary",), ("symptoms", "*"), ("persona", "background"), ("brief", "situation"), ("brief", "aim"),
    ("brief", "known", "*"),
    ("opening", "*"), ("reactions", "*", "*"), ("deflections", "*"), ("misreadings", "*", "*", "*"), ("closings", "*", "*"),
    ("standing", "*", "*", "*"), ("public", "*", "asks", "*"), ("public", "*", "lines", "*"), ("mentions", "*", "*", "*"),
    ("asides", "*", "*"), ("unknown", "*", "*"), ("facts", "*", "not_yet", "*"),
)  # fmt: skip
"""What can be read or heard before anything is earned."""
CUES: Final = (("facts", "*", "cues", "*"), ("ideas", "*", "cues", "*"))
TEXTS: Final = (
    *SPOKEN, *CUES, ("brief", "situation"), ("brief", "known", "*"), ("facts", "*", "summary"), ("facts", "*", "opener"),
    ("symptoms", "*"), ("debrief", "*"), ("title",), ("summary",),
)  # fmt: skip
"""What is looked through for text that is not finished."""
GIVEN_AWAY: Final = 0.7
"""Of the words of a concern or a root that carry its subject, the share that tells it."""
ENOUGH: Final = 6
"""Such words that a summary needs to be looked for."""
ALIKE: Final = 0.8
"""Words in common, of all, from which two texts are twins."""
HARDLY: Final = 0.95
"""Openness that nobody reaches in a talk."""
SAME_BEGINNING: Final = 5
OFTEN: Final = 3
"""So many lines that begin with the same words, so many of them, are written by rote."""
SWAPPED: Final = 0.75
"""How much shorter; where both are as they should be, the first takes at least 1.3 times the words of the second in all that ships."""
SHARED: Final = 2
"""Words that carry the subject and that a debrief has in common with the facts, at least."""

_TO_DO: Final = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b")
_UNFIT: Final = (
    (
        re.compile(r"<[a-z/][^>]*>|</|&[a-z]+;|```|\[[A-Z][A-Z _]+\]|\{[a-z_]+\}"),
        "there is markup or a gap to fill in it",
        "Write what is said, and nothing else.",
    ),
    (
        re.compile(r"(?:^|\s)\*[^*\n]{3,80}\*|^\s*[\[(][a-z][^\])]{3,80}[\])]"),
        "there is a stage direction in it",
        "Let the words show it; nobody hears a gesture.",
    ),
    (
        re.compile(r"https?://|www\.\w|[\w.+-]+@[\w-]+\.\w{2,}|\+\d[\d ]{7,}\d"),
        "there is an address or a number to reach somebody by",
        "Leave it out: a scenario is about nobody in particular.",
    ),
)


class Unfit(Words):
    """Phrases of text that is not finished, and of openers that lead."""

    topic: ClassVar[str] = "soundness"
    placeholders: tuple[str, ...]
    insults: tuple[str, ...]
    leading: tuple[str, ...]


@lru_cache(maxsize=3)
def _any(what: str) -> re.Pattern[str]:
    """Finds a phrase of that field in any language."""
    return pattern(Unfit.everywhere(what))


def faults(scenario: Scenario) -> Iterator[Clash]:
    """Every fault of a scenario whose fields are right."""
    data = scenario.model_dump(mode="json")
    yield from _leaks(scenario, data)
    yield from _reach(scenario)
    yield from _unfinished(data)
    yield from _by_rote(data)
    yield from _twins(data)
    yield from _openers(data)
    yield from _spoken_language(scenario, data)
    yield from _swapped(scenario)
    yield from _another_debrief(scenario)


def _texts(data: Any, patterns: Sequence[Sequence[str]]) -> Iterator[tuple[Place, str]]:
    return ((where, text) for one in patterns for where, text in find(data, one) if isinstance(text, str))


def _leaks(scenario: Scenario, data: Any) -> Iterator[Clash]:
    """What is kept and can be read or heard before it is earned."""
    kept = [
        (fact, words)
        for fact in scenario.facts
        if fact.layer is not Layer.SURFACE and len(words := content_words(fact.summary, scenario.language)) >= ENOUGH
    ]
    for where, text in _texts(data, PUBLIC):
        here = content_words(text, scenario.language)
        for fact, words in kept:
            if len(words & here) >= GIVEN_AWAY * len(words):
                hint = f"Say less here: it can be known before {fact.id} is earned."
                yield Clash(where=where, problem=f"this tells {fact.id}, which the rep keeps ({fact.layer.value})", hint=hint)


def _reach(scenario: Scenario) -> Iterator[Clash]:
    """What nothing opens, and what opens too easily."""
    for kind, every in (("facts", [fact.needs for fact in scenario.facts]), ("ideas", [idea.needs for idea in scenario.ideas])):
        for place, needs in enumerate(every):
            shut = [code.value for code in needs.by if not code.opens]
            if shut:
                hint = "Only questions, reflections and summaries open something."
                yield Clash(where=(kind, place, "needs", "by"), problem=f"{', '.join(shut)} opens nothing", hint=hint)
            if needs.openness >= HARDLY:
                hint = "Roots ask for 0.5 to 0.7, ideas for less."
                yield Clash(where=(kind, place, "needs", "openness"), problem="no rep becomes so open in a talk", hint=hint)
    for place, fact in enumerate(scenario.facts):
        deep = fact.layer is not Layer.SURFACE
        if deep and Code.CLOSED_QUESTION in fact.needs.by:
            hint = "Leave closed_question out: what weighs is not got by a yes."
            yield Clash(where=("facts", place, "needs", "by"), problem=f"a closed question opens this {fact.layer.value}", hint=hint)
        if deep and fact.needs.openness <= 0:
            hint = "A concern asks for 0.3 to 0.5, a root for 0.5 to 0.7."
            yield Clash(where=("facts", place, "needs", "openness"), problem=f"this {fact.layer.value} needs no openness", hint=hint)


def _unfinished(data: Any) -> Iterator[Clash]:
    """Gaps, markup, stage directions, contact data, insults."""
    for where, text in _texts(data, TEXTS):
        for wrong, problem, hint in _UNFIT:
            if wrong.search(text):
                yield Clash(where=where, problem=problem, hint=hint)
        if _any("placeholders").search(text) or _TO_DO.search(text):
            yield Clash(where=where, problem="this is not written yet", hint="Write what is really said.")
    for where, text in _texts(data, SPOKEN):
        if _any("insults").search(text):
            yield Clash(where=where, problem="the rep insults somebody", hint="Say what they feel; an insult teaches nobody.")


def _by_rote(data: Any) -> Iterator[Clash]:
    """Lines, and cues, that begin with the same words, as nobody speaks."""
    for what, patterns in (("lines", SPOKEN), ("cues", CUES)):
        found = [(where, " ".join(text.casefold().split()[:SAME_BEGINNING])) for where, text in _texts(data, patterns)]
        often = Counter(begin for _, begin in found if len(begin.split()) == SAME_BEGINNING)
        for where, begin in found:
            if often[begin] >= OFTEN:
                problem = f"{often[begin]} {what} begin with “{begin}”"
                yield Clash(where=where, problem=problem, hint="Let each begin as a person would begin it.")


def _twins(data: Any) -> Iterator[Clash]:
    """Cues that are nearly one, of one fact or of two, and symptoms that are."""
    for what, patterns in (("cue", CUES), ("symptom", (("symptoms", "*"),))):
        seen: list[tuple[Place, frozenset[str]]] = []
        for where, text in _texts(data, patterns):
            words = frozenset(re.findall(r"\w+", text.casefold()))
            twin = next((other for other, there in seen if len(words & there) >= ALIKE * len(words | there)), None)
            if twin is not None and len(words) > 2:
                hint = f"Say it in other words, or leave one out; the other is {name(twin)}."
                yield Clash(where=where, problem=f"this {what} is nearly the same as another", hint=hint)
            seen.append((where, words))


def _openers(data: Any) -> Iterator[Clash]:
    for where, text in _texts(data, (("facts", "*", "opener"),)):
        if _any("leading").match(text.strip()):
            yield Clash(where=where, problem="this opener holds its answer", hint="Ask so that they can answer anything, with what or how.")


def _spoken_language(scenario: Scenario, data: Any) -> Iterator[Clash]:
    lines = " ".join(text for _, text in _texts(data, SPOKEN))
    spoken = language_of(lines)
    if not known(scenario.language) and spoken:
        yield Clash(where=("language",), problem=f"the rep speaks {name_of(spoken)}", hint=f"Write language: {spoken}.")
    elif spoken and spoken != scenario.language:
        problem = f"the rep speaks {name_of(spoken)}, and the scenario says {name_of(scenario.language)}"
        yield Clash(where=("language",), problem=problem, hint=f"Write language: {spoken}, or the lines in {name_of(scenario.language)}.")


def _swapped(scenario: Scenario) -> Iterator[Clash]:
    """What somebody promises of their own takes more words than what they agree to; a warm goodbye more than a cool one."""
    own, imposed = _long(scenario.commitments.own.lines), _long(scenario.commitments.imposed.lines)
    if own < SWAPPED * imposed:
        hint = (
            "Under own stands what they promise of their own idea, in their words; under imposed what they agree to because they were told."
        )
        yield Clash(where=("commitments",), problem="own and imposed look swapped: own says less", hint=hint)
    if _long(scenario.closings.warm) < SWAPPED * _long(scenario.closings.cool):
        hint = "Under warm stands how they leave somebody they trust by then."
        yield Clash(where=("closings",), problem="warm and cool look swapped: warm says less", hint=hint)


def _long(lines: Sequence[str]) -> float:
    return sum(map(words_in, lines)) / max(1, len(lines))


def _another_debrief(scenario: Scenario) -> Iterator[Clash]:
    facts = content_words(" ".join((*(fact.summary for fact in scenario.facts), scenario.persona.name)), scenario.language)
    if len(content_words(scenario.debrief.story, scenario.language) & facts) < SHARED:
        hint = "Tell what was behind it, in this scenario's own facts."
        yield Clash(where=("debrief", "story"), problem="this story has nothing in common with the facts", hint=hint)
