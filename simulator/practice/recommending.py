"""What to practise next: the scenario that trains the weakest criterion of the latest talks and was not played yet, with the reason."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from simulator.evaluation.criteria.levels import CRITERIA, texts
from simulator.numbers import nearest, rounded
from simulator.practice.attempt import Summary
from simulator.scenario.model import Scenario, Stance, Style

LATEST: Final = 5
"""So many of a player's latest scored talks say where they stand."""
READY: Final = 65.0
"""Mean score from which the next one may be harder."""

TRAINS: Final[dict[str, tuple[frozenset[Style], str]]] = {
    "balance": (frozenset({Style.TALKATIVE, Style.PLEASING}), "{rep} lets you talk, so the balance is yours to keep"),
    "listening": (frozenset({Style.TIRED, Style.GUARDED, Style.ANXIOUS}), "{rep} says little until somebody has heard it"),
    "questions": (frozenset({Style.ANALYTICAL, Style.PROUD, Style.TALKATIVE}), "{rep} answers what is asked and no more"),
    "discovery": (frozenset({Style.GUARDED, Style.CYNICAL, Style.PROUD}), "with {rep} what matters lies deep"),
    "ownership": (frozenset({Style.PLEASING, Style.TIRED, Style.ANXIOUS}), "{rep} will say yes to anything you propose"),
    "close": (frozenset({Style.PLEASING, Style.CYNICAL, Style.ANALYTICAL}), "{rep} agrees easily and promises late"),
}
"""Whom a criterion is best practised with, and why; clarity is practised where the stance is lead or manage."""
_CLARITY: Final = "{rep} needs to hear something plain from you"


@dataclass(frozen=True, kw_only=True)
class Recommendation:
    """A scenario, and the sentence that says why this one."""

    scenario: Scenario
    why: str


def recommend(scenarios: Sequence[Scenario], latest: Sequence[Summary], played: Collection[str]) -> Recommendation | None:
    """What to play next, in a language they have practised in.

    `latest` are a player's latest finished talks, the newest first, and `played` the ids of all scenarios they have begun a talk in;
    None before the first scored talk, or when everything was played.
    """
    scored = [one for one in latest if one.score is not None]
    spoken = {one.language for one in scenarios if one.id in played}
    fresh = [one for one in scenarios if one.id not in played and (one.language in spoken or not spoken)]
    weakest = _weakest(scored[:LATEST])
    if not fresh or weakest is None:
        return None
    name, level = weakest
    harder = fmean(one.score or 0.0 for one in scored[:LATEST]) >= READY
    wanted = _difficulty(scored[:LATEST], scenarios) + (1 if harder else 0)
    best = min(fresh, key=lambda one: (not _trains(one, name), abs(one.difficulty - wanted), one.title))
    return Recommendation(scenario=best, why=_why(best, name, level))


def _weakest(scored: Sequence[Summary]) -> tuple[str, float] | None:
    """The criterion with the lowest mean level in these talks; of equals the one that stands first on the scorecard."""
    levels: dict[str, list[int]] = {}
    for one in scored:
        for name, level in one.levels.items():
            levels.setdefault(name, []).append(level)
    means = {name: fmean(levels[name]) for name in CRITERIA if name in levels}
    return min(means.items(), key=lambda item: item[1]) if means else None


def _difficulty(scored: Sequence[Summary], scenarios: Sequence[Scenario]) -> int:
    known = {one.id: one.difficulty for one in scenarios}
    met = [known[one.scenario_id] for one in scored if one.scenario_id in known]
    return nearest(fmean(met)) if met else 2


def _trains(scenario: Scenario, criterion: str) -> bool:
    if criterion not in TRAINS:
        return scenario.stance is not Stance.COACH
    return scenario.stance is Stance.COACH and scenario.persona.style in TRAINS[criterion][0]


def _why(scenario: Scenario, criterion: str, level: float) -> str:
    reason = (TRAINS[criterion][1] if criterion in TRAINS else _CLARITY).format(rep=scenario.persona.first_name)
    if not _trains(scenario, criterion):
        reason = f"{scenario.persona.first_name} is someone you haven't met yet"
    if level >= 4:
        return f"Your latest talks leave little to wish for. {reason[0].upper()}{reason[1:]}."
    return f"{texts(criterion).name} had the most room in your latest talks, {rounded(level, 1)} of 4, and {reason}."
