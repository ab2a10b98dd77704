"""Talks in WebVTT and SRT, as meeting tools write them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.conversation import Speaker, Timing
from simulator.errors import SimulatorError, TranscriptError
from simulator.transcripts import parse, read

TEAMS = """WEBVTT

NOTE a language, say
en-GB

7d5f-0
00:00:01.000 --> 00:00:03.000
<v Kim Lee>How did it go,
with them?</v>

7d5f-1
00:00:04.500 --> 00:00:06.500 align:start
<v Dana Reed>Badly &amp; late.</v>
"""
ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
Kim Lee: How did it go, with them?

2
00:00:04.500 --> 00:00:05.500
Dana Reed: Badly

3
00:00:05.500 --> 00:00:06.500
&amp; late.
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
[Kim Lee] How did it go, with them?
2
00:00:04,500 --> 00:00:06,500
>> Dana Reed: <i>Badly</i> &amp; late.
"""


@pytest.mark.parametrize(("text", "name"), [(TEAMS, "talk.vtt"), (ZOOM, "talk.vtt"), (SRT, "talk.srt"), (ZOOM, "talk.txt.bak")])
def test_captions_become_turns_with_their_times(text: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    talk = read(tmp_path / name, manager=["kim lee"]).talk
    assert [(turn.speaker, turn.text, turn.timing) for turn in talk] == [
        (Speaker.MANAGER, "How did it go, with them?", Timing(start=1, end=3, spoken=2)),
        (Speaker.REP, "Badly & late.", Timing(start=4.5, end=6.5, spoken=2)),
    ]


def test_two_voices_in_one_cue_share_its_time() -> None:
    talk = parse("WEBVTT\n\n00:01.000 --> 00:05.000\n<v Me>Yes?<v Dana>Yes.\n", form=".vtt").talk
    assert [(turn.text, turn.timing) for turn in talk] == [
        ("Yes?", Timing(start=1, end=3, spoken=2)),
        ("Yes.", Timing(start=3, end=5, spoken=2)),
    ]


def test_a_pause_inside_a_turn_is_not_spoken() -> None:
    cues = (
        "00:00:00,000 --> 00:00:01,000\nMe: So.",
        "00:00:09,000 --> 00:00:10,000\nMe: Well.",
        "00:00:11,000 --> 00:00:12,000\nDana: Hm.",
    )
    talk = parse("\n\n".join(f"{number}\n{cue}" for number, cue in enumerate(cues)), form=".srt").talk
    assert talk.turns[0].timing == Timing(start=0, end=10, spoken=2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Me>Hi.", r"in talk\.vtt only Me speaks"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nno name here", r"line 3: nobody is named"),
        ("WEBVTT\n\n", "holds no talk"),
    ],
)
def test_captions_that_cannot_be_read_name_line_and_reason(text: str, says: str) -> None:
    with pytest.raises(TranscriptError, match=f"(?i){says}"):
        parse(text, form=".vtt", source="talk.vtt")


@pytest.mark.parametrize("times", ["00:01.000 --> later", "00:09.000 --> 00:01.000", "00:00:zz --> 00:00:03.000"])
def test_one_caption_whose_times_cannot_be_right_loses_them_and_not_the_talk(times: str) -> None:
    found = parse(f"WEBVTT\n\n00:00.000 --> 00:01.000\n<v Me>Well?\n\n{times}\n<v Dana>Fine.\n", form=".vtt")
    said = [(turn.text, turn.timing is not None) for turn in found.talk]
    assert said == [("Well?", True), ("Fine.", False)]
    assert "line 6 cannot be right" in found.notes[0]


def test_an_arrow_in_the_words_is_no_time() -> None:
    found = parse(
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Me>From lead --> deal --> won?\n\n00:04.000 --> 00:05.000\n<v Dana>Yes.\n", form=".vtt"
    )
    assert [turn.text for turn in found.talk] == ["From lead --> deal --> won?", "Yes."]


def test_words_without_a_name_go_on_with_the_sentence_or_are_nobodys() -> None:
    cues = [
        "Kim: How was it",
        "on Monday?",
        "Dana: It was long.",
        "Kim: Why long?",
        "Who said that?",
        "Dana: The yard.",
        "Kim: Which yard?",
        "Dana: Yes.",
        "Kim: Go on.",
        "Dana: No.",
    ]
    at = [(0, 1), (1, 2), (2, 3), (4, 5), (7, 8), (9, 10), (11, 12), (13, 14), (15, 16), (17, 18)]
    text = "".join(
        f"{n}\n00:00:{a:02},000 --> 00:00:{b:02},000\n{words}\n\n" for n, ((a, b), words) in enumerate(zip(at, cues, strict=True))
    )
    found = parse(text, form=".srt", manager=["Kim"])
    assert [turn.text for turn in found.talk][:4] == ["How was it on Monday?", "It was long.", "Why long?", "The yard."]
    assert found.nobodys == 3
    assert "Words of nobody named: 3." in found.counted()


@given(text=st.text(alphabet=st.sampled_from("<v> Me:\n0123.-->,&;[]WEBVTT"), max_size=120))
def test_any_text_is_a_talk_or_an_error_of_ours(text: str) -> None:
    try:
        talk = parse(text, form=".vtt", manager=["me"]).talk
    except SimulatorError:
        return
    assert all(turn.text for turn in talk)
