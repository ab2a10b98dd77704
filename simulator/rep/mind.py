"""The rep's mind: from what was heard to a new state and one intent. Pure, and the same for the same seed.

The mind decides what may be said; a voice only says it. A fact leaves this module in an intent only when its own
conditions hold, so what is not earned reaches neither a prompt nor a page.
"""

from dataclasses import dataclass, replace

from simulator.codes import Code, Move
from simulator.rep.heard import Heard
from simulator.rep.intent import Act, Intent
from simulator.rep.leaving import Leaving
from simulator.rep.lines import reaction, unsaid, variant
from simulator.rep.temper import openness_after
from simulator.scenario.model import Fact, Layer, Needs, Scenario, Stance
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState

LEAVES_FROM = 28
"""With so many turns of theirs the rep says that they have to go soon: a talk that goes on for ever teaches nothing."""
PATIENCE = 5
"""Turns after that word in which the rep still answers what is asked openly, or agrees on what to do; else they go at once."""
MOST_TURNS = LEAVES_FROM + PATIENCE
READY_TO_COMMIT = 0.4
"""Openness from which a rep with ideas of their own commits and means it."""
CLOSED_COSTS = 0.1
"""What a closed question adds to the openness that a concern asks for; a root it never opens."""
FILLS_SILENCE = 0.4
"""Openness from which the rep fills the first silence with something of their own."""
SPARE = 0.15
"""Openness beyond what a fact asks for at which the rep volunteers it when they feel heard."""
WARM = 0.45
"""Openness from which the rep parts warmly."""

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
    follows_up = bool(heard.topics or heard.invited) and any(code.move in (Move.ASK, Move.LISTEN) for code in codes)
    openness = openness_after(scenario, state, codes, follows_up=follows_up, misread=heard.misread is not None)
    if heard.hollow:
        openness = min(openness, state.openness)
    state = replace(state, openness=openness, silences=state.silences + 1 if heard.silent else 0)
    state = _note_given_ideas(state, heard, codes, turn - 1)
    intent = _intend(scenario, state, heard, codes, turn)
    time_is_up = must_go or state.turns + 1 >= LEAVES_FROM
    if intent is None or (time_is_up and state.leaves_at and not _waits(state, heard, codes)):
        intent = _close(scenario, state)
    elif time_is_up and not state.leaves_at and intent.act is not Act.CLOSE:
        soon = Leaving.of(scenario.language).soon
        intent = replace(intent, besides=soon[state.seed % len(soon)])
        state = replace(state, leaves_at=state.turns + 1 + PATIENCE)
    elicited = intent.fact in heard.topics or Code.OPEN_QUESTION in codes
    return _say(_remember(scenario, state, intent, turn, How.ELICITED if elicited else How.VOLUNTEERED), intent)


def _waits(state: RepState, heard: Heard, codes: tuple[Code, ...]) -> bool:
    """Whether a rep whose time is up still answers: nobody goes in the middle of a question or of a promise."""
    return state.turns + 1 < state.leaves_at and (Code.OPEN_QUESTION in codes or heard.asks_commitment or heard.asks_options)


def _intend(scenario: Scenario, state: RepState, heard: Heard, codes: tuple[Code, ...], turn: int) -> Intent | None:
    """What to do, or None when the rep has nothing left to say."""
    if heard.silent:
        return _bear_silence(scenario, state)
    if _wraps_up(state, heard, codes):
        return None
    if heard.asks_commitment and (intent := _commit(scenario, state)):
        return intent
    if _mostly_told(heard):
        return _take(scenario, state, heard, codes)
    if heard.misread is not None and (line := variant(scenario.misreadings[heard.misread].lines, state)):
        return Intent(act=Act.PUT_RIGHT, line=line)
    asked = any(code.move is Move.ASK for code in codes)
    if heard.hollow:
        return _take(scenario, state, heard, codes)
    if asked and (heard.asks_options or heard.invited) and (intent := _offer(scenario, state, heard, codes)):
        return intent
    if any(_opens(code) for code in codes):
        if intent := _disclose(scenario, state, heard, codes, turn):
            return intent
        if _blocked(state, heard):
            return _react(scenario, Act.DEFLECT, state)
    return _take(scenario, state, heard, codes)


def _wraps_up(state: RepState, heard: Heard, codes: tuple[Code, ...]) -> bool:
    if heard.says_goodbye:
        return True
    return state.commitment is not None and bool(codes) and all(code in _GENTLE for code in codes)


def _bear_silence(scenario: Scenario, state: RepState) -> Intent | None:
    """Open enough, they fill the first silence with what weighs least; else they bear it in a way of their own."""
    if state.silences == 1 and state.openness >= FILLS_SILENCE:
        for fact in _by_ease(scenario, state):
            if not fact.needs.by and state.openness >= fact.needs.openness + SPARE and _told_before(fact.needs, state):
                return _tell(fact, state)
    return _react(scenario, Act.BEAR_SILENCE, state)


def _mostly_told(heard: Heard) -> bool:
    """Whether telling drowns what was asked, as in "Do A, then B, then C. Does that make sense?"."""
    told = sum(segment.words for segment in heard.segments if segment.code.told)
    asked = sum(segment.words for segment in heard.segments if segment.code.move in (Move.ASK, Move.LISTEN))
    return told > 3 * asked


def _commit(scenario: Scenario, state: RepState) -> Intent | None:
    if state.commitment and state.commitment.kind is Promise.OWN:
        return None
    own = any(idea.owner is Owner.REP for idea in state.ideas)
    if own and state.openness >= READY_TO_COMMIT:
        act, promise = Act.COMMIT_OWN, scenario.commitments.own
    elif state.ideas and not state.commitment:
        act, promise = Act.COMMIT_IMPOSED, scenario.commitments.imposed
    else:
        return None
    line = variant(promise.lines, state)
    return Intent(act=act, line=line) if line else None


def _offer(scenario: Scenario, state: RepState, heard: Heard, codes: tuple[Code, ...]) -> Intent | None:
    on_table = {idea.idea for idea in state.ideas}
    wanted = [scenario.idea(name) for name in heard.invited]
    if heard.asks_options:
        wanted += [idea for idea in scenario.ideas if idea.id not in heard.invited]
    for idea in wanted:
        if idea.id not in on_table and _earned(idea.needs, state, codes) and (line := variant(idea.lines, state)):
            return Intent(act=Act.OFFER_IDEA, line=line, idea=idea.id)
    return None


def _disclose(scenario: Scenario, state: RepState, heard: Heard, codes: tuple[Code, ...], turn: int) -> Intent | None:
    """The closest earned fact that is asked for; else, asked openly or well heard, the next one that lies near the surface.

    Of several questions at once the one that is easiest to answer is answered.
    """
    out = {disclosure.fact for disclosure in state.disclosed}
    topics = [scenario.fact(name) for name in heard.topics]
    if sum(code.move is Move.ASK for code in codes) > 1:
        topics.sort(key=_ease)
    for fact in topics:
        if fact.id not in out and _fact_earned(fact, state, codes, spare=0.0):
            return _tell(fact, state)
    if any(name not in out for name in heard.topics):
        return None
    openly = Code.OPEN_QUESTION in codes
    # Heard right after they told something, they want to stay with it, not to tell the next thing.
    just_told = any(disclosure.turn == turn - 2 for disclosure in state.disclosed)
    felt = not just_told and (Code.REFLECTION in codes or Code.SUMMARY in codes)
    if not (openly or felt):
        return None
    for fact in _by_ease(scenario, state):
        if _fact_earned(fact, state, codes, spare=0.0 if openly else SPARE):
            return _tell(fact, state)
    return None


def _ease(fact: Fact) -> tuple[int, float]:
    return fact.layer.weight, fact.needs.openness


def _by_ease(scenario: Scenario, state: RepState) -> list[Fact]:
    """What may come up by itself, the lightest first: never a root, and nothing that is out."""
    out = {disclosure.fact for disclosure in state.disclosed}
    return [fact for fact in sorted(scenario.facts, key=_ease) if fact.id not in out and fact.layer is not Layer.ROOT]


def _tell(fact: Fact, state: RepState) -> Intent | None:
    line = variant(fact.lines, state)
    return Intent(act=Act.DISCLOSE, line=line, fact=fact.id) if line else None


def _blocked(state: RepState, heard: Heard) -> bool:
    """Whether the turn touches something the rep knows and is not ready to say."""
    out = {disclosure.fact for disclosure in state.disclosed}
    return any(name not in out for name in heard.topics[:2])


def _fact_earned(fact: Fact, state: RepState, codes: tuple[Code, ...], *, spare: float) -> bool:
    opening = {code for code in codes if _opens(code)}
    if opening == {Code.CLOSED_QUESTION}:
        if fact.layer is Layer.ROOT:
            return False
        spare += CLOSED_COSTS if fact.layer is Layer.CONCERN else 0.0
    return _earned(fact.needs, state, codes, spare)


def _earned(needs: Needs, state: RepState, codes: tuple[Code, ...], spare: float = 0.0) -> bool:
    opening = {code for code in codes if _opens(code)}
    enough = state.openness >= needs.openness + spare and _told_before(needs, state)
    return bool(opening and enough and (not needs.by or opening & set(needs.by)))


def _told_before(needs: Needs, state: RepState) -> bool:
    return {disclosure.fact for disclosure in state.disclosed}.issuperset(needs.after)


def _opens(code: Code) -> bool:
    """Whether words of this code can open anything at all."""
    return code.move is Move.ASK or code in (Code.REFLECTION, Code.SUMMARY)


def _take(scenario: Scenario, state: RepState, heard: Heard, codes: tuple[Code, ...]) -> Intent | None:
    """React to the turn's kind where nothing is opened."""
    if not _mostly_told(heard):
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
        promise = scenario.commitments.own if own else scenario.commitments.imposed
        kind = Promise.OWN if own else Promise.IMPOSED
        state = replace(state, commitment=Commitment(kind=kind, turn=turn, what=promise.what, when=promise.when))
    return replace(state, closed=intent.act is Act.CLOSE)


def _say(state: RepState, intent: Intent) -> Reaction:
    return Reaction(state=replace(state, turns=state.turns + 1, said=(*state.said, intent.line)), intent=intent)
