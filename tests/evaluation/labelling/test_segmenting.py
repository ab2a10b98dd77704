"""Segments: a new sentence, a new act, and nothing lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.evaluation.labelling.segmenting import segment


def pieces(text: str) -> list[str]:
    """The segments' texts."""
    return [text[span.start : span.end] for span in segment(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Okay. Send it.", ["Okay. ", "Send it."]),
        ("So, what happened?", ["So, what happened?"]),
        ("Dana, so, what happened?", ["Dana, so, what happened?"]),
        ("I hear you, but call them today, when can you do it?", ["I hear you, ", "but call them today, ", "when can you do it?"]),
        ("You should call the CFO, and what's the date?", ["You should call the CFO, ", "and what's the date?"]),
        ("It slipped again, right?", ["It slipped again, right?"]),
        ("It's late. Right?", ["It's late. Right?"]),
        ("Mr. Hale wants it, e.g. by May. Fine.", ["Mr. Hale wants it, e.g. by May. ", "Fine."]),
        ("It includes St Brendan's. The reason is new.", ["It includes St Brendan's. ", "The reason is new."]),
        ("It was 3.5 points. Why?", ["It was 3.5 points. ", "Why?"]),
        ("First line\nsecond line", ["First line\n", "second line"]),
        ("I want to understand what happened.", ["I want to understand what happened."]),
        ("What will you do, and by when?", ["What will you do, and by when?"]),
        ("  Hello.  How are you?  ", ["  Hello.  ", "How are you?  "]),
        ("…", ["…"]),
        ("... What now?", ["... What now?"]),
    ],
)
def test_where_a_new_act_begins(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_without_punctuation_acts_are_still_cut() -> None:
    assert pieces("tell me what happened with hauser did you call the buyer you should call her") == [
        "tell me what happened with hauser ",
        "did you call the buyer ",
        "you should call her",
    ]


@settings(max_examples=300)
@given(text=st.one_of(st.text(max_size=400), st.text(alphabet=" ,.?!…-\n—aou'butsoandwhyou", max_size=400)))
def test_segments_concatenate_to_the_text(text: str) -> None:
    spans = segment(text)
    assert "".join(pieces(text)) == text
    assert all(span.start < span.end for span in spans)


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "so ",
        "so, ",
        "… ",
        "?",
        "\n",
        "A. ",
        ", what is ",
        "but you should ",
        "right? ",
        "please ",
        " - ",
        " ",
        "💬",
        "\x00",
        "\u202e",
    ],
)
def test_a_hundred_thousand_characters_are_cut(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert "".join(pieces(text)) == text
