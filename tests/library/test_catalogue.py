"""The catalogue: files with mistakes never hide the others."""

from pathlib import Path

import pytest
import yaml

from simulator.errors import ScenarioError
from simulator.library.catalogue import load
from tests.scenarios_for_tests import fields


def put(folder: Path, name: str, **changes: object) -> None:
    """A small scenario as a file."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(yaml.safe_dump({**fields(), "id": name, **changes}), encoding="utf-8")


def test_good_files_are_there_and_bad_ones_stand_beside(tmp_path: Path) -> None:
    put(tmp_path, "zebra", title="A title that comes first")
    put(tmp_path, "ant", title="Zuletzt")
    (tmp_path / "bad.yaml").write_text("id: 1", encoding="utf-8")
    catalogue = load([tmp_path])
    assert [scenario.id for scenario in catalogue.scenarios] == ["zebra", "ant"]
    assert [item.path.name for item in catalogue.broken] == ["bad.yaml"]
    assert catalogue.get("ant").title == "Zuletzt"


def test_of_two_with_one_id_the_first_folder_counts(tmp_path: Path) -> None:
    put(tmp_path / "own", "ant", title="The product's")
    put(tmp_path / "more", "ant", title="The trainer's")
    catalogue = load([tmp_path / "own", tmp_path / "more"])
    assert catalogue.get("ant").title == "The product's"
    assert catalogue.broken[0].path == tmp_path / "more" / "ant.yaml"


def test_a_folder_that_is_not_there_does_not_hide_the_other(tmp_path: Path) -> None:
    put(tmp_path / "own", "ant")
    catalogue = load([tmp_path / "own", tmp_path / "nowhere"])
    assert len(catalogue.scenarios) == 1
    assert "SCENARIOS_DIR" in catalogue.broken[0].mistakes[0].hint


def test_a_file_in_place_of_the_folder_does_not_hide_the_other(tmp_path: Path) -> None:
    put(tmp_path / "own", "ant")
    catalogue = load([tmp_path / "own", tmp_path / "own" / "ant.yaml"])
    assert len(catalogue.scenarios) == 1
    assert "SCENARIOS_DIR" in catalogue.broken[0].mistakes[0].hint


def test_a_folder_named_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path / "own", "ant")
    catalogue = load([tmp_path / "own", tmp_path / "own" / ".." / "own"])
    assert len(catalogue.scenarios) == 1
    assert catalogue.broken == ()


def test_an_unknown_id_is_an_error_that_says_where_to_look(tmp_path: Path) -> None:
    put(tmp_path, "ant")
    with pytest.raises(ScenarioError, match="simulator scenarios list"):
        load([tmp_path]).get("bee")
