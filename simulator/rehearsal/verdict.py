"""What the plays of one scenario show: whether it can be published, and if not, why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from simulator.conversation import Speaker
from simulator.numbers import percent, rounded
from simulator.rehearsal.play import Play
from simulator.rep.mind import MOST_TURNS
from simulator.scenario.model import Layer, Scenario, Stance

GAP: Final = 5.0
"""Points, on the mean of the seeds, by which what the stance calls for must stand above the rest."""
COVERED: Final = 0.35
"""The least share of a scenario's lines that must have been heard in all plays together."""
EMPTY: Final = ("hollow", "insulter")
LEAST_OF_ALL: Final = 35.0
"""Points under which managers end who ask nothing, or insult."""
MUCH: Final = 30.0
"""Points by which a coach who asks in words of their own stands above them."""
STOOD_IN: Final = 0.2
"""The largest share of a model's turns that the script may take over."""

BETTER: Final[dict[Stance, tuple[tuple[str, str], ...]]] = {
    Stance.COACH: (("coach", "mixed"), ("mixed", "teller"), ("mixed", "seller"), ("coach", "inspector"), ("coach", "rambler")),
    Stance.LEAD: (("mixed", "teller"), ("clear", "teller"), ("clear", "seller"), ("clear", "inspector"), ("clear", "rambler")),
    Stance.MANAGE: (("clear", "coach"), ("clear", "teller"), ("clear", "seller"), ("clear", "inspector"), ("clear", "rambler")),
}
"""Pairs of managers, the one that must score more first."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`scores` is the mean over seeds for each manager, None where no talk was scored; `unheard` the lines nobody got to hear."""

    scenario: str
    scores: dict[str, float | None]
    coverage: float
    unheard: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def publishable(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.problems


def verdict(scenario: Scenario, plays: Sequence[Play]) -> Verdict:
    """Judge a scenario by its plays. A line counts as heard where it was meant, whatever words a model put it in."""
    scores = {name: _mean([play for play in plays if play.manager == name]) for name in dict.fromkeys(play.manager for play in plays)}
    heard = {line for play in plays for line in play.state.said}
    lines = scenario.plot()
    unheard = tuple(line for line in lines if line not in heard)
    coverage = 1 - len(unheard) / len(lines)
    problems = [
        *_order(scenario.stance, scores),
        *_each_seed(scenario.stance, plays),
        *_facts(scenario, plays),
        *_gamed(scenario, plays),
        *_talks(plays),
        *_stood_in(plays),
    ]
    if coverage < COVERED:
        problems.append(f"only {percent(coverage)} of its lines were heard; {percent(COVERED)} is the least")
    return Verdict(scenario=scenario.id, scores=scores, coverage=coverage, unheard=unheard, problems=tuple(problems))


def _mean(plays: Sequence[Play]) -> float | None:
    scored = [play.scorecard.score for play in plays if play.scorecard.score is not None]
    return fmean(scored) if scored else None


def _order(stance: Stance, scores: dict[str, float | None]) -> Iterator[str]:
    for better, worse in BETTER[stance]:
        high, low = scores.get(better), scores.get(worse)
        if high is None or low is None:
            continue  # a talk that cannot be scored has no place in an order
        if high < low + GAP:
            yield (
                f"the {better} manager scores {rounded(high)} and the {worse} {rounded(low)}; "
                f"in a {stance} scenario it must be {rounded(GAP)} points more"
            )


def _each_seed(stance: Stance, plays: Sequence[Play]) -> Iterator[str]:
    """What holds for the mean must hold for every seed, though by less."""
    scores = {(play.manager, play.seed): play.scorecard.score for play in plays}
    for better, worse in BETTER[stance]:
        for seed in sorted({play.seed for play in plays}):
            high, low = scores.get((better, seed)), scores.get((worse, seed))
            if high is not None and low is not None and high <= low:
                yield f"with seed {seed} the {better} manager scores {rounded(high)} and the {worse} {rounded(low)}"


def _facts(scenario: Scenario, plays: Sequence[Play]) -> Iterator[str]:
    out = {disclosure.fact for play in plays for disclosure in play.state.disclosed}
    for fact in scenario.facts:
        if fact.id not in out:
            yield f"no manager gets to hear the fact {fact.id}"
    told = {disclosure.fact for play in plays if play.manager == "teller" for disclosure in play.state.disclosed}
    for fact in scenario.facts:
        if fact.id in told and fact.layer is not Layer.SURFACE:
            yield f"the teller gets to hear {fact.id}, which lies deeper than the surface"


def _gamed(scenario: Scenario, plays: Sequence[Play]) -> Iterator[str]:
    """Who asks nothing, or insults, gets next to nothing, in points as in facts; asking in other words than the author's is worth it."""
    for play in plays:
        if play.manager not in EMPTY:
            continue
        where = f"the {play.manager} manager, seed {play.seed}"
        if play.scorecard.score is not None and play.scorecard.score >= LEAST_OF_ALL:
            yield f"{where} scores {rounded(play.scorecard.score)}; it must be under {rounded(LEAST_OF_ALL)}"
        facts = [one.fact for one in play.state.disclosed]
        if len(facts) > 1 or any(fact.layer is not Layer.SURFACE for fact in scenario.facts_named(facts)):
            yield f"{where} gets to hear {', '.join(facts)}"
    scores = {(play.manager, play.seed): play.scorecard.score for play in plays}
    if scenario.stance is Stance.COACH:
        for (manager, seed), low in scores.items():
            high = scores.get(("paraphraser", seed))
            if manager in EMPTY and high is not None and low is not None and high < low + MUCH:
                yield f"with seed {seed} the paraphraser scores {rounded(high)} and the {manager} manager {rounded(low)}"


def _talks(plays: Sequence[Play]) -> Iterator[str]:
    for play in plays:
        where = f"the {play.manager} manager, seed {play.seed}"
        said = [turn.text for turn in play.talk.by(Speaker.REP)]
        if len(said) != len(set(said)):
            twice = next(line for line in said if said.count(line) > 1)
            yield f"a line comes twice with {where}: “{twice}”"
        if len(said) > MOST_TURNS:
            yield f"the rep speaks {len(said)} times with {where}"
        if not play.by_rep:
            yield f"the talk has no end with {where}"
        if play.by_rep and play.state.turns < 5 and play.manager != "insulter":
            yield f"the rep leaves after {play.state.turns} turns with {where}"


def _stood_in(plays: Sequence[Play]) -> Iterator[str]:
    taken, turns = sum(play.stood_in for play in plays), sum(play.state.turns - 1 for play in plays)
    if taken > STOOD_IN * turns:
        yield f"the script took {taken} of {turns} turns, because the model failed or stepped out of the part"
