"""What a room is doing, in counts and dots: no names, no ranking."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from simulator.workshop.room import Member, RoomTalk

STUCK_AFTER: Final = timedelta(minutes=4)
"""Who has a talk open and says nothing for so long may want help."""


@dataclass(frozen=True, kw_only=True)
class Dot:
    """One scored talk: in the first round, or in a later one (`again`)."""

    again: bool
    asked_told: float | None
    ask_listen_share: float | None


@dataclass(frozen=True, kw_only=True)
class Board:
    """How many are here (`joined`), have a talk open (`talking`), ended one and have none open (`finished`); and the dots.

    `stuck` are the ids of those who said nothing for `STUCK_AFTER` in an open talk, for the facilitator alone.
    """

    joined: int
    talking: int
    finished: int
    dots: tuple[Dot, ...] = ()
    stuck: tuple[str, ...] = ()


def board(members: Iterable[Member], talks: Iterable[RoomTalk], now: datetime) -> Board:
    """What these people are doing with these talks, which come in the order in which they began; who was removed is not counted."""
    here = {one.person for one in members if one.removed_at is None}
    theirs = [one for one in talks if one.person in here]
    open_ = {one.person: one for one in theirs if one.finished_at is None}
    dots: list[Dot] = []
    before: set[tuple[str, str]] = set()
    for one in theirs:
        if one.finished_at and (one.asked_told is not None or one.ask_listen_share is not None):
            again = (one.person, one.scenario_id) in before
            dots.append(Dot(again=again, asked_told=one.asked_told, ask_listen_share=one.ask_listen_share))
        before.add((one.person, one.scenario_id))
    return Board(
        joined=len(here),
        talking=len(open_),
        finished=len({one.person for one in theirs} - open_.keys()),
        dots=tuple(dots),
        stuck=tuple(sorted(person for person, one in open_.items() if now - one.last_said_at >= STUCK_AFTER)),
    )
