"""`simulator doctor` counts, and changes nothing: no file, no table, not a byte."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from simulator import app
from simulator.cli.doctor import examine
from simulator.errors import StoreError
from simulator.store.looking import look
from simulator.store.repository import SqlRepository
from tests.talks import attempt, spoil_one_of_two


def found() -> dict[str, tuple[bool, str]]:
    """What the doctor says of each part."""
    return {one.what: (one.well, one.says) for one in examine()}


def every_byte(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a folder with its bytes and the time of its last change."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_before_the_first_start_all_is_well_and_nothing_is_made(tmp_path: Path) -> None:
    said = found()
    assert all(well for well, _ in said.values()), said
    assert "No talk is kept yet" in said["database"][1]
    assert "Not made yet" in said["index"][1]
    assert list(tmp_path.iterdir()) == []


def test_after_a_start_it_counts_and_changes_no_byte(tmp_path: Path) -> None:
    services = app.build()
    services.practice.start("forecast-slips-every-month")
    running = every_byte(tmp_path)
    assert found()["database"] == (True, "One talk is kept.")
    passages = sum(len(one.symptoms) + 2 for one in services.catalogue.scenarios)
    assert found()["index"][1].startswith(f"{passages} passages can be found.")
    shared = {name: one for name, one in every_byte(tmp_path).items() if not name.endswith("-shm")}
    assert shared == {name: one for name, one in running.items() if not name.endswith("-shm")}
    services.repository.kept.close()  # type: ignore[attr-defined]
    services.people.registry.close()  # type: ignore[attr-defined]
    closed = every_byte(tmp_path)
    assert found()["database"] == (True, "One talk is kept.")
    assert every_byte(tmp_path) == closed


def test_a_talk_that_cannot_be_read_is_counted(tmp_path: Path) -> None:
    spoil_one_of_two(tmp_path / "data")
    before = every_byte(tmp_path)
    well, says = found()["database"]
    assert not well
    assert says.startswith("Of 2 talks 1 cannot be read")
    assert every_byte(tmp_path) == before


@pytest.mark.parametrize("damage", [b"not a database " * 300, b""])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "simulator.db").write_bytes(damage)
    assert found()["database"][0] is (damage == b"")
    assert every_byte(tmp_path)["data/simulator.db"][0] == damage


def test_an_empty_an_older_and_a_newer_database_are_told_apart_and_left_alone(address: str) -> None:
    if not address.startswith("sqlite"):
        assert not look(address).made
    engine = create_engine(address)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    with closing(SqlRepository(address)) as repository:
        repository.add(attempt())
    assert (look(address).talks, look(address).older) == (1, False)
    for revision in ("0001", "9999"):
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
        if revision == "0001":
            assert look(address).older
        else:
            with pytest.raises(StoreError, match="newer version"):
                look(address)
        with engine.connect() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [revision]
    engine.dispose()
