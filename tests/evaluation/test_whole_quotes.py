"""No decimal, abbreviation or ellipsis cuts a quotation: what is quoted of a sentence is the whole of it."""

import pytest

from simulator.codes import Code
from simulator.evaluation.case import Case
from simulator.evaluation.feedback.echo import echoes
from simulator.evaluation.feedback.missed_cue import missed_cue
from simulator.evaluation.measures.promises import promised
from tests.evaluation.talks import case
from tests.talks import turn

MIDDLES = (
    "3.5 pages", "12.000 boxes at 1.99", "the list, e.g. the prices,", "Mr. Hale and Dr. Ito", "the pages ... all of them",
    "the pages … all of them", "version 2.0.1", "the U.S. figures", "the file plan.v2.xlsx",
)  # fmt: skip


def after(said: str) -> Case:
    """A talk in which the rep says this last but one."""
    tell = [("You should call the buyer today.", Code.ADVICE)]
    return case("Morning.", tell, "Hm.", tell, f"That is so. {said} It was May.", tell, "Fine.")


@pytest.mark.parametrize("middle", MIDDLES)
def test_a_sentence_is_quoted_whole(middle: str) -> None:
    promise = f"I'll send {middle} to Lena on Friday."
    found = promised(after(promise))
    assert found is not None
    assert found.quote.text == promise
    cue = f"I am worried about {middle} and nobody asks."
    missed = missed_cue(after(cue))
    assert missed is not None
    assert missed.quote.text == cue


@pytest.mark.parametrize("middle", ["3.5 pages", "version 2.0.1", "the U.S. figures"])
def test_what_is_given_back_inside_a_question_is_no_half_sentence(middle: str) -> None:
    assert f"“I'm worried about {middle}.”" in next(echoes(turn(1, f"I'm worried about {middle}. It was May."), "en"))[0]
