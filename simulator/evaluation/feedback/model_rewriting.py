"""A language model writes the questions that could have stood in the place of a tell; what it writes is checked before it is shown."""

import json
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pydantic import BaseModel, Field

from simulator.codes import Code
from simulator.conversation import Conversation, Speaker
from simulator.errors import ModelError
from simulator.evaluation.labelling.labeller import Labeller
from simulator.evaluation.scorecard import Rewrite, Usage
from simulator.llm.chat import ChatModel, Message
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


def rewritten(talk: Conversation, rewrites: Sequence[Rewrite], model: ChatModel, labeller: Labeller) -> tuple[tuple[Rewrite, ...], Usage]:
    """The rewrites with the model's questions, and what they took.

    A question that `labeller` does not read as one open question, or that is too long, is dropped, and the one that was there stays;
    all of them stay where the model does not answer.
    """
    if not rewrites:
        return (), Usage()
    moments = "\n".join(_moment(talk, number, one) for number, one in enumerate(rewrites, start=1))
    try:
        answer, tokens = model.counted([Message(role="user", text=load("rewrites").render(moments=moments))], _Answer)
    except ModelError as error:
        _log.warning("No rewrites came: %s", error)
        return tuple(rewrites), Usage()
    by_number = {entry.number: entry for entry in reversed(answer.questions)}
    done = []
    for number, one in enumerate(rewrites, start=1):
        entry = by_number.get(number)
        question = " ".join(entry.question.split()) if entry else ""
        fits = _is_open(question, _before(talk, one), labeller)
        done.append(replace(one, question=question, why=" ".join(entry.why.split())[:160], by=model.name) if entry and fits else one)
    return tuple(done), Usage(calls=1, read=tokens.read, written=tokens.written)


def _before(talk: Conversation, rewrite: Rewrite) -> str:
    turn = talk.before(rewrite.quote.turn, Speaker.REP)
    return turn.text if turn else ""


def _moment(talk: Conversation, number: int, rewrite: Rewrite) -> str:
    said = {"moment": number, "they had just said": _before(talk, rewrite), "the manager said": rewrite.quote.text}
    return json.dumps(said, ensure_ascii=False)


def _is_open(question: str, context: str, labeller: Labeller) -> bool:
    if not question.endswith("?") or len(question.split()) > LONGEST:
        return False
    codes = [one.code for one in labeller.label(question, context=context)]
    return bool(codes) and codes[-1] is Code.OPEN_QUESTION and not any(code.told for code in codes)
