"""An OpenAI-compatible server on this machine that answers as it is told to: errors, cuts, stalls, nonsense."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """One answer: a status with a body, or pieces of a stream that ends well, is cut, or stalls."""

    status: int = 200
    pieces: tuple[str, ...] = ()
    ends: str = "well"
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class FailingServer:
    """Answers the requests in turn, the last answer for all that follow; keeps what it was sent."""

    answers: list[Answer]
    requests: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""

    def next(self) -> Answer:
        """The answer to this request."""
        return self.answers[min(len(self.requests), len(self.answers)) - 1]


@contextmanager
def failing(*answers: Answer) -> Iterator[FailingServer]:
    """A server that gives these answers."""
    server = FailingServer(list(answers))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            server.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            answer = server.next()
            if answer.status != 200 or answer.body:
                self._whole(answer)
            else:
                self._stream(answer)

        def _whole(self, answer: Answer) -> None:
            body = (answer.body or json.dumps({"error": {"message": "no", "code": "none"}})).encode()
            self.send_response(answer.status)
            for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _stream(self, answer: Answer) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            for piece in answer.pieces:
                self._event({"content": piece}, None)
            if answer.ends == "well":
                self._event({}, "stop")
                self.wfile.write(b"data: [DONE]\n\n")
            elif answer.ends == "stalls":
                time.sleep(3)
            self.close_connection = True

        def _event(self, delta: dict[str, str], reason: str | None) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": reason}
            event = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
            self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
            self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    server.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()
