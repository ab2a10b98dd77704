"""Criteria that need no scenario: Balance, Listening, Questions."""

from collections.abc import Sequence

from simulator.conversation import Segment
from simulator.evaluation.case import GIVEN_BACK, QUESTIONS
from simulator.evaluation.criteria.details import Happening, occurred, times
from simulator.evaluation.criteria.judging import HIGHEST, Judged, Sign, judged, lacking, level_of, unjudged
from simulator.evaluation.findings import Findings
from simulator.evaluation.lessons import Lesson
from simulator.evaluation.measures import floors
from simulator.numbers import count_of, percent, rounded
from simulator.scenario.model import Stance

STEPS = (0.0, 0.1, 0.22, 0.36)
"""Up to so far outside the band a talk still has level 4, 3, 2, 1."""
WORDS_SLACK = 0.2
"""A tell is longer than a question; where the words lie farther off than the segments by more than this, it costs a level."""
MOST_TALK = {Stance.COACH: 0.6, Stance.LEAD: 0.7, Stance.MANAGE: 0.75}
"""Share of all words up to which a manager leaves the rep room."""
OPEN_ENOUGH = {Stance.COACH: 3, Stance.LEAD: 2, Stance.MANAGE: 2}
"""Open questions from which there was something to think about."""
LONG_RUN = 120
"""Words without the rep from which they stop listening."""


def balance(found: Findings) -> Judged:
    """Where the asked-and-listened share lies against the band; a level less where the words tell another story."""
    if found.share.value is None:
        return unjudged("balance", found.share.unscored)
    off, words_off = found.off, found.words_off
    level = max(0, HIGHEST - sum(abs(off) > step + 1e-9 for step in STEPS))
    if abs(words_off) > abs(off) + WORDS_SLACK and words_off * off >= 0:
        level = max(0, level - 1)
    above = off > 0 or (off == 0 and words_off > 0)
    content = _content_level(found)
    hollow = not above and found.hollow and (content < level or not found.below)
    lesson = Lesson.ASK_WITH_CONTENT if hollow else Lesson.SPEAK_PLAINLY if above else Lesson.ASK_INSTEAD
    level = min(level, content)
    longest = sorted(found.told, key=lambda one: -one.words)[:2]
    said = found.hollow[:2] if hollow else (*found.case.asked[:2], *found.case.listened[:1]) if above else (*longest, *found.openly[:1])
    return judged(
        found,
        "balance",
        level,
        number=f"{percent(found.share.value)} asked and listened, {rounded(found.limits[0] * 100)} to {percent(found.limits[1])} fits",
        details=_counted(found),
        lacks={lesson: HIGHEST - level},
        said=said,
        instead=f"above_{level}" if above else f"hollow_{min(content, HIGHEST - 1)}" if hollow else "",
    )


def _content_level(found: Findings) -> int:
    """The highest level of a talk by how much of its asking and listening has content."""
    return int(HIGHEST * found.kept / (found.kept + len(found.hollow)) + 0.5) if found.hollow else HIGHEST


def _counted(found: Findings) -> list[str]:
    kept, told = found.kept, len(found.told)
    both = {(True, True): Happening.BALANCE_BOTH, (True, False): Happening.BALANCE_ASKED, (False, True): Happening.BALANCE_TOLD}
    detail = both.get((kept > 0, told > 0), Happening.BALANCE_NOTHING)
    hollow = [occurred(Happening.BALANCE_HOLLOW, few=len(found.hollow), were=_were(len(found.hollow)))] if found.hollow else []
    return [occurred(detail, asked=times(kept), told=times(told)), *hollow]


def listening(found: Findings) -> Judged:
    """Whether the rep could hear that they were heard: meaning given back, taken up, and room left."""
    case = found.case
    if why := floors.too_few_segments(case):
        return unjudged("listening", why)
    asked, back = len(case.asked), found.back
    rate = len(found.taken) / len(found.could) if found.could else 0.0
    enough = max(2, asked / 2) if case.stance is Stance.COACH else 2
    give = Lesson.GIVE_BACK_MORE if back else Lesson.GIVE_BACK
    signs = (
        Sign(there=bool(back or found.praise), lesson=Lesson.GIVE_BACK),
        Sign(there=len(back) >= enough, lesson=give),
        Sign(there=len(found.could) >= 2 and rate >= 0.5, lesson=Lesson.TAKE_UP),
        Sign(there=found.talk_share <= MOST_TALK[case.stance] and found.longest <= LONG_RUN, lesson=Lesson.STOP_SOONER),
    )

    def level(there: Sequence[bool]) -> int:
        return level_of(there) if there[0] or there[2] else 0

    return judged(
        found,
        "listening",
        level([sign.there for sign in signs]),
        number=f"{count_of(len(back), 'reflection')} to {count_of(asked, 'question')}",
        details=_heard(found),
        lacks=lacking(signs, level),
        said=tuple(dict.fromkeys((*back[:2], *found.praise[:1], *found.taken))),
    )


def _heard(found: Findings) -> list[str]:
    empty = sum(one.code in GIVEN_BACK for one in found.hollow)
    other = len(found.case.listened) - len(found.back)
    if found.back:
        said = [occurred(Happening.LISTENING_BACK, times=times(len(found.back)))]
        said += [occurred(Happening.LISTENING_HOLLOW, few=empty)] if empty else []
    elif empty:
        said = [occurred(Happening.LISTENING_HOLLOW_ONLY)]
    else:
        said = [occurred(Happening.LISTENING_OTHER, times=times(other)) if other else occurred(Happening.LISTENING_NONE)]
    if len(found.could) > 1:
        said.append(occurred(Happening.LISTENING_TAKEN, taken=len(found.taken) or "None", could=len(found.could)))
    return said


def questions(found: Findings) -> Judged:
    """Whether questions were open, single, and free of the manager's own answer."""
    case = found.case
    if why := floors.too_few_segments(case):
        return unjudged("questions", why)
    openly, asked, leading = len(found.openly), len(case.asked), len(found.leading)
    single = asked > 0 and found.stacked <= len({one.turn for one in case.asked}) / 4
    on_time = case.stance is not Stance.COACH or not found.told_first
    # What is missing where nothing was asked, or nothing openly, an open question brings.
    patient = Lesson.ASK_OPENLY if not asked else Lesson.ONE_AT_A_TIME if not single else Lesson.ASK_FIRST
    signs = (
        Sign(there=openly >= OPEN_ENOUGH[case.stance], lesson=Lesson.ASK_OPENLY),
        Sign(there=asked > 0 and openly >= 0.4 * asked, lesson=Lesson.OPEN_UP if openly < asked else Lesson.ASK_OPENLY),
        Sign(there=asked > 0 and leading <= 0.2 * (asked + leading), lesson=Lesson.LEAVE_ANSWER if leading else Lesson.ASK_OPENLY),
        Sign(there=single and on_time, lesson=patient),
    )
    level = 0 if not asked else min(level_of([sign.there for sign in signs]), 4 if openly else 1)
    lacks = lacking(signs, lambda there: level_of(there) if there[0] or openly else min(level_of(there), 1) if asked else 0)
    instead = "lost_0" if openly and not level else f"closed_{level}" if asked and not openly else ""
    said: tuple[Segment, ...] = (*found.openly[:2], *found.leading[:2]) or case.asked[:2]
    return judged(
        found, "questions", level, number=f"{openly} open of {asked}", details=_asked(found), lacks=lacks, said=said, instead=instead
    )


def _asked(found: Findings) -> list[str]:
    openly, asked, leading = len(found.openly), len(found.case.asked), len(found.leading)
    empty = sum(one.code in QUESTIONS for one in found.hollow)
    if asked == 1:
        said = [occurred(Happening.QUESTIONS_ONE_OPEN if openly else Happening.QUESTIONS_ONE_CLOSED)]
    else:
        said = [occurred(Happening.QUESTIONS_SOME, count=asked, open=openly or "none") if asked else occurred(Happening.QUESTIONS_NONE)]
    said += [occurred(Happening.QUESTIONS_HOLLOW, few=empty, were=_were(empty))] if empty else []
    said += [occurred(Happening.QUESTIONS_LEADING, few=leading)] if leading else []
    return said


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
