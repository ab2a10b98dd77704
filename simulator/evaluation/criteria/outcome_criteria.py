"""Criteria of what came out: Discovery, Ownership, Close and, in lead and manage, Clarity. All but Close need a scenario."""

from typing import Final

from simulator.evaluation.case import Case
from simulator.evaluation.criteria.details import Happening, occurred, some, times
from simulator.evaluation.criteria.judging import HIGHEST, Judged, Sign, judged, lacking, level_of, unjudged
from simulator.evaluation.criteria.talk_criteria import OPEN_ENOUGH
from simulator.evaluation.findings import DECISION, EXPECTATION, REASON, ROOM, Findings
from simulator.evaluation.lessons import Lesson
from simulator.evaluation.measures import floors
from simulator.evaluation.measures.clarity import PARTS
from simulator.evaluation.measures.found import discovery as discovered
from simulator.evaluation.measures.grow import WILL_READ
from simulator.evaluation.measures.making import counts
from simulator.evaluation.measures.reading import english, understood, unread
from simulator.numbers import ended
from simulator.scenario.model import Layer, Stance
from simulator.state import Owner, Promise

FROM: Final = {Stance.COACH: (0.25, 0.5, 0.7), Stance.LEAD: (0.15, 0.35, 0.5), Stance.MANAGE: (0.1, 0.25, 0.4)}
"""Weighted share of facts drawn out from which Discovery has level 2, 3, 4; finding out is not the whole job of a lead or manage talk."""
_DEEPER: Final = {Layer.SURFACE: Lesson.GO_DEEPER, Layer.CONCERN: Lesson.STAY_LONGER, Layer.ROOT: Lesson.WHAT_ELSE}
_GIVES: Final = {
    DECISION: Lesson.SAY_DECISION,
    REASON: Lesson.SAY_REASON,
    EXPECTATION: Lesson.SAY_EXPECTATION,
    ROOM: Lesson.LEAVE_ROOM,
}


def discovery(found: Findings) -> Judged:
    """How much was drawn out, and how deep: level 3 needs more than the surface, level 4 a root."""
    case, measure, depth = found.case, discovered(found.case), found.depth
    if measure.value is None:
        return unjudged("discovery", measure.unscored)
    level = (1 if measure.value > 0 else 0) + sum(measure.value >= limit for limit in FROM[case.stance])
    level = min(level, {None: 0, Layer.SURFACE: 2, Layer.CONCERN: 3, Layer.ROOT: 4}[depth])
    every = len(found.drawn) + len(found.offered) + len(found.missed)
    details = [
        occurred(Happening(f"discovery_{depth}"), count=len(found.drawn), every=every)
        if depth
        else occurred(Happening.DISCOVERY_NONE, every=every)
    ]
    details += [occurred(Happening.DISCOVERY_OFFERED, few=len(found.offered))] if found.offered else []
    asked = len(found.openly) >= OPEN_ENOUGH[case.stance] and not found.told_first
    lesson = _DEEPER[depth] if depth else Lesson.EARN_IT if asked else Lesson.FIND_OUT
    return judged(
        found,
        "discovery",
        level,
        number=measure.shown,
        details=details,
        lacks={lesson: HIGHEST - level},
        said=found.drew,
        instead=f"offered_{level}" if found.offered else "",
    )


def ownership(found: Findings) -> Judged:
    """Whose ideas are on the table, and whose promise it is."""
    case, promise = found.case, found.promise
    if case.state is None or case.scenario is None:
        return unjudged("ownership", floors.nothing_known(case))
    theirs, yours = found.theirs, found.yours
    coaching = case.stance is Stance.COACH
    imposed = promise is not None and promise.kind is Promise.IMPOSED
    promising = Lesson.LET_THEM if imposed else _promising(found)
    signs = (
        Sign(there=theirs > 0, lesson=_idea(found)),
        Sign(there=theirs > 0 and theirs >= yours / (1 if coaching else 2), lesson=Lesson.HOLD_YOURS if theirs else _idea(found)),
        Sign(there=promise is not None and not (imposed and coaching), lesson=promising),
        Sign(there=promise is not None and not imposed, lesson=promising),
    )
    ideas = occurred(Happening.OWNERSHIP_IDEAS, theirs=some(theirs, "idea"), yours=some(yours, "idea"))
    kind = Happening.OWNERSHIP_UNPROMISED if promise is None else Happening.OWNERSHIP_IMPOSED if imposed else Happening.OWNERSHIP_OWN
    given = [one for idea in case.state.ideas if idea.owner is Owner.MANAGER for one in case.within(idea.turn) if one.code.told]
    level = level_of([sign.there for sign in signs])
    return judged(
        found,
        "ownership",
        level,
        number=f"{counts(theirs, yours)} in ideas, theirs to yours",
        details=[ideas if theirs or yours else occurred(Happening.OWNERSHIP_NONE), occurred(kind)],
        lacks=lacking(signs),
        said=(*((found.options,) if found.options else ()), *(given[:2] if yours > theirs else ())),
        instead=f"asked_{level}" if imposed else "",
    )


def _idea(found: Findings) -> Lesson:
    """How an idea of theirs comes: it is asked for, or where it was, waited for."""
    return Lesson.WAIT_FOR_IDEA if found.options else Lesson.ASK_IDEAS


def _promising(found: Findings) -> Lesson:
    """How a promise comes: it is asked for; where it was and none came, there is a step to choose first, or an idea to have."""
    return Lesson.ASK_PROMISE if not found.wills else Lesson.CHOOSE_ONE if found.theirs else _idea(found)


def closing(case: Case) -> str:
    """Why Close does not read a talk: with a scenario it is known what was promised, without one it is read from what the rep said."""
    return understood(case) or unread(WILL_READ, case.spoken) if case.scenario else english(case)


def close(found: Findings) -> Judged:
    """Whether the talk ends with who does what by when, said by the rep, and with a way to look at it again."""
    if found.case.scenario is None:
        return _close_in_words(found)
    if found.case.state is None:
        return unjudged("close", floors.nothing_known(found.case))
    promise, wills = found.promise, found.wills
    if promise is None:
        sought = occurred(Happening.CLOSE_SOUGHT, times=times(len(wills))) if wills else occurred(Happening.CLOSE_NONE)
        return _open(found, "no commitment", sought)
    imposed = promise.kind is Promise.IMPOSED
    number = f"{'your' if imposed else 'their own'} next step, {promise.when.rstrip(' .') or 'without a date'}"
    how = Happening.CLOSE_ASKED if found.asked else Happening.CLOSE_SET if imposed else Happening.CLOSE_UNASKED
    return _promised(found, dated=bool(promise.when.strip()), number=number, detail=occurred(how, rep=found.rep))


def _close_in_words(found: Findings) -> Judged:
    """The same for a real talk, from the words alone: what the rep said they would do, and what led up to it."""
    if why := floors.too_few_segments(found.case):
        return unjudged("close", why)
    said, wills = found.said, found.wills
    if said is None:
        sought = occurred(Happening.CLOSE_UNSAID_SOUGHT, times=times(len(wills))) if wills else occurred(Happening.CLOSE_UNSAID)
        return _open(found, "no promise in their words", sought)
    number = "a next step in their words, " + ("with a date" if said.dated else "without a date")
    detail = occurred(Happening.CLOSE_SAID, words=ended(said.quote.text))
    return _promised(found, dated=said.dated, number=number, detail=detail)


def _open(found: Findings, number: str, detail: str) -> Judged:
    """Close without a promise."""
    level = 1 if found.wills else 0
    return judged(found, "close", level, number=number, details=[detail], lacks={_promising(found): 3 - level}, said=found.wills[-2:])


def _promised(found: Findings, *, dated: bool, number: str, detail: str) -> Judged:
    """Close with a promise: dated, asked for, and taken up again or not."""
    asked, again = found.asked, found.again
    lessons = ((dated, Lesson.ASK_DATE), (bool(asked), Lesson.ASK_NOT_SET), (bool(again), Lesson.LOOK_AGAIN))
    signs = [Sign(there=there, lesson=lesson) for there, lesson in lessons]
    said = (*asked, *again) or (found.case.within(found.led_up.number) if found.led_up else ())
    level = 1 + level_of([sign.there for sign in signs])
    return judged(found, "close", level, number=number, details=[detail], lacks=lacking(signs), said=said)


def clearness(found: Findings) -> Judged:
    """How many of the four parts of clarity were given; a level less where blame went with them."""
    measure, given = found.clarity, found.given
    if measure.value is None:
        return unjudged("clarity", measure.unscored)
    level = max(0, len(given) - found.harsh)
    details = [occurred(Happening.CLARITY_GIVEN, parts=_list(list(given))) if given else occurred(Happening.CLARITY_NONE)]
    details += [occurred(Happening.CLARITY_BLAMED, times=times(len(found.blamed)))] if found.harsh else []
    lacks = {_GIVES[part]: 1 for part in PARTS if part not in given}
    lacks |= {Lesson.LEAVE_BLAME: 1} if found.harsh else {}
    said = tuple(dict.fromkeys(one for some in given.values() for one in some)) + (found.blamed[:1] if found.harsh else ())
    return judged(
        found,
        "clarity",
        level,
        number=measure.shown.split(":")[0],
        details=details,
        lacks=lacks,
        said=said,
        instead=f"blamed_{level}" if found.harsh and given else "",
    )


def _list(names: list[str]) -> str:
    named = [f"the {name}" if name in (DECISION, REASON) else f"an {name}" if name == EXPECTATION else name for name in names]
    return ", ".join(named[:-1]) + (" and " if len(named) > 1 else "") + named[-1]
