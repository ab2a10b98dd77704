"""A language model writes questions for the tells that no words at hand had one for; what it writes is checked before it is shown."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from pydantic import BaseModel, Field

from simulator.codes import Code
from simulator.conversation import Segment, words_in
from simulator.errors import StandInError
from simulator.evaluation.case import Case
from simulator.evaluation.feedback.rewriter import MOST, reads_as
from simulator.evaluation.feedback.rewriting import BuiltInRewriter
from simulator.evaluation.quoting import quote
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
    """A `Rewriter` that asks a model where `built_in` has nothing; its labeller looks at what the model writes.

    `price` is None where none is known.
    """

    model: ChatModel
    built_in: BuiltInRewriter
    price: Price | None = None

    def rewritten(self, case: Case, deadline: Deadline = NO_HURRY) -> tuple[tuple[Rewrite, ...], Usage]:
        """As `Rewriter.rewritten`.

        A question that the labeller does not read as one open question, or that is too long, is dropped. Where the model does not answer,
        the words at hand serve for the tells that come next.
        """
        tried = list(self.built_in.tried(case))
        open_tells = [tell for tell, rewrite in tried[:MOST] if rewrite is None]
        written, usage = self._asked(case, open_tells, deadline) if open_tells and deadline.left else ({}, Usage())
        made = (rewrite or written.get(tell) for tell, rewrite in tried)
        return tuple(islice(filter(None, made), MOST)), usage

    def _asked(self, case: Case, tells: Sequence[Segment], deadline: Deadline) -> tuple[dict[Segment, Rewrite], Usage]:
        moments = "\n".join(_moment(case, number, tell) for number, tell in enumerate(tells, start=1))
        try:
            answer, tokens = self.model.counted([Message(role="user", text=load("rewrites").render(moments=moments))], _Answer, deadline)
        except StandInError as error:
            _log.warning("No rewrites came: %s", error)
            return {}, Usage()
        by_number = {entry.number: entry for entry in reversed(answer.questions)}
        entries = ((tell, by_number.get(number)) for number, tell in enumerate(tells, start=1))
        made = {tell: rewrite for tell, entry in entries if entry and (rewrite := self._checked(case, tell, entry))}
        return made, Usage(calls=1, read=tokens.read, written=tokens.written).priced(self.price)

    def _checked(self, case: Case, tell: Segment, entry: _Question) -> Rewrite | None:
        question = " ".join(entry.question.split())
        if not question.endswith("?") or words_in(question) > LONGEST:
            return None
        if not reads_as(question, _before(case, tell), self.built_in.labeller, Code.OPEN_QUESTION):
            return None
        return Rewrite(quote=quote(tell), code=tell.code, question=question, why=" ".join(entry.why.split())[:160], by=self.model.name)


def _before(case: Case, tell: Segment) -> str:
    turn = case.rep_before(tell.turn)
    return turn.text if turn else ""


def _moment(case: Case, number: int, tell: Segment) -> str:
    said = {"moment": number, "they had just said": _before(case, tell), "the manager said": quote(tell).text}
    return json.dumps(said, ensure_ascii=False)
