"""A database's address: any password reaches the server as it is, and none is ever told."""

from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import make_url

from simulator.errors import StoreError
from simulator.settings import Settings
from simulator.store.address import located, shown
from simulator.store.repository import SqlRepository
from tests.talks import attempt

PASSWORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=20).filter(
    lambda one: "%" not in one and one.strip() == one
)
SERVERS = st.sampled_from(["db.example/talks", "db.example:5432/talks", "[::1]:5432/talks", "/talks?host=%2Ftmp", "h/t?a=b@c&d=e:f"])


@given(password=PASSWORDS, server=SERVERS)
def test_a_password_may_stand_there_as_it_is_or_encoded(password: str, server: str) -> None:
    plain = make_url(f"postgresql+psycopg://coach@{server}")
    for written in (password, quote(password, safe="")):
        url = located(f"postgresql+psycopg://coach:{written}@{server}")
        assert url.password == password
        assert url == plain.set(password=password)
        assert shown(url) == shown(plain.set(password="another"))


@pytest.mark.parametrize("password", ["p@ss:word/?#[]%zz", "a@b:c/d?e@"])
def test_a_real_server_is_reached_with_a_raw_password(postgres: str, password: str) -> None:
    address = postgres.replace("://postgres:@", f"://postgres:{password}@")
    assert address != postgres
    with closing(SqlRepository(address)) as repository:
        assert repository.count() >= 0


@pytest.mark.parametrize("port", ["x", "-1", "0", "65536", "99999", "54 32", "５x", "1,h2:2"])
def test_a_bad_port_is_told_without_the_password(port: str) -> None:
    with pytest.raises(StoreError, match=r"port in DATABASE_URL.*1 to 65535") as caught:
        SqlRepository(f"postgresql+psycopg://coach:hunt@er2:z@db.example:{port}/talks")
    assert not [part for part in ("hunt", "er2", ":z") if part in str(caught.value)]
    assert caught.value.__cause__ is None


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Folders with names that mean something in an address."""
    return [tmp_path / name for name in ("a?b", "a%41b", "a#b", "100 %", "a;b&c=d", "ü ñ", "a@b:c", "%3F", "a+b")]


def test_a_data_folder_may_have_any_name(folders: list[Path], tmp_path: Path) -> None:
    for folder in folders:
        with closing(SqlRepository(Settings(data_dir=folder).database)) as repository:
            repository.add(attempt(folder.name[:8]))
        assert (folder / "simulator.db").is_file()
    assert sorted(tmp_path.iterdir()) == sorted(folders)
