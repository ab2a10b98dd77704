"""What a person could go on telling beneath the facts: details, the questions every coach asks, what is public, small talk.

All of it is optional in a scenario. Where one leaves something out, `scenario.fallback` has lines by style and language.
"""

from enum import StrEnum

from pydantic import Field

from simulator.codes import Code
from simulator.reading import AnswerKind
from simulator.scenario.part import Asked, Line, Part, Share


class Detail(Part):
    """Something more about a fact or an idea, said only once that is out."""

    kind: AnswerKind
    """Which question it answers: who, what, when, where, how_many, how, why, said, felt, example, or after (what came of it)."""
    asks: list[Line] = Field(min_length=2, max_length=8)
    """Ways in which managers ask for it; the turn is matched to them by meaning."""
    asked: Asked = Field(default_factory=list)
    """Turns in which people have asked for it, as they put it."""
    line: Line
    """How the rep says it."""
    openness: Share | None = None
    """How open the rep must be; empty: what its fact or idea asks for."""
    by: list[Code] = Field(default_factory=list)
    """Codes of the manager's words that can open it; empty means any question or listening act."""


class StandingQuestion(StrEnum):
    """The questions that every coach asks, whatever the talk is about."""

    NEED_FROM_ME = "need_from_me"
    HOW_SURE = "how_sure"
    WHY_NOT_LOWER = "why_not_lower"
    TRIED = "tried"
    HARDEST = "hardest"
    HOW_ARE_YOU = "how_are_you"
    GOOD_LOOKS_LIKE = "good_looks_like"
    WHO_KNOWS = "who_knows"
    MY_PLACE = "my_place"
    LEARNED = "learned"
    AFRAID = "afraid"
    NOTHING_CHANGES = "nothing_changes"
    MATTERS_MOST = "matters_most"
    WANT_FROM_TODAY = "want_from_today"
    WORKED_BEFORE = "worked_before"
    OWN_PART = "own_part"
    IN_THE_WAY = "in_the_way"
    WHO_COULD_HELP = "who_could_help"
    HOW_LONG = "how_long"
    WHAT_CHANGED = "what_changed"
    THEIR_EYES = "their_eyes"
    SAYING_IT = "saying_it"
    NOT_ASKED = "not_asked"
    ABOUT_ME = "about_me"
    ENJOY = "enjoy"
    TAKE_AWAY = "take_away"


class StandingAnswer(Part):
    """What the rep says to a standing question. It gives no fact away, since it can be asked at any time."""

    guarded: list[Line] = Field(min_length=1, max_length=4)
    """To somebody they do not trust yet."""
    open: list[Line] = Field(min_length=1, max_length=4)
    """To somebody they do."""


class Public(Part):
    """Something that the manager knows already, and the rep's side of it."""

    asks: list[Line] = Field(min_length=2, max_length=8)
    """Questions and remarks about it."""
    asked: Asked = Field(default_factory=list)
    """Turns in which people have come to it, as they put it."""
    lines: list[Line] = Field(min_length=1, max_length=3)
    """What the rep says to it: no hidden fact."""


class Mention(Part):
    """A person, a thing or a place that the rep's lines name: who or what it is, for who asks once it was named."""

    names: list[Line] = Field(min_length=1, max_length=5)
    """As it stands in the lines, each way it is called: Merv, the cockatoo."""
    kind: AnswerKind = AnswerKind.WHAT
    """who for people, what for things, where for places."""
    lines: list[Line] = Field(min_length=1, max_length=2)
    """Who or what it is, in a breath: nothing that has to be earned."""


class Aside(StrEnum):
    """What a turn can do that is about no topic of the scenario."""

    SMALL_TALK = "small_talk"
    ABOUT_THE_TALK = "about_the_talk"
    APOLOGY = "apology"
    THANKS = "thanks"
    MANAGER_PROMISES = "manager_promises"
    CONTEMPT = "contempt"
    CONTEMPT_AGAIN = "contempt_again"
    CONTEMPT_LAST = "contempt_last"
    THREAT = "threat"
    WHAT_EXACTLY = "what_exactly"
    MANAGER_LOST = "manager_lost"
    ASKED_AGAIN = "asked_again"
    NO_MORE = "no_more"
    OWN_WORDS = "own_words"
    """Asked what they meant by their own last words, and there is nothing more to say."""
    WISH = "wish"
    """Asked what they would want or choose, and they have no answer yet."""
    WHAT_IF = "what_if"
    """Asked what would happen if, and they have not thought so far."""
    AGREED = "agreed"
    """Asked what was agreed where nothing was."""
