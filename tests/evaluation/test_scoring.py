from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.codes import Code
from simulator.conversation import Conversation, Segment, Speaker, Turn
from simulator.evaluation.case import Case
from simulator.evaluation.scorecard import Criterion, FactState, Scorecard
from simulator.evaluation.scoring import CODEBOOK_VERSION, MEASURES_VERSION, score, weighted
from simulator.scenario.model import Scenario, Stance
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState
from tests.evaluation import example_talks
from tests.evaluation.talks import VERSIONS, case
from tests.scenarios_for_tests import make_scenario

SCENARIOS = {stance: make_scenario(stance=stance.value) for stance in Stance}


def card_of(talk: Case) -> Scorecard:
    return score(talk.talk, talk.segments, versions=VERSIONS, scenario=talk.scenario, state=talk.state)


def points(talk: Case) -> float:
    found = card_of(talk).score
    assert found is not None
    return found


def test_telling_is_worse_than_a_mixture_and_coaching_is_best() -> None:
    assert points(example_talks.telling()) + 20 < points(example_talks.mixed())
    assert points(example_talks.mixed()) + 20 < points(example_talks.coaching())


def test_where_the_moment_calls_for_managing_a_clear_fair_word_beats_endless_asking() -> None:
    assert points(example_talks.clear_and_fair()) >= 70
    assert points(example_talks.clear_and_fair()) > points(example_talks.endless_asking()) + 20


def test_the_score_is_the_weighted_mean_of_what_could_be_judged() -> None:
    def at(name: str, level: int | None) -> Criterion:
        return Criterion(id=name, name=name, level=level, number="", reading="")

    assert weighted([at("balance", 4), at("listening", 2), at("questions", 0), at("close", None)], Stance.COACH) == 100 * (80 + 40) / (
        4 * 55
    )
    assert weighted([at("balance", 4), at("listening", 4)], Stance.COACH) is None


def test_two_turns_are_too_few_for_a_score() -> None:
    ask = ("What stands in the way?", Code.OPEN_QUESTION)
    card = card_of(case("Hm.", [ask] * 5, "Well.", [ask] * 5, "Yes.", scenario=SCENARIOS[Stance.COACH], state=RepState(openness=0.3)))
    assert card.score is None
    assert card.unscored == "A score needs at least 3 turns of yours; this talk has 2."


def test_a_talk_of_which_too_little_can_be_judged_has_no_score() -> None:
    ask = ("What stands in the way?", Code.OPEN_QUESTION)
    card = card_of(case("Hm.", [ask], "Well.", [ask], "Yes.", [ask], "No.", scenario=SCENARIOS[Stance.COACH], state=RepState(openness=0.3)))
    assert card.score is None
    assert "at least 8" in card.unscored


def test_an_empty_talk_has_a_scorecard() -> None:
    card = score(Conversation(), (), versions=VERSIONS)
    assert card.score is None
    assert card.unscored
    assert not card.rewrites


def test_a_real_talk_is_scored_without_a_scenario() -> None:
    talk = example_talks.coaching()
    card = score(talk.talk, talk.segments, versions=VERSIONS)
    assert card.score is not None
    assert (card.facts, card.ideas, card.commitment) == ((), (), None)


def test_the_card_says_what_became_of_every_fact_and_idea() -> None:
    card = card_of(example_talks.coaching())
    states = {fact.id: fact.state for fact in card.facts}
    assert states["checks-twice"] is FactState.ELICITED
    assert states["old-template"] is FactState.VOLUNTEERED
    assert states["told-nobody"] is FactState.MISSED
    assert {idea.id: idea.owner for idea in card.ideas} == {"buddy-check": Owner.REP, "price-list": Owner.REP, "tell-bexley": None}
    assert card.commitment is not None
    assert card.versions == VERSIONS
    assert (MEASURES_VERSION, CODEBOOK_VERSION) == ("measures-7", "codebook-1")


WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "You should call the CFO. ", "What happened then? ", "Trust me, it will save you time.", " ", "Don't wait!",
            "That’s an excuse…",
            "We've decided: from Monday, because of the audit. ", "😀 \u202e«ok»", "If I were you I'd ask", "Why didn't you?",
            "\x00\n", "Ты где?",
        ]
    ),
)  # fmt: skip


@st.composite
def talks(draw: st.DrawFn) -> tuple[Conversation, tuple[Segment, ...]]:
    turns, segments = [], []
    for number in range(1, draw(st.integers(0, 9)) + 1):
        if draw(st.booleans()):
            turns.append(Turn(number=number, speaker=Speaker.REP, text=draw(WORDS)))
            continue
        text = ""
        for words in draw(st.lists(WORDS, max_size=5)):
            segments.append(Segment(turn=number, start=len(text), end=len(text) + len(words), text=words, code=draw(st.sampled_from(Code))))
            text += words
        turns.append(Turn(number=number, speaker=Speaker.MANAGER, text=text))
    return Conversation(turns=tuple(turns)), tuple(segments)


@st.composite
def states(draw: st.DrawFn, scenario: Scenario) -> RepState:
    numbers = st.integers(1, 12)
    facts = draw(st.lists(st.sampled_from([fact.id for fact in scenario.facts]), unique=True))
    ideas = draw(st.lists(st.sampled_from(["", *(idea.id for idea in scenario.ideas)])))
    promise = st.builds(Commitment, kind=st.sampled_from(Promise), turn=numbers, what=st.just("Call"), when=st.sampled_from(["Friday", ""]))
    return RepState(
        openness=draw(st.floats(0, 1)),
        turns=draw(numbers),
        disclosed=tuple(Disclosure(fact=fact, turn=draw(numbers), how=draw(st.sampled_from(How))) for fact in facts),
        ideas=tuple(IdeaOnTable(idea=idea, owner=draw(st.sampled_from(Owner)), turn=draw(numbers)) for idea in ideas),
        commitment=draw(st.none() | promise),
    )


@settings(max_examples=150)
@given(said=talks(), data=st.data())
def test_any_coding_of_any_talk_gives_a_sound_scorecard(said: tuple[Conversation, tuple[Segment, ...]], data: st.DataObject) -> None:
    conversation, segments = said
    stance = data.draw(st.sampled_from([None, *Stance]))
    scenario = SCENARIOS[stance] if stance else None
    state = data.draw(states(scenario)) if scenario else None
    card = score(conversation, segments, versions=VERSIONS, scenario=scenario, state=state)

    assert card.score is None or 0 <= card.score <= 100
    assert (card.score is None) == bool(card.unscored)
    for measure in card.measures:
        assert (measure.value is None) == bool(measure.unscored)
        assert measure.unit != "share" or measure.value is None or 0 <= measure.value <= 1
        assert measure.value is None or 0 <= measure.value < float("inf")
    for criterion in card.criteria:
        assert (criterion.level is None) == bool(criterion.unscored)
        assert criterion.level is None or (criterion.level in range(5) and bool(criterion.next) == (criterion.level < 4))
    texts = {turn.number: turn.text for turn in conversation}
    quotes = [quote for measure in card.measures for quote in measure.evidence]
    quotes += [quote for criterion in card.criteria for quote in criterion.quotes]
    for quote in [*quotes, *(rewrite.quote for rewrite in card.rewrites)]:
        assert quote.text
        assert texts[quote.turn][quote.start : quote.end] == quote.text
    assert len({rewrite.question for rewrite in card.rewrites}) == len(card.rewrites) <= 3
