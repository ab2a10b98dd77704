"""A group's debrief on paper: two tagged pages, whatever the workshop is called and however much there is to say."""

import re
from datetime import timedelta

import pytest

from simulator.codes import Move
from simulator.evaluation.scorecard import Estimate
from simulator.export import group_paper as page
from simulator.export.group_paper import group_paper
from simulator.export.paper import pages
from simulator.scenario.model import Layer, Stance
from simulator.workshop.group import group_debrief
from simulator.workshop.scored import FactMet, ScoredTalk
from tests.talks import NOON

MOVES = tuple((turn, move) for turn in range(2, 20, 2) for move in (Move.ASK, Move.TELL, Move.LISTEN))


def talks(people: int, asked: str = "What makes it slow?") -> list[ScoredTalk]:
    """Two tries of each person, with everything that a debrief tells."""
    return [
        ScoredTalk(
            person=f"p{number}",
            scenario_id="late-quotes",
            title="Quotes go out late",
            started_at=NOON + timedelta(minutes=number + 100 * again),
            versions=("a", "b", "c", "late-quotes-1"),
            score=40.0 + number % 30 + 5 * again,
            levels={"close": number % 5, "balance": 2},
            figures={"ask_listen_share": (30 + number % 40 + 9 * again) / 100, "asked_share": 0.5, "gap_asked_share": 0.1},
            guess=Estimate(asked_share=0.6),
            facts=tuple(
                FactMet(id=f"f{fact}", layer=Layer.ROOT, summary=asked, opener=asked, found=number == fact, question=f"{asked} {number}")
                for fact in range(9)
            ),
            best_question=f"{asked} {number}",
            moves=MOVES,
        )
        for again in range(2)
        for number in range(people)
    ]


@pytest.mark.parametrize("people", [0, 1, 4, 60])
@pytest.mark.parametrize("name", ["Tuesday", "漢字 🙂 *x* #panic() $a$ <b> " * 3, "W" * 80])
def test_it_is_two_tagged_pages_with_its_fonts_inside(people: int, name: str) -> None:
    group = group_debrief(talks(people, name), {"late-quotes": Stance.COACH}, quoted=True)
    done = group_paper(group, name, str.upper)
    assert pages(done) == 2
    assert len(re.findall(rb"/Type\s*/Page[^s]", done)) == 2
    for part in (b"pdfuaid:part", b"/StructTreeRoot", b"/Lang"):
        assert part in done
    assert group_paper(group, name, str.upper) == done


def test_every_picture_is_said_in_words() -> None:
    done = group_paper(group_debrief(talks(6), {"late-quotes": Stance.COACH}, quoted=False), "Tuesday", str)
    assert len(re.findall(rb"/Alt\b", done)) == 3


def test_it_says_what_the_page_says_and_names_nobody_where_names_are_not_shown() -> None:
    group = group_debrief(talks(6), {"late-quotes": Stance.COACH}, quoted=False)
    said = page._values(group, "Tuesday", {f"p{number}": f"Person {number}" for number in range(6)}.__getitem__, 220)
    assert said["made_of"] == "12 scored talks of 6 people."
    assert said["questions"] == []
    assert "people are told so" in said["questions_why"]
    assert len(said["shifts"]) == 2
    assert "9 points up" in said["shifts"][0]
    assert [third for third, _ in said["thirds"]] == ["first third", "middle", "last third"]
    assert {part["grey"] for _, parts in said["thirds"] for part in parts} == {30, 50, 72}
    assert "personnel" not in said["carries"]
    assert "no file on anybody" in said["carries"]
