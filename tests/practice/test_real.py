"""Real talks kept beside practised ones: scored as what they were, found again, corrected and scored anew without a scenario."""

from pathlib import Path

import pytest

from simulator.conversation import Speaker, Timing
from simulator.errors import AttemptError
from simulator.evaluation.corrections import Correction
from simulator.evaluation.scorecard import Estimate
from simulator.practice.real import File, RealTalks, short, shortened
from simulator.scenario.model import Stance
from simulator.transcripts import parse
from tests.practising import practice
from tests.transcripts.forms import FORMS
from tests.transcripts.talk import KIM, TOM

ZOOM = next(form for form in FORMS if form.ending == ".vtt")
FILE = File(name="weekly.vtt", form=".vtt", content=ZOOM.content)


@pytest.fixture
def talks(tmp_path: Path) -> RealTalks:
    return RealTalks(practice=practice(tmp_path))


def test_a_real_talk_is_kept_finished_with_its_times_and_never_its_file(talks: RealTalks, tmp_path: Path) -> None:
    read = parse(ZOOM.content.decode(), form=".vtt", manager=[KIM])
    kept = talks.keep(read, FILE, player=" Priya  N ", stance=Stance.LEAD, estimate=Estimate(asked_share=0.5, score=50.0))
    assert (kept.kind, kept.finished, kept.player, kept.scenario_title) == ("real", True, "Priya N", "A talk with Tom B.")
    assert kept.source is not None
    assert (kept.source.name, kept.source.hash, kept.source.stance, kept.source.others) == (
        "weekly.vtt",
        FILE.hash,
        Stance.LEAD,
        ("Tom B.",),
    )
    assert kept.source.counted.startswith("Manager: Priya Nair, 4 turns")
    assert [turn.timing for turn in kept.conversation][:2] == [
        Timing(start=1.0, end=4.0, spoken=3.0),
        Timing(start=4.5, end=9.0, spoken=4.5),
    ]
    assert kept.scorecard is not None
    assert kept.scorecard.measure("talk_share_seconds").value is not None
    assert b"WEBVTT" not in b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_the_same_file_is_known_again(talks: RealTalks) -> None:
    assert talks.again(FILE) == ""
    kept = talks.keep(parse(ZOOM.content.decode(), form=".vtt", manager=[KIM]), FILE)
    assert talks.again(FILE) == kept.id
    assert talks.again(File(name="weekly.vtt", form=".vtt", content=ZOOM.content + b" ")) == ""


def test_a_real_talk_is_corrected_and_scored_anew_without_a_scenario_and_not_held_again(talks: RealTalks) -> None:
    kept = talks.keep(parse(ZOOM.content.decode(), form=".vtt", manager=[KIM]), FILE, like="late-quotes")
    assert kept.scorecard is not None
    first = kept.scorecard.segments[0]
    other = next(one.code for one in kept.scorecard.segments if one.code is not first.code)
    put_right = talks.practice.correct(kept.id, Correction(turn=first.turn, start=first.start, end=first.end, code=other))
    assert put_right.scorecard is not None
    assert put_right.scorecard.segments[0].code is other
    again = talks.practice.rescore(kept.id)
    assert again.scorecard is not None
    assert again.scorecard.versions.scenario == ""
    assert again.scorecard.facts == ()
    with pytest.raises(AttemptError, match="real talk cannot be held again"):
        talks.practice.branch(kept.id, 1)
    with pytest.raises(AttemptError):
        talks.practice.say(kept.id, "And then?")


@pytest.mark.parametrize(
    ("name", "less"),
    [
        ("Sam Okoro", "Sam O."),
        ("Okoro, Sam [EXT]", "Sam O."),
        ("Sam", "Sam"),
        ("Dana Reed (Acme)", "Dana R."),
        ("SPEAKER_01", "SPEAKER_01"),
        ("李 娜", "李 娜."),
    ],
)
def test_a_name_is_made_short(name: str, less: str) -> None:
    assert short(name) == less


def test_others_are_called_by_first_name_and_initial_in_the_words_too() -> None:
    talk = parse("Kim: Tom Becker, what did Becker & Sons say?\nTom Becker: That Beckers are late.\n", manager=["Kim"]).talk
    assert [turn.text for turn in shortened(talk, [TOM])] == ["Tom B., what did Tom B. & Sons say?", "That Beckers are late."]
    assert [turn.speaker for turn in shortened(talk, [TOM])] == [Speaker.MANAGER, Speaker.REP]
