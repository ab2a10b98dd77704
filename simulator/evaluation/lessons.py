"""What there is to do next time: the kinds of it, each with its words."""

from enum import StrEnum
from typing import ClassVar

from simulator.language.words import Words


class Lesson(StrEnum):
    """One thing a manager can do next time."""

    ASK_INSTEAD = "ask_instead"
    ASK_WITH_CONTENT = "ask_with_content"
    SPEAK_PLAINLY = "speak_plainly"
    GIVE_BACK = "give_back"
    GIVE_BACK_MORE = "give_back_more"
    TAKE_UP = "take_up"
    STOP_SOONER = "stop_sooner"
    ASK_OPENLY = "ask_openly"
    OPEN_UP = "open_up"
    LEAVE_ANSWER = "leave_answer"
    ONE_AT_A_TIME = "one_at_a_time"
    ASK_FIRST = "ask_first"
    FIND_OUT = "find_out"
    EARN_IT = "earn_it"
    GO_DEEPER = "go_deeper"
    STAY_LONGER = "stay_longer"
    WHAT_ELSE = "what_else"
    ASK_IDEAS = "ask_ideas"
    WAIT_FOR_IDEA = "wait_for_idea"
    HOLD_YOURS = "hold_yours"
    CHOOSE_ONE = "choose_one"
    ASK_PROMISE = "ask_promise"
    LET_THEM = "let_them"
    ASK_DATE = "ask_date"
    ASK_NOT_SET = "ask_not_set"
    LOOK_AGAIN = "look_again"
    SAY_DECISION = "say_decision"
    SAY_REASON = "say_reason"
    SAY_EXPECTATION = "say_expectation"
    LEAVE_ROOM = "leave_room"
    LEAVE_BLAME = "leave_blame"


class Lessons(Words):
    """Each lesson in one short sentence, as it stands under a criterion, and in several ways as the one thing to do next."""

    topic: ClassVar[str] = "lessons"
    short: dict[Lesson, str]
    says: dict[Lesson, tuple[str, ...]]
