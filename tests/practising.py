"""A scenario, a coach's words, and the use cases over a database of their own, for tests of practising."""

from pathlib import Path

from simulator import __version__
from simulator.evaluation.feedback.rewriter import NoRewriter
from simulator.evaluation.labelling.labeller import TurnByTurn
from simulator.evaluation.labelling.trained import built_in
from simulator.library.catalogue import Catalogue
from simulator.llm.chat import ChatModel
from simulator.practice.use_cases import Practice
from simulator.rehearsal.stage import answering
from simulator.rep.answering import Answering
from simulator.rep.budget import NO_LIMIT, Budget
from simulator.rep.model_mind import ModelMind
from simulator.rep.model_voice import ModelVoice
from simulator.rep.scripted import ScriptedVoice
from simulator.rep.voice import Voice
from simulator.settings import Settings
from simulator.store.repository import SqlRepository
from tests.patience import SECONDS
from tests.scenarios_for_tests import make_scenario

SCENARIO = make_scenario()
MATCHER = answering().matcher
COACH = [
    "Thanks for coming, Ravi.",
    "What happens to a quote once you have sent it in?",
    "It sounds like you wait for others a lot.",
    "What makes a quote take so long on your own desk?",
    "You want every figure to be right.",
    "How did the buyer at Bexley take it?",
    "What went wrong in spring that you check so much now?",
    "That took courage to say.",
    "Who knows about the mistake in spring?",
    "What could you try?",
    "What will you do, and by when?",
    "Thank you, Ravi. See you on Thursday.",
]


def practice(folder: Path, voice: Voice | None = None, *, budget: Budget = NO_LIMIT, model_mind: ModelMind | None = None) -> Practice:
    """The use cases over a database in this folder."""
    return Practice(
        scenarios=Catalogue(scenarios=(SCENARIO,)),
        repository=SqlRepository(f"sqlite:///{folder / 'talks.db'}"),
        labeller=built_in(),
        judge=TurnByTurn(labeller=built_in()),
        rewriter=NoRewriter(),
        answering=Answering(matcher=MATCHER, voice=voice or ScriptedVoice(), guard=answering().guard, budget=budget, model_mind=model_mind),
        app_version=__version__,
    )


def model(url: str, timeout: float = SECONDS) -> ModelVoice:
    """The voice of a model at that address, which does not pause between tries."""
    settings = Settings.model_validate({"openai_base_url": url, "model_timeout": timeout})
    return ModelVoice(ChatModel("openai:local", settings, sleep=lambda _: None))
