"""What comes over the wire is bounded in bytes, is not unpacked, and is read for nobody but a listener."""

import gzip
import json
import threading

import pytest

from simulator import errors
from simulator.llm.chat import ChatModel, Message
from simulator.llm.patience import NO_HURRY
from simulator.llm.wire import MOST_BYTES
from simulator.settings import Settings
from tests.failing_llm import Answer, FailingServer, failing
from tests.llm.test_chat import Colour
from tests.patience import SECONDS

HELLO = [Message(role="user", text="Say hello.")]


def model(server: FailingServer, timeout: float = 300) -> ChatModel:
    """A model at that server that asks once."""
    settings = Settings.model_validate({"openai_base_url": server.url, "model_timeout": timeout, "model_retries": 0})
    return ChatModel("openai:local", settings, sleep=lambda _: None)


def chat(words: str) -> str:
    """A whole answer as a server sends it."""
    choice = {"index": 0, "message": {"role": "assistant", "content": words}, "finish_reason": "stop"}
    return json.dumps({"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]})


def test_one_huge_piece_of_a_stream_is_no_answer() -> None:
    with failing(Answer(pieces=("x" * (MOST_BYTES + 1),))) as server, pytest.raises(errors.ModelError):
        list(model(server).stream(HELLO))


def test_a_huge_answer_in_a_form_is_no_answer() -> None:
    body = chat(json.dumps({"name": "x" * MOST_BYTES, "liking": 3}))
    with failing(Answer(body=body)) as server, pytest.raises(errors.ModelError):
        model(server).counted(HELLO, Colour, NO_HURRY)


def test_a_packed_answer_is_not_unpacked() -> None:
    packed = gzip.compress(chat(json.dumps({"name": "red", "liking": 3})).encode())
    with failing(Answer(packed=packed)) as server, pytest.raises(errors.ModelFailed):
        model(server).counted(HELLO, Colour, NO_HURRY)
    assert server.asked_for[0] == "identity"


def test_nobody_reads_on_for_nobody() -> None:
    with failing(Answer(pieces=("Well.",), ends="murmurs")) as server:
        stream = model(server, timeout=5).stream(HELLO)
        assert next(stream) == "Well."
        with pytest.raises(errors.ModelError):
            list(stream)
        reading = [one for one in threading.enumerate() if one.name == "model-answer"]
        for one in reading:
            one.join(timeout=SECONDS)
        assert not any(one.is_alive() for one in reading)
