"""Questions that could have stood in the place of the dearest tells, from words that are at hand: only such as a good coach would say.

First the scenario's own words for what the tell stepped over, then the rep's last words taken up where they let something show. Where
neither is a question that the labeller hears as open, there is none: what fits everywhere fits nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import ClassVar, Final
from zlib import crc32

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation.case import Case
from simulator.evaluation.feedback.costly import costly
from simulator.evaluation.feedback.cues import Cue
from simulator.evaluation.feedback.echo import echoes
from simulator.evaluation.feedback.held_in import held_in
from simulator.evaluation.feedback.rewriter import MOST, reads_as
from simulator.evaluation.feedback.stepped_over import stepped_over
from simulator.evaluation.labelling.labeller import Labeller
from simulator.evaluation.quoting import quote
from simulator.evaluation.scorecard import Rewrite
from simulator.hollow import content
from simulator.language.embedding import Embedder
from simulator.language.sentences import sentences
from simulator.language.words import Words
from simulator.llm.patience import NO_HURRY, Deadline
from simulator.scenario.model import Fact

TAKEN_UP: Final = (Cue.FEELING, Cue.HINT, Cue.DOUBT)
"""What is taken up in a tell's place; a contradiction is as often a plain answer with two sides."""
LATEST: Final = 2
"""Sentences: what the rep said last is what the tell went over."""


class Whys(Words):
    """Why a question works better than the tell: it asks after what was `hidden`, or for the rep's `idea`, or takes up what was `said`."""

    topic: ClassVar[str] = "rewrites"
    hidden: tuple[str, ...]
    idea: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BuiltInRewriter:
    """A `Rewriter` without a model. `labeller` looks at each question; `authored` is `embedder` with a memory, for what authors wrote."""

    labeller: Labeller
    embedder: Embedder
    authored: Embedder

    def rewritten(self, case: Case, deadline: Deadline = NO_HURRY) -> tuple[tuple[Rewrite, ...], None]:
        """As `Rewriter.rewritten`."""
        return tuple(islice((rewrite for _, rewrite in self.tried(case) if rewrite), MOST)), None

    def tried(self, case: Case) -> Iterator[tuple[Segment, Rewrite | None]]:
        """The dearest tells, the dearest first, each with what could have stood in its place; no question and no form comes twice."""
        told = _Told(start=crc32(" ".join(turn.text for turn in case.talk).encode("utf-8", "replace")))
        told.asked |= {content(one.text) for one in case.coded}
        for tell in costly(case) if held_in(case) else ():
            yield tell, self._hidden(case, tell, told) or self._said(case, tell, told)

    def _hidden(self, case: Case, tell: Segment, told: "_Told") -> Rewrite | None:
        for question, about in stepped_over(case, tell, self.embedder, self.authored):
            if about.id in told.about:
                return None
            # What an author calls open is taken for it; of cues many are closed.
            ends = () if isinstance(about, Fact) and question == about.opener else (Code.OPEN_QUESTION, Code.REFLECTION)
            if content(question) not in told.asked and self._fits(case, tell, question, *ends):
                told.about.add(about.id)
                return told.rewrite(tell, question, Whys.of().hidden if isinstance(about, Fact) else Whys.of().idea)
        return None

    def _said(self, case: Case, tell: Segment, told: "_Told") -> Rewrite | None:
        before, language = case.rep_before(tell.turn), held_in(case)
        if before is None or {case.language_in(before.number), case.language_in(tell.turn)} != {language} or before.number in told.echoed:
            return None
        latest = replace(before, text="".join(sentences(before.text, language)[-LATEST:]))
        for question, form in echoes(latest, language, told.forms, cues=TAKEN_UP, start=told.start):
            if self._fits(case, tell, question, Code.OPEN_QUESTION):
                told.forms.add(form)
                told.echoed.add(before.number)
                return told.rewrite(tell, question, Whys.of().said)
        return None

    def _fits(self, case: Case, tell: Segment, question: str, *ends: Code) -> bool:
        before = case.rep_before(tell.turn)
        return reads_as(question, before.text if before else "", self.labeller, *ends)


@dataclass(kw_only=True)
class _Told:
    """What was asked in a talk, and what has been proposed for it so far; `start` differs from talk to talk."""

    start: int
    asked: set[frozenset[str]] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    echoed: set[int] = field(default_factory=set)

    def rewrite(self, tell: Segment, question: str, whys: tuple[str, ...]) -> Rewrite:
        self.asked.add(content(question))
        why = whys[(self.start + tell.turn) % len(whys)]
        return Rewrite(quote=quote(tell), code=tell.code, question=question, why=why)
