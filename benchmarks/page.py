"""What a turn costs with the page in it, beside the turn alone, and what Find costs with a large library: `python -m benchmarks.page`.

CPU time of this process, the median of some runs: Streamlit's own test runner draws the page, without a browser. Ratios are what counts.
"""

import csv
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest

from simulator import app
from simulator.conversation import Speaker
from simulator.language.embedding import bundled
from simulator.library.catalogue import Catalogue
from simulator.library.entry import entry
from simulator.library.index import Index, Progress
from simulator.library.search import Search
from simulator.library.shelf import Shelf
from simulator.settings import load

REPEATS = 15
MANY = 5_000
SCENARIO = "forecast-slips-every-month"
TURNS = 30
"""The manager's, of the talk that is drawn again: about as many as a rep stays for."""
WORDS = ("What happened in July?", "So it kept slipping.", "What else is behind it?", "You sound tired of it.")
_data: list[Path] = []


@cache
def services() -> app.Services:
    """One set of services, over the folder that `main` has prepared."""
    return app.build(load(data_dir=_data[0], rep_model="scripted"))


class Many(Shelf):
    """Copies of the product's scenarios, as many as a large library has, to browse."""

    def __init__(self, index: Index) -> None:
        """Nothing is indexed: browsing asks the index nothing."""
        super().__init__((), index)
        own = services().catalogue.scenarios
        copies = (own[number % len(own)].model_copy(update={"id": f"copy-{number}"}) for number in range(MANY))
        self._many = Catalogue(scenarios=tuple(copies))
        self._browsed = Search(index, [entry(scenario) for scenario in self._many.scenarios])

    @property
    def catalogue(self) -> Catalogue:
        """All the copies."""
        return self._many

    def indexed(self, progress: Progress | None = None) -> Search:
        """The search over their words."""
        return self._browsed


@cache
def many() -> app.Services:
    """The same services over a large library."""
    return replace(services(), shelf=Many(Index(bundled(), folder=_data[0] / "none")))


def practice_page() -> None:
    """The practice page alone."""
    from benchmarks.page import services
    from simulator.ui import practice

    practice.render(services())


def find_page() -> None:
    """Find alone."""
    from benchmarks.page import services
    from simulator.ui import find

    find.render(services())


def large_find_page() -> None:
    """Find over a large library."""
    from benchmarks.page import many
    from simulator.ui import find

    find.render(many())


def empty_page() -> None:
    """Nothing but Streamlit's own work."""
    import streamlit as st

    st.title("Nothing")


def took(work: Callable[[], object]) -> float:
    """CPU milliseconds."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def usual(work: Callable[[], object]) -> float:
    """The median of some runs, after one that makes what is made once."""
    work()
    return median(took(work) for _ in range(REPEATS))


def talk(*said: str) -> str:
    """A talk in which the manager has said that; its id."""
    practice = services().practice
    attempt = practice.start(SCENARIO, seed=3)
    for words in said:
        practice.say(attempt.id, words).whole()
    return attempt.id


def long_talk() -> str:
    """A talk with `TURNS` turns of the manager's, no two alike, whose rep has not gone: questions with what and how come last."""
    with Path(__file__).with_name("questions.csv").open(encoding="utf-8", newline="") as file:
        asked = [row["question"] for row in csv.DictReader(file) if row["scenario"] == SCENARIO]
    attempt = talk(*sorted(asked, key=lambda words: words.startswith(("What", "How")))[:TURNS])
    kept = services().repository.get(attempt)
    assert len(kept.conversation.by(Speaker.MANAGER)) == TURNS
    assert not kept.state.closed
    return attempt


def a_turn() -> float:
    """A whole turn without a page: kept, coded, matched, answered, kept."""
    attempt = talk(WORDS[0])

    def said(words: str) -> None:
        services().practice.say(attempt, words).whole()

    return median(took(partial(said, words)) for words in WORDS)


def a_turn_on_the_page() -> float:
    """The same turn, typed into the page, with the page drawn around it."""
    drawn = AppTest.from_function(practice_page, default_timeout=600)
    drawn.query_params["attempt"] = talk(WORDS[0])
    drawn.run()
    times = []
    for words in WORDS:
        drawn.chat_input[0].set_value(words)
        times.append(took(drawn.run))
        assert not drawn.exception
    return median(times)


def drawn_again(page: Callable[[], None], attempt: str = "") -> float:
    """The page drawn again with nothing new on it."""
    drawn = AppTest.from_function(page, default_timeout=600)
    if attempt:
        drawn.query_params["attempt"] = attempt
    found = usual(drawn.run)
    assert not drawn.exception
    return found


def main() -> None:
    """Print each figure, and the ratios between them."""
    with tempfile.TemporaryDirectory() as name:
        _data.append(Path(name))
        nothing, alone, whole = drawn_again(empty_page), a_turn(), a_turn_on_the_page()
        again, find, large = drawn_again(practice_page, long_talk()), drawn_again(find_page), drawn_again(large_find_page)
        few = len(services().catalogue.scenarios)
        print(f"an empty page, drawn again                {nothing:7.1f} ms")
        print(f"a turn without a page                     {alone:7.1f} ms")
        print(f"a turn with the page                      {whole:7.1f} ms, {whole / alone:.1f} times the turn alone")
        print(f"practice drawn again at {TURNS} manager turns  {again:7.1f} ms, {again - nothing:.1f} ms beyond an empty page")
        print(f"Find drawn again, {few:5,} scenarios         {find:7.1f} ms, {find / nothing:.1f} times an empty page")
        print(f"Find drawn again, {MANY:5,} scenarios         {large:7.1f} ms, {large / find:.1f} times that")


if __name__ == "__main__":
    # The pages import this module by its name, and share what it holds there.
    import_module("benchmarks.page").main()
