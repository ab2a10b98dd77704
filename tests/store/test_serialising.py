"""What is kept as JSON comes back as it was."""

import json

from hypothesis import given
from hypothesis import strategies as st

from simulator.conversation import Segment
from simulator.evaluation.scorecard import Criterion, FactOutcome, IdeaOutcome, Measure, Quote, Rewrite, Scorecard, Versions
from simulator.state import Commitment, Disclosure, IdeaOnTable, Owner, RepState
from simulator.store import serialising
from tests.talks import NOON, scorecard

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
TURN = st.integers(1, 500)


def several(*values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """A few of them, or none."""
    return st.lists(st.one_of(*values), max_size=2).map(tuple)


QUOTE = st.builds(Quote, text=TEXT)
COMMITMENT = st.none() | st.builds(Commitment, what=TEXT, when=TEXT)
STATE = st.builds(
    RepState,
    openness=st.floats(0, 1),
    seed=st.integers(),
    turns=TURN,
    disclosed=several(st.builds(Disclosure, fact=TEXT)),
    ideas=several(st.builds(IdeaOnTable, idea=TEXT)),
    commitment=COMMITMENT,
    said=several(TEXT),
    closed=st.booleans(),
)
MEASURE = st.builds(
    Measure,
    id=TEXT,
    name=TEXT,
    definition=TEXT,
    unit=TEXT,
    value=st.none() | NUMBER,
    shown=TEXT,
    anchor=TEXT,
    unscored=TEXT,
    evidence=several(QUOTE),
)
CRITERION = st.builds(
    Criterion,
    id=TEXT,
    name=TEXT,
    level=st.none() | st.integers(0, 4),
    number=TEXT,
    reading=TEXT,
    next=TEXT,
    quotes=several(QUOTE),
    unscored=TEXT,
)
SCORECARD = st.builds(
    Scorecard,
    versions=st.builds(Versions, app=TEXT, codebook=TEXT, labeller=TEXT, measures=TEXT, scenario=TEXT),
    segments=several(st.builds(Segment, text=TEXT)),
    measures=several(MEASURE),
    criteria=several(CRITERION),
    score=st.none() | NUMBER,
    unscored=TEXT,
    facts=several(st.builds(FactOutcome, id=TEXT, summary=TEXT, opener=TEXT, turn=st.none() | TURN)),
    ideas=several(st.builds(IdeaOutcome, id=TEXT, summary=TEXT, owner=st.none() | st.sampled_from(Owner), turn=st.none() | TURN)),
    commitment=COMMITMENT,
    rewrites=several(st.builds(Rewrite, quote=QUOTE, question=TEXT, why=TEXT)),
)


@given(state=STATE)
def test_a_state_comes_back_from_json(state: RepState) -> None:
    assert serialising.state(json.loads(json.dumps(serialising.state_json(state)))) == state


@given(card=SCORECARD)
def test_a_scorecard_comes_back_from_json(card: Scorecard) -> None:
    assert serialising.scorecard(json.loads(json.dumps(serialising.scorecard_json(card)))) == card


def test_the_versions_stand_beside_the_scorecard() -> None:
    card = scorecard()
    row = serialising.scorecard_row("a1", NOON, card)
    assert (row["app_version"], row["codebook_version"], row["labeller_version"], row["measures_version"], row["scored_scenario"]) == (
        card.versions.app,
        card.versions.codebook,
        card.versions.labeller,
        card.versions.measures,
        card.versions.scenario,
    )


@given(text=st.text(max_size=30))
def test_whatever_is_typed_can_be_kept(text: str) -> None:
    kept = serialising.storable(text)
    assert "\x00" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert len(kept) == len(text)
