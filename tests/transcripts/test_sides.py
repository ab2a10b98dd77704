"""Who is the manager, who is one person under two names, and what is said of who was counted as whom."""

import pytest

from simulator.conversation import Speaker
from simulator.transcripts import UnclearManager, parse

TALK = "Kim Lee: How was it?\nDana Reed: Bad.\nKim Lee: What was bad about it?\nDana Reed: The price.\n"
TWICE = TALK + "Kim Lee (iPhone): Which price?\nDana Reed: The first one.\nKim Lee (iPhone): I see.\nDana Reed: Yes.\n"


@pytest.mark.parametrize("manager", ["kim lee", "KIM  LEE", "Kim", "lee"])
def test_a_part_that_only_one_has_is_enough(manager: str) -> None:
    found = parse(TALK, manager=[manager])
    assert found.counted() == "Manager: Kim Lee, 2 turns, 8 words. Rep's side: Dana Reed, 2 turns, 3 words."


def test_a_part_that_two_have_is_asked_about() -> None:
    with pytest.raises(UnclearManager, match="Lee may be Kim Lee or Bo Lee"):
        parse("Kim Lee: Hi there.\nBo Lee: Hello.\n", manager=["Lee"])


@pytest.mark.parametrize("manager", ["Kim Lee", "Kim"])
def test_who_comes_back_under_another_name_is_asked_about(manager: str) -> None:
    with pytest.raises(
        UnclearManager, match=r'Kim Lee \(iPhone\) may be Kim Lee under another name.*--manager "Kim Lee \(iPhone\)".*--rep'
    ):
        parse(TWICE, manager=[manager])


def test_both_names_can_be_given_or_told_apart() -> None:
    both = parse(TWICE, manager=["Kim Lee", "Kim Lee (iPhone)"])
    assert [voice.side for voice in both.parties] == [Speaker.MANAGER, Speaker.REP, Speaker.MANAGER]
    apart = parse(TWICE, manager=["Kim Lee"], rep=["Kim Lee (iPhone)"])
    assert [voice.side for voice in apart.parties] == [Speaker.MANAGER, Speaker.REP, Speaker.REP]


def test_a_rep_who_comes_back_under_another_name_is_no_third_voice() -> None:
    found = parse(
        "Kim: How was it?\nReed, Dana [EXT]: Bad.\nKim: Why?\nDana Reed: The price.\nKim: So?\nReed, Dana [EXT]: Well.\n", manager=["Kim"]
    )
    assert found.notes == ()
    assert {voice.name for voice in found.parties} == {"Kim", "Reed, Dana [EXT]", "Dana Reed"}


def test_a_third_voice_and_a_talk_that_is_hardly_one_are_said() -> None:
    three = parse(TALK + "Ines Vogt: I would say the terms, if you ask me.\n", manager=["Kim"])
    assert "More than two people talk here; Dana Reed, Ines Vogt are counted as one side" in three.notes[0]
    speech = parse("Kim: " + "We go on with the plan as it stands. " * 20 + "\nDana: Fine.\n", manager=["Kim"])
    assert "hardly speaks" in speech.notes[0]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Dana Reed (Acme)",
            "Okoro, Sam [EXT]",
            "Dana Reed | Acme",
            "Sam 🚀 Okoro",
            "1. Dana Reed",
            "Dana_Reed#1",
            'Dana "DR" Reed',
            "14155551234",
        ),
        *(
            "Dana Reed - Regional Sales Director EMEA North and Benelux, Acme",
            "دانا ريد",
            "李 娜：经理",
            "Zoe\u0308",
            "DR",
            "dana",
            "O'Neil-Smith",
        ),
    ],
)
def test_a_name_may_hold_what_names_hold(name: str) -> None:
    found = parse(f"{name}: How was it?\nKim: Bad.\n{name}: Why was it bad?\nKim: The price: too high.\n", manager=[name])
    assert [turn.text for turn in found.talk] == ["How was it?", "Bad.", "Why was it bad?", "The price: too high."]


@pytest.mark.parametrize(
    "words",
    ["Here is the thing: we lost.", "No: that was all.", "Two things: price and time.", "The way I see it: no.", "Bad. One word: price."],
)
def test_a_colon_inside_words_makes_no_speaker(words: str) -> None:
    found = parse(f"Kim: So?\nDana: Well,\n{words}\nKim: I see. Why?\n", manager=["Kim"])
    assert [turn.text for turn in found.talk] == ["So?", f"Well, {words}", "I see. Why?"]
