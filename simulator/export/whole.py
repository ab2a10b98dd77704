"""Talks whole: one text to read, one file of JSON lines with all that is kept of each, and who they are of."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from simulator.conversation import SILENCE, Speaker
from simulator.evaluation.review import Review
from simulator.export.put_right import score_as_read
from simulator.people.person import Person
from simulator.practice.attempt import Attempt

_ATTEMPT: Final = TypeAdapter(Attempt)
_PERSON: Final = TypeAdapter(Person)


_REVIEW: Final = TypeAdapter(Review)
Written = Iterable[tuple[str, Review]]
"""What somebody said of others' talks, each with the id of its talk."""


def whole_files(attempts: Iterable[Attempt], person: Person, written: Written, folder: Path) -> tuple[Path, ...]:
    """Write `person.json`, `talks.txt`, `talks.jsonl` and `reviews.jsonl`; OSError where that cannot be done.

    What the rep of a talk keeps to themself belongs to the scenario: it is left out.
    """
    mine, text, lines = folder / "person.json", folder / "talks.txt", folder / "talks.jsonl"
    who = _PERSON.dump_python(person, mode="json") | {"roles": sorted(person.roles)}
    mine.write_text(json.dumps(who, ensure_ascii=False, indent=2), encoding="utf-8")
    with text.open("x", encoding="utf-8", newline="\n") as read, lines.open("x", encoding="utf-8", newline="\n") as whole:
        for attempt in attempts:
            read.write(_to_read(attempt))
            values = _ATTEMPT.dump_python(attempt, mode="json", exclude={"state": True, "conversation": {"turns": {"__all__": {"coded"}}}})
            whole.write(f"{json.dumps(values, ensure_ascii=False)}\n")
    theirs = folder / "reviews.jsonl"
    with theirs.open("x", encoding="utf-8", newline="\n") as said:
        for talk, review in written:
            said.write(f"{json.dumps({'attempt': talk, **_REVIEW.dump_python(review, mode='json')}, ensure_ascii=False)}\n")
    return mine, text, lines, theirs


def _to_read(attempt: Attempt) -> str:
    card = attempt.scorecard
    score = f", {'' if card.score is None else 'score '}{score_as_read(card, 'not scored')}" if card else ""
    head = f"{attempt.scenario_title}\n{attempt.started_at:%Y-%m-%d %H:%M} UTC{score}\n\n"
    who = {Speaker.MANAGER: "You", Speaker.REP: "They"}
    return head + "".join(f"{who[turn.speaker]}: {'…' if turn.text == SILENCE else turn.text}\n\n" for turn in attempt.conversation) + "\n"
