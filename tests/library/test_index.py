"""The index on a real Chroma: only what changed is embedded anew, and a corrupt folder is said, not deleted."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.embedding import Vectors, bundled
from simulator.errors import CatalogueIndexError
from simulator.library.entry import Entry, Filters, entry
from simulator.library.index import Index, Synced
from simulator.scenario import Stance
from tests.scenarios_for_tests import make_scenario

QUOTES = entry(make_scenario())
LEAVING = replace(
    QUOTES,
    id="leaving",
    title="She is about to leave",
    passages=("She is about to leave", "My best rep looks for another job"),
    stance=Stance.LEAD,
)


class Counting:
    """The bundled embedder, which counts the texts it is given."""

    id = "counting"
    dimensions = bundled().dimensions

    def __init__(self) -> None:
        self.texts = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts += len(texts)
        return bundled().embed(texts)


def ids(index: Index, words: str, filters: Filters = Filters()) -> list[str]:  # noqa: B008 - frozen
    """Whose passages are nearest."""
    return list(dict.fromkeys(near.scenario_id for near in index.nearest(words, filters=filters, limit=20)))


def test_only_what_changed_is_embedded_anew(tmp_path: Path) -> None:
    embedder = Counting()
    assert Index(embedder, folder=tmp_path).sync([QUOTES, LEAVING]) == Synced(added=2, changed=0, removed=0, unchanged=0)
    assert embedder.texts == len(QUOTES.passages) + len(LEAVING.passages)
    again = Index(embedder, folder=tmp_path)
    assert again.sync([QUOTES, LEAVING]) == Synced(added=0, changed=0, removed=0, unchanged=2)
    assert embedder.texts == len(QUOTES.passages) + len(LEAVING.passages)
    shorter = replace(LEAVING, passages=LEAVING.passages[:1])
    assert again.sync([QUOTES, shorter]) == Synced(added=0, changed=1, removed=0, unchanged=1)
    assert [near.passage for near in again.nearest("another job", filters=Filters(), limit=20)].count(LEAVING.passages[1]) == 0
    assert again.sync([QUOTES]) == Synced(added=0, changed=0, removed=1, unchanged=1)
    assert ids(again, "leaving") == ["late-quotes"]


def test_a_sync_that_was_cut_off_is_made_whole(tmp_path: Path) -> None:
    index = Index(bundled(), folder=tmp_path)
    index.sync([QUOTES])
    index._collection.delete(ids=["late-quotes/1"])
    assert index.sync([QUOTES]).changed == 1
    assert index.sync([QUOTES]).unchanged == 1


def test_the_nearest_passage_in_meaning_comes_first(tmp_path: Path) -> None:
    index = Index(bundled(), folder=tmp_path)
    index.sync([QUOTES, LEAVING])
    assert ids(index, "prices reach the customer far too slowly")[0] == "late-quotes"
    assert ids(index, "I fear she hands in her notice")[0] == "leaving"


@pytest.mark.parametrize(
    ("filters", "passing"),
    [
        (Filters(stance=Stance.LEAD), {"leaving"}),
        (Filters(skill="listening"), {"late-quotes", "leaving"}),
        (Filters(skill="listen"), set()),
        (Filters(difficulty=(4, 5)), set()),
        (Filters(difficulty=(1, 3), language="en", stance=Stance.COACH), {"late-quotes"}),
        (Filters(language="de"), set()),
    ],
)
def test_filters_hold_in_the_index(tmp_path: Path, filters: Filters, passing: set[str]) -> None:
    index = Index(bundled(), folder=tmp_path)
    index.sync([QUOTES, LEAVING])
    assert set(ids(index, "anything", filters)) == passing
    assert {item.id for item in (QUOTES, LEAVING) if filters.passes(item)} == passing


def test_the_progress_is_told_up_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    many = [replace(QUOTES, id=f"s{n}") for n in range(50)]
    Index(bundled(), folder=tmp_path).sync(many, progress=lambda done, all_: seen.append((done, all_)))
    total = 50 * len(QUOTES.passages)
    assert seen[-1] == (total, total)
    assert len(seen) > 1


def test_two_syncs_at_a_time_do_no_harm(tmp_path: Path) -> None:
    index = Index(bundled(), folder=tmp_path)
    failures: list[BaseException] = []

    def sync() -> None:
        try:
            index.sync([QUOTES, LEAVING])
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=sync) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert index.sync([QUOTES, LEAVING]).unchanged == 2


def test_a_corrupt_folder_is_named_and_kept(tmp_path: Path) -> None:
    garbage = b"this is not a database" * 100
    (tmp_path / "chroma.sqlite3").write_bytes(garbage)
    with pytest.raises(CatalogueIndexError, match="Move that folder away") as caught:
        Index(bundled(), folder=tmp_path).sync([QUOTES])
    assert str(tmp_path) in str(caught.value)
    assert (tmp_path / "chroma.sqlite3").read_bytes() == garbage


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueIndexError, match="CHROMA_URL"):
        Index(bundled(), folder=tmp_path, url="http://127.0.0.1:9")


def test_an_entry_holds_nothing_the_rep_has_to_be_asked_for() -> None:
    scenario = make_scenario()
    found: Entry = entry(scenario)
    text = " ".join(found.passages)
    assert not [fact.id for fact in scenario.facts if fact.summary in text or any(line in text for line in fact.lines)]
