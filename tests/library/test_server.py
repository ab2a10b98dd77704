"""The index on a real Chroma server, on loopback."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulator.errors import CatalogueIndexError
from simulator.language.embedding import bundled
from simulator.library.index import Index
from simulator.library.search import Filters, Search
from simulator.scenario.model import Stance
from tests.library.test_index import LEAVING, QUOTES


@dataclass(frozen=True, kw_only=True)
class Server:
    """A running Chroma server and its address."""

    process: subprocess.Popen[bytes]
    url: str


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A Chroma server on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        str(Path(sys.executable).parent / "chroma"),
        "run",
        "--path",
        str(tmp_path / "server"),
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    with (tmp_path / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log, cwd=tmp_path) as process:
        try:
            _wait(port, process, tmp_path / "log")
            yield Server(process=process, url=f"http://127.0.0.1:{port}")
        finally:
            process.kill()


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    while process.poll() is None:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))


def test_a_server_keeps_the_index_and_is_named_once_it_is_gone(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "not made"
    index = Index(bundled(), folder=folder, url=server.url)
    assert index.sync([QUOTES, LEAVING]).added == 2
    again = Index(bundled(), folder=folder, url=f"{server.url}/")
    assert again.sync([QUOTES, LEAVING]).unchanged == 2
    search = Search(again, [QUOTES, LEAVING])
    assert search.search("I fear she will quit")[0].scenario_id == "leaving"
    monkeypatch.setattr("simulator.library.search.MOST_PASSAGES", 0)
    assert [hit.scenario_id for hit in search.search("she", Filters(stance=Stance.COACH, skill="listening"))] == ["late-quotes"]
    assert not folder.exists()
    server.process.kill()
    server.process.wait()
    with pytest.raises(CatalogueIndexError, match=r"CHROMA_URL") as caught:
        search.search("she")
    assert server.url in str(caught.value)
