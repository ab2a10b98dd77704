"""The composition root: settings in, services out. The only place that knows every concrete class."""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from simulator import __version__
from simulator.evaluation.feedback.model_rewriting import ModelRewriter
from simulator.evaluation.feedback.rewriter import Rewriter
from simulator.evaluation.feedback.rewriting import BuiltInRewriter
from simulator.evaluation.labelling.by_language import ByLanguage
from simulator.evaluation.labelling.labeller import Judge, Labeller, TurnByTurn
from simulator.evaluation.labelling.model_labeller import ModelLabeller
from simulator.evaluation.labelling.trained import built_in
from simulator.evaluation.scorecard import Price
from simulator.language.embedding import Embedder, Remembering, bundled
from simulator.language.kept import Kept
from simulator.library.catalogue import Catalogue
from simulator.library.index import Index
from simulator.library.search import Search
from simulator.library.shelf import Shelf
from simulator.llm.chat import ChatModel, connect
from simulator.people.directory import Directory
from simulator.people.person import OPERATOR, Person
from simulator.people.rates import Freely, Rates
from simulator.practice.attempt import Repository
from simulator.practice.owned import OwnedTalks
from simulator.practice.real import RealTalks
from simulator.practice.use_cases import Practice
from simulator.rep.answering import Answering
from simulator.rep.budget import Budget
from simulator.rep.guard import Guard
from simulator.rep.matching import Matcher
from simulator.rep.model_mind import ModelMind
from simulator.rep.model_voice import ModelVoice
from simulator.rep.scripted import ScriptedVoice
from simulator.rep.understanding import understanding
from simulator.rep.voice import Voice
from simulator.settings import SCRIPTED, Access, Settings
from simulator.settings import load as load_settings
from simulator.store.answers import SqlAnswers
from simulator.store.people import SqlPeople
from simulator.store.repository import SqlRepository
from simulator.store.reviews import SqlReviews
from simulator.store.workshops import SqlWorkshops
from simulator.workshop.reviewing import Reviewing
from simulator.workshop.use_cases import Rooms

_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Services:
    """Everything a screen or a command needs, for one person. Safe to share between threads."""

    settings: Settings
    shelf: Shelf
    repository: OwnedTalks
    practice: Practice
    real: RealTalks
    labeller: Labeller
    people: Directory
    rates: Rates
    rooms: Rooms
    reviewing: Reviewing

    @property
    def who(self) -> Person:
        """Who is asking."""
        return self.practice.who

    def of(self, who: Person, address: str = "") -> "Services":
        """The same for somebody else: their talks, and where others are served too, as often as a person at that address asks."""
        talks = OwnedTalks(self.repository.kept, who)
        admission = Freely() if self.settings.access is Access.LOCAL else self.rates.of(who.id, address)
        practice = replace(self.practice, repository=talks, who=who, admission=admission)
        people = Directory(self.people.registry, who)
        rooms, reviewing = replace(self.rooms, practice=practice), replace(self.reviewing, practice=practice)
        real = RealTalks(practice=practice)
        return replace(self, repository=talks, practice=practice, real=real, people=people, rooms=rooms, reviewing=reviewing)

    @property
    def catalogue(self) -> Catalogue:
        """The scenarios as their files stand now."""
        return self.shelf.catalogue

    @property
    def search(self) -> Search:
        """The search over them; CatalogueIndexError where the index cannot be brought in step."""
        return self.shelf.search

    @property
    def voice_name(self) -> str:
        """Who plays the rep: "scripted", or the model as provider:name."""
        return self.practice.answering.voice.name


def rep_voice(settings: Settings) -> Voice:
    """The voice the settings ask for. Nothing is sent until the first turn."""
    if settings.rep_voice == SCRIPTED:
        return ScriptedVoice()
    return ModelVoice(connect(settings.rep_voice, settings))


def model_mind(settings: Settings) -> ModelMind | None:
    """What understands turns in the place of the built-in network; None where `MIND_MODEL` names nothing."""
    if not settings.mind_model:
        return None
    model = connect(settings.mind_model, settings.model_copy(update={"model_timeout": settings.mind_timeout}))
    return ModelMind(model=model, patience=settings.mind_timeout)


def judge(settings: Settings | None = None, language: str = "") -> Judge:
    """What codes a talk that is over: the model that `JUDGE_MODEL` names, or the built-in labeller turn by turn.

    `language` is what all of it is said to be in; empty: its words tell.
    """
    settings = settings or load_settings()
    labeller = ByLanguage(built_in(), only=language)
    if not settings.judge_model:
        return TurnByTurn(labeller=labeller, language=language)
    return ModelLabeller(
        model=_judging(settings),
        built_in=labeller,
        cache=SqlAnswers(settings.database),
        price=_price(settings),
        patience=settings.judge_timeout,
    )


def rewriter(settings: Settings | None = None, authored: Embedder | None = None, *, lean: bool = False) -> Rewriter:
    """What writes the questions that could have stood in the place of a tell: the words at hand, and the model that `JUDGE_MODEL` names.

    `authored` is the bundled embedder with a memory, for what scenario authors wrote; `lean` as in `bundled`.
    """
    settings = settings or load_settings()
    embedder = bundled(lean=lean)
    at_hand = BuiltInRewriter(labeller=ByLanguage(built_in()), embedder=embedder, authored=authored or embedder)
    if not settings.judge_model:
        return at_hand
    return ModelRewriter(model=_judging(settings), built_in=at_hand, price=_price(settings))


def _judging(settings: Settings) -> ChatModel:
    return connect(settings.judge_model, settings.model_copy(update={"model_timeout": settings.judge_timeout}))


def _price(settings: Settings) -> Price | None:
    read, written = settings.judge_price_read, settings.judge_price_written
    return Price(read=read, written=written) if read is not None and written is not None else None


def build(settings: Settings | None = None, *, progress: Callable[[int, int], None] | None = None) -> Services:
    """Open everything, for who has the machine: the database brought up to date, the scenarios loaded, the index in step with them.

    What is older than `RETENTION_DAYS` is removed. `progress` is told (done, all) while passages are indexed.

    Raises:
        SettingError: an environment variable is wrong.
        StoreError, CatalogueIndexError: a file is corrupt or cannot be reached; nothing was deleted.
    """
    settings = settings or load_settings()
    repository = OwnedTalks(SqlRepository(settings.database), OPERATOR)
    expire(repository, settings)
    embedder = bundled()
    authored = Remembering(Kept(embedder, settings.vectors_file))
    asker = understanding()
    index = Index(embedder, folder=settings.index_dir, url=settings.chroma_url, library=_library(settings))
    shelf = Shelf(settings.scenario_dirs, index)
    shelf.indexed(progress)
    repository.link(shelf.catalogue.scenarios)
    labeller = ByLanguage(built_in())
    practice = Practice(
        scenarios=shelf,
        repository=repository,
        labeller=labeller,
        judge=judge(settings),
        rewriter=rewriter(settings, authored),
        answering=Answering(
            matcher=Matcher(asker, Remembering(Kept(asker, settings.vectors_file))),
            voice=rep_voice(settings),
            guard=Guard(embedder, authored),
            model_mind=model_mind(settings),
            budget=Budget(tokens=settings.talk_tokens, minutes=settings.talk_minutes),
        ),
        app_version=__version__,
        who=OPERATOR,
    )
    rooms = Rooms(kept=SqlWorkshops(settings.database), practice=practice, talks=repository.kept)
    rooms.expire()
    return Services(
        settings=settings,
        shelf=shelf,
        repository=repository,
        practice=practice,
        real=RealTalks(practice=practice),
        labeller=labeller,
        people=Directory(SqlPeople(settings.database), OPERATOR),
        rates=Rates(),
        rooms=rooms,
        reviewing=Reviewing(kept=SqlReviews(settings.database), rooms=rooms.kept, talks=repository.kept, practice=practice),
    )


def expire(repository: Repository, settings: Settings) -> int:
    """Remove talks that are older than `RETENTION_DAYS`; returns how many. That it was done is logged, and nothing of what they held."""
    if not settings.retention_days:
        return 0
    count = repository.expire(datetime.now(UTC) - timedelta(days=settings.retention_days))
    if count:
        _log.info("Deleted for their age, after %d days: %d.", settings.retention_days, count)
    return count


def _library(settings: Settings) -> str:
    """Which library an index is of: the product's own is the one without a name, and each further folder makes another."""
    return os.path.realpath(settings.scenarios_dir) if settings.scenarios_dir else ""
