"""The rep's mind: from what was heard to a new state and one intent. Pure, and the same for the same seed.

The mind decides what may be said; a voice only says it. A fact leaves this module in an intent only when its own
conditions hold, so what is not earned reaches neither a prompt nor a page.
"""

from dataclasses import dataclass, replace

from simulator.codes import Code, Move
from simulator.reading import AnswerKind, Deed, Query, asks
from simulator.rep.earning import told_before
from simulator.rep.heard import Heard, Subject
from simulator.rep.intent import Act, Intent
from simulator.rep.leaving import Leaving
from simulator.rep.lines import aside, reaction, unsaid, variant
from simulator.rep.temper import openness_after
from simulator.rep.topics import answer, by_ease, tell
from simulator.scenario.depth import Aside
from simulator.scenario.model import Pledge, Scenario, Stance
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState

LEAVES_FROM = 28
"""With so many turns of theirs the rep says that they have to go soon: a talk that goes on for ever teaches nothing."""
PATIENCE = 5
"""Turns after that word in which the rep still answers what is asked openly, or agrees on what to do; else they go at once."""
MOST_TURNS = LEAVES_FROM + PATIENCE
FILLS_SILENCE = 0.4
"""Openness from which the rep fills the first silence with something of their own."""
SPARE = 0.15
"""Openness beyond what a fact asks for at which the rep volunteers it when they feel heard."""
BRIEF = 8
"""Kind words after a promise end the talk where they are no more than so many."""
ORDERED = 5
"""An order is agreed to within so many turns of the talk, theirs and the manager's; later it is forgotten."""
WARM = 0.45
"""Openness from which the rep parts warmly."""

CONTEMPT = (Aside.CONTEMPT, Aside.CONTEMPT_AGAIN, Aside.CONTEMPT_LAST)
"""What contempt gets the first, the second and every further time."""
DEEDS = (
    (Deed.OWN_UP, Aside.APOLOGY),
    (Deed.PROMISE, Aside.MANAGER_PROMISES),
    (Deed.THANKS, Aside.THANKS),
    (Deed.GREETING, Aside.SMALL_TALK),
)
"""What gets a word of its own, the weightiest first."""

_MANNERS = (Deed.THANKS, Deed.GREETING)
_OPEN_KINDS = (AnswerKind.WHAT, AnswerKind.HOW, AnswerKind.WHY, AnswerKind.FELT, AnswerKind.EXAMPLE, AnswerKind.AFTER)
_CHECKS = (None, AnswerKind.YES_NO, AnswerKind.COMMIT, AnswerKind.GO_ON)
"""What may only make sure that they were heard: "Does that make sense?"; who asks for a name or a day behind all they tell wants it."""
_GENTLE = (Code.SOCIAL, Code.ACKNOWLEDGEMENT, Code.AFFIRMATION)
_PROPOSALS = (Code.ADVICE, Code.INSTRUCTION, Code.LEADING_QUESTION)
_BLOWS = (
    (Code.CRITICISM, Act.DEFEND),
    (Code.PERSUASION, Act.BACK_AWAY),
    (Code.LEADING_QUESTION, Act.NOTICE_LEADING),
    (Code.ADVICE, Act.COMPLY),
    (Code.INSTRUCTION, Act.COMPLY),
    (Code.INFORMATION, Act.COMPLY),
)


@dataclass(frozen=True, kw_only=True)
class Reaction:
    """The state after a turn, and what the rep does with it."""

    state: RepState
    intent: Intent


def begin(scenario: Scenario, seed: int) -> Reaction:
    """The rep opens the talk. `seed` chooses between wordings."""
    state = RepState(openness=scenario.persona.openness, seed=seed)
    line = variant(scenario.opening, state) or scenario.opening[0]
    return _say(state, Intent(act=Act.OPEN, line=line))


def react(scenario: Scenario, state: RepState, heard: Heard, *, turn: int, must_go: bool = False) -> Reaction:
    """The rep takes in one manager turn and answers in turn number `turn`; one who `must_go` says so with this answer, and goes soon after.

    A rep who has said goodbye has nothing more to say: the caller asks `state.closed` first.
    """
    codes = tuple(segment.code for segment in heard.segments)
    follows_up = any(code.move in (Move.ASK, Move.LISTEN) for code in codes) and any(
        one.subject in (Subject.FACT, Subject.IDEA) for one in heard.about
    )
    openness = openness_after(scenario, state, codes, follows_up=follows_up, misread=heard.misread is not None, deeds=heard.deeds)
    if heard.hollow:
        openness = min(openness, state.openness)
    state = replace(state, openness=openness, silences=state.silences + 1 if heard.silent else 0)
    if Deed.CONTEMPT in heard.deeds:
        state = replace(state, affronts=state.affronts + 1)
    state = _note_given_ideas(state, heard, codes, turn - 1)
    intent = _intend(scenario, state, heard, codes, turn)
    time_is_up = must_go or state.turns + 1 >= LEAVES_FROM
    if intent is None or (time_is_up and state.leaves_at and not _waits(state, heard, codes)):
        intent = _close(scenario, state)
    elif time_is_up and not state.leaves_at and intent.act is not Act.CLOSE:
        soon = Leaving.of(scenario.language).soon
        intent = replace(intent, besides=soon[state.seed % len(soon)])
        state = replace(state, leaves_at=state.turns + 1 + PATIENCE)
    elicited = intent.fact in heard.names(Subject.FACT) or Code.OPEN_QUESTION in codes
    return _say(_remember(scenario, state, intent, turn, How.ELICITED if elicited else How.VOLUNTEERED), intent)


def _waits(state: RepState, heard: Heard, codes: tuple[Code, ...]) -> bool:
    """Whether a rep whose time is up still answers: nobody goes in the middle of a question or of a promise."""
    return state.turns + 1 < state.leaves_at and (Code.OPEN_QUESTION in codes or heard.asks_commitment or heard.asks_options)


def _intend(scenario: Scenario, state: RepState, heard: Heard, codes: tuple[Code, ...], turn: int) -> Intent | None:
    """What to do, or None when the rep has nothing left to say."""
    if heard.silent:
        return _bear_silence(scenario, state)
    if intent := _affronted(scenario, state, heard):
        return intent
    if _wraps_up(state, heard, codes):
        return None
    promising = heard.asks_commitment and heard.query is not Query.OWN_WORDS
    if promising or heard.query is Query.AGREED or _settles(state, heard, codes, turn):
        intent = _commit(scenario, state, turn)
        if intent or ((state.commitment or heard.query is Query.AGREED) and (intent := _agreed(scenario, state))):
            return intent
    if heard.misread is not None and (line := variant(scenario.misreadings[heard.misread].lines, state)):
        return Intent(act=Act.PUT_RIGHT, line=line)
    if _mostly_told(scenario, heard):
        return _deed(scenario, state, heard) or _take(scenario, state, heard, codes)
    if heard.hollow:
        return aside(scenario, Aside.NO_MORE, state) or _take(scenario, state, heard, codes)
    asking = _as_asked(heard, codes)
    if any(code.opens for code in asking) and (intent := answer(scenario, state, heard, asking)):
        return intent
    return _deed(scenario, state, heard) or _take(scenario, state, heard, asking)


def _as_asked(heard: Heard, codes: tuple[Code, ...]) -> tuple[Code, ...]:
    """The codes that the answer goes by: what asks is a question whatever it is called; "Which one hurt?" asks as "What hurt?" does."""
    if heard.asks and not any(code.move is Move.ASK for code in codes):
        return (*codes, Code.OPEN_QUESTION)
    if heard.kind in _OPEN_KINDS:
        return tuple(Code.OPEN_QUESTION if code is Code.CLOSED_QUESTION else code for code in codes)
    return codes


def _affronted(scenario: Scenario, state: RepState, heard: Heard) -> Intent | None:
    """What contempt and threats get: silence first, then a word about it, and the third time they go."""
    if Deed.CONTEMPT in heard.deeds:
        return aside(scenario, CONTEMPT[min(state.affronts, len(CONTEMPT)) - 1], state)
    return aside(scenario, Aside.THREAT, state) if Deed.THREAT in heard.deeds else None


def _deed(scenario: Scenario, state: RepState, heard: Heard) -> Intent | None:
    """What an apology, a promise of the manager's, thanks and small talk get; beside a question good manners are only manners."""
    for deed, which in DEEDS:
        if deed in heard.deeds and not (heard.asks and deed in _MANNERS) and (intent := aside(scenario, which, state)):
            return intent
    for one in heard.about[:1]:
        if one.subject is Subject.ASIDE and not heard.asks:
            return aside(scenario, Aside(one.name), state)
        if one.subject is Subject.PUBLIC and (line := variant(scenario.public[int(one.name)].lines, state)):
            return Intent(act=Act.ANSWER_PUBLIC, line=line)
    return None


def _settles(state: RepState, heard: Heard, codes: tuple[Code, ...], turn: int) -> bool:
    """Whether a promise is asked for by what is asked: when, who or what first after an idea of the rep's; "agreed?" after an order."""
    if heard.bare or not state.ideas or (state.commitment and state.commitment.kind is Promise.OWN):
        return False
    if heard.query is Query.AHEAD and any(one.owner is Owner.REP for one in state.ideas):
        return heard.kind in (AnswerKind.WHEN, AnswerKind.WHO, AnswerKind.COMMIT)
    if any(one.owner is Owner.REP and one.turn == turn - 2 for one in state.ideas):
        return heard.kind in (AnswerKind.WHEN, AnswerKind.WHO, AnswerKind.COMMIT)
    if Code.CLOSED_QUESTION not in codes or heard.kind not in (AnswerKind.YES_NO, AnswerKind.COMMIT):
        return False
    if heard.kind is AnswerKind.YES_NO and sum(one.words for one in heard.segments if one.code.move is Move.ASK) > BRIEF:
        return False  # "All right?" is short; a long question asks something else
    ordered = state.ideas[-1].turn if state.ideas[-1].owner is Owner.MANAGER else 0
    about_something = bool(heard.about) and heard.about[0].subject in (Subject.FACT, Subject.IDEA)
    return ordered == turn - 3 or (ordered == turn - 1 and Code.INSTRUCTION in codes and not about_something)


def _wraps_up(state: RepState, heard: Heard, codes: tuple[Code, ...]) -> bool:
    if heard.says_goodbye:
        return True
    brief = sum(segment.words for segment in heard.segments) <= BRIEF
    return state.commitment is not None and brief and bool(codes) and all(code in _GENTLE for code in codes)


def _bear_silence(scenario: Scenario, state: RepState) -> Intent | None:
    """Open enough, they fill the first silence with what weighs least; else they bear it in a way of their own."""
    if state.silences == 1 and state.openness >= FILLS_SILENCE:
        for fact in by_ease(scenario, state):
            if not fact.needs.by and state.openness >= fact.needs.openness + SPARE and told_before(fact.needs, state):
                return tell(fact, state)
    return _react(scenario, Act.BEAR_SILENCE, state)


def _mostly_told(scenario: Scenario, heard: Heard) -> bool:
    """Whether telling drowns what was asked, as in "Do A, then B, then C. Does that make sense?"; an open question at the end is one."""
    last = heard.segments[-1] if heard.segments else None
    if last and (last.code is Code.OPEN_QUESTION or (heard.kind not in _CHECKS and asks(last, scenario.language))):
        return False
    telling = [one for one in heard.segments if one.code.told and not asks(one, scenario.language)]
    if heard.asks and scenario.stance is Stance.COACH and all(one.code is Code.INFORMATION for one in telling):
        return False
    asked = sum(one.words for one in heard.segments if one not in telling and one.code.move in (Move.ASK, Move.LISTEN))
    return sum(one.words for one in telling) > 3 * asked


def _commit(scenario: Scenario, state: RepState, turn: int) -> Intent | None:
    """The promise: their own where an idea of theirs is on the table, the manager's where they were told what to do."""
    if state.commitment and state.commitment.kind is Promise.OWN:
        return None
    own = [one.idea for one in state.ideas if one.owner is Owner.REP]
    if own:
        name = state.subject if state.subject in own else own[-1]
        line = variant(_pledge(scenario, name).lines, state)
        return Intent(act=Act.COMMIT_OWN, line=line, subject=name) if line else None
    if any(one.turn >= turn - ORDERED for one in state.ideas) and not state.commitment:
        line = variant(scenario.commitments.imposed.lines, state)
        return Intent(act=Act.COMMIT_IMPOSED, line=line) if line else None
    return None


def _agreed(scenario: Scenario, state: RepState) -> Intent | None:
    """What they say was agreed: the promise in other words; that nothing was, where nothing was."""
    if not state.commitment:
        return aside(scenario, Aside.AGREED, state)
    every = [*(idea.pledge for idea in scenario.ideas if idea.pledge), scenario.commitments.own, scenario.commitments.imposed]
    theirs = [one for one in every if (one.what, one.when) == (state.commitment.what, state.commitment.when)]
    line = next((found for one in theirs if (found := variant(one.lines, state))), None)
    return Intent(act=Act.SAY_PLAINLY, line=line) if line else None


def _pledge(scenario: Scenario, name: str) -> Pledge:
    """How they promise this idea."""
    idea = next((one for one in scenario.ideas if one.id == name), None)
    return (idea.pledge if idea else None) or scenario.commitments.own


def _take(scenario: Scenario, state: RepState, heard: Heard, codes: tuple[Code, ...]) -> Intent | None:
    """React to the turn's kind where nothing is opened."""
    if not _mostly_told(scenario, heard):
        if Code.REFLECTION in codes or Code.SUMMARY in codes:
            return _react(scenario, Act.FEEL_HEARD, state)
        if Code.OPEN_QUESTION in codes:
            return _react(scenario, Act.ELABORATE, state)
        if Code.CLOSED_QUESTION in codes:
            return _react(scenario, Act.ANSWER_SHORTLY, state)
        if Code.PERMISSION in codes:
            return _react(scenario, Act.GIVE_LEAVE, state)
    told_plainly = all(code in (Code.INFORMATION, Code.INSTRUCTION) for code in codes if code.told)
    for code, act in _BLOWS:
        if code in codes:
            clear = scenario.stance is not Stance.COACH and told_plainly and act is Act.COMPLY
            return _react(scenario, Act.TAKE_IN if clear else act, state)
    return _react(scenario, Act.TAKE_PRAISE if Code.AFFIRMATION in codes else Act.WAIT, state)


def _react(scenario: Scenario, act: Act, state: RepState) -> Intent | None:
    line = reaction(scenario, act, state)
    return Intent(act=act, line=line) if line else None


def _close(scenario: Scenario, state: RepState) -> Intent:
    lines = scenario.closings.warm if state.openness >= WARM else scenario.closings.cool
    line = variant(lines, state) or unsaid([*scenario.closings.warm, *scenario.closings.cool], state)
    return Intent(act=Act.CLOSE, line=line or lines[0])


def _note_given_ideas(state: RepState, heard: Heard, codes: tuple[Code, ...], turn: int) -> RepState:
    """Put ideas that the manager gave away on record as the manager's; an idea that is the rep's already stays theirs."""
    if not any(code in _PROPOSALS for code in codes):
        return state
    on_table = {idea.idea for idea in state.ideas}
    given = heard.given or ("",)
    fresh = tuple(IdeaOnTable(idea=name, owner=Owner.MANAGER, turn=turn) for name in given if not name or name not in on_table)
    return replace(state, ideas=(*state.ideas, *fresh))


def _remember(scenario: Scenario, state: RepState, intent: Intent, turn: int, how: How) -> RepState:
    if intent.fact:
        state = replace(state, disclosed=(*state.disclosed, Disclosure(fact=intent.fact, turn=turn, how=how)))
    if intent.idea:
        state = replace(state, ideas=(*state.ideas, IdeaOnTable(idea=intent.idea, owner=Owner.REP, turn=turn)))
    if intent.act in (Act.COMMIT_OWN, Act.COMMIT_IMPOSED):
        own = intent.act is Act.COMMIT_OWN
        promise = _pledge(scenario, intent.subject) if own else scenario.commitments.imposed
        kind = Promise.OWN if own else Promise.IMPOSED
        state = replace(state, commitment=Commitment(kind=kind, turn=turn, what=promise.what, when=promise.when))
    if intent.detail is not None:
        state = replace(state, details=(*state.details, f"{intent.subject}/{intent.detail}"))
    return replace(
        state,
        closed=intent.act is Act.CLOSE,
        subject=intent.fact or intent.idea or intent.subject or state.subject,
        invited=state.invited + intent.invited,
    )


def _say(state: RepState, intent: Intent) -> Reaction:
    return Reaction(state=replace(state, turns=state.turns + 1, said=(*state.said, intent.line)), intent=intent)
