"""Talks in plain text, and what holds for every form."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.conversation import Speaker
from simulator.errors import SimulatorError, TranscriptError
from simulator.transcripts import UnclearManager, parse, read
from simulator.transcripts.decoding import LARGEST_FILE

TALK = "Manager: How did it go?\nDana: Badly.\nThey moved the date.\n\nManager: Oh.\nManager: What happened?\n"


def test_lines_become_turns() -> None:
    talk = parse(TALK).talk
    assert [(turn.number, turn.speaker, turn.text) for turn in talk] == [
        (1, Speaker.MANAGER, "How did it go?"),
        (2, Speaker.REP, "Badly. They moved the date."),
        (3, Speaker.MANAGER, "Oh. What happened?"),
    ]


def test_the_manager_is_named_without_regard_to_case() -> None:
    talk = parse("Kim Lee: Hi.\nDana O'Neil: Hello.\nPat: Me too.", manager=["kim lee"]).talk
    assert [(turn.speaker, turn.text) for turn in talk] == [(Speaker.MANAGER, "Hi."), (Speaker.REP, "Hello. Me too.")]


@pytest.mark.parametrize(
    ("text", "manager", "says"),
    [
        ("", "", "holds no talk"),
        ("There are just words here.", "", "line 1: nobody is named"),
        ("just words", "", "line 1: nobody is named"),
        ("\n\nHello there, it is me.", "", "line 3"),
        ("Kim: Hi.\nKim: Hello.", "", "only Kim speaks"),
        ("Kim: Hi.\nDana: Hello.", "", "speakers are Kim, Dana"),
        ("Kim: Hi.\nDana: Hello.", "Pat", "Pat does not speak"),
    ],
)
def test_a_text_that_cannot_be_scored_says_why(text: str, manager: str, says: str) -> None:
    with pytest.raises(TranscriptError, match=says):
        parse(text, manager=[manager])


def test_an_address_or_a_time_is_no_name() -> None:
    assert [turn.text for turn in parse("Manager: See\nhttps://example.test/x\n12:30 works.\nDana: Yes.").talk] == [
        "See 12:30 works.",
        "Yes.",
    ]


def test_a_file_is_read_with_or_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes("\ufeffManager: Grüße\nDana: Ja.\n".encode())
    assert read(path).talk.turns[0].text == "Grüße"


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=r"none\.txt cannot be read"):
        read(tmp_path / "none.txt")
    (tmp_path / "binary.txt").write_bytes(b"Manager: caf\xe9\0\0\1")
    with pytest.raises(TranscriptError, match="not text that can be read"):
        read(tmp_path / "binary.txt")
    with pytest.raises(TranscriptError, match="is no file"):
        read(tmp_path)
    (tmp_path / "big.txt").write_bytes(b"x" * (LARGEST_FILE + 1))
    with pytest.raises(TranscriptError, match="larger than 5 MB"):
        read(tmp_path / "big.txt")


@given(text=st.text(max_size=200))
def test_any_text_is_a_talk_or_an_error_of_ours(text: str) -> None:
    try:
        found = parse(text, manager=["a"])
    except SimulatorError:
        return
    turns = found.talk.turns
    assert found.nobodys or all(earlier.speaker is not later.speaker for earlier, later in pairwise(turns))


@pytest.mark.parametrize(
    "text",
    [
        "[00:00:01] Kim: Hi.\n[00:00:04] Dana: Hello.\n",
        "00:01 Kim: Hi.\n00:04 Dana: Hello.\n",
        "Kim   0:01\nHi.\n\nDana   0:04\nHello.\n",
        "[Kim] 10:04:21\nHi.\n\n[Dana] 10:04:25\nHello.\n",
        "Kim (0:01)\nHi.\nDana (0:04)\nHello.\n",
        "00:00:01\nKim: Hi.\n00:00:04\nDana: Hello.\n",
    ],
)
def test_times_and_headings_of_meeting_tools_are_no_words(text: str) -> None:
    talk = parse(text, manager=["Kim"]).talk
    assert [(turn.speaker, turn.text) for turn in talk] == [(Speaker.MANAGER, "Hi."), (Speaker.REP, "Hello.")]
    assert all(turn.timing is None for turn in talk)


def test_who_the_manager_could_be_comes_with_the_error() -> None:
    with pytest.raises(UnclearManager) as caught:
        parse("Kim: Hi.\nDana: Hello.\nKim: So.")
    assert caught.value.speakers == ("Kim", "Dana")


@pytest.mark.parametrize(
    "words",
    ["Download the list for me.", "This document is the one.", "The recording started late.", "10 minutes", "Note: call her.", "Right."],
)
def test_what_people_say_is_heard_although_it_looks_like_a_tools_line(words: str) -> None:
    found = parse(f"Kim  0:01\nWhat now?\n\nDana  0:04\n{words}\n\nKim  0:09\nI see, thanks.\n\nDana  0:12\nYes.\n", manager=["Kim"])
    assert found.talk.turns[1].text == words
    again = parse(f"Kim: What now?\nDana: {words}\nKim: I see, thanks.\nDana: Yes.\n", manager=["Kim"])
    assert again.talk.turns[1].text == words


def test_words_that_end_in_a_time_are_words_and_a_name_with_a_time_is_none() -> None:
    text = "Kim: How did it go?\nDana: It was saved at 11:52\nDana: by nobody at all.\nKim: Who says so?\nDana: The sheet."
    said = [turn.text for turn in parse(text, manager=["Kim"]).talk]
    assert said == ["How did it go?", "It was saved at 11:52 by nobody at all.", "Who says so?", "The sheet."]
    headed = "Kim Lee 0:05\nHow did it go?\nDana Reed 0:09\nBadly.\nKim Lee 0:12\nWhy?\nDana Reed 0:15\nThe price."
    assert [turn.text for turn in parse(headed, manager=["Kim"]).talk] == ["How did it go?", "Badly.", "Why?", "The price."]
