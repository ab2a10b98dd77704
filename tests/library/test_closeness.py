"""What is typed into *Find* is a need, or it is told that nothing is close; the nearest come all the same."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from simulator.language.embedding import bundled
from simulator.library.catalogue import load
from simulator.library.closeness import closeness
from simulator.library.entry import entry
from simulator.library.index import Index
from simulator.library.search import Search
from simulator.settings import PROJECT

ENTRIES = [entry(scenario) for scenario in load([PROJECT / "scenarios"]).scenarios[:6]]
NURSES = replace(ENTRIES[0], id="nurses", passages=("A nurse hands over too little at the end of a shift", "The night shift is never told"))


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    """A search over a few scenarios that ship, and one from another trade."""
    index = Index(bundled(), folder=Path(tmp_path_factory.mktemp("index")))
    entries = [*ENTRIES, NURSES]
    index.sync(entries)
    return Search(index, entries)


def test_what_a_scenario_says_of_itself_is_close_to_it(search: Search) -> None:
    far = [passage for one in (*ENTRIES, NURSES) for passage in one.passages if not search.search(passage)[0].close]
    assert far == []


@pytest.mark.parametrize(
    "words", ["how long do I boil an egg", "asdf qwer zxcv", "wie wird das Wetter am Sonntag", "turn left at the lights"]
)
def test_anything_else_is_told_as_such_and_the_nearest_come_all_the_same(search: Search, words: str) -> None:
    hits = search.search(words)
    assert hits
    assert not any(hit.close for hit in hits)


def test_with_another_embedding_whatever_is_nearest_counts_as_close() -> None:
    assert closeness().close("somebody's own", np.zeros(384, dtype=np.float32), -1.0)
