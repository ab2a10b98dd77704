"""The debrief as a page: tagged, whole whatever was typed, and one page long."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.evaluation.scorecard import Criterion, Measured, OneThing, Quote
from simulator.export import Format, Terms, export
from simulator.export import paper as page
from simulator.export.paper import SQUARE, paper
from simulator.export.terms import OPENLY
from simulator.practice.attempt import Attempt
from tests.talks import NOON, attempt, scorecard, turn


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What each page that is set says."""
    values_of: list[dict[str, object]] = []
    whole = page._set

    def noted(source: Path, values: dict[str, object]) -> bytes:
        values_of.append(values)
        return whole(source, values)

    monkeypatch.setattr(page, "_set", noted)
    return values_of


def talk(said: str = "So the date slipped again.", title: str = "Quotes go out late") -> Attempt:
    """A finished talk in which that was said."""
    quote = Quote(turn=2, start=0, end=len(said), text=said)
    one = OneThing(lesson="x", criterion="balance", points=4, says=said, theirs=quote, yours=quote, question=said)
    card = scorecard(
        one_thing=one,
        headline=said,
        criteria=tuple(
            Criterion(id=f"c{place}", name="Balance", level=place % 5, number="3 : 1", reading="", quotes=(quote,)) for place in range(7)
        ),
    )
    return attempt("a1", turn(1), turn(2, said), finished_at=NOON, scorecard=card, scenario_title=title)


def pages(content: bytes) -> int:
    """How many pages it has."""
    return len(re.findall(rb"/Type\s*/Page[^s]", content))


def test_it_is_one_tagged_page_with_its_fonts_inside(tmp_path: Path) -> None:
    (path,) = export([talk(), attempt("open")], Format.PDF, tmp_path)
    content = path.read_bytes()
    assert path.name == "debrief-a1.pdf"
    assert content.startswith(b"%PDF-1.7")
    for part in (b"pdfuaid:part", b"/StructTreeRoot", b"/Lang"):
        assert part in content
    assert pages(content) == 1
    assert paper(talk(), OPENLY) == content


@pytest.mark.parametrize("said", ["word " * 900, "W" * 5000])
def test_long_words_stay_on_one_page(said: str) -> None:
    assert pages(paper(talk(said, said[:80]), OPENLY)) == 1


@pytest.mark.parametrize(
    "said", ["Größe Ελλάδα Привет", "a漢字b", "🙂 x \u0378 \ue000 \U0010fffd", "e\u0301 ﷽ שלום", '#panic("x") *b* $x$ @a <b> \\ "']
)
def test_no_character_ends_it_and_nothing_typed_is_run(said: str) -> None:
    assert paper(talk(said, said), OPENLY).startswith(b"%PDF")


@settings(max_examples=25)
@given(said=st.text(max_size=40))
def test_whatever_was_typed_there_is_a_page(said: str) -> None:
    assert paper(talk(said, said), OPENLY).startswith(b"%PDF")


def test_a_square_stands_for_what_no_font_has_and_the_page_says_so(told: list[dict[str, object]]) -> None:
    paper(talk("a\u0378b"), OPENLY)
    assert told[-1]["headline"] == f"a{SQUARE}b"
    assert "square" in str(told[-1]["carries"])


def test_without_words_and_names_neither_is_on_it(told: list[dict[str, object]]) -> None:
    kept = talk("zebra")
    assert kept.scorecard
    kept = replace(kept, scorecard=replace(kept.scorecard, headline="", one_thing=None))
    paper(kept, Terms(words=False, names=False, key=b"k"))
    paper(kept, OPENLY)
    assert [("zebra" in repr(one), "Kim" in repr(one)) for one in told] == [(False, False), (True, True)]


def test_a_figure_that_people_put_right_is_marked_on_it(told: list[dict[str, object]]) -> None:
    given = Criterion(id="c", name="C", level=4, number="", reading="", given=True, measured=Measured(value=1.0))
    card = scorecard(score=50.0, measured=Measured(value=10.0), criteria=(given,))
    paper(attempt("a1", turn(1), turn(2), finished_at=NOON, scorecard=card), OPENLY)
    assert told[-1]["score"] == "50 (put right by people; measured: 10)"
    assert "4 (measured: 1)" in str(told[-1]["criteria"])
