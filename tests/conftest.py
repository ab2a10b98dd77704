"""What every test shares: a clean environment, no network beyond this machine, and a real local model on demand."""

import ipaddress
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from simulator.settings import Settings
from tests import local_llm

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
settings.load_profile("patient")
OURS = [name.upper() for name in Settings.model_fields]
_connect = socket.socket.connect


def _loopback_only(self: socket.socket, address: Any) -> None:
    """Connect, but never beyond this machine."""
    if self.family in (socket.AF_INET, socket.AF_INET6):
        host = address[0]
        if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
            raise AssertionError(f"a test reached for {host}")
    _connect(self, address)


@pytest.fixture(autouse=True, scope="session")
def _stay_on_this_machine() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _loopback_only)
        yield


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the person who runs the tests, no .env file, and a data folder of its own."""
    for name in OURS:
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))


@pytest.fixture(scope="session")
def made_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the shipped scenarios have been indexed, as they are at a first start; to be copied."""
    folder = tmp_path_factory.mktemp("indexed") / "data"
    command = [str(Path(sys.executable).parent / "simulator"), "scenarios", "index"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "DATA_DIR": str(folder)})
    return folder


@pytest.fixture
def indexed(made_index: Path, _clean_environment: None) -> Path:
    """This test's data folder, with the index there already: a second start, so to say."""
    folder = Path(os.environ["DATA_DIR"])
    shutil.copytree(made_index, folder)
    return folder


@pytest.fixture(scope="session")
def model_url() -> Iterator[str]:
    """The address of a real, small language model."""
    with local_llm.serve() as url:
        yield url
