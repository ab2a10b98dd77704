"""Measures that need a clock."""

import pytest

from simulator.evaluation.case import Case
from simulator.evaluation.measures.timed import pause, talk_share_seconds
from simulator.transcripts import parse

ROWS = "speaker,text,start,end\nDana,Hm.,0,2\nMe,Why?,3,4\nDana,So.,5,9\nMe,And?,9.5,10\nDana,Well.,11,13\nMe,Right.,12,14\n"


def test_share_and_pause_are_counted_from_the_times() -> None:
    case = Case(talk=parse(ROWS, form=".csv").talk, segments=())
    share, quiet = talk_share_seconds(case), pause(case)
    assert share.value == pytest.approx(3.5 / 11.5)
    assert share.shown == "30 % of 0.2 min"
    assert (quiet.value, quiet.shown) == (0.5, "0.5 s")
    assert [one.turn for one in quiet.evidence] == [2, 4, 6]


def test_without_times_both_say_why() -> None:
    case = Case(talk=parse("Me: Why?\nDana: So.").talk, segments=())
    assert "no times" in talk_share_seconds(case).unscored
    assert "no times" in pause(case).unscored


def test_two_replies_are_too_few_for_a_middle() -> None:
    case = Case(talk=parse(ROWS.rpartition("Dana,Well")[0], form=".csv").talk, segments=())
    assert pause(case).value is None
    assert "at least 3 replies" in pause(case).unscored
