"""What came out of a practised talk: facts, ideas and a promise, as measures and as the lists of the debrief."""

from simulator.codes import Code, Move
from simulator.conversation import Segment, Speaker, Turn
from simulator.evaluation.case import GIVEN_BACK, Case
from simulator.evaluation.measures import floors
from simulator.evaluation.measures.grow import will
from simulator.evaluation.measures.making import Kind, counts
from simulator.evaluation.measures.reading import understood
from simulator.evaluation.quoting import quote, whole_turn
from simulator.evaluation.scorecard import FactOutcome, FactState, IdeaOutcome, Measure, Quote
from simulator.language.content_words import content_words
from simulator.numbers import count_of, percent
from simulator.scenario.model import Idea, Layer
from simulator.state import Commitment, How, IdeaOnTable, Owner, Promise

DISCOVERY = Kind(
    id="discovery",
    name="Discovery",
    definition=(
        "What you drew out of all there was to find; a surface fact counts 1, a concern 2, a root 3. What was volunteered does not count."
    ),
    unit="share",
    reads=understood,
)
IDEAS = Kind(
    id="ideas",
    name="Ideas, theirs : yours",
    definition="The rep's ideas as a share of all ideas on the table; shown as theirs : yours.",
    unit="share",
    reads=understood,
)
COMMITMENT = Kind(
    id="commitment",
    name="Commitment",
    definition="1 where the rep promised something of their own, 0 where the promise was yours or there was none; with who, what and when.",
    unit="count",
    reads=understood,
)


def found(case: Case) -> tuple[Measure, ...]:
    """All of them, in the order they are shown."""
    return discovery(case), ideas(case), commitment(case)


def discovery(case: Case) -> Measure:
    """Weighted share of the scenario's facts that were elicited."""
    if case.scenario is None or case.state is None:
        return DISCOVERY.unscored(case, floors.nothing_known(case))
    weights = {fact.id: fact.layer.weight for fact in case.scenario.facts}
    drawn = elicited(case)
    share = sum(weights[name] for name in drawn) / sum(weights.values())
    shown = f"{percent(share)}, {len(drawn)} of {count_of(len(weights), 'fact')}"
    return DISCOVERY.scored(case, share, shown, len(weights), openers(case))


def elicited(case: Case) -> frozenset[str]:
    """Ids of the scenario's facts that were drawn out."""
    if case.scenario is None or case.state is None:
        return frozenset()
    return frozenset(one.fact for one in case.state.disclosed if one.how is How.ELICITED) & {fact.id for fact in case.scenario.facts}


def openers(case: Case) -> tuple[Segment, ...]:
    """The manager's words that drew facts out: what was asked and given back right before each."""
    if case.state is None:
        return ()
    turns = [_before(case, one.turn) for one in case.state.disclosed if one.how is How.ELICITED]
    return tuple(one for turn in turns if turn for one in case.within(turn.number) if one.code.move is Move.ASK or one.code in GIVEN_BACK)


def deepest(case: Case) -> Layer | None:
    """The deepest layer something was drawn out from."""
    drawn = elicited(case)
    layers = [fact.layer for fact in case.scenario.facts if fact.id in drawn] if case.scenario else []
    return max(layers, key=lambda layer: layer.weight, default=None)


def ideas(case: Case) -> Measure:
    """The rep's ideas among all that were spoken."""
    if case.state is None or case.scenario is None:
        return IDEAS.unscored(case, floors.nothing_known(case))
    theirs, yours = whose(case)
    if not theirs + yours:
        return IDEAS.unscored(case, "Nobody put an idea on the table.")
    said = [_turn(case, idea.turn) for idea in case.state.ideas if idea.owner is Owner.REP]
    return IDEAS.scored(case, theirs / (theirs + yours), counts(theirs, yours), theirs + yours, [whole_turn(turn) for turn in said if turn])


def whose(case: Case) -> tuple[int, int]:
    """How many ideas are the rep's, and how many the manager's."""
    owners = [idea.owner for idea in case.state.ideas] if case.state else []
    return owners.count(Owner.REP), owners.count(Owner.MANAGER)


def commitment(case: Case) -> Measure:
    """What the rep promised, and whose it is."""
    if case.state is None or case.scenario is None:
        return COMMITMENT.unscored(case, floors.nothing_known(case))
    promise = case.state.commitment
    if promise is None:
        return COMMITMENT.scored(case, 0, "none", case.state.turns)
    turn = _turn(case, promise.turn)
    shown = f"{_KIND[promise.kind]}: {case.scenario.persona.first_name}, {promise.what.rstrip(' .')}, {promise.when.rstrip(' .')}"
    evidence: tuple[Quote, ...] = (whole_turn(turn),) if turn else ()
    return COMMITMENT.scored(case, promise.kind is Promise.OWN, shown, case.state.turns, evidence)


_KIND = {Promise.OWN: "own", Promise.IMPOSED: "imposed"}


def asked_for(case: Case, promise: Commitment) -> tuple[Segment, ...]:
    """The questions of the turn before the promise that asked for it: open ones, or about who, what and when."""
    turn = _before(case, promise.turn)
    asked = [one for one in case.asked if turn and one.turn == turn.number]
    return tuple(one for one in asked if one.code is Code.OPEN_QUESTION or one in will(case))


def fact_outcomes(case: Case) -> tuple[FactOutcome, ...]:
    """Every fact of the scenario, found or missed."""
    if case.scenario is None or case.state is None:
        return ()
    out = {one.fact: one for one in case.state.disclosed}
    return tuple(
        FactOutcome(
            id=fact.id,
            layer=fact.layer,
            summary=fact.summary,
            opener=fact.opener,
            state=FactState(out[fact.id].how.value) if fact.id in out else FactState.MISSED,
            turn=out[fact.id].turn if fact.id in out else None,
            said=in_words(case, out[fact.id].turn) if fact.id in out else None,
        )
        for fact in case.scenario.facts
    )


def idea_outcomes(case: Case) -> tuple[IdeaOutcome, ...]:
    """Every idea of the scenario: the rep's, the manager's, or nobody's."""
    if case.scenario is None or case.state is None:
        return ()
    said = {idea.idea: idea for idea in case.state.ideas if idea.idea}
    return tuple(
        IdeaOutcome(
            id=idea.id,
            summary=idea.summary,
            owner=said[idea.id].owner if idea.id in said else None,
            turn=said[idea.id].turn if idea.id in said else None,
            said=_held(case, said[idea.id], idea) if idea.id in said else None,
        )
        for idea in case.scenario.ideas
    )


def in_words(case: Case, number: int) -> Quote | None:
    """All that was said in turn `number`; None where the talk has no such turn, or no word in it."""
    turn = _turn(case, number)
    return whole_turn(turn) if turn and turn.text else None


def _held(case: Case, spoken: IdeaOnTable, idea: Idea) -> Quote | None:
    """The words that hold an idea: the rep's whole turn, or what the manager told in theirs that is nearest to it in words."""
    told = [one for one in case.within(spoken.turn) if one.code.told]
    if spoken.owner is Owner.REP or not told:
        return in_words(case, spoken.turn)
    language = case.language_in(spoken.turn)
    about = frozenset[str]().union(*(content_words(words, language) for words in idea.told))
    return quote(max(told, key=lambda one: len(content_words(one.text, language) & about)))


def _turn(case: Case, number: int) -> Turn | None:
    return next((turn for turn in case.talk if turn.number == number), None)


def _before(case: Case, number: int) -> Turn | None:
    """The manager's turn that turn `number` answers."""
    return case.talk.before(number, Speaker.MANAGER)
