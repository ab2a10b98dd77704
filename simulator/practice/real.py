"""Real talks, kept and scored beside the practised ones: the words of two sides, and never the file they came in."""

import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from simulator.conversation import Conversation, Speaker
from simulator.evaluation.scorecard import Estimate
from simulator.people.person import kept_name
from simulator.people.rates import Counted
from simulator.practice.attempt import Attempt, Selection, Source
from simulator.practice.held import Held
from simulator.practice.use_cases import Practice
from simulator.scenario.model import Stance
from simulator.state import RepState
from simulator.transcripts import Transcript

LONGEST_TITLE: Final = 80
NO_STATE: Final = RepState(openness=0.0, seed=0)
"""What is known of how a real person was left: nothing."""


@dataclass(frozen=True, kw_only=True)
class File:
    """What somebody brings: a file's name, its ending, and its content, of which only a hash is kept."""

    name: str
    form: str
    content: bytes

    @property
    def hash(self) -> str:
        """Of the content (SHA-256)."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, kw_only=True)
class RealTalks:
    """Keeps and scores real talks, with the judge, the rewriter and the store of `practice`."""

    practice: Practice

    def again(self, file: File) -> str:
        """The id of the talk of theirs that this very file was kept as; empty where it is new. StoreError."""
        return self.practice.repository.brought(file.hash, Selection(owner=self.practice.who.id))

    def keep(
        self,
        read: Transcript,
        file: File,
        *,
        player: str = "",
        stance: Stance = Stance.COACH,
        like: str = "",
        shorten: bool = True,
        estimate: Estimate | None = None,
    ) -> Attempt:
        """Score a talk as it was read, and keep it finished.

        `like` is the id of a scenario it resembles. With `shorten`, others are called by their first name and an initial, in the title and
        in the words. StoreError; TooOftenError where very many are brought.
        """
        self.practice.admission.admit(Counted.START)
        practice, now = self.practice, self.practice.now()
        others = [one.name for one in read.parties if one.side is Speaker.REP]
        called = [short(name) for name in others] if shorten else others
        talk = shortened(read.talk, others) if shorten else read.talk
        counted = read.counted()
        for name, less in zip(others, called, strict=True):
            counted = counted.replace(name, less)
        attempt = Attempt(
            id=secrets.token_hex(16),
            scenario_id=like,
            scenario_version=0,
            scenario_title=f"A talk with {' and '.join(called)}"[:LONGEST_TITLE],
            player=kept_name(player or practice.who.name),
            owner=practice.who.id,
            started_at=now,
            state=NO_STATE,
            conversation=talk,
            estimate=estimate,
            source=Source(
                name=file.name[:200], form=file.form, hash=file.hash, stance=stance, others=tuple(called), counted=counted, notes=read.notes
            ),
        )
        card = practice.scored(attempt, Held(scenario=None), talk, estimate)
        practice.repository.add(replace(attempt, finished_at=practice.now(), scorecard=card))
        return practice.repository.get(attempt.id)


def short(name: str) -> str:
    """As in "Sam O." for Sam Okoro, or for "Okoro, Sam [EXT]"; a name of one word stays."""
    first, *rest = _parts(name) or [name]
    return f"{first} {rest[-1][0]}." if rest else first


def shortened(talk: Conversation, names: Sequence[str]) -> Conversation:
    """The talk with these people called by their first name and an initial wherever their whole name, or their last one, is said."""
    pairs = [(word, short(name)) for name in names for word in _called(name)]
    turns = []
    for turn in talk:
        text = turn.text
        for word, less in pairs:
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", less, text)
        turns.append(replace(turn, text=text))
    return Conversation(turns=tuple(turns))


def _called(name: str) -> list[str]:
    """What somebody of that name is called by that gives the last name away, the longest first."""
    first, *rest = _parts(name) or [name]
    if not rest:
        return []
    last = rest[-1]
    return [f"{first} {last}", last] if last[0].isupper() and len(last) > 1 else [f"{first} {last}"]


def _parts(name: str) -> list[str]:
    """The words of a name in the order in which they are said, without what stands beside it in brackets."""
    last, _, first = re.sub(r"[(\[|].*$", "", name).partition(",")
    return [*first.split(), *last.split()]
