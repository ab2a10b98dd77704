"""Of a rep's state only that counts which stands in the talk."""

from simulator.codes import Code
from simulator.evaluation.grounding import grounded
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState
from tests.evaluation.talks import talk

TALK, SEGMENTS = talk(
    "Hm.",
    [("You should call them.", Code.ADVICE)],
    "The desk is slow.",
    [("What could you try?", Code.OPEN_QUESTION)],
    "A list. I'll write it on Friday.",
)


def state(**parts: object) -> RepState:
    return grounded(RepState(openness=0.3, **parts), TALK, SEGMENTS)  # type: ignore[arg-type]


def test_a_fact_was_drawn_out_only_where_something_had_asked_for_it() -> None:
    told = tuple(Disclosure(fact=str(turn), turn=turn, how=How.ELICITED) for turn in (1, 2, 3, 5, 9))
    found = {one.fact: one.how for one in state(disclosed=told).disclosed}
    assert found == {"1": How.VOLUNTEERED, "3": How.VOLUNTEERED, "5": How.ELICITED}


def test_an_idea_is_whose_words_hold_it() -> None:
    spoken = tuple(IdeaOnTable(idea=f"{owner} {turn}", owner=owner, turn=turn) for owner in Owner for turn in (2, 3, 4, 5, 9))
    assert [one.idea for one in state(ideas=spoken).ideas] == ["rep 3", "rep 5", "manager 2"]


def test_a_promise_was_made_only_in_words_of_theirs() -> None:
    for turn, made in ((5, True), (4, False), (9, False)):
        promise = Commitment(kind=Promise.OWN, turn=turn, what="Write a list", when="Friday")
        assert (state(commitment=promise).commitment is promise) == made


def test_what_else_is_known_of_the_rep_stays() -> None:
    assert state(turns=7, seed=3) == RepState(openness=0.3, turns=7, seed=3)
