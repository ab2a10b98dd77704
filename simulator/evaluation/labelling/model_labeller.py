"""A language model codes the talk: per segment a short reason and a code, asked for in few calls.

The built-in labeller cuts the turns and stands by. The talk is cut into parts of at most `A_CALL` segments, each sent
with the turns before it, and the answer is checked against the numbers that were asked for. A segment that the model left out or
coded outside the list is asked for once more; what is still missing then is taken from the built-in labeller and marked. Numbers
that nobody asked for are dropped. Answers are kept for the content, the prompt's version and the model, so the same talk is paid for once.
"""

import hashlib
import json
import logging
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from pydantic import BaseModel, Field

from simulator.codes import Code
from simulator.conversation import Conversation, Segment, Speaker
from simulator.errors import PromptError, StandInError, StoreError
from simulator.evaluation.labelling import codebook
from simulator.evaluation.labelling.labeller import Coding, Labeller, TurnByTurn
from simulator.evaluation.scorecard import Price, Usage
from simulator.llm.chat import ChatModel, Message
from simulator.llm.patience import NO_HURRY, Deadline
from simulator.llm.prompts import load
from simulator.numbers import count_of

VERSION: Final = "llm-1"
A_CALL: Final = 40
"""Segments in one request; more, and models begin to lose count."""
BEFORE: Final = 4
"""Turns in front of a part that are shown with it."""

STEPS_IN: Final = "so the built-in labeller steps in"
ASK_AGAIN: Final = "`simulator rescore` asks it again"

_log = logging.getLogger(__name__)


class _Entry(BaseModel):
    """One segment's code; the reason comes first, so that it is thought of before the code is."""

    number: int = Field(description="the segment's number")
    reason: str = Field(description="what the words do, in at most twelve words")
    code: str = Field(description="one of the codes")


class _Answer(BaseModel):
    """The codes of the segments that were asked for."""

    segments: list[_Entry]


class Cache(Protocol):
    """Keeps answers by key; both may raise StoreError."""

    def get(self, key: str) -> str | None:
        """What was kept under this key, or None."""
        ...

    def put(self, key: str, value: str) -> None:
        """Keep a text under this key."""
        ...


@dataclass
class _Tally:
    """What was used so far."""

    calls: int = 0
    read: int = 0
    written: int = 0
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class ModelLabeller:
    """A `Judge` that asks a model. `cache` is None where nothing is to be kept, `price` where none is known."""

    model: ChatModel
    built_in: Labeller
    cache: Cache | None = None
    price: Price | None = None
    patience: float = math.inf

    @property
    def version(self) -> str:
        """Names the labeller and its revision."""
        return VERSION

    def code(self, talk: Conversation, deadline: Deadline = NO_HURRY) -> Coding:
        """As `Judge.code`."""
        first = TurnByTurn(labeller=self.built_in).code(talk).segments
        said = [place for place, one in enumerate(first) if one.words]
        tally = _Tally()
        found: dict[int, tuple[Code, str]] = {}
        for start in range(0, len(said), A_CALL):
            found |= self._part(talk, first, said[start : start + A_CALL], tally, deadline)
        segments = tuple(self._segment(one, place, found) for place, one in enumerate(first))
        usage = Usage(calls=tally.calls, read=tally.read, written=tally.written).priced(self.price)
        note = _note(len(said), len(said) - len(found), tally.failures, self.model.name)
        return Coding(segments=segments, labeller=VERSION, model=self.model.name, prompt=_prompt_version(), note=note, usage=usage)

    def _segment(self, one: Segment, place: int, found: dict[int, tuple[Code, str]]) -> Segment:
        if place in found:
            code, reason = found[place]
            return replace(one, code=code, reason=reason, confidence=None, uncertain=False)
        return replace(one, stand_in=self.built_in.version) if one.words else one

    def _part(
        self, talk: Conversation, first: Sequence[Segment], places: Sequence[int], tally: _Tally, deadline: Deadline
    ) -> dict[int, tuple[Code, str]]:
        """The codes of these segments; what is missing in the answer is asked for once more."""
        found: dict[int, tuple[Code, str]] = {}
        for _ in range(2):
            missing = [place for place in places if place not in found]
            if not missing or not deadline.left:
                break
            try:
                found |= self._asked(_prompt(talk, first, missing), missing, tally, deadline)
            except StandInError as error:
                tally.failures.append(error.meaning(STEPS_IN, ASK_AGAIN))
                break
        return found

    def _asked(self, prompt: str, places: Sequence[int], tally: _Tally, deadline: Deadline) -> dict[int, tuple[Code, str]]:
        key = hashlib.sha256(f"{VERSION}\n{self.model.name}\n{prompt}".encode("utf-8", "replace")).hexdigest()
        if (kept := self._kept(key)) is not None:
            return _read(kept, places)
        answer, usage = self.model.counted([Message(role="user", text=prompt)], _Answer, deadline)
        tally.calls += 1
        tally.read += usage.read
        tally.written += usage.written
        found = _read(answer, places)
        if found and self.cache:
            try:
                self.cache.put(key, answer.model_dump_json())
            except StoreError as error:
                _log.warning("An answer could not be kept: %s", error)
        return found

    def _kept(self, key: str) -> _Answer | None:
        try:
            kept = self.cache.get(key) if self.cache else None
            return _Answer.model_validate_json(kept) if kept else None
        except (StoreError, ValueError) as error:
            _log.warning("A kept answer could not be used: %s", error)
            return None


def _prompt_version() -> str:
    """The prompt's id and version; empty where it cannot be read, and then nothing was asked."""
    try:
        return f"labels-{load('labels').version}"
    except PromptError:
        return ""


def _read(answer: _Answer, places: Sequence[int]) -> dict[int, tuple[Code, str]]:
    """The entries that were asked for and have a code of the list; of two for one segment, the first."""
    known = {code.value: code for code in Code}
    found: dict[int, tuple[Code, str]] = {}
    for entry in answer.segments:
        place, code = entry.number - 1, known.get(entry.code.strip().lower())
        if place in places and code is not None:
            found.setdefault(place, (code, " ".join(entry.reason.split())[:200]))
    return found


def _prompt(talk: Conversation, first: Sequence[Segment], places: Sequence[int]) -> str:
    return load("labels").render(
        codes=codebook.meanings(), order=codebook.order(), cases=codebook.cases(), talk="\n".join(_lines(talk, first, places))
    )


def _lines(talk: Conversation, first: Sequence[Segment], places: Sequence[int]) -> Iterator[str]:
    """The turns around these segments, one object a line: as JSON, no words of theirs can pass for a number or a new turn."""
    wanted = {first[place].turn for place in places}
    from_turn, to_turn = min(wanted) - BEFORE, max(wanted)
    for turn in talk:
        if not from_turn <= turn.number <= to_turn:
            continue
        inside = [place for place in places if first[place].turn == turn.number]
        if turn.speaker is Speaker.REP or not inside:
            yield json.dumps({"speaker": turn.speaker.value, "words": turn.text}, ensure_ascii=False)
            continue
        yield json.dumps(
            {"speaker": "manager", "segments": [{"number": place + 1, "words": first[place].text.strip()} for place in inside]},
            ensure_ascii=False,
        )


def _note(every: int, missing: int, failures: Sequence[str], model: str) -> str:
    if not missing:
        return ""
    why = f" {failures[0]}" if failures else ""
    if missing == every:
        return f"The built-in labeller coded this talk, because {model} gave no codes.{why}"
    stretches = count_of(every, "stretch", "stretches")
    return f"{model} gave no code for {missing} of {stretches}; the built-in labeller coded what was missing, and it is marked.{why}"
