"""Search: meaning and words fused, filters, and any text as a query."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.language.embedding import bundled
from simulator.library.entry import Filters, entry
from simulator.library.index import Index
from simulator.library.lexical import Lexical, words
from simulator.library.search import Search
from simulator.scenario.model import Stance
from tests.scenarios_for_tests import make_scenario

QUOTES = entry(make_scenario())
LEAVING = replace(QUOTES, id="leaving", title="She is about to leave", passages=("My best rep looks for another job",), stance=Stance.LEAD)
TOOL = replace(QUOTES, id="tool", title="Nobody uses the tool", passages=("Nobody fills in Zanzibar after a visit",), difficulty=5)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    """A search over three entries."""
    index = Index(bundled(), folder=Path(tmp_path_factory.mktemp("index")))
    index.sync([QUOTES, LEAVING, TOOL])
    return Search(index, [QUOTES, LEAVING, TOOL])


def test_a_need_in_other_words_is_found(search: Search) -> None:
    hit = search.search("I think she will quit soon")[0]
    assert (hit.scenario_id, hit.matched) == ("leaving", LEAVING.passages[0])


def test_a_rare_word_is_found_by_its_letters(search: Search) -> None:
    assert search.search("zanzibar")[0].scenario_id == "tool"


def test_hits_come_best_first_and_no_more_than_asked_for(search: Search) -> None:
    hits = search.search("customers wait for their prices", limit=2)
    assert hits[0].scenario_id == "late-quotes"
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score


def test_blank_words_give_everything_by_title(search: Search) -> None:
    assert [hit.scenario_id for hit in search.search("  \n ")] == ["tool", "late-quotes", "leaving"]


@pytest.mark.parametrize("most", [0, 600], ids=["Chroma filters", "filtered here"])
@pytest.mark.parametrize(
    "filters", [Filters(stance=Stance.LEAD), Filters(difficulty=(5, 5)), Filters(skill="listening", difficulty=(1, 4))]
)
def test_both_ways_to_filter_find_the_same(search: Search, monkeypatch: pytest.MonkeyPatch, filters: Filters, most: int) -> None:
    monkeypatch.setattr("simulator.library.search.MOST_PASSAGES", most)
    expected = {entry.id for entry in (QUOTES, LEAVING, TOOL) if filters.passes(entry)}
    assert {hit.scenario_id for hit in search.search("something about a tool", filters)} == expected


def test_filters_that_nothing_passes_find_nothing(search: Search) -> None:
    assert search.search("prices", Filters(language="de")) == ()
    assert search.search("", Filters(language="de")) == ()


def test_a_scenario_with_many_near_passages_does_not_crowd_out_the_others(tmp_path: Path) -> None:
    crowd = replace(QUOTES, passages=tuple(f"Quotes leave {n} days late" for n in range(60)))
    index = Index(bundled(), folder=tmp_path)
    index.sync([crowd, LEAVING])
    assert [hit.scenario_id for hit in Search(index, [crowd, LEAVING]).search("quotes are late")] == ["late-quotes", "leaving"]


def test_what_another_process_indexed_is_not_shown(tmp_path: Path) -> None:
    index = Index(bundled(), folder=tmp_path)
    index.sync([QUOTES, LEAVING])
    shorter = replace(QUOTES, passages=QUOTES.passages[:2])
    hits = Search(index, [shorter]).search("customers chase us for prices")
    assert [hit.scenario_id for hit in hits] == ["late-quotes"]
    assert hits[0].matched in shorter.passages


def test_filters_hold_for_both_rankings(search: Search) -> None:
    assert {hit.scenario_id for hit in search.search("zanzibar prices job", Filters(stance=Stance.COACH))} == {"late-quotes", "tool"}
    assert {hit.scenario_id for hit in search.search("zanzibar", Filters(difficulty=(1, 4)))} == {"late-quotes", "leaving"}
    assert search.search("", Filters(skill="nothing")) == ()


@settings(max_examples=30)
@given(text=st.text(max_size=120))
def test_any_text_is_a_query(search: Search, text: str) -> None:
    assert len(search.search(text)) <= 6


@pytest.mark.parametrize("text", ['" OR 1=1 --', "{'$ne': 1}", "a" * 100_000, "\x00\ud800", "🙂🙂", "(((", "word " * 30_000])
def test_hostile_queries_are_only_words(search: Search, text: str) -> None:
    assert {hit.scenario_id for hit in search.search(text)} <= {"late-quotes", "leaving", "tool"}


def test_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    index = Index(bundled(), folder=tmp_path)
    index.sync([])
    assert Search(index, []).search("anything") == ()


def test_words_fold_case_and_plurals() -> None:
    assert words("The Forecasts of my REPS, again!") == ["forecast", "rep", "again"]


def test_bm25_prefers_the_rarer_word() -> None:
    lexical = Lexical(["late quote", "late train", "late lunch", "quote"])
    scores = lexical.scores("late quote")
    assert scores.argmax() == 0
    assert scores[3] > scores[1]
