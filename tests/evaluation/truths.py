"""What must hold for each kind of sentence that a scorecard can say.

A new kind of sentence needs a row in `HOLDS`, or the tests fail; `sentences.py` knows the kinds by their words, and `truth.py` the talk.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from simulator.codes import Code
from simulator.conversation import Speaker
from simulator.evaluation.lessons import Lesson
from simulator.evaluation.measures.clarity import PARTS
from simulator.hollow import bare
from simulator.scenario.model import Layer
from simulator.state import Promise
from tests.evaluation.truth import ENOUGH, Truth


def times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


Held = Callable[[Truth, Mapping[str, str]], bool]

HOLDS: Final[dict[str, Held]] = {}
"""Kind of sentence: what must hold where it is said. The second argument is what stands in its places."""


def _rows(rows: Mapping[str, Callable[..., bool]]) -> None:
    """Add rows; a condition may do without the places."""
    for kinds, holds in rows.items():
        for kind in kinds.split():
            assert kind not in HOLDS, kind
            HOLDS[kind] = holds if holds.__code__.co_argcount > 1 else partial(_placeless, holds)


def _placeless(holds: Callable[..., bool], truth: Truth, _: Mapping[str, str]) -> bool:
    return bool(holds(truth))


_rows({
    # The headline: how the manager spoke
    "spoke.hollow": lambda t: len(t.hollow) > max(t.kept, len(t.told)),
    "spoke.told_most": lambda t: len(t.told) > t.kept,
    "spoke.told_much": lambda t: t.much_told and t.kept >= len(t.told),
    "spoke.checked": lambda t: t.asked and not t.openly and t.kept >= len(t.told),
    "spoke.listened": lambda t: t.openly and (t.back or t.praise) and t.kept >= len(t.told) and not t.much_told,
    "spoke.asked": lambda t: t.openly and not t.back and not t.praise and t.kept >= len(t.told),
    "spoke.heard": lambda t: not t.asked and t.back,
    "spoke.nodded": lambda t: not t.asked and not t.back and len(t.told) <= t.kept,
    "spoke.decided spoke.decided_heard spoke.decided_told spoke.decided_much": lambda t: "decision" in t.given,
    "spoke.undecided": lambda t: "decision" not in t.given,
    "spoke.undecided_quiet": lambda t: "decision" not in t.given and t.kept > len(t.told),
    # what came of it
    "came.own_idea": lambda t: t.promise is Promise.OWN and t.theirs > 0,
    "came.own": lambda t: t.promise is Promise.OWN,
    "came.imposed": lambda t: t.promise is Promise.IMPOSED,
    "came.drawn_open": lambda t: t.drawn and not t.has_promise,
    "came.offered_open": lambda t: t.offered and not t.drawn and not t.has_promise,
    "came.shut": lambda t: not t.out and not t.has_promise,
    "came.said": lambda t: t.real and t.has_promise,
    "came.unsaid": lambda t: t.real and not t.has_promise,
    # Balance
    "details.balance_both": lambda t, p: p == {"asked": times(t.kept), "told": times(len(t.told))},
    "details.balance_asked": lambda t, p: p == {"asked": times(t.kept)} and not t.told,
    "details.balance_told": lambda t, p: p == {"told": times(len(t.told))} and not t.kept,
    "details.balance_nothing": lambda t: not t.kept and not t.told,
    "details.balance_hollow": lambda t, p: p["few"] == str(len(t.hollow)),
    "levels.balance.0": lambda t: t.share < t.low and len(t.told) > t.kept,
    "levels.balance.1 levels.balance.2": lambda t: t.share < t.low and t.much_told,
    "levels.balance.3 levels.balance.4 levels.balance.above_3": lambda t: t.low - 0.11 <= t.share <= t.high + 0.11,
    "levels.balance.above_0 levels.balance.above_1 levels.balance.above_2": lambda t: t.share > t.high - 0.2 and t.kept > len(t.told),
    "levels.balance.hollow_0": lambda t: len(t.hollow) > 6 * t.kept,
    "levels.balance.hollow_1": lambda t: len(t.hollow) > t.kept,
    "levels.balance.hollow_2": lambda t: len(t.hollow) >= 0.59 * t.kept,
    "levels.balance.hollow_3": lambda t: t.hollow,
    "lessons.short.ask_instead": lambda t: t.told,
    "lessons.short.ask_with_content": lambda t: t.hollow,
    "lessons.short.speak_plainly": lambda t: t.kept > len(t.told),
    # Listening
    "details.listening_back": lambda t, p: p["times"] == times(len(t.back)),
    "details.listening_other": lambda t, p: not t.back and p["times"] == times(len(t.listened)),
    "details.listening_none": lambda t: not t.listened,
    "details.listening_hollow": lambda t, p: t.back and p["few"] == str(t.empty(Code.REFLECTION, Code.SUMMARY)),
    "details.listening_hollow_only": lambda t: not t.back and t.empty(Code.REFLECTION, Code.SUMMARY),
    "details.listening_taken": lambda t, p: (p["taken"].replace("None", "0"), p["could"]) == tuple(map(str, t.taken)),
    "levels.listening.0": lambda t: not t.back and not t.praise,
    "levels.listening.1 levels.listening.2": lambda t: t.back or t.praise or t.taken[0],
    "levels.listening.3": lambda t: (t.back or t.praise) and (t.taken[0] or len(t.back) > 1),
    "levels.listening.4": lambda t: len(t.back) > 1 and t.taken[0] and not t.talkative,
    "lessons.short.give_back": lambda t: not t.back,
    "lessons.short.give_back_more": lambda t: t.back and len(t.back) < max(2, len(t.asked) / 2),
    "lessons.short.take_up": lambda t: t.taken[0] < t.taken[1] / 2 or t.taken[1] < 2,
    "lessons.short.stop_sooner": lambda t: t.talkative,
    # Questions
    "details.questions_none": lambda t: not t.asked,
    "details.questions_one_open": lambda t: len(t.asked) == len(t.openly) == 1,
    "details.questions_one_closed": lambda t: len(t.asked) == 1 and not t.openly,
    "details.questions_some": lambda t, p: (p["count"], p["open"].replace("none", "0")) == (str(len(t.asked)), str(len(t.openly))),
    "details.questions_hollow": lambda t, p: p["few"] == str(t.empty(Code.OPEN_QUESTION, Code.CLOSED_QUESTION)),
    "details.questions_leading": lambda t, p: p["few"] == str(t.leading),
    "levels.questions.0": lambda t: not t.openly,
    "levels.questions.lost_0": lambda t: t.openly,
    "levels.questions.1": lambda t: t.openly and (len(t.openly) < 0.4 * (len(t.asked) + t.leading) or len(t.openly) < ENOUGH[t.stance]),
    "levels.questions.closed_1": lambda t: t.asked and not t.openly,
    "levels.questions.2 levels.questions.3": lambda t: t.openly,
    "levels.questions.4": lambda t: ENOUGH[t.stance] <= len(t.openly) >= 0.4 * len(t.asked) and t.leading <= len(t.asked) / 4,
    "lessons.short.ask_openly": lambda t: len(t.openly) < ENOUGH[t.stance],
    "lessons.short.open_up": lambda t: len(t.asked) > len(t.openly),
    "lessons.short.leave_answer": lambda t: t.leading,
    "lessons.short.one_at_a_time": lambda t: t.stacked,
    "lessons.short.ask_first": lambda t: t.told_first,
    # Discovery
    "details.discovery_none": lambda t: not t.drawn,
    "details.discovery_surface": lambda t, p: t.drew(Layer.SURFACE) and p["count"] == str(len(t.drawn)),
    "details.discovery_concern": lambda t, p: t.drew(Layer.CONCERN) and p["count"] == str(len(t.drawn)),
    "details.discovery_root": lambda t, p: t.drew(Layer.ROOT) and p["count"] == str(len(t.drawn)),
    "details.discovery_offered": lambda t, p: p["few"] == str(len(t.offered)),
    "levels.discovery.0": lambda t: not t.out,
    "levels.discovery.offered_0": lambda t: t.offered and not t.drawn,
    "levels.discovery.1 levels.discovery.2 levels.discovery.3": lambda t: t.drawn,
    "levels.discovery.4": lambda t: t.drew(Layer.ROOT),
    "lessons.short.find_out": lambda t: not t.drawn and (len(t.openly) < ENOUGH[t.stance] or t.told_first),
    "lessons.short.earn_it": lambda t: not t.drawn and t.openly,
    "lessons.short.go_deeper": lambda t: t.drew(Layer.SURFACE),
    "lessons.short.stay_longer": lambda t: t.drew(Layer.CONCERN),
    "lessons.short.what_else": lambda t: t.drew(Layer.ROOT),
    # Ownership
    "details.ownership_ideas": lambda t, p: (_count(p["theirs"]), _count(p["yours"])) == (t.theirs, t.yours),
    "details.ownership_none": lambda t: not t.theirs and not t.yours,
    "details.ownership_unpromised": lambda t: t.promise is None,
    "details.ownership_own": lambda t: t.promise is Promise.OWN,
    "details.ownership_imposed": lambda t: t.promise is Promise.IMPOSED,
    "levels.ownership.0": lambda t: not t.theirs and t.promise is not Promise.OWN,
    "levels.ownership.1": lambda t: t.yours > t.theirs or t.promise is Promise.IMPOSED,
    "levels.ownership.2": lambda t: t.theirs or t.promise is Promise.OWN,
    "levels.ownership.3": lambda t: t.promise is Promise.OWN,
    "levels.ownership.asked_3": lambda t: t.theirs and t.promise is Promise.IMPOSED and t.theirs >= t.yours / 2,
    "levels.ownership.4": lambda t: t.theirs and t.promise is Promise.OWN,
    "lessons.short.ask_ideas": lambda t: not t.theirs and not t.options,
    "lessons.short.wait_for_idea": lambda t: not t.theirs and t.options,
    "lessons.short.hold_yours": lambda t: t.yours > t.theirs > 0,
    "lessons.short.choose_one": lambda t: t.theirs and not t.promise,
    "lessons.short.ask_promise": lambda t: not t.has_promise and not t.wills,
    "lessons.short.let_them": lambda t: t.promise is Promise.IMPOSED,
    # Close
    "details.close_asked": lambda t: t.promise and t.asked_before_promise,
    "details.close_unasked": lambda t: t.promise is Promise.OWN,
    "details.close_set": lambda t: t.promise is Promise.IMPOSED,
    "details.close_none": lambda t: not t.promise and not t.wills,
    "details.close_sought": lambda t, p: not t.promise and p["times"] == times(t.wills),
    "details.close_said": lambda t, p: t.real and any(p["words"].rstrip(".") in turn.text for turn in t.case.talk.by(Speaker.REP)),
    "details.close_unsaid": lambda t: t.real and not t.has_promise and not t.wills,
    "details.close_unsaid_sought": lambda t, p: t.real and not t.has_promise and p["times"] == times(t.wills),
    "levels.close.0": lambda t: not t.has_promise,
    "levels.close.1": lambda t: t.has_promise or t.wills,
    "levels.close.2 levels.close.3": lambda t: t.has_promise,
    "levels.close.4": lambda t: t.has_promise and t.asked_before_promise and t.taken_up_after,
    "lessons.short.ask_date": lambda t: t.has_promise,
    "lessons.short.ask_not_set": lambda t: t.has_promise,
    "lessons.short.look_again": lambda t: t.has_promise and not t.taken_up_after,
    # Clarity
    "details.clarity_given": lambda t, p: {name for name in PARTS if name in p["parts"]} == t.given,
    "details.clarity_none": lambda t: not t.given,
    "details.clarity_blamed": lambda t, p: t.harsh and p["times"] == times(t.blamed),
    "levels.clarity.0": lambda t: not t.given,
    "levels.clarity.1": lambda t: len(t.given) == 1,
    "levels.clarity.2": lambda t: len(t.given) == 2,
    "levels.clarity.3": lambda t: len(t.given) == 3,
    "levels.clarity.4": lambda t: len(t.given) == 4 and not t.harsh,
    "levels.clarity.blamed_0 levels.clarity.blamed_1 levels.clarity.blamed_2 levels.clarity.blamed_3": lambda t: t.harsh and t.given,
    "lessons.short.say_decision": lambda t: "decision" not in t.given,
    "lessons.short.say_reason": lambda t: "reason" not in t.given,
    "lessons.short.say_expectation": lambda t: "expectation and date" not in t.given,
    "lessons.short.leave_room": lambda t: "room for their side" not in t.given,
    "lessons.short.leave_blame": lambda t: t.harsh,
    # Moments
    "moments.took moments.left": lambda t: t.card.best_question and not bare(t.card.best_question.quote.text),
    "moments.brought.surface": lambda t: t.brought(Layer.SURFACE),
    "moments.brought.concern": lambda t: t.brought(Layer.CONCERN),
    "moments.brought.root": lambda t: t.brought(Layer.ROOT),
    "moments.brought_idea": lambda t: t.brought_idea,
    "moments.brought_words": lambda t, p: t.state is None and t.answer.words > int(p["count"]),
    "moments.showed.feeling moments.showed.hint moments.showed.contradiction moments.showed.doubt": lambda t: t.card.missed_cue
    and t.card.missed_cue.quote.turn in t.rep_turns,
    "moments.told_over": lambda t: t.told_over_cue,
    "moments.passed_by": lambda t: not t.told_over_cue,
    "moments.could": lambda t: t.card.missed_cue and t.card.missed_cue.question,
    "rewrites.hidden": lambda t: t.case.scenario and len(t.drawn) < len(t.case.scenario.facts),
    "rewrites.idea": lambda t: t.case.scenario and t.theirs < len(t.case.scenario.ideas),
    "rewrites.said": lambda t: t.rep_turns,
})  # fmt: skip
# What is to be done next is true of the same talks, whether it stands under a criterion or at the top.
_rows({f"lessons.says.{lesson}": (lambda t, p, lesson=lesson: HOLDS[f"lessons.short.{lesson}"](t, p)) for lesson in Lesson})


def _count(words: str) -> int:
    number = words.split()[0]
    return 0 if number == "no" else int(number)
