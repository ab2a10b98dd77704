"""What a labeller made of a turn is kept with the turn, and what cannot be read of it costs no talk."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from simulator.codes import Code
from simulator.conversation import Coded, Segment
from simulator.store import serialising
from simulator.store.repository import SqlRepository
from tests.talks import CODED, attempt, turn

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)


@st.composite
def readings(draw: st.DrawFn) -> tuple[str, Coded]:
    """A turn's words, and what a labeller made of them."""
    parts, start, segments = draw(st.lists(WORDS, max_size=5)), 0, []
    for part in parts:
        code, sure = draw(st.sampled_from(Code)), draw(st.none() | st.floats(0, 1))
        segments.append(
            Segment(turn=4, start=start, end=start + len(part), text=part, code=code, confidence=sure, uncertain=draw(st.booleans()))
        )
        start += len(part)
    return "".join(parts), Coded(labeller=draw(WORDS), segments=tuple(segments), heads=draw(st.dictionaries(WORDS, st.floats(0, 1))))


@given(reading=readings())
def test_what_was_made_of_any_turn_comes_back(reading: tuple[str, Coded]) -> None:
    words, made = reading
    kept = json.loads(json.dumps(serialising.coded_json(made)))
    read = serialising.coded(kept, 4, words)
    assert read is not None
    assert read.segments == made.segments
    assert read.heads == dict(made.heads)


def test_codes_are_kept_later_and_put_in_the_place_of_older_ones(repository: SqlRepository) -> None:
    repository.add(attempt("a1", turn(1), turn(2), turn(3)))
    repository.add(attempt("a2", turn(1), turn(2)))
    repository.keep_coded("a1", {2: CODED, 9: CODED})
    assert [one.coded for one in repository.get("a1").conversation] == [None, CODED, None]
    newer = replace(CODED, labeller="rules-2", segments=(replace(CODED.segments[0], end=11, text="Some words."),))
    repository.keep_coded("a1", {2: newer})
    assert repository.get("a1").conversation.turns[1].coded == newer
    assert repository.get("a2").conversation.turns[1].coded is None
    repository.keep_coded("nobody", {2: CODED})


KEPT = serialising.coded_json(CODED)


@pytest.mark.parametrize(
    "values",
    [
        None,
        7,
        [],
        {},
        {**KEPT, "segments": None},
        {**KEPT, "segments": [{"start": 0, "end": 11, "code": "a code of tomorrow"}]},
        {**KEPT, "segments": [{"start": 0, "end": 4, "code": "advice"}]},
        {**KEPT, "segments": [{"start": "0", "end": 11, "code": "advice"}]},
        {name: value for name, value in KEPT.items() if name != "labeller"},
    ],
)
def test_codes_that_this_version_cannot_read_are_none_and_the_talk_is_read(address: str, repository: SqlRepository, values: object) -> None:
    repository.add(attempt("a1", turn(1), turn(2, coded=CODED)))
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("UPDATE turns SET coded = :values WHERE number = 2"), {"values": json.dumps(values)})
    engine.dispose()
    read = repository.get("a1").conversation.turns[1]
    assert (read.text, read.coded) == ("Some words.", None)
