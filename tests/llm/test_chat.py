"""Language models over a real wire: a real llama.cpp server, and one that fails in every way there is."""

import inspect
import os
import subprocess
import sys

import openai
import pytest
from pydantic import BaseModel

from simulator import errors
from simulator.llm.chat import LONGEST_ANSWER, ChatModel, Message, connect
from simulator.llm.errors import mapped
from simulator.llm.patience import NO_HURRY
from simulator.settings import Settings
from tests.cutting_proxy import cutting
from tests.failing_llm import Answer, failing
from tests.local_llm import free_port
from tests.patience import SECONDS

HELLO = [Message(role="user", text="Say hello.")]
KEY = "sk-very-secret"


def model(url: str, *, timeout: float = SECONDS, retries: int = 2, pauses: list[float] | None = None) -> ChatModel:
    """A model at that address, which notes its pauses instead of taking them."""
    noted: list[float] = [] if pauses is None else pauses
    settings = Settings.model_validate({"openai_base_url": url, "openai_api_key": KEY, "model_timeout": timeout, "model_retries": retries})
    return ChatModel("openai:local", settings, sleep=noted.append)


def said(chat: ChatModel) -> str:
    """The whole answer."""
    return "".join(chat.stream(HELLO))


class Colour(BaseModel):
    """A colour and how much one likes it."""

    name: str
    liking: int


def test_a_real_model_streams_in_pieces(model_url: str) -> None:
    pieces = list(model(model_url).stream([Message(role="system", text="Be brief."), *HELLO]))
    assert len(pieces) > 1
    assert "".join(pieces).strip()


def test_a_real_model_answers_in_a_form(model_url: str) -> None:
    value = model(model_url).counted([Message(role="user", text="Name a colour.")], Colour, NO_HURRY)[0]
    assert isinstance(value, Colour)


def test_a_real_models_stream_that_is_cut_is_no_answer(model_url: str) -> None:
    with cutting(model_url, after=3000) as url:
        stream = model(url, retries=0).stream([Message(role="user", text="Tell me a long story about a sailor and a lighthouse.")])
        assert next(stream)
        with pytest.raises(errors.ModelCutOff):
            list(stream)


def test_a_real_model_that_is_too_slow_is_timed_out(model_url: str) -> None:
    with pytest.raises(errors.ModelTimeout, match=r"silent for 0\.001 seconds"):
        said(model(model_url, timeout=0.001, retries=0))


def test_what_comes_is_passed_on_and_what_is_sent_is_what_was_meant() -> None:
    with failing(Answer(pieces=("Good ", "morning."))) as server:
        assert list(model(server.url).stream(HELLO)) == ["Good ", "morning."]
    assert server.requests[0]["messages"] == [{"role": "user", "content": "Say hello."}]
    assert server.requests[0]["model"] == "local"
    assert server.requests[0]["stream"] is True


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "ModelRejected"),
        (401, "ModelRefused"),
        (403, "ModelRefused"),
        (404, "ModelRejected"),
        (413, "ModelRejected"),
        (422, "ModelRejected"),
    ],
)
def test_what_cannot_get_better_is_not_tried_again(status: int, kind: str) -> None:
    pauses: list[float] = []
    with failing(Answer(status=status)) as server, pytest.raises(getattr(errors, kind)) as caught:
        said(model(server.url, pauses=pauses))
    assert pauses == []
    assert len(server.requests) == 1
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(("status", "kind"), [(429, "ModelBusy"), (500, "ModelFailed"), (503, "ModelFailed")])
def test_what_may_get_better_is_tried_again_with_growing_pauses(status: int, kind: str) -> None:
    pauses: list[float] = []
    with failing(Answer(status=status)) as server, pytest.raises(getattr(errors, kind)):
        said(model(server.url, pauses=pauses))
    assert len(server.requests) == 3
    assert 0.3 < pauses[0] < pauses[1] < 2


def test_a_second_try_can_help() -> None:
    with failing(Answer(status=500), Answer(pieces=("Here.",))) as server:
        assert said(model(server.url)) == "Here."


def test_the_server_is_given_the_time_it_asks_for() -> None:
    pauses: list[float] = []
    with failing(Answer(status=429, headers={"Retry-After": "5"}), Answer(pieces=("Here.",))) as server:
        said(model(server.url, pauses=pauses))
    assert pauses == [5.0]


def test_a_server_that_asks_for_too_much_time_is_not_asked_again() -> None:
    pauses: list[float] = []
    with failing(Answer(status=429, headers={"Retry-After": "60"})) as server, pytest.raises(errors.ModelBusy):
        said(model(server.url, pauses=pauses))
    assert (pauses, len(server.requests)) == ([], 1)


def test_structured_answers_are_tried_again_too() -> None:
    pauses: list[float] = []
    with failing(Answer(status=503)) as server, pytest.raises(errors.ModelFailed):
        model(server.url, pauses=pauses).counted(HELLO, Colour, NO_HURRY)
    assert (len(pauses), len(server.requests)) == (2, 3)


def test_used_up_credit_is_not_tried_again() -> None:
    body = '{"error": {"message": "You exceeded your quota", "code": "insufficient_quota"}}'
    with failing(Answer(status=429, body=body)) as server, pytest.raises(errors.ModelBusy, match="credit"):
        said(model(server.url))
    assert len(server.requests) == 1


def test_a_stream_that_is_cut_is_no_answer_and_is_not_begun_again() -> None:
    with failing(Answer(pieces=("Well, ", "I "), ends="cut")) as server:
        stream = model(server.url).stream(HELLO)
        assert [next(stream), next(stream)] == ["Well, ", "I "]
        with pytest.raises(errors.ModelCutOff):
            next(stream)
    assert len(server.requests) == 1


def test_a_stream_that_stalls_is_timed_out() -> None:
    with failing(Answer(pieces=("Well, ",), ends="stalls")) as server, pytest.raises(errors.ModelTimeout):
        said(model(server.url, timeout=0.3))


def test_signs_of_life_are_no_words() -> None:
    with failing(Answer(pieces=("Well, ",), ends="murmurs")) as server, pytest.raises(errors.ModelTimeout):
        said(model(server.url, timeout=0.3))


def test_a_connection_lost_in_the_middle_is_an_answer_cut_off() -> None:
    with failing(Answer(pieces=("Well, ",), ends="drops")) as server, pytest.raises(errors.ModelCutOff, match="broke in the middle"):
        said(model(server.url))
    assert len(server.requests) == 1


@pytest.mark.parametrize("tail", ['data: {"error": {"message": "overloaded"}}\n\n', "data: {no json\n\n"], ids=["error", "garbage"])
def test_a_stream_that_turns_into_something_else_is_a_failure(tail: str) -> None:
    with failing(Answer(pieces=("Well, ",), ends="breaks", tail=tail)) as server, pytest.raises(errors.ModelFailed):
        said(model(server.url))


def test_an_answer_the_provider_holds_back_is_none() -> None:
    with failing(Answer(pieces=("Well, ",), reason="content_filter")) as server, pytest.raises(errors.ModelFailed, match="held back"):
        said(model(server.url))


def test_a_page_of_another_server_is_no_answer() -> None:
    with failing(Answer(body="<html>It works!</html>")) as server, pytest.raises(errors.ModelFailed, match="OPENAI_BASE_URL"):
        said(model(server.url))


@pytest.mark.parametrize(
    ("pieces", "spoken"),
    [
        (("<think>She asks", " why.</think>", "\n\nWell", ", no."), ["Well", ", no."]),
        (("<th", "ink>Hm.</th", "ink>Well."), ["Well."]),
        (("<", "3 that."), ["<3 that."]),
        (("Well, ", "<think>no</think>"), ["Well, ", "<think>no</think>"]),
        (("<",), ["<"]),
    ],
    ids=["thought first", "in parts", "no thought", "later on", "a mark alone"],
)
def test_what_a_model_thinks_first_is_not_said(pieces: tuple[str, ...], spoken: list[str]) -> None:
    with failing(Answer(pieces=pieces)) as server:
        assert list(model(server.url).stream(HELLO)) == spoken


def test_a_model_that_only_thinks_has_said_nothing() -> None:
    with failing(Answer(pieces=("<think>Hm, hm.",))) as server, pytest.raises(errors.ModelFailed, match="no words"):
        said(model(server.url))


def test_tokens_are_noted_where_they_are_counted(caplog: pytest.LogCaptureFixture) -> None:
    usage = (
        '{"id":"x","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":7,'
        '"completion_tokens":3,"total_tokens":10}}'
    )
    with caplog.at_level("INFO", "simulator.llm.chat"), failing(Answer(pieces=("Hello.",), tail=f"data: {usage}\n\n")) as server:
        assert said(model(server.url)) == "Hello."
    assert caplog.messages == ["openai:local: 7 tokens read, 3 written"]


def test_an_answer_without_words_is_none() -> None:
    with failing(Answer(pieces=())) as server, pytest.raises(errors.ModelFailed, match="no words"):
        said(model(server.url))


def test_an_answer_that_is_no_json_is_a_failure() -> None:
    with failing(Answer(body="<html>Bad gateway</html>")) as server, pytest.raises(errors.ModelError):
        model(server.url).counted(HELLO, Colour, NO_HURRY)


@pytest.mark.parametrize("pieces", [("word " * 100,) * 40, ("word " * 100_000,)], ids=["many pieces", "one huge piece"])
def test_a_model_that_does_not_stop_is_stopped(pieces: tuple[str, ...]) -> None:
    heard: list[str] = []
    with failing(Answer(pieces=pieces)) as server, pytest.raises(errors.ModelTooLong, match="did not come to an end"):
        heard.extend(model(server.url).stream(HELLO))
    assert len("".join(heard)) == LONGEST_ANSWER


@pytest.mark.parametrize("reason", ["length", "max_tokens", "MAX_TOKENS"])
def test_an_answer_that_its_provider_ended_for_its_length_says_so_after_its_words(reason: str) -> None:
    with failing(Answer(pieces=("Twice a week. And then I",), reason=reason)) as server:
        stream = model(server.url).stream(HELLO)
        assert next(stream) == "Twice a week. And then I"
        with pytest.raises(errors.ModelTooLong):
            next(stream)
    assert len(server.requests) == 1


def test_a_model_that_thought_until_it_was_ended_has_said_nothing() -> None:
    with failing(Answer(pieces=("<think>Hm, hm.",), reason="length")) as server, pytest.raises(errors.ModelFailed, match="no words"):
        said(model(server.url))


def test_characters_that_steer_a_terminal_are_left_out() -> None:
    with failing(Answer(pieces=("Tw\x1b[31mi\x00ce.\r\n", "\x9bYes.\t"))) as server:
        assert said(model(server.url)) == "Tw[31mice.\nYes.\t"


def test_a_server_that_is_not_there_is_said_to_be_unreachable() -> None:
    with pytest.raises(errors.ModelUnreachable, match="OPENAI_BASE_URL"):
        said(model(f"http://127.0.0.1:{free_port()}/v1"))


def test_a_missing_key_and_a_missing_package_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(errors.ModelRefused, match="OPENAI_API_KEY"):
        said(connect("openai:gpt-5-mini", Settings()))
    with pytest.raises(errors.ModelRejected, match="pip install langchain-anthropic"):
        said(connect("anthropic:claude", Settings()))
    with pytest.raises(errors.ModelRejected, match="no provider"):
        said(connect("nobody:model", Settings()))


@pytest.mark.parametrize("key", ["sk-ü", "sk-a\nb"])
def test_a_key_that_no_server_can_be_sent_is_said_to_be_wrong_and_not_shown(key: str) -> None:
    with failing(Answer()) as server, pytest.raises(errors.ModelRefused, match="characters") as caught:
        said(ChatModel("openai:local", Settings.model_validate({"openai_base_url": server.url, "openai_api_key": key})))
    assert server.requests == []
    assert key not in str(caught.value)


def _raised(kind: type[Exception]) -> Exception:
    """One of openai's errors, made without its own constructor."""
    error = kind.__new__(kind)
    status = getattr(kind, "status_code", None)
    if isinstance(status, int):
        error.__dict__["status_code"] = status
    error.args = ("something",)
    return error


OPENAI_ERRORS = [value for name in openai.__all__ if inspect.isclass(value := getattr(openai, name)) and issubclass(value, Exception)]


@pytest.mark.parametrize("kind", OPENAI_ERRORS, ids=lambda kind: kind.__name__)
def test_every_error_of_openai_is_one_of_ours(kind: type[Exception]) -> None:
    found = mapped(_raised(kind), "openai:x", 30)
    assert isinstance(found, errors.ModelError)
    assert str(found).endswith(".")
    assert "openai:x" in str(found)


def test_a_lost_connection_means_another_thing_once_words_have_come() -> None:
    assert isinstance(mapped(ConnectionResetError(), "openai:x", 30), errors.ModelUnreachable)
    assert isinstance(mapped(ConnectionResetError(), "openai:x", 30, begun=True), errors.ModelCutOff)


def test_openai_has_the_errors_this_was_written_for() -> None:
    expected = {
        "BadRequestError": errors.ModelRejected,
        "AuthenticationError": errors.ModelRefused,
        "PermissionDeniedError": errors.ModelRefused,
        "NotFoundError": errors.ModelRejected,
        "UnprocessableEntityError": errors.ModelRejected,
        "RateLimitError": errors.ModelBusy,
        "APITimeoutError": errors.ModelTimeout,
        "APIConnectionError": errors.ModelUnreachable,
        "LengthFinishReasonError": errors.ModelFailed,
    }
    assert {name: type(mapped(_raised(getattr(openai, name)), "m", 1)) for name in expected} == expected


def test_nothing_that_is_said_is_traced() -> None:
    code = (
        "from simulator.llm.chat import ChatModel, Message\n"
        "from simulator.settings import Settings\n"
        "list(ChatModel('openai:local', Settings(openai_base_url={url!r})).stream([Message(role='user', text='x')]))\n"
        "from langsmith.utils import tracing_is_enabled; print(tracing_is_enabled())"
    )
    wants = {name: "true" for name in ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING")}
    with failing(Answer(pieces=("Hello.",))) as server:
        environment = {**os.environ, **wants, "LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": "x"}
        child = subprocess.run(
            [sys.executable, "-c", code.format(url=server.url)], capture_output=True, text=True, check=True, env=environment
        )
    assert child.stdout.strip() == "False"
    assert len(server.requests) == 1


def test_importing_this_module_loads_no_provider() -> None:
    code = "import sys, simulator.llm.chat; print([name for name in ('langchain', 'langchain_core', 'openai') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
