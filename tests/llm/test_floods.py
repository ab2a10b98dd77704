"""What a server may send besides words: floods, packed floods, halves of characters, silence. None of it gets past the wire."""

import gzip
import json
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from simulator import errors
from simulator.language.halves import INSTEAD
from simulator.llm.chat import LONGEST_ANSWER, ChatModel, Message
from simulator.llm.wire import MOST_BYTES
from simulator.settings import Settings
from tests.patience import SECONDS

HELLO = [Message(role="user", text="Say hello.")]
MEGABYTE = 1_000_000
ANSWERS = "/v1/chat/completions"
READING = "model-answer"
"""What a reading thread is called."""


def model(server: HTTPServer, timeout: float = SECONDS) -> ChatModel:
    """A model at that server that asks once."""
    return model_at(server.url_for("/v1"), timeout)


def model_at(url: str, timeout: float) -> ChatModel:
    """A model at that address that asks once."""
    settings = Settings.model_validate({"openai_base_url": url, "model_timeout": timeout, "model_retries": 0})
    return ChatModel("openai:local", settings, sleep=lambda _: None)


def event(words: str, reason: str | None = None) -> bytes:
    """One event of a stream; half a character is sent as JSON writes it."""
    choice = {"index": 0, "delta": {"content": words}, "finish_reason": reason}
    return (
        f"data: {json.dumps({'id': 'x', 'object': 'chat.completion.chunk', 'created': 1, 'model': 'm', 'choices': [choice]})}\n\n".encode()
    )


class Sending:
    """Sends these parts one after the other, and counts the bytes that were taken from it."""

    def __init__(self, parts: Iterator[bytes], status: int = 200, packing: str = "") -> None:
        self.parts, self.status, self.sent = parts, status, 0
        self.headers = {"Content-Encoding": packing} if packing else {}

    def __call__(self, request: Request) -> Response:
        """The answer to whatever is asked."""
        return Response(self._counted(), status=self.status, headers=self.headers, content_type="text/event-stream")

    def _counted(self) -> Iterator[bytes]:
        for part in self.parts:
            self.sent += len(part)
            yield part


def heard(chat: ChatModel) -> str:
    """All that comes before the answer fails."""
    words: list[str] = []
    with pytest.raises(errors.ModelError):
        words.extend(chat.stream(HELLO))
    return "".join(words)


def test_twenty_megabytes_in_one_piece_are_not_read(httpserver: HTTPServer) -> None:
    begin, end = event("§").split(json.dumps("§")[1:-1].encode())
    sending = Sending(part for part in (begin, *[b"x" * MEGABYTE] * 20, end, event("", "stop")))
    httpserver.expect_request(ANSWERS).respond_with_handler(sending)
    assert heard(model(httpserver)) == ""
    assert sending.sent < MOST_BYTES + 8 * MEGABYTE  # what lies between the two on its way counts as sent


def test_a_piece_that_is_read_is_passed_on_no_longer_than_an_answer(httpserver: HTTPServer) -> None:
    httpserver.expect_request(ANSWERS).respond_with_handler(Sending(iter([event("x" * 3 * MEGABYTE), event("", "stop")])))
    assert heard(model(httpserver)) == "x" * LONGEST_ANSWER


def test_a_flood_of_events_without_words_is_not_read_to_its_end(httpserver: HTTPServer) -> None:
    sending = Sending(event("") * 1000 for _ in range(200))
    httpserver.expect_request(ANSWERS).respond_with_handler(sending)
    assert heard(model(httpserver)) == ""
    assert sending.sent < MOST_BYTES + 8 * MEGABYTE


@pytest.mark.parametrize("status", [200, 400, 500])
@pytest.mark.parametrize("packing", ["gzip", "deflate", "identity, gzip"])
def test_a_packed_flood_is_not_unpacked(httpserver: HTTPServer, status: int, packing: str) -> None:
    flood = gzip.compress(b" " * 50 * MEGABYTE)
    sending = Sending((flood for _ in range(400)), status, packing)
    httpserver.expect_request(ANSWERS).respond_with_handler(sending)
    assert heard(model(httpserver)) == ""
    assert sending.sent < 400 * len(flood)


def test_halves_of_a_character_that_were_parted_are_joined_and_one_alone_is_replaced(httpserver: HTTPServer) -> None:
    parts = [event("Good \ud83d"), event("\ude00. A \ude00"), event(" and \ud83d"), event("", "stop")]
    httpserver.expect_request(ANSWERS).respond_with_handler(Sending(iter(parts)))
    pieces = list(model(httpserver).stream(HELLO))
    assert "".join(pieces) == f"Good \N{GRINNING FACE}. A {INSTEAD} and {INSTEAD}"
    assert all(piece.encode("utf-8") for piece in pieces)


def ask_and_wait_for_the_reader(chat: ChatModel) -> None:
    """Ask a model that times out; whoever reads its answer has to come to an end."""
    before = set(threading.enumerate())
    with pytest.raises(errors.ModelTimeout):
        list(chat.stream(HELLO))
    for thread in set(threading.enumerate()) - before:
        if thread.name == READING:
            thread.join(SECONDS)
            assert not thread.is_alive()


def test_nobody_reads_on_after_a_time_out(httpserver: HTTPServer) -> None:
    over = threading.Event()

    def silent() -> Iterator[bytes]:
        yield event("Well, ")
        over.wait(SECONDS)

    httpserver.expect_request(ANSWERS).respond_with_handler(Sending(silent()))
    ask_and_wait_for_the_reader(model(httpserver, timeout=0.3))
    over.set()


@pytest.mark.parametrize(
    ("begin", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\nX-Long: ", b"a"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n1;", b"a"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n", b": still here\n\n"),
    ],
    ids=["in its head", "in its framing", "in its signs of life"],
)
def test_nobody_reads_on_where_a_server_dribbles(begin: bytes, drop: bytes) -> None:
    gone = threading.Event()

    def dribble(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65_536)
            connection.sendall(begin)
            try:
                while True:
                    connection.sendall(drop)
                    time.sleep(0.05)
            except OSError:
                gone.set()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=dribble, args=(listener,), daemon=True).start()
        ask_and_wait_for_the_reader(model_at(f"http://127.0.0.1:{listener.getsockname()[1]}/v1", timeout=0.3))
        assert gone.wait(SECONDS)
