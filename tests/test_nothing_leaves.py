"""Nothing leaves the machine, and nothing is kept in a person's home, whatever the environment asks for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator import REPORTS_NOTHING
from simulator.settings import PROJECT
from tests.patience import SECONDS
from tests.watching import beyond, strace, watch

TALK = "How do you put the number together?\nIt sounds like Mondays are hard.\nWhat would help?\nYou should call them all.\n/end\n"
PAGE = f"""
from streamlit.testing.v1 import AppTest
page = AppTest.from_file({str(PROJECT / "simulator" / "ui" / "frame.py")!r}, default_timeout={SECONDS}).run()
assert not page.exception
page.text_input[0].set_value("the forecast slips").run()
assert not page.exception
"""
CHILD = """
import os, sys, subprocess
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from simulator.language.embedding import bundled
from tests.patience import SECONDS
if __name__ == "__main__":
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(bundled).exception()
    subprocess.run([sys.executable, "-c", "import onnxruntime; onnxruntime.InferenceSession"], check=True)
"""
WAYS = {
    "talk": ([str(Path(sys.executable).parent / "simulator"), "practice", "forecast-slips-every-month"], "Balance"),
    "page": ([sys.executable, "-c", PAGE], ""),
    "children": ([sys.executable, "children.py"], ""),
}
WANTS = {name: "1" if value in ("false", "False") else "0" for name, value in REPORTS_NOTHING.items()}
"""An environment in which every library is asked to report."""
COLLECTOR = "http://192.0.2.1:4318"
"""An address that leads nowhere, kept for examples (RFC 5737)."""


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_sent_and_nothing_is_kept_at_home(way: str, tmp_path: Path) -> None:
    command, expected = WAYS[way]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "children.py").write_text(CHILD, encoding="utf-8")
    command = [str(tmp_path / "data" / word) if word == "children.py" else word for word in command]
    wants = {
        **WANTS,
        **dict.fromkeys(("LANGCHAIN_TRACING", "LANGCHAIN_HANDLER"), "true"),
        "CHROMA_OTEL_COLLECTION_ENDPOINT": COLLECTOR,
        "CHROMA_OTEL_GRANULARITY": "all",
        "OTEL_EXPORTER_OTLP_ENDPOINT": COLLECTOR,
        "LANGSMITH_ENDPOINT": COLLECTOR,
        "LANGSMITH_API_KEY": "x",
        "PYTHONDONTWRITEBYTECODE": "1",
        "REP_MODEL": "scripted",
        "DATA_DIR": str(tmp_path / "data"),
    }
    watched = watch(command, tmp_path / "watched", typed=TALK, environment=wants)
    assert expected in watched.said
    assert watched.left == ()
    assert watched.reached == ()


LEAK = """
import contextlib, pathlib, socket
(pathlib.Path.home() / "id").touch()
with contextlib.suppress(OSError):
    socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 9))
"""


def test_what_leaves_would_be_seen(tmp_path: Path) -> None:
    watched = watch([sys.executable, "-c", LEAK], tmp_path, environment={})
    assert watched.left == ("home/id",)
    assert watched.reached == (("192.0.2.1",) if strace() else ())


def test_addresses_of_this_machine_are_told_from_others() -> None:
    lines = [
        '1 connect(3, {sa_family=AF_UNIX, sun_path="/run/socket"}, 110) = 0',
        '1 connect(3, {sa_family=AF_INET, sin_port=htons(1), sin_addr=inet_addr("127.0.0.53")}, 16) = 0',
        '1 connect(3, {sa_family=AF_INET6, sin6_port=htons(1), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
        '1 connect(3, {sa_family=AF_INET6, sin6_port=htons(1), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28 <unfinished ...>',
        '1 sendto(3, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("198.51.100.7")}, 16) = 1',
    ]
    assert beyond("\n".join(lines)) == ("198.51.100.7", "2001:db8::1")


def test_it_is_said_before_anything_can_be_loaded() -> None:
    code = "import sys; before = set(sys.modules); import simulator; print(sorted(set(sys.modules) - before))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **WANTS}).stdout
    assert said.strip() == "['simulator']"
