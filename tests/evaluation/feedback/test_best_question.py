"""The question that worked best brought something, by its own content."""

from simulator.codes import Code
from simulator.evaluation.feedback.best_question import best_question
from simulator.scenario.model import Layer
from simulator.state import Disclosure, How, IdeaOnTable, Owner, RepState
from tests.evaluation.talks import case
from tests.scenarios_for_tests import make_scenario

SCENARIO = make_scenario()
ASK = ("What happens to a quote once you have sent it in?", Code.OPEN_QUESTION)
FEAR = ("What do you fear?", Code.OPEN_QUESTION)
GO_ON = ("And then?", Code.OPEN_QUESTION)
TRY = ("What could you try?", Code.OPEN_QUESTION)
TELL = ("You should call her today.", Code.ADVICE)
LONG = "Well, she moved to another team in March, and since then nobody over there reads what I send, whatever I put in the subject."


def state(*told: tuple[str, int, How], ideas: tuple[IdeaOnTable, ...] = ()) -> RepState:
    return RepState(openness=0.5, disclosed=tuple(Disclosure(fact=fact, turn=turn, how=how) for fact, turn, how in told), ideas=ideas)


def fact_of(layer: Layer) -> str:
    return next(fact.id for fact in SCENARIO.facts if fact.layer is layer)


def test_it_is_the_one_that_brought_what_lies_deepest() -> None:
    told = state((fact_of(Layer.SURFACE), 3, How.ELICITED), (fact_of(Layer.ROOT), 5, How.ELICITED))
    found = best_question(case("Hm.", [ASK], LONG, [FEAR], "That they find out.", scenario=SCENARIO, state=told))
    assert found is not None
    assert (found.quote.turn, found.quote.text) == (4, "What do you fear?")
    assert "underneath" in found.why


def test_an_idea_of_theirs_counts_too() -> None:
    own = state(ideas=(IdeaOnTable(idea="price-list", owner=Owner.REP, turn=5),))
    found = best_question(case("Hm.", [ASK], LONG, [TRY], "A price list.", scenario=SCENARIO, state=own))
    assert found is not None
    assert found.quote.text == "What could you try?"
    assert found.why.endswith("an idea of their own.")


def test_a_long_answer_that_told_nothing_new_is_nothing_in_a_practised_talk() -> None:
    assert best_question(case("Hm.", [ASK], LONG, [TELL], "Okay.", scenario=SCENARIO, state=state())) is None
    given = state(ideas=(IdeaOnTable(idea="price-list", owner=Owner.MANAGER, turn=3),))
    assert best_question(case("Hm.", [ASK], LONG, [TELL], "Okay.", scenario=SCENARIO, state=given)) is None


def test_what_was_volunteered_was_not_brought() -> None:
    offered = state((fact_of(Layer.ROOT), 3, How.VOLUNTEERED))
    assert best_question(case("Hm.", [ASK], LONG, scenario=SCENARIO, state=offered)) is None


def test_a_bare_prompt_is_never_the_best() -> None:
    told = state((fact_of(Layer.ROOT), 3, How.ELICITED))
    for prompt in ("Why?", "And then?", "Go on.", "Tell me more about that."):
        assert best_question(case(LONG, [(prompt, Code.OPEN_QUESTION)], "They found out.", scenario=SCENARIO, state=told)) is None


def test_of_two_in_a_turn_it_is_the_one_that_what_came_out_answers() -> None:
    told = state(("pricing-queue", 3, How.ELICITED))
    for turn in ([ASK, FEAR], [FEAR, ASK]):
        found = best_question(case("Hm.", turn, "The desk answers twice a week.", scenario=SCENARIO, state=told))
        assert found is not None
        assert found.quote.text == ASK[0]


def test_what_a_reflection_brought_is_no_questions_merit() -> None:
    told = state(("pricing-queue", 3, How.ELICITED))
    back = ("So the pricing desk keeps your quote for days.", Code.REFLECTION)
    assert best_question(case("Hm.", [back, FEAR], "Twice a week they answer.", scenario=SCENARIO, state=told)) is None


def test_in_a_real_talk_it_is_the_one_with_the_longest_answer() -> None:
    found = best_question(case("Hm.", [("What else?", Code.OPEN_QUESTION)], "No.", [FEAR], LONG, [TELL], "Okay."))
    assert found is not None
    assert found.quote.text == "What do you fear?"
    assert found.why.endswith("they said more than 20 words.")
    assert best_question(case("Hm.", [ASK], "Dunno.")) is None
    assert best_question(case("Hm.", [TELL], LONG)) is None
    assert best_question(case("Hm.", [GO_ON], LONG)) is None
