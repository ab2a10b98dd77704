"""Talks in JSON and CSV."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.conversation import Conversation, Speaker, Timing
from simulator.errors import SimulatorError, TranscriptError
from simulator.transcripts import parse

ROWS = [
    {"speaker": "Kim", "text": "How did it go?", "start": 1, "end": "00:00:03.5"},
    {"speaker": "Dana", "text": "Badly.", "start": 4, "end": 5.5},
]
SAID = [
    (Speaker.MANAGER, "How did it go?", Timing(start=1, end=3.5, spoken=2.5)),
    (Speaker.REP, "Badly.", Timing(start=4, end=5.5, spoken=1.5)),
]


def said(talk: Conversation) -> list[tuple[Speaker, str, Timing | None]]:
    return [(turn.speaker, turn.text, turn.timing) for turn in talk]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (".json", json.dumps(ROWS)),
        ("", json.dumps(ROWS, indent=2)),
        (".json", json.dumps({"id": 4, "results": {"utterances": ROWS}})),
        (".jsonl", "\n".join(map(json.dumps, ROWS))),
        (".csv", "Speaker,Text,Start,End\nKim,How did it go?,1,3.5\nDana,Badly.,4,5.5\n"),
        (".csv", "start;end;name;words\r\n1;00:03.5;Kim;How did it go?\r\n4;5.5;Dana;Badly.\r\n"),
        (".tsv", 'who\ttranscript\tbegin\tstop\nKim\t"How did it go?"\t1\t3.5\nDana\tBadly.\t4\t5.5\n'),
    ],
)
def test_rows_become_turns_with_their_times(form: str, text: str) -> None:
    assert said(parse(text, form=form, manager=["Kim"]).talk) == SAID


def test_a_speaker_can_be_an_object_and_be_left_out_of_what_follows() -> None:
    talk = parse('[{"speaker": {"name": "Me"}, "text": "So."}, {"text": "Well?"}, {"speaker": 2, "text": "Yes."}]', form=".json").talk
    assert [(turn.speaker, turn.text) for turn in talk] == [(Speaker.MANAGER, "So. Well?"), (Speaker.REP, "Yes.")]


@pytest.mark.parametrize(
    ("form", "text", "says"),
    [
        (".json", '[{"speaker": "Me",\n "text"}]', r"line 2: this is not JSON"),
        (".jsonl", '{"speaker": "Me", "text": "Hi."}\n\n{"speaker"\n', r"line 3: this is not JSON"),
        (".json", '{"talk": 3}', "holds no list of turns"),
        (".json", '[{"speaker": "Me", "text": "a"}, "b"]', "only Me speaks"),
        (".json", "[]", "holds no talk"),
        (".csv", "a,text\n1,2\n", "line 1: no column says who speaks"),
        (".csv", "speaker,b\n1,2\n", "line 1: no column says what is said"),
        (".csv", 'speaker,text\nMe,"Hi" there\n', r"this row cannot be read"),
        (".csv", "speaker,text\n,Hi\n", "line 2: nobody is named"),
    ],
)
def test_rows_that_cannot_be_read_name_place_and_reason(form: str, text: str, says: str) -> None:
    with pytest.raises(TranscriptError, match=says):
        parse(text, form=form, manager=["Me"])


def test_times_that_cannot_be_right_are_left_out() -> None:
    rows = [{"speaker": "Me", "text": "a?", "start": 5, "end": 4}, {"speaker": "Dana", "text": "b", "start": "soon", "end": 4}]
    assert [turn.timing for turn in parse(json.dumps(rows), form=".json").talk] == [None, None]


def test_a_list_too_deep_is_refused_in_a_sentence() -> None:
    with pytest.raises(TranscriptError, match="nested deeper"):
        parse("[" * 200_000, form=".json")


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["speaker", "text", "start", "end", "turns"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_any_json_is_a_talk_or_an_error_of_ours(value: object) -> None:
    try:
        parse(json.dumps(value), form=".json", manager=["a"])
    except SimulatorError:
        return


@given(text=st.text(alphabet=st.sampled_from('speaker,text\n";\t1'), max_size=80))
def test_any_csv_is_a_talk_or_an_error_of_ours(text: str) -> None:
    try:
        parse(f"speaker,text\n{text}", form=".csv", manager=["a"])
    except SimulatorError:
        return
