"""Criteria that need no scenario: Balance, Listening, Questions."""

from simulator.codes import Code
from simulator.evaluation.case import GIVEN_BACK, QUESTIONS, Case
from simulator.evaluation.criteria.bands import band, beyond
from simulator.evaluation.criteria.judging import Sign, judged, level_of, next_of, often, some, unjudged
from simulator.evaluation.measures import floors
from simulator.evaluation.measures.course import longest_monologue, stacked_questions, told_first
from simulator.evaluation.measures.follow_ups import follow_ups
from simulator.evaluation.measures.shares import ask_listen_share, ask_listen_share_words, talk_share
from simulator.evaluation.scorecard import Criterion
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


def balance(case: Case) -> Criterion:
    """Where the asked-and-listened share lies against the band; a level less where the words tell another story."""
    share = ask_listen_share(case)
    if share.value is None:
        return unjudged("balance", share.unscored)
    limits = band(case.scenario)
    off = beyond(share.value, limits)
    level = max(0, 4 - sum(abs(off) > step + 1e-9 for step in STEPS))
    by_words = ask_listen_share_words(case)
    words_off = beyond(by_words, limits) if by_words is not None else 0.0
    if abs(words_off) > abs(off) + WORDS_SLACK and words_off * off >= 0:
        level = max(0, level - 1)
    above = off > 0 or (off == 0 and words_off > 0)
    kept, empty = len(case.asked) + len(case.listened), tuple(case.hollow)
    if empty:
        level = min(level, int(4 * kept / (kept + len(empty)) + 0.5))
    number = f"{percent(share.value)} asked and listened, {rounded(limits[0] * 100)} to {percent(limits[1])} fits"
    detail = f"You {often('asked or listened', kept)} and {often('told or sold', len(case.told))}{besides(case, *Code)}."
    longest = sorted(case.told, key=lambda one: -one.words)[:2]
    emptier = not above and len(empty) > len(case.told)
    said = (*case.asked[:2], *case.listened[:1]) if above else (*longest, *case.of(Code.OPEN_QUESTION)[:1])
    step = (
        "Take something they have just said into each question; what asks on without it is hollow."
        if emptier
        else "Say plainly what you want and why, then ask what they make of it."
        if above
        else "Take the longest of these and ask for their view of it first."
        if longest
        else "Ask one open question more in each turn."
    )
    return judged(case, "balance", level, number=number, detail=detail, next_step=step, said=empty[:2] if emptier else said, above=above)


def listening(case: Case) -> Criterion:
    """Whether the rep could hear that they were heard: meaning given back, taken up, and room left."""
    if why := floors.too_few_segments(case):
        return unjudged("listening", why)
    back, praise, asked = case.of(*GIVEN_BACK), case.of(Code.AFFIRMATION), len(case.asked)
    taken, could = follow_ups(case)
    rate = len(taken) / len(could) if could else 0.0
    share, run = talk_share(case).value or 0.0, longest_monologue(case).value or 0.0
    enough = max(2, asked / 2) if case.stance is Stance.COACH else 2
    signs = (
        Sign(
            there=bool(back or praise),
            next="Give one thing back in your own words before you go on: what they mean, or how it is for them.",
        ),
        Sign(there=len(back) >= enough, next="After every second question, say back what you heard before you ask the next."),
        Sign(there=len(could) >= 2 and rate >= 0.5, next="Take a word of theirs into your next question."),
        Sign(there=share <= MOST_TALK[case.stance] and run <= LONG_RUN, next="Stop sooner: a few sentences, then let them speak."),
    )
    level = level_of(signs) if back or praise or signs[2].there else 0
    detail = f"You {often('gave their meaning back', len(back))}{besides(case, *GIVEN_BACK)}"
    detail += (
        f", and {len(taken)} of {count_of(len(could), 'question or reflection', 'questions and reflections')} took up their words."
        if could
        else "."
    )
    number = f"{count_of(len(back), 'reflection')} to {count_of(asked, 'question')}"
    said = dict.fromkeys((*back[:2], *praise[:1], *taken))
    return judged(case, "listening", level, number=number, detail=detail, next_step=next_of(signs), said=tuple(said))


def questions(case: Case) -> Criterion:
    """Whether questions were open, single, and free of the manager's own answer."""
    if why := floors.too_few_segments(case):
        return unjudged("questions", why)
    openly, asked, leading = case.of(Code.OPEN_QUESTION), len(case.asked), case.of(Code.LEADING_QUESTION)
    named = besides(case, *QUESTIONS)
    stacked = stacked_questions(case).value or 0.0
    asking_turns = len({one.turn for one in case.asked})
    single = asked > 0 and stacked <= asking_turns / 4
    on_time = case.stance is not Stance.COACH or not told_first(case)
    signs = (
        Sign(there=len(openly) >= OPEN_ENOUGH[case.stance], next="Start a question with what or how, and leave the answer to them."),
        Sign(there=asked > 0 and len(openly) >= 0.4 * asked, next="Turn one yes-or-no question into a what or a how."),
        Sign(there=asked > 0 and len(leading) <= 0.2 * (asked + len(leading)), next="Ask this without your answer in it."),
        Sign(
            there=single and on_time,
            next="Ask one question and wait." if not single else "Let an open question come before the first thing you tell.",
        ),
    )
    level = 0 if not asked else min(level_of(signs), 1) if not openly else level_of(signs)
    detail = f"You asked {some(asked, 'question')}" + (f", {len(openly) or 'none'} of them open" if asked else "") + named
    detail += f", and {len(leading)} more held your own answer." if leading else "."
    said = (*openly[:2], *leading[:2]) if openly or leading else case.asked[:2]
    number = f"{len(openly)} open of {asked}"
    return judged(case, "questions", level, number=number, detail=detail, next_step=next_of(signs), said=said)


def besides(case: Case, *codes: Code) -> str:
    """What was hollow among these codes, as a clause after what counted: "; 3 more were hollow"."""
    count = sum(one.code in codes for one in case.hollow)
    return f"; {count} more {'was' if count == 1 else 'were'} hollow" if count else ""
