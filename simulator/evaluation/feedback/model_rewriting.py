"""A language model writes the questions that could have stood in the place of a tell; what it writes is checked before it is shown."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pydantic import BaseModel, Field

from simulator.codes import Code
from simulator.conversation import Conversation, Speaker, words_in
from simulator.errors import StandInError
from simulator.evaluation.labelling.labeller import Labeller
from simulator.evaluation.scorecard import Price, Rewrite, Usage
from simulator.llm.chat import ChatModel, Message
from simulator.llm.patience import NO_HURRY, Deadline
from simulator.llm.prompts import load

LONGEST: Final = 35
"""Words; a longer question is not one that anybody says."""

_log = logging.getLogger(__name__)


class _Question(BaseModel):
    number: int = Field(description="the moment's number")
    question: str = Field(description="the open question")
    why: str = Field(description="why it works better, in at most 15 words")


class _Answer(BaseModel):
    questions: list[_Question]


@dataclass(frozen=True, kw_only=True)
class ModelRewriter:
    """A `Rewriter` that asks a model; `built_in` looks at what it writes. `price` is None where none is known."""

    model: ChatModel
    built_in: Labeller
    price: Price | None = None

    def rewritten(
        self, talk: Conversation, rewrites: Sequence[Rewrite], deadline: Deadline = NO_HURRY
    ) -> tuple[tuple[Rewrite, ...], Usage]:
        """As `Rewriter.rewritten`.

        A question that `built_in` does not read as one open question, or that is too long, is dropped, and the one that was there stays;
        all of them stay where the model does not answer.
        """
        if not rewrites or not deadline.left:
            return tuple(rewrites), Usage()
        moments = "\n".join(_moment(talk, number, one) for number, one in enumerate(rewrites, start=1))
        try:
            answer, tokens = self.model.counted([Message(role="user", text=load("rewrites").render(moments=moments))], _Answer, deadline)
        except StandInError as error:
            _log.warning("No rewrites came: %s", error)
            return tuple(rewrites), Usage()
        by_number = {entry.number: entry for entry in reversed(answer.questions)}
        done = tuple(self._better(talk, one, by_number.get(number)) for number, one in enumerate(rewrites, start=1))
        return done, Usage(calls=1, read=tokens.read, written=tokens.written).priced(self.price)

    def _better(self, talk: Conversation, rewrite: Rewrite, entry: _Question | None) -> Rewrite:
        question = " ".join(entry.question.split()) if entry else ""
        if entry is None or not _is_open(question, _before(talk, rewrite), self.built_in):
            return rewrite
        return replace(rewrite, question=question, why=" ".join(entry.why.split())[:160], by=self.model.name)


def _before(talk: Conversation, rewrite: Rewrite) -> str:
    turn = talk.before(rewrite.quote.turn, Speaker.REP)
    return turn.text if turn else ""


def _moment(talk: Conversation, number: int, rewrite: Rewrite) -> str:
    said = {"moment": number, "they had just said": _before(talk, rewrite), "the manager said": rewrite.quote.text}
    return json.dumps(said, ensure_ascii=False)


def _is_open(question: str, context: str, labeller: Labeller) -> bool:
    if not question.endswith("?") or words_in(question) > LONGEST:
        return False
    codes = [one.code for one in labeller.label(question, context=context)]
    return bool(codes) and codes[-1] is Code.OPEN_QUESTION and not any(code.told for code in codes)
