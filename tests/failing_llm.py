"""An OpenAI-compatible server on this machine that answers as it is told to: errors, cuts, stalls, nonsense."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.patience import SECONDS


@dataclass
class Answer:
    """One answer: a status with a body, or pieces of a stream and how it ends.

    `ends`: well (with `reason`); cut (no end, the connection closed politely); drops (the connection lost); stalls (silence);
    murmurs (signs of life without words); breaks (`tail` instead of the next event).
    """

    status: int = 200
    pieces: tuple[str, ...] = ()
    ends: str = "well"
    reason: str = "stop"
    tail: str = ""
    body: str = ""
    packed: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


def structured(values: dict[str, Any], read: int = 1000, written: int = 200) -> Answer:
    """An answer in a form that was asked for, and the tokens that it is said to have taken."""
    usage = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
    choice = {"index": 0, "message": {"role": "assistant", "content": json.dumps(values)}, "finish_reason": "stop"}
    body = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "usage": usage, "choices": [choice]}
    return Answer(body=json.dumps(body))


@dataclass
class FailingServer:
    """Answers the requests in turn, the last answer for all that follow; keeps what it was sent."""

    answers: list[Answer]
    requests: list[dict[str, Any]] = field(default_factory=list)
    asked_for: list[str] = field(default_factory=list)
    url: str = ""
    over: threading.Event = field(default_factory=threading.Event)
    """Set when nobody listens any more: until then a stalling server says nothing."""

    def next(self) -> Answer:
        """The answer to this request."""
        return self.answers[min(len(self.requests), len(self.answers)) - 1]


class _Handler(BaseHTTPRequestHandler):
    """Answers one request as `told`."""

    protocol_version = "HTTP/1.1"
    told: FailingServer

    def do_POST(self) -> None:
        self.told.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.told.asked_for.append(self.headers.get("Accept-Encoding", ""))
        answer = self.told.next()
        if answer.status != 200 or answer.body or answer.packed:
            self._whole(answer)
        else:
            self._stream(answer)

    def _whole(self, answer: Answer) -> None:
        body = answer.packed or (answer.body or json.dumps({"error": {"message": "no", "code": "none"}})).encode()
        packing = {"Content-Encoding": "gzip"} if answer.packed else {}
        self.send_response(answer.status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **packing, **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, answer: Answer) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        if answer.ends == "drops":
            self.send_header("Content-Length", "99999")
        self.end_headers()
        for piece in answer.pieces:
            self._event({"content": piece}, None)
        if answer.ends == "well":
            self._event({}, answer.reason)
            self.wfile.write(f"{answer.tail}data: [DONE]\n\n".encode())
        elif answer.ends == "breaks":
            self.wfile.write(answer.tail.encode())
        elif answer.ends == "stalls":
            self.told.over.wait(SECONDS)
        elif answer.ends == "murmurs":
            self._murmur()
        self.close_connection = True

    def _murmur(self) -> None:
        with suppress(OSError):  # the other side has gone
            while not self.told.over.is_set():
                self.wfile.write(b": still here\n\n")
                self.wfile.flush()
                time.sleep(0.1)

    def _event(self, delta: dict[str, str], reason: str | None) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        event = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
        self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def failing(*answers: Answer) -> Iterator[FailingServer]:
    """A server that gives these answers."""
    server = FailingServer(list(answers))
    http = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"told": server}))
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    server.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    try:
        yield server
    finally:
        server.over.set()
        http.shutdown()
        thread.join()
        http.server_close()
