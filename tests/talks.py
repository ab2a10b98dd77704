"""Attempts and scorecards by hand, for tests that need some."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from simulator.codes import Code
from simulator.conversation import Coded, Conversation, Segment, Speaker, Turn
from simulator.evaluation.scorecard import Criterion, Measure, Quote, Scorecard, Versions
from simulator.practice.attempt import Attempt
from simulator.state import RepState
from simulator.store.repository import SqlRepository

NOON = datetime(2026, 3, 2, 12, 0, 0, 500_000, tzinfo=UTC)
FIVE = (
    "What happened with the deal?",
    "You should call them today.",
    "So the date slipped again.",
    "What could you try?",
    "Send me the list by Friday.",
)
"""What a manager says in a short talk: asks, tells and gives back."""
STATE = RepState(openness=0.3, seed=7, turns=1, said=("Morning.",))

CODED = Coded(
    labeller="rules-1",
    segments=(
        Segment(turn=2, start=0, end=5, text="Some ", code=Code.SOCIAL),
        Segment(turn=2, start=5, end=11, text="words.", code=Code.ADVICE, confidence=0.4, uncertain=True, reason="why"),
    ),
    heads={"stage": {"goal": 0.5}},
)
"""What was made of the second turn, of `turn(2)`'s words."""


def turn(number: int, text: str = "Some words.", speaker: Speaker | None = None, **more: Any) -> Turn:
    """A turn; odd numbers are the rep's unless it is said otherwise."""
    who = speaker or (Speaker.REP if number % 2 else Speaker.MANAGER)
    return Turn(number=number, speaker=who, text=text, said_at=NOON, voice="scripted" if who is Speaker.REP else "", **more)


def attempt(name: str = "a1", *turns: Turn, **more: Any) -> Attempt:
    """An attempt with these turns, or with the rep's opening alone."""
    return Attempt(
        **{
            "id": name,
            "scenario_id": "late-quotes",
            "scenario_version": 1,
            "scenario_title": "Quotes go out late",
            "player": "Kim",
            "started_at": NOON,
            "state": STATE,
            "conversation": Conversation(turns=turns or (turn(1, "Morning."),)),
            **more,
        }
    )


def scorecard(**more: Any) -> Scorecard:
    """A scorecard with one of each part, and one measure and one criterion unscored."""
    quote = Quote(turn=2, start=0, end=8, text="=1+1 now")
    return Scorecard(
        **{
            "versions": Versions(app="0.1.0", codebook="codebook-1", labeller="rules-1", measures="measures-1", scenario="late-quotes-1"),
            "segments": (Segment(turn=2, start=0, end=8, text="=1+1 now", code=Code.INSTRUCTION),),
            "measures": (
                Measure(
                    id="talk_share", name="Talk share", definition="-", unit="share", value=0.4, shown="40 %", basis=10, evidence=(quote,)
                ),
                Measure(id="rq", name="R:Q", definition="-", unit="ratio", value=None, shown="–", basis=1, unscored="Only 1 question."),
            ),
            "criteria": (
                Criterion(id="balance", name="Balance", level=3, number="3 : 1", reading="You asked more than you told."),
                Criterion(id="close", name="Close", level=None, number="–", reading="", unscored="The talk was too short."),
            ),
            "score": 61.5,
            **more,
        }
    )


def spoil_one_of_two(folder: Path) -> None:
    """Keep the talks a1 and a2 in that data folder, and make a2 one that nobody can read."""
    path = folder / "simulator.db"
    repository = SqlRepository(f"sqlite:///{path}")
    for name in ("a1", "a2"):
        repository.add(attempt(name))
    repository.close()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE attempts SET state = '{broken' WHERE id = 'a2'")
