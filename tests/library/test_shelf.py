"""The scenarios as their files stand now, with the real index."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from simulator import app
from simulator.errors import CatalogueIndexError, ScenarioError
from simulator.language.embedding import bundled
from simulator.library.index import Index
from simulator.library.shelf import PAUSE, Shelf
from simulator.settings import load
from tests.library.test_catalogue import put


class Clock:
    """A clock that is far ahead at every look, so that every look counts."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 2 * PAUSE
        return self.now


def shelf(folder: Path, *more: Path) -> Shelf:
    """A shelf over folders beside an index of its own."""
    return Shelf([folder, *more], Index(bundled(), folder=folder.parent / "index"), clock=Clock())


def _edit(folder: Path) -> None:
    put(folder, "ant", title="Quarrels over the coffee machine")


def _edit_in_place_with_times_kept(folder: Path) -> None:
    path = folder / "ant.yaml"
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("Quotes go out late", "Quarrels about tea"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replace_as_editors_do(folder: Path) -> None:
    put(folder.parent / "aside", "ant", title="Quarrels over the coffee machine")
    (folder.parent / "aside" / "ant.yaml").replace(folder / "ant.yaml")


def _add(folder: Path) -> None:
    put(folder, "bee", title="Quarrels over the coffee machine")


@pytest.mark.parametrize("change", [_edit, _edit_in_place_with_times_kept, _replace_as_editors_do, _add])
def test_a_change_is_seen_without_a_restart(tmp_path: Path, change: Callable[[Path], None]) -> None:
    folder = tmp_path / "own"
    put(folder, "ant")
    put(folder, "cat", title="Nobody writes call notes")
    found = shelf(folder)
    assert {hit.matched for hit in found.search.search("")} == {"Quotes go out late", "Nobody writes call notes"}
    change(folder)
    assert any("Quarrels" in hit.matched for hit in found.search.search(""))
    assert "Quarrels" in found.search.search("quarrels")[0].matched


def test_what_is_taken_away_or_broken_is_gone_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    put(folder, "ant")
    put(folder, "cat")
    found = shelf(folder, tmp_path / "later")
    text = (folder / "cat.yaml").read_text(encoding="utf-8")
    (folder / "cat.yaml").write_text(text[:200], encoding="utf-8")
    with pytest.raises(ScenarioError):
        found.get("cat")
    assert [item.path.name for item in found.catalogue.broken] == ["later", "cat.yaml"]
    (folder / "cat.yaml").unlink()
    assert [item.path.name for item in found.catalogue.broken] == ["later"]
    (folder / "cat.yaml").write_text(text, encoding="utf-8")
    put(tmp_path / "later", "dog")
    assert {hit.scenario_id for hit in found.search.search("")} == {"ant", "cat", "dog"}
    assert found.catalogue.broken == ()


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ant", "bee", "cat"):
        put(tmp_path / "own", name)
    found = shelf(tmp_path / "own")
    first = found.catalogue
    assert found.catalogue is first
    put(tmp_path / "own", "bee", title="Something else")
    again = found.catalogue
    assert {one.id for one in again.scenarios if one not in first.scenarios} == {"bee"}
    assert again.get("ant") is first.get("ant")


def test_an_index_in_trouble_stops_no_talk(tmp_path: Path) -> None:
    put(tmp_path / "own", "ant")

    class Down(Index):
        def sync(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise CatalogueIndexError("The index is down.")

    found = Shelf([tmp_path / "own"], Down(bundled(), folder=tmp_path / "index"), clock=Clock())
    assert found.get("ant").id == "ant"
    with pytest.raises(CatalogueIndexError, match="down"):
        assert found.search


def test_services_with_different_folders_share_one_index(tmp_path: Path) -> None:
    put(tmp_path / "a", "ant", title="Ants in the kitchen")
    put(tmp_path / "b", "bee", title="Bees in the attic")
    folders = {"ant": tmp_path / "a", "bee": tmp_path / "b"}
    services = {name: app.build(load(scenarios_dir=folder)) for name, folder in folders.items()}
    plain = app.build(load())
    for name, one in services.items():
        assert one.search.search("insects in the house")[0].scenario_id == name
    shipped = {scenario.id for scenario in plain.catalogue.scenarios}
    again = {name: app.build(load(scenarios_dir=folder)) for name, folder in folders.items()}
    for name, one in again.items():
        assert {hit.scenario_id for hit in one.search.search("")} == shipped | {name}
        assert one.search.search("insects in the house")[0].scenario_id == name


def test_a_copy_of_a_shipped_scenario_is_named_with_what_to_do(tmp_path: Path) -> None:
    shipped = next(path for path in load().scenario_dirs[0].glob("*.yaml"))
    (tmp_path / "mine").mkdir()
    data = yaml.safe_load(shipped.read_text(encoding="utf-8"))
    (tmp_path / "mine" / shipped.name).write_text(yaml.safe_dump({**data, "title": "Mine"}, allow_unicode=True), encoding="utf-8")
    catalogue = Shelf([*load().scenario_dirs, tmp_path / "mine"], Index(bundled(), folder=tmp_path / "index")).catalogue
    assert catalogue.get(shipped.stem).title != "Mine"
    (mistake,) = catalogue.broken[0].mistakes
    assert str(shipped) in mistake.problem
    assert f"{shipped.stem}-2.yaml" in mistake.hint
