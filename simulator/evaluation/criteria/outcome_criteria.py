"""Criteria of what came out: Discovery, Ownership, Close and, in lead and manage, Clarity. All but Close need a scenario."""

from typing import Final

from simulator.codes import Code
from simulator.conversation import Segment, Speaker
from simulator.evaluation.case import Case
from simulator.evaluation.criteria.judging import Sign, judged, level_of, next_of, often, some, unjudged
from simulator.evaluation.measures import floors
from simulator.evaluation.measures.clarity import PARTS, clarity, parts
from simulator.evaluation.measures.found import asked_for, deepest, elicited, openers, whose
from simulator.evaluation.measures.found import discovery as discovered
from simulator.evaluation.measures.grow import WILL_READ, stages, will
from simulator.evaluation.measures.making import counts
from simulator.evaluation.measures.promises import promised
from simulator.evaluation.measures.reading import english, understood, unread
from simulator.evaluation.scorecard import Criterion
from simulator.numbers import count_of, ended
from simulator.scenario.model import Layer, Stance
from simulator.state import Promise

FROM: Final = {Stance.COACH: (0.25, 0.5, 0.7), Stance.LEAD: (0.15, 0.35, 0.5), Stance.MANAGE: (0.1, 0.25, 0.4)}
"""Weighted share of facts drawn out from which Discovery has level 2, 3, 4; finding out is not the whole job of a lead or manage talk."""


def discovery(case: Case) -> Criterion:
    """How much was drawn out, and how deep: level 3 needs more than the surface, level 4 a root."""
    measure = discovered(case)
    if measure.value is None:
        return unjudged("discovery", measure.unscored)
    level = (1 if measure.value > 0 else 0) + sum(measure.value >= limit for limit in FROM[case.stance])
    depth = deepest(case)
    level = min(level, {None: 0, Layer.SURFACE: 2, Layer.CONCERN: 3, Layer.ROOT: 4}[depth])
    detail = f"You drew out {drawn_of(case)}{_DEPTH[depth]}."
    step = {
        None: "Ask what is going on before you say what to do, and stay with the answer.",
        Layer.SURFACE: "When a fact comes, ask what it is like for them, or say back what you hear in it.",
        Layer.CONCERN: "Stay a turn longer where it gets personal: say back how it feels, then wait.",
        Layer.ROOT: 'You know how to get deep; ask "what else?" before you move on.',
    }[depth]
    return judged(case, "discovery", level, number=measure.shown, detail=detail, next_step=step, said=openers(case))


def drawn_of(case: Case) -> str:
    """How many of the facts were drawn out, in words."""
    drawn, every = elicited(case), len(case.scenario.facts) if case.scenario else 0
    return f"{len(drawn) or 'none'} of the {count_of(every, 'fact')}"


_DEPTH: Final = {None: "", Layer.SURFACE: ", near the surface", Layer.CONCERN: ", down to a concern", Layer.ROOT: ", down to the root"}


def ownership(case: Case) -> Criterion:
    """Whose ideas are on the table, and whose promise it is."""
    if case.state is None or case.scenario is None:
        return unjudged("ownership", floors.nothing_known(case))
    theirs, yours = whose(case)
    promise = case.state.commitment
    coaching = case.stance is Stance.COACH
    fair = theirs > 0 and theirs >= yours / (1 if coaching else 2)
    signs = (
        Sign(there=theirs > 0, next="Ask what they would try, and wait for it."),
        Sign(there=fair, next="Before you give an idea, ask for one more of theirs."),
        Sign(there=promise is not None and (promise.kind is Promise.OWN or not coaching), next="Ask what they will do, and by when."),
        Sign(there=promise is not None and promise.kind is Promise.OWN, next="Let the next step come from them, in their own words."),
    )
    detail = (
        f"On the table: {some(theirs, 'idea')} of theirs and {some(yours, 'idea')} of yours; "
        f"{_PROMISED[promise.kind if promise else None]}."
    )
    given = case.of(Code.ADVICE, Code.LEADING_QUESTION, Code.INSTRUCTION)
    optioned = stages(case).get("Options")
    said = (*((optioned,) if optioned else ()), *(given[:2] if yours > theirs else ()))
    number = f"{counts(theirs, yours)} in ideas, theirs to yours"
    return judged(case, "ownership", level_of(signs), number=number, detail=detail, next_step=next_of(signs), said=said)


_PROMISED: Final = {
    None: "nothing was promised",
    Promise.OWN: "the promise is theirs",
    Promise.IMPOSED: "the promise is one you asked them for",
}


def closing(case: Case) -> str:
    """Why Close does not read a talk: with a scenario it is known what was promised, without one it is read from what the rep said."""
    return understood(case) or unread(WILL_READ, case.spoken) if case.scenario else english(case)


def close(case: Case) -> Criterion:
    """Whether the talk ends with who does what by when, said by the rep, and with a way to look at it again."""
    if case.scenario is None:
        return _close_in_words(case)
    if case.state is None:
        return unjudged("close", floors.nothing_known(case))
    promise = case.state.commitment
    if promise is None:
        wills = will(case)
        return judged(
            case,
            "close",
            1 if wills else 0,
            number="no commitment",
            detail=f"You {often('asked about a next step', len(wills))}, and they made no promise." if wills else "No promise was made.",
            next_step="End with: what will you do, by when, and how shall we look at it?",
            said=wills[-2:],
        )
    asked, again = asked_for(case, promise), _again(case, promise.turn)
    signs = (
        Sign(there=True, next=""),
        Sign(there=bool(promise.when.strip()), next="Ask by when."),
        Sign(there=bool(asked), next="Ask for the next step instead of setting it."),
        Sign(there=bool(again), next="Say it back in one sentence, or ask how you two will look at it again."),
    )
    said = (*asked, *again) or case.within(max((turn.number for turn in case.turns if turn.number < promise.turn), default=0))
    number = f"{'their own' if promise.kind is Promise.OWN else 'your'} next step, {promise.when.rstrip(' .') or 'without a date'}"
    detail = f"{case.scenario.persona.first_name} promised a next step{'' if asked else ' that you had set'}."
    return judged(case, "close", level_of(signs), number=number, detail=detail, next_step=next_of(signs), said=said)


def _close_in_words(case: Case) -> Criterion:
    """The same for a real talk, from the words alone: what the rep said they would do, and what led up to it."""
    if why := floors.too_few_segments(case):
        return unjudged("close", why)
    promise, wills = promised(case), will(case)
    if promise is None:
        return judged(
            case,
            "close",
            1 if wills else 0,
            number="no promise in their words",
            detail=f"You {often('asked about a next step', len(wills))}, and they did not say what they will do.",
            next_step="End with: what will you do, by when, and how shall we look at it?",
            said=wills[-2:],
        )
    before = case.talk.before(promise.turn.number, Speaker.MANAGER)
    asked = tuple(one for one in case.asked if before and one.turn == before.number)
    again = _again(case, promise.turn.number)
    signs = (
        Sign(there=True, next=""),
        Sign(there=promise.dated, next="Ask by when."),
        Sign(there=bool(asked), next="Ask for the next step instead of setting it."),
        Sign(there=bool(again), next="Say it back in one sentence, or ask how you two will look at it again."),
    )
    number = "a next step in their words, " + ("with a date" if promise.dated else "without a date")
    detail = f"They said: “{ended(promise.quote.text)}”"
    return judged(case, "close", level_of(signs), number=number, detail=detail, next_step=next_of(signs), said=(*asked, *again))


def _again(case: Case, turn: int) -> tuple[Segment, ...]:
    """After the promise: it was given back, its effort named, or another question asked about it."""
    backs = (Code.REFLECTION, Code.SUMMARY, Code.AFFIRMATION, Code.OPEN_QUESTION)
    return tuple(one for one in case.of(*backs) if one.turn > turn)[:2]


def clearness(case: Case) -> Criterion:
    """How many of the four parts of clarity were given; a level less where blame went with them."""
    measure = clarity(case)
    if measure.value is None:
        return unjudged("clarity", measure.unscored)
    given = parts(case)
    blamed = case.of(Code.CRITICISM)
    harsh = len(blamed) >= 2 and len(blamed) > len(case.coded) / 10
    level = max(0, len(given) - harsh)
    missing = [part for part in PARTS if part not in given]
    detail = f"You gave {_list(list(given))}." if given else "You stated no decision, reason or expectation."
    if harsh:
        detail += f" You also {often('blamed', len(blamed))}, and that is what people hear first."
    step = _GIVE[missing[0]] if missing else "Leave the blame out: say what happens from now on." if harsh else ""
    said = tuple(dict.fromkeys(segment for segments in given.values() for segment in segments)) + (blamed[:1] if harsh else ())
    return judged(case, "clarity", level, number=measure.shown.split(":")[0], detail=detail, next_step=step, said=said)


_GIVE: Final = {
    "decision": "Say in one sentence what is decided.",
    "reason": "Say why, in one sentence that starts with because.",
    "expectation and date": "Say what you expect of them, and by which day.",
    "room for their side": "Stop after the decision and ask what it means for them.",
}


def _list(names: list[str]) -> str:
    named = [f"the {name}" if name in ("decision", "reason") else f"an {name}" if name.startswith("expect") else name for name in names]
    return ", ".join(named[:-1]) + (" and " if len(named) > 1 else "") + named[-1]
