"""Turns and what they are about, for the network that understands them: made of the scenarios' own texts, and written for it.

Every text by which a thing is known stands once for a turn about it. The questions in `questions/` were written by others than the
scenarios' authors; most are coded as well, and teach the labeller (`coded`). Scenarios in `HELD_OUT` measure, and are not learned from.
"""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from simulator.rep.answerable import Answerable, answerables, turns
from simulator.scenario.model import Scenario
from training.corpora import single
from training.talks import Coded

QUESTIONS: Final = Path(__file__).parent / "questions"
UNSEEN: Final = QUESTIONS / "unseen"
"""Questions of six scenarios, by another writer, that no training sees: they measure what ships, which has learned every scenario."""
HELD_OUT: Final = (
    *("champion-left-nobody-told", "forecast-slips-every-month", "territory-change", "discount-without-approval"),
    *("quiet-good-work", "star-who-will-not-share", "cold-calls-avoided", "messekontakte-versanden"),
)


@dataclass(frozen=True)
class Asked:
    """A turn, what the rep said before it, and the places of the things it is about; empty for nothing. `own` is the text it is made of."""

    turn: str
    last: str
    about: frozenset[int]
    own: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Known:
    """A scenario's things and the turns that are about them."""

    scenario: Scenario
    things: tuple[Answerable, ...]
    asked: tuple[Asked, ...]
    written: tuple[Asked, ...]

    def there(self, one: Asked) -> list[int]:
        """The things that can be asked about in that place: details only of what the rep speaks of."""
        return [place for place, thing in enumerate(self.things) if thing.detail is None or thing.name == one.subject or place in one.about]


def known(scenario: Scenario, chance: random.Random, questions: Path = QUESTIONS) -> Known:
    """What there is to learn from a scenario, with the questions written for it in that folder."""
    things = (*answerables(scenario), *turns(scenario))
    lines = {fact.id: fact.lines for fact in scenario.facts} | {idea.id: idea.lines for idea in scenario.ideas}
    every = [line for some in lines.values() for line in some] + list(scenario.opening)
    asked = []
    for place, thing in enumerate(things):
        for text in thing.asks:
            near = thing.detail is not None and thing.name in lines
            last = chance.choice(lines[thing.name]) if near else chance.choice(every)
            subject = thing.name if near else next((name for name, some in lines.items() if last in some), "")
            asked.append(Asked(text, last, frozenset({place}), text, subject))
    return Known(scenario, things, tuple(asked), tuple(_written(scenario, things, lines, questions)))


def _written(scenario: Scenario, things: Sequence[Answerable], lines: dict[str, list[str]], questions: Path) -> Iterator[Asked]:
    named = {thing.key: place for place, thing in enumerate(things)}
    for row, last in _rows(scenario, things, questions):
        turn = row.get("turn") or "".join(text for text, _, _ in row["segments"])
        owner = row["last"].partition(":")[2].partition("/")[0]
        yield Asked(turn, last, frozenset(named[name] for name in row["about"]), "", owner if owner in lines else "")


def _rows(scenario: Scenario, things: Sequence[Answerable], questions: Path = QUESTIONS) -> Iterator[tuple[dict[str, Any], str]]:
    """The questions written for a scenario, each with what the rep has said before it."""
    path = questions / f"{scenario.id}.jsonl"
    said = {thing.key: thing.says[-1] for thing in things if thing.says}
    said |= {"opening": scenario.opening[0], "heard": scenario.reactions.heard[0], "told": scenario.reactions.told[0]}
    said |= {f"standing:{question.value}": answer.open[0] for question, answer in scenario.standing.items()}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        row = json.loads(line)
        yield row, said[row["last"]]


def coded(scenarios: Iterable[Scenario]) -> Iterator[Coded]:
    """The questions that are coded: `segments` of [words, code, marks] stand in the place of the `turn`."""
    for scenario in scenarios:
        for row, last in _rows(scenario, (*answerables(scenario), *turns(scenario))):
            if "segments" in row and scenario.id not in HELD_OUT:
                yield single(row["segments"], last)
