"""What a group's talks say together: first against last try, guesses, criteria, facts, questions, how talks went. Values in, values out.

Nobody is ranked. What people said themselves is among it only where the workshop shows names: nobody was asked for more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import Final

import numpy as np

from simulator.codes import Move
from simulator.evaluation.criteria.levels import CRITERIA
from simulator.evaluation.measures.self_rating import GAP_ASKED
from simulator.evaluation.measures.shares import ASK_LISTEN_SHARE, ASKED_SHARE
from simulator.practice.attempt import Summary
from simulator.practice.progress import Rope, tightrope
from simulator.scenario.model import Layer, Stance
from simulator.workshop.scored import FactMet, ScoredTalk

FEWEST_PEOPLE: Final = 5
"""With fewer people who tried twice, a mean change says nothing of a group."""
NEAR: Final = 0.05
"""A guess of a share that comes so near is as good as one can be: it is made in steps of that."""
SCORE: Final = "score"
_FACTS, _QUESTIONS, _TO_A_FACT = 5, 8, 3
_RESAMPLES: Final = 2000
_SEED: Final = 14
_MIDDLE: Final = (0.025, 0.975)
"""What lies between is 95 of 100 resampled means."""
_SHARE: Final = ASK_LISTEN_SHARE.id


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One person's first and last tries of the same situations; the mean of each, where they tried several situations twice."""

    person: str
    first: float
    last: float


@dataclass(frozen=True, kw_only=True)
class Shift:
    """How a figure moved from first to last tries: `by` is the mean change over people, `low` to `high` its 95 % interval.

    All three are None where fewer than `FEWEST_PEOPLE` tried a situation twice.
    """

    id: str
    pairs: tuple[Pair, ...]
    by: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, kw_only=True)
class Guessed:
    """One guess of the asked share beside what was measured, both 0 to 1; `again` says that it was not of a first try."""

    guess: float
    measured: float
    again: bool


@dataclass(frozen=True, kw_only=True)
class MeanLevel:
    """A criterion's mean level, 0 to 4, over so many talks."""

    id: str
    level: float
    talks: int


@dataclass(frozen=True, kw_only=True)
class Question:
    """What somebody asked, and the id of who did."""

    person: str
    text: str


@dataclass(frozen=True, kw_only=True)
class MissedFact:
    """A fact, and how many of the people who tried its situation it was never told to. `summary` is empty where that is all of them."""

    title: str
    layer: Layer
    summary: str
    opener: str
    missed: int
    people: int
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Group:
    """The debrief of a group.

    `talks` are those it is made of, `other_versions` how many were left out, since other versions scored them. `quoted` says whether
    questions that people asked are in it. `thirds` count the managers' moves in the first, middle and last third of their talks. `levels`
    begin with the weakest criterion, `missed` with the fact that most people missed.
    """

    talks: int
    people: int
    other_versions: int
    quoted: bool
    shifts: tuple[Shift, ...]
    guesses: tuple[Guessed, ...]
    levels: tuple[MeanLevel, ...]
    missed: tuple[MissedFact, ...]
    questions: tuple[Question, ...]
    thirds: tuple[Mapping[Move, int], ...]
    stances: tuple[Rope, ...]

    @property
    def gap(self) -> float | None:
        """The middle one of all gaps between a guess and what was measured; above 0 people asked less than they thought."""
        return median(one.guess - one.measured for one in self.guesses) if self.guesses else None


def group_debrief(talks: Iterable[ScoredTalk], stances: Mapping[str, Stance], *, quoted: bool) -> Group:
    """What these talks say together. `stances` are the scenarios', by id; `quoted` lets in what people asked, with who did."""
    found = sorted(talks, key=lambda one: one.started_at)
    same = [one for one in found if one.measured_by == found[-1].measured_by]
    tries = _tries(same)
    return Group(
        talks=len(same),
        people=len({one.person for one in same}),
        other_versions=len(found) - len(same),
        quoted=quoted,
        shifts=tuple(_shift(name, tries) for name in (_SHARE, SCORE)),
        guesses=tuple(_guesses(tries)),
        levels=_levels(same),
        missed=tuple(_missed(same, quoted=quoted)[:_FACTS]),
        questions=_best(same) if quoted else (),
        thirds=_thirds(same),
        stances=tightrope([_summary(one) for one in same], stances),
    )


def interval(changes: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile bootstrap interval of the mean of these; the same changes give the same interval."""
    drawn = np.random.default_rng(_SEED).integers(0, len(changes), (_RESAMPLES, len(changes)))
    low, high = np.quantile(np.asarray(changes)[drawn].mean(axis=1), _MIDDLE)
    return float(low), float(high)


def _tries(talks: Sequence[ScoredTalk]) -> dict[tuple[str, str], list[ScoredTalk]]:
    """Each person's tries of each situation, the first first."""
    tries: dict[tuple[str, str], list[ScoredTalk]] = defaultdict(list)
    for one in talks:
        tries[one.person, one.scenario_id].append(one)
    return tries


def _shift(name: str, tries: Mapping[tuple[str, str], Sequence[ScoredTalk]]) -> Shift:
    """Only tries of the same situation, in the same version, are set against each other; each person counts once."""
    theirs: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for (person, _), some in tries.items():
        given = [(one.versions, value) for one in some if (value := _value(one, name)) is not None]
        if len(given) > 1 and given[0][0] == given[-1][0]:
            theirs[person].append((given[0][1], given[-1][1]))
    pairs = tuple(
        Pair(person=person, first=fmean(one for one, _ in both), last=fmean(one for _, one in both)) for person, both in theirs.items()
    )
    if len(pairs) < FEWEST_PEOPLE:
        return Shift(id=name, pairs=pairs)
    changes = [one.last - one.first for one in pairs]
    low, high = interval(changes)
    return Shift(id=name, pairs=pairs, by=fmean(changes), low=low, high=high)


def _value(talk: ScoredTalk, name: str) -> float | None:
    return talk.score if name == SCORE else talk.figures.get(name)


def _guesses(tries: Mapping[tuple[str, str], Sequence[ScoredTalk]]) -> Iterable[Guessed]:
    for some in tries.values():
        for place, one in enumerate(some):
            measured = one.figures.get(ASKED_SHARE.id)
            if one.guess and one.guess.asked_share is not None and measured is not None and GAP_ASKED.id in one.figures:
                yield Guessed(guess=one.guess.asked_share, measured=measured, again=place > 0)


def _levels(talks: Sequence[ScoredTalk]) -> tuple[MeanLevel, ...]:
    judged = {name: [one.levels[name] for one in talks if name in one.levels] for name in CRITERIA}
    means = [MeanLevel(id=name, level=fmean(some), talks=len(some)) for name, some in judged.items() if some]
    return tuple(sorted(means, key=lambda one: one.level))


def _missed(talks: Sequence[ScoredTalk], *, quoted: bool) -> list[MissedFact]:
    """By how many people never heard it, the most first; of as many the share decides. What somebody heard once is not missed."""
    met: dict[tuple[str, str], list[tuple[ScoredTalk, FactMet]]] = defaultdict(list)
    for one in talks:
        for fact in one.facts:
            met[one.scenario_id, fact.id].append((one, fact))
    rows = []
    for some in met.values():
        people, heard = {one.person for one, _ in some}, {one.person for one, fact in some if fact.found}
        talk, fact = some[-1]
        asked = [Question(person=one.person, text=told.question) for one, told in some if told.question]
        if len(heard) < len(people):
            rows.append(
                MissedFact(
                    title=talk.title,
                    layer=fact.layer,
                    summary=fact.summary if heard else "",
                    opener=fact.opener,
                    missed=len(people - heard),
                    people=len(people),
                    questions=_each_once(asked)[:_TO_A_FACT] if quoted else (),
                )
            )
    return sorted(rows, key=lambda one: (-one.missed, -one.missed / one.people))


def _best(talks: Sequence[ScoredTalk]) -> tuple[Question, ...]:
    """The best question of each person's latest talk that has one."""
    latest = {one.person: one.best_question for one in talks if one.best_question}
    return _each_once([Question(person=person, text=text) for person, text in latest.items()])[:_QUESTIONS]


def _each_once(some: Sequence[Question]) -> tuple[Question, ...]:
    first = {one.text.casefold(): one for one in reversed(some)}
    return tuple(one for one in some if first[one.text.casefold()] is one)


def _thirds(talks: Sequence[ScoredTalk]) -> tuple[Mapping[Move, int], ...]:
    """Counts for each third; a talk of fewer than three turns of the manager's has no thirds."""
    counts = tuple(Counter[Move]() for _ in range(3))
    for one in talks:
        places = {turn: place for place, turn in enumerate(sorted({turn for turn, _ in one.moves}))}
        if len(places) >= len(counts):
            for turn, move in one.moves:
                counts[places[turn] * len(counts) // len(places)][move] += 1
    return counts if any(counts) else ()


def _summary(talk: ScoredTalk) -> Summary:
    return Summary(scenario_id=talk.scenario_id, score=talk.score, levels=talk.levels, figures=talk.figures)
