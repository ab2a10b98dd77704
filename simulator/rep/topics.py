"""What the rep says to what a turn is about: a fact, more of it, an idea, a standing question, what is public, or nothing known."""

from typing import Final

from simulator.codes import Code, Move
from simulator.reading import AnswerKind as Kind
from simulator.reading import Query
from simulator.rep.earning import earned, fact_earned
from simulator.rep.heard import About, Heard, Subject
from simulator.rep.intent import Act, Intent
from simulator.rep.lines import aside, not_known, reaction, standing, unsaid, variant
from simulator.scenario.depth import Aside, Detail, StandingQuestion
from simulator.scenario.fallback import aside_lines
from simulator.scenario.model import Fact, Idea, Layer, Scenario
from simulator.state import RepState

OPEN_TO: Final = 0.45
"""Openness from which a standing question gets the open answer."""
MOST_INVITED: Final = 2
"""Facts that come in a talk to questions which name no topic."""
UNASKED: Final = 0.15
"""Openness beyond what a fact asks for at which it comes to who gives it back before it was told."""
PLAIN: Final = 0.6
"""Closeness from which a turn is plainly about a thing, whatever the rep has just spoken of."""
OF_THE_KIND: Final = 0.04
"""What a detail of the very kind that is asked for may lie farther than another thing."""
HARDLY: Final = 0.04
"""What is not out yet comes where nothing else lies nearer; what is plainly meant may lie so much farther."""
NEARLY: Final = 0.06
"""How much farther small talk may lie than an invitation to begin, at the very first: "How is it going, all well at home?"."""
BEHIND: Final = 0.12
"""Where what is nearest has nothing to say, what lies so much farther is not what was asked about."""
SHORT: Final = 4
"""Words of a turn that is about what the rep spoke of last, unless it is plainly about another thing: "And who with?"."""
OF_THE_MATTER: Final = frozenset(
    {
        *(
            StandingQuestion.TRIED,
            StandingQuestion.HARDEST,
            StandingQuestion.AFRAID,
            StandingQuestion.IN_THE_WAY,
            StandingQuestion.HOW_LONG,
        ),
        *(StandingQuestion.WHAT_CHANGED, StandingQuestion.OWN_PART, StandingQuestion.MATTERS_MOST, StandingQuestion.WHO_KNOWS),
        *(StandingQuestion.THEIR_EYES, StandingQuestion.LEARNED, StandingQuestion.WORKED_BEFORE, StandingQuestion.MY_PLACE),
    }
)
"""Standing questions that ask about the matter, and not about the talk or the two of them: what they fit in particular is told."""
STANDING_KINDS: Final = {
    StandingQuestion.HOW_SURE: Kind.SCALE,
    StandingQuestion.WHY_NOT_LOWER: Kind.WHY,
    StandingQuestion.WHO_KNOWS: Kind.WHO,
    StandingQuestion.WHO_COULD_HELP: Kind.WHO,
    StandingQuestion.HOW_LONG: Kind.WHEN,
    StandingQuestion.HOW_ARE_YOU: Kind.HOW,
}
"""The kind of answer that a standing question asks for; the others are asked in many ways."""
MORE_KINDS: Final = (None, Kind.GO_ON, Kind.WHAT, Kind.HOW, Kind.EXAMPLE, Kind.AFTER, Kind.YES_NO)
"""What is asked for with these may be answered by any detail; who asks for a name or a day gets that or nothing."""
LIKE: Final = {
    Kind.WHAT: (Kind.WHAT, Kind.EXAMPLE, Kind.AFTER, Kind.SAID),
    Kind.EXAMPLE: (Kind.EXAMPLE, Kind.WHAT),
    Kind.AFTER: (Kind.AFTER, Kind.WHAT),
    Kind.HOW: (Kind.HOW, Kind.FELT, Kind.EXAMPLE),
    Kind.FELT: (Kind.FELT,),
    Kind.GO_ON: (Kind.WHAT, Kind.AFTER, Kind.EXAMPLE, Kind.SAID, Kind.HOW, Kind.WHY),
}
"""Kinds of detail that fit a kind of question, the best first; a kind that is not here fits itself alone."""

_OF_THE_MOMENT: Final = (Kind.SAID, Kind.FELT, Kind.AFTER)
"""What was said, how that was and what came of it is asked about what was just told, unless another thing is plainly meant."""
_AHEAD: Final = (Kind.OPTIONS, Kind.COMMIT)
"""What is asked for with these lies ahead: where there is no idea yet, nothing that was answers it."""
_TELLING: Final = (Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.HOW_MANY, Kind.SAID, Kind.FELT, Kind.AFTER, Kind.EXAMPLE)
"""Kinds that say what they ask for; what, how and why are asked of anything, so the words must say of what."""
_OF_WORDS: Final = (None, Kind.WHAT, Kind.HOW, Kind.WHY, Kind.CHOICE, Kind.GO_ON)
"""Kinds of a question about their own words that they leave at what they said; of the others they say what they do not know."""
_UNTOLD: Final = (Query.WISH, Query.WHAT_IF, Query.AHEAD)
"""What is not, or not yet."""
_AS_IT_IS: Final = (Subject.FACT, Subject.PUBLIC, Subject.STANDING)
"""What was, and what stands: it answers a question about what is not only where it is plainly meant."""
_MATTERS: Final = (Subject.FACT, Subject.IDEA, Subject.PUBLIC, Subject.STANDING)
_GIVEN_BACK: Final = (Code.REFLECTION, Code.SUMMARY)
_FOLLOWS_UP: Final = (
    Kind.WHO,
    Kind.WHEN,
    Kind.WHERE,
    Kind.HOW_MANY,
    Kind.SAID,
    Kind.WHY,
    Kind.EXAMPLE,
    Kind.AFTER,
    Kind.GO_ON,
    Kind.FELT,
)


def answer(scenario: Scenario, state: RepState, heard: Heard, codes: tuple[Code, ...]) -> Intent | None:
    """What is said to a turn that asks or gives back, or None where it calls for no more than a reaction."""
    if heard.query is Query.LOST and (intent := aside(scenario, Aside.MANAGER_LOST, state)):
        return intent
    asks = any(code.move is Move.ASK for code in codes)
    plain = bool(heard.about) and heard.about[0].closeness >= PLAIN
    meant = plain and heard.about[0].subject in (Subject.FACT, Subject.IDEA, Subject.STANDING)
    ahead = heard.asks_options or heard.kind in _AHEAD or heard.query is Query.WISH
    if asks and ahead and heard.query is not Query.WHAT_IF and not (heard.query is Query.WISH and meant):
        intent = offer(scenario, state, heard, codes)
        if intent or not heard.names(Subject.FACT):
            return intent or _nothing_known(scenario, state, heard, codes)
    short = sum(segment.words for segment in heard.segments) <= SHORT and heard.kind in _FOLLOWS_UP
    if (short or heard.kind in _OF_THE_MOMENT) and not plain and (intent := _more(scenario, state, heard, codes)):
        return intent
    if heard.bare or (heard.points and heard.kind is Kind.GO_ON) or (not heard.about and heard.kind in _FOLLOWS_UP):
        return _more(scenario, state, heard, codes) or _nothing_known(scenario, state, heard, codes)
    nearest = max((one.closeness for one in heard.about), default=0.0)
    aside_step: Intent | None = None
    for one in _in_order(scenario, heard, codes):
        if (one.subject is not Subject.MENTION and not _near_enough(one, nearest, heard.query)) or not _of_kind(one, heard.kind):
            continue
        answered, intent = _to(scenario, state, one, heard, codes)
        if answered and intent and intent.act is Act.DEFLECT and one.closeness < PLAIN:
            aside_step = aside_step or intent  # what they keep is stepped aside from only where nothing else answers
        elif answered and not (_doubtful(intent) and (aside_step or (asks and not _meant(one, heard)))):
            return intent
    return aside_step or (_nothing_known(scenario, state, heard, codes) if asks else None)


def _doubtful(intent: Intent | None) -> bool:
    """Whether it tells what was not out, or answers another question where it does not answer this one."""
    return intent is not None and intent.act in (Act.DISCLOSE, Act.OFFER_IDEA, Act.ANSWER_PUBLIC, Act.ANSWER)


def _meant(one: About, heard: Heard) -> bool:
    """Whether something new is what is asked for."""
    others = max((other.closeness for other in heard.about if other.name != one.name and other.subject in _MATTERS), default=0.0)
    return one.closeness >= others - (HARDLY if one.closeness >= PLAIN else 0.0)


def _near_enough(one: About, nearest: float, query: Query | None) -> bool:
    """Whether this can be what was meant: not much farther than the nearest, and nothing that was where something else is asked for."""
    untold = query in _UNTOLD and one.subject in _AS_IT_IS and one.closeness < PLAIN
    return one.closeness >= nearest - BEHIND and not untold


def _of_kind(one: About, kind: Kind | None) -> bool:
    """Whether a standing answer is of the kind asked for: no "Seven." to a when, and to "Are you sure?" only where it is plainly meant."""
    if one.subject is not Subject.STANDING or kind is None:
        return True
    said = STANDING_KINDS.get(StandingQuestion(one.name))
    if kind in (Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.HOW_MANY, Kind.SCALE):
        return said == kind
    return said in (None, kind) or one.closeness >= PLAIN


def _in_order(scenario: Scenario, heard: Heard, codes: tuple[Code, ...]) -> list[About]:
    """What the turn may be about; of several questions at once the one that is easiest to answer comes first."""
    if sum(code.move is Move.ASK for code in codes) < 2:
        return sorted(heard.about, key=lambda one: -one.closeness - (OF_THE_KIND if _answers(scenario, one, heard.kind) else 0.0))
    return sorted(heard.about, key=lambda one: _ease(scenario.fact(one.name)) if one.subject is Subject.FACT else (0, 0.0))


def _answers(scenario: Scenario, one: About, kind: Kind | None) -> bool:
    """Whether it is a detail of the very kind that is asked for."""
    if one.detail is None or kind not in _TELLING:
        return False
    owner = scenario.fact(one.name) if one.subject is Subject.FACT else scenario.idea(one.name)
    return owner.details[one.detail].kind is kind


def _to(scenario: Scenario, state: RepState, one: About, heard: Heard, codes: tuple[Code, ...]) -> tuple[bool, Intent | None]:
    """Whether this is what the turn is answered by, and with what; with None the turn gets a reaction."""
    asks = any(code.move is Move.ASK for code in codes)
    match one.subject:
        case Subject.FACT:
            return _to_fact(scenario, state, scenario.fact(one.name), one, heard, codes)
        case Subject.IDEA:
            intent = _to_idea(scenario, state, scenario.idea(one.name), one, heard, codes) if asks else None
        case Subject.STANDING:
            intent = _to_standing(scenario, state, StandingQuestion(one.name), heard, codes) if asks else None
        case Subject.PUBLIC:
            line = variant(scenario.public[int(one.name)].lines, state)
            intent = Intent(act=Act.ANSWER_PUBLIC, line=line) if line else None
        case Subject.MENTION:
            line = variant(scenario.mentions[int(one.name)].lines, state)
            intent = Intent(act=Act.SAY_PLAINLY, line=line) if line else None
        case Subject.ASIDE:
            intent = _small_talk(scenario, state, heard) if one.name == Aside.SMALL_TALK else aside(scenario, Aside(one.name), state)
        case Subject.INVITATION:
            small = any(other.name == Aside.SMALL_TALK and other.closeness >= one.closeness - NEARLY for other in heard.about)
            intent = _small_talk(scenario, state, heard) if small and state.turns == 1 else _invited(scenario, state, codes)
    return intent is not None, intent


def _to_fact(
    scenario: Scenario, state: RepState, fact: Fact, one: About, heard: Heard, codes: tuple[Code, ...]
) -> tuple[bool, Intent | None]:
    given_back = any(code in _GIVEN_BACK for code in codes)
    asks = any(code.move is Move.ASK for code in codes)
    if fact.id in {disclosure.fact for disclosure in state.disclosed}:
        intent = _detail(state, fact, one, heard, codes)
        return intent is not None or (given_back and not asks), intent
    if fact_earned(fact, state, codes, spare=0.0 if asks else UNASKED):
        intent = tell(fact, state)
        return intent is not None, intent
    if given_back and not asks:
        return False, None  # what is understood before it was told is felt, and neither told nor dodged
    line = unsaid(fact.not_yet, state)
    return True, Intent(act=Act.DEFLECT, line=line) if line else _react(scenario, Act.DEFLECT, state)


def _to_idea(scenario: Scenario, state: RepState, idea: Idea, one: About, heard: Heard, codes: tuple[Code, ...]) -> Intent | None:
    if idea.id in {there.idea for there in state.ideas}:
        return _detail(state, idea, one, heard, codes)
    line = variant(idea.lines, state)
    return Intent(act=Act.OFFER_IDEA, line=line, idea=idea.id) if line and earned(idea.needs, state, codes) else None


def _to_standing(scenario: Scenario, state: RepState, question: StandingQuestion, heard: Heard, codes: tuple[Code, ...]) -> Intent | None:
    for fact in scenario.facts_named(heard.names(Subject.FACT)) if question in OF_THE_MATTER else ():
        if fact.id not in {one.fact for one in state.disclosed} and fact_earned(fact, state, codes, spare=0.0):
            return tell(fact, state)
    if question is StandingQuestion.NOT_ASKED and (intent := _invited(scenario, state, codes)):
        return intent
    if question is StandingQuestion.NOT_ASKED and state.invited >= MOST_INVITED:
        return aside(scenario, Aside.WHAT_EXACTLY, state)
    line = standing(scenario, question, state, open_to=state.openness >= OPEN_TO)
    return Intent(act=Act.ANSWER, line=line) if line else None


def _small_talk(scenario: Scenario, state: RepState, heard: Heard) -> Intent | None:
    """A word about the weather; who greets once more is told how they are, where that is what is asked."""
    how = StandingQuestion.HOW_ARE_YOU
    if how in heard.names(Subject.STANDING) and set(aside_lines(scenario, Aside.SMALL_TALK)) & set(state.said):
        line = standing(scenario, how, state, open_to=state.openness >= OPEN_TO)
        return Intent(act=Act.ANSWER, line=line) if line else None
    return aside(scenario, Aside.SMALL_TALK, state)


def _invited(scenario: Scenario, state: RepState, codes: tuple[Code, ...]) -> Intent | None:
    """The next surface fact, once or twice a talk, to who truly asks them to begin."""
    if Code.OPEN_QUESTION not in codes or state.invited >= MOST_INVITED:
        return None
    for fact in by_ease(scenario, state):
        if fact.layer is Layer.SURFACE and fact_earned(fact, state, codes, spare=0.0):
            return tell(fact, state, invited=True)
    return None


def _more(scenario: Scenario, state: RepState, heard: Heard, codes: tuple[Code, ...]) -> Intent | None:
    """More of what the rep spoke of last."""
    owners: list[Fact | Idea] = [*scenario.facts_named([state.subject]), *(idea for idea in scenario.ideas if idea.id == state.subject)]
    for owner in owners:
        return _detail(state, owner, None, heard, codes)
    return None


def _detail(state: RepState, owner: Fact | Idea, meant: About | None, heard: Heard, codes: tuple[Code, ...]) -> Intent | None:
    """A detail that was not told: the one that is meant, else the first of the kind that is asked for, where that is enough to go by."""
    opening, kind = {code for code in codes if code.opens}, heard.kind
    free = {
        place: detail
        for place, detail in enumerate(owner.details)
        if f"{owner.id}/{place}" not in state.details
        and state.openness >= (owner.needs.openness if detail.openness is None else detail.openness)
        and opening
        and (not detail.by or opening & set(detail.by))
    }
    named = meant.detail if meant else None
    if named in free and (kind in MORE_KINDS or free[named].kind in _fits(kind)):
        return _tell_more(owner.id, named, free[named])
    reached = {one.detail for one in heard.about if one.name == owner.id}
    for wanted in _fits(kind):
        for place, detail in free.items():
            if detail.kind is wanted and (meant is None or kind in _TELLING or place in reached or meant.closeness >= PLAIN):
                return _tell_more(owner.id, place, detail)
    if meant and named in free and meant.closeness >= PLAIN:
        return _tell_more(owner.id, named, free[named])
    if kind in (None, Kind.GO_ON) and free:
        place = next(iter(free))
        return _tell_more(owner.id, place, free[place])
    return None


def _fits(kind: Kind | None) -> tuple[Kind, ...]:
    return () if kind is None else LIKE.get(kind, (kind,))


def _tell_more(owner: str, place: int, detail: Detail) -> Intent:
    return Intent(act=Act.TELL_MORE, line=detail.line, subject=owner, detail=place)


def _nothing_known(scenario: Scenario, state: RepState, heard: Heard, codes: tuple[Code, ...]) -> Intent | None:
    """Words for this kind of question that claim nothing."""
    if heard.kind is Kind.GO_ON:
        return aside(scenario, Aside.NO_MORE, state)
    if heard.query is Query.AHEAD:
        line = not_known(scenario, Kind.OPTIONS, state)
        return Intent(act=Act.NOT_KNOW, line=line) if line else None
    of_use = heard.query and (heard.query is not Query.OWN_WORDS or heard.kind in _OF_WORDS)
    if heard.query and of_use and (intent := aside(scenario, Aside(heard.query.value), state)):
        return intent
    if heard.kind is None:
        return None
    if heard.kind in (Kind.WHAT, Kind.HOW, Kind.WHY) and Code.OPEN_QUESTION in codes and (intent := _react(scenario, Act.ELABORATE, state)):
        return intent
    line = not_known(scenario, heard.kind, state)
    return Intent(act=Act.NOT_KNOW, line=line) if line else None


def offer(scenario: Scenario, state: RepState, heard: Heard, codes: tuple[Code, ...]) -> Intent | None:
    """The next idea that is asked for and earned. With a root told, the way forward is open."""
    on_table = {idea.idea for idea in state.ideas}
    free = any(scenario.fact(one.fact).layer is Layer.ROOT for one in state.disclosed if scenario.facts_named([one.fact]))
    invited = heard.names(Subject.IDEA)
    wanted = [*(scenario.idea(name) for name in invited), *(idea for idea in scenario.ideas if idea.id not in invited)]
    for idea in wanted:
        if idea.id not in on_table and (free or earned(idea.needs, state, codes)) and (line := variant(idea.lines, state)):
            return Intent(act=Act.OFFER_IDEA, line=line, idea=idea.id)
    return None


def by_ease(scenario: Scenario, state: RepState) -> list[Fact]:
    """What may come up by itself, the lightest first: never a root, and nothing that is out."""
    out = {disclosure.fact for disclosure in state.disclosed}
    return [fact for fact in sorted(scenario.facts, key=_ease) if fact.id not in out and fact.layer is not Layer.ROOT]


def _ease(fact: Fact) -> tuple[int, float]:
    return fact.layer.weight, fact.needs.openness


def tell(fact: Fact, state: RepState, *, invited: bool = False) -> Intent | None:
    """The fact, in words not used yet."""
    line = variant(fact.lines, state)
    return Intent(act=Act.DISCLOSE, line=line, fact=fact.id, invited=invited) if line else None


def _react(scenario: Scenario, act: Act, state: RepState) -> Intent | None:
    line = reaction(scenario, act, state)
    return Intent(act=act, line=line) if line else None
