"""The cookie's value and the key that signs it."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from simulator.errors import SettingError
from simulator.people.cookie import Signer, signing_key
from simulator.settings import Settings


def settings(folder: Path, **more: str) -> Settings:
    return Settings.model_validate({"data_dir": folder, **more})


def test_a_value_says_who_it_is_of_and_only_to_its_key() -> None:
    signer = Signer("k" * 40)
    value = signer.new()
    found = signer.read(value)
    assert found is not None
    assert len(found) == 32
    assert signer.read(signer.new()) != found
    assert Signer("l" * 40).read(value) is None
    for wrong in ("", "x", value[:-1], value + "x", value.replace(value[3], "~", 1), value.rpartition(".")[0], "🙂", "\ud800"):
        assert signer.read(wrong) is None


def test_a_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: signing_key(settings(tmp_path)), range(24)))
    assert len(keys) == 1
    assert len(keys.pop()) >= 48
    assert [path.name for path in tmp_path.iterdir()] == ["signing.key"]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "signing.key").stat().st_mode) == 0o600


def test_a_key_that_is_set_is_taken_and_none_is_made(tmp_path: Path) -> None:
    assert signing_key(settings(tmp_path, signing_key="s" * 32)) == "s" * 32
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_key_that_others_can_read_is_no_key(tmp_path: Path) -> None:
    signing_key(settings(tmp_path))
    (tmp_path / "signing.key").chmod(0o644)
    with pytest.raises(SettingError, match="Others than its owner can read"):
        signing_key(settings(tmp_path))


def test_a_folder_that_holds_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SettingError, match="SIGNING_KEY"):
        signing_key(settings(tmp_path / "file"))
