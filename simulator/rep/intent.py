"""What the rep is about to do with a turn: one kind of act and the authored words that carry its substance."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.conversation import Conversation
from simulator.reading import AnswerKind
from simulator.scenario.model import Persona, Scenario
from simulator.state import RepState


class Act(StrEnum):
    """The kinds of thing a rep's turn can do."""

    OPEN = "open"
    DISCLOSE = "disclose"
    TELL_MORE = "tell_more"
    ANSWER = "answer"
    ANSWER_PUBLIC = "answer_public"
    NOT_KNOW = "not_know"
    OFFER_IDEA = "offer_idea"
    ELABORATE = "elaborate"
    ANSWER_SHORTLY = "answer_shortly"
    GIVE_LEAVE = "give_leave"
    DEFLECT = "deflect"
    COMPLY = "comply"
    TAKE_IN = "take_in"
    BACK_AWAY = "back_away"
    NOTICE_LEADING = "notice_leading"
    DEFEND = "defend"
    FEEL_HEARD = "feel_heard"
    TAKE_PRAISE = "take_praise"
    WAIT = "wait"
    BEAR_SILENCE = "bear_silence"
    PUT_RIGHT = "put_right"
    COMMIT_OWN = "commit_own"
    COMMIT_IMPOSED = "commit_imposed"
    SMALL_TALK = "small_talk"
    ASK_BACK = "ask_back"
    SAY_PLAINLY = "say_plainly"
    TAKE_APOLOGY = "take_apology"
    TAKE_THANKS = "take_thanks"
    TAKE_PROMISE = "take_promise"
    TAKE_CONTEMPT = "take_contempt"
    NAME_CONTEMPT = "name_contempt"
    TAKE_THREAT = "take_threat"
    CLOSE = "close"


@dataclass(frozen=True, kw_only=True)
class Intent:
    """What this turn does. `line` is the authored line, never said before in this talk.

    `fact` and `idea` are ids, empty unless the turn discloses or offers one, or promises it. `detail` is the place of a told detail of
    the fact or idea that `subject` names. `invited` says that the fact came to a question which named no topic. `besides` is a
    sentence that goes with the line, mostly empty.
    """

    act: Act
    line: str
    fact: str = ""
    idea: str = ""
    subject: str = ""
    detail: int | None = None
    invited: bool = False
    besides: str = ""

    @property
    def about(self) -> str:
        """What it is about, as "forecast" or, where a detail is told, "forecast/2"; empty for nothing of the scenario's."""
        owner = self.fact or self.idea or self.subject
        return owner if self.detail is None else f"{owner}/{self.detail}"

    @property
    def words(self) -> str:
        """All that is said: the line, and what goes with it."""
        return f"{self.line} {self.besides}".rstrip()


@dataclass(frozen=True, kw_only=True)
class Direction:
    """All a voice is given to say one turn. There is nothing unearned in it.

    `openness` is 0 to 1. `disclosed` holds the facts that are out, in the third person. `talk` ends with the manager's
    turn that is to be answered (it is empty when the rep opens), and `asked` is the kind of answer it asks for, None where it asks nothing.
    """

    persona: Persona
    situation: str
    language: str
    openness: float
    disclosed: tuple[str, ...]
    talk: Conversation
    intent: Intent
    asked: AnswerKind | None = None


def direction(
    scenario: Scenario, before: RepState, after: RepState, talk: Conversation, intent: Intent, asked: AnswerKind | None = None
) -> Direction:
    """What a voice is given for this turn: of the facts only those that were out before it, and the one in the intent."""
    return Direction(
        persona=scenario.persona,
        situation=scenario.brief.situation,
        language=scenario.language,
        openness=after.openness,
        disclosed=tuple(fact.summary for fact in scenario.facts_named(one.fact for one in before.disclosed)),
        talk=talk,
        intent=intent,
        asked=asked,
    )
