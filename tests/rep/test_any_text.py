"""From words to an answer, whatever the words are: labeller, matcher and mind together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.evaluation.labelling.trained import built_in
from simulator.rehearsal.stage import answering
from simulator.rep import mind
from simulator.scenario.fallback import sayable
from simulator.state import RepState
from tests.scenarios_for_tests import make_scenario

SCENARIO = make_scenario()
MATCHER = answering().matcher
LABELLER = built_in()


def answer(text: str, state: RepState) -> mind.Reaction:
    """The rep's answer to this text."""
    return mind.react(SCENARIO, state, MATCHER.hear(SCENARIO, LABELLER.label(text)), turn=3)


@pytest.mark.parametrize(
    "text",
    ["", "word " * 20_000, "¿Qué pasó? " * 9_000, "为什么？" * 25_000, "🙂" * 100_000, "\x00\x1b[31m\u202e" * 10_000, "Why? " * 20_000],
    ids=["empty", "words", "spanish", "chinese", "emoji", "control", "questions"],
)
def test_a_hundred_thousand_characters_are_answered(text: str) -> None:
    reaction = answer(text, mind.begin(SCENARIO, 1).state)
    assert reaction.intent.line in sayable(SCENARIO)


@settings(max_examples=40)
@given(texts=st.lists(st.text(max_size=80), min_size=3, max_size=8), seed=st.integers(0, 1000))
def test_no_line_comes_twice_and_no_root_comes_out_whatever_is_typed_at_a_shut_rep(texts: list[str], seed: int) -> None:
    now = mind.begin(SCENARIO, seed)
    said = [now.intent.line]
    for text in texts:
        if now.state.closed:
            break
        now = answer(text, now.state)
        assert now.intent.line not in said
        said.append(now.intent.line)
        out = {item.fact for item in now.state.disclosed}
        assert all(out.issuperset(SCENARIO.fact(name).needs.after) for name in out)
