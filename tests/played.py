"""Shipped scenarios played by simulated managers, each talk once however many tests look at it."""

from functools import cache

from simulator.evaluation.case import Case
from simulator.evaluation.feedback.rewriting import BuiltInRewriter
from simulator.evaluation.labelling.by_language import ByLanguage
from simulator.evaluation.labelling.trained import built_in
from simulator.language.embedding import Remembering, bundled
from simulator.library.catalogue import load
from simulator.rehearsal.play import Play, rehearse
from simulator.rehearsal.stage import answering
from simulator.scenario.model import Scenario
from simulator.settings import PROJECT

SHIPPED = load([PROJECT / "scenarios"]).scenarios
LABELLER = ByLanguage(built_in())
EMBEDDER = Remembering(bundled())
ANSWERING = answering()
REWRITER = BuiltInRewriter(labeller=LABELLER, embedder=EMBEDDER, authored=EMBEDDER)


@cache
def played(name: str, *managers: str) -> tuple[Play, ...]:
    """One talk of each of these managers in the scenario of that id."""
    return rehearse(shipped(name), seeds=(1,), labeller=LABELLER, answering=ANSWERING, managers=managers)


def shipped(name: str) -> Scenario:
    """The scenario of that id."""
    return next(one for one in SHIPPED if one.id == name)


def case_of(play: Play) -> Case:
    """A played talk, laid out for counting."""
    return Case(talk=play.talk, segments=play.scorecard.segments, scenario=shipped(play.scenario), state=play.state)
