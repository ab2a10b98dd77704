"""The real page, served by a real Streamlit in a process of its own, with its own data folder and no key."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from simulator.settings import PROJECT, Settings
from tests.patience import SECONDS


@dataclass(frozen=True, kw_only=True)
class Served:
    """A page that is being served: its address, its data folder, and the file that holds what the server printed."""

    url: str
    data_dir: Path
    log: Path


@contextmanager
def serve(data_dir: Path, *, port: int = 0, **settings: str) -> Iterator[Served]:
    """Serve the page on a loopback port, a free one where none is given, until the block ends; `settings` are environment variables."""
    port = port or free_port()
    served = Served(url=f"http://127.0.0.1:{port}", data_dir=data_dir, log=data_dir / "server.log")
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", f"--server.port={port}"]
    with served.log.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(command, cwd=PROJECT, env=_environment(data_dir, settings), stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait(served, process)
            yield served
        finally:
            process.terminate()
            process.wait(timeout=SECONDS)


def _environment(data_dir: Path, settings: dict[str, str]) -> dict[str, str]:
    ours = {name.upper() for name in Settings.model_fields}
    others = {name: value for name, value in os.environ.items() if name.upper() not in ours}
    return {**others, "DATA_DIR": str(data_dir), "REP_MODEL": "scripted", **settings}


def free_port() -> int:
    """A loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(served: Served, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            with urllib.request.urlopen(f"{served.url}/_stcore/health", timeout=SECONDS):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"the page was not served:\n{served.log.read_text(encoding='utf-8')}")
