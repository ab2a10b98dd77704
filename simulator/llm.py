"""Language models, by one string: provider:name. The only module that knows LangChain and openai.

Whatever a provider raises becomes one of our `ModelError`s. A request is tried again, with growing pauses, only where
that can help (too many requests, a broken server, no connection) and only before the first words have come.
"""

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import BaseModel

from simulator.errors import (
    ModelBusy,
    ModelCutOff,
    ModelError,
    ModelFailed,
    ModelRefused,
    ModelRejected,
    ModelTimeout,
    ModelUnreachable,
)
from simulator.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Schema = TypeVar("Schema", bound=BaseModel)

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0
"""Seconds; a pause doubles from the first to the longest. A server's own Retry-After counts up to the longest."""
LONGEST_ANSWER = 1500
"""Characters; a model that will not end is ended there."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message to a model."""

    role: Literal["system", "user", "assistant"]
    text: str


class ChatModel:
    """A chat model behind whatever provider. Safe to share between threads; connects with the first request."""

    def __init__(self, name: str, settings: Settings, *, sleep: Callable[[float], None] = time.sleep) -> None:
        """`name` is provider:name; address, key and patience come from `settings`."""
        self.name = name
        self._settings = settings
        self._sleep = sleep
        self._client: BaseChatModel | None = None

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """The answer piece by piece, as it comes.

        Raises:
            ModelError: there was no answer, or it broke off; pieces that came before are then worth nothing.
        """
        for attempt in range(self._settings.model_retries + 1):
            begun = False
            try:
                for piece in self._pieces(messages):
                    begun = True
                    yield piece
                return
            except ModelError as error:
                if begun or attempt == self._settings.model_retries or not error.again:
                    raise
                self._sleep(_pause(attempt, error))

    def structured(self, messages: Sequence[Message], schema: type[Schema]) -> Schema:
        """The answer as a value of `schema`, which the provider is told and the answer is checked against.

        Raises:
            ModelError: there was no answer, or none of that form.
        """
        for attempt in range(self._settings.model_retries + 1):
            try:
                return self._value(messages, schema)
            except ModelError as error:
                if attempt == self._settings.model_retries or not error.again:
                    raise
                self._sleep(_pause(attempt, error))
        raise AssertionError("the loop returns or raises")

    def _pieces(self, messages: Sequence[Message]) -> Iterator[str]:
        reason, length = "", 0
        try:
            for chunk in self._connected().stream(_wire(messages)):
                reason = str(chunk.response_metadata.get("finish_reason") or chunk.response_metadata.get("stop_reason") or reason)
                if text := str(chunk.text):
                    length += len(text)
                    yield text
                if length > LONGEST_ANSWER:
                    return
        except Exception as error:
            raise self._mapped(error) from error
        if not reason:
            raise ModelCutOff(
                f"The model {self.name} stopped in the middle of its answer, so this turn comes from the script; go on, it is asked again next turn.",
                again=True,
            )
        if not length:
            raise ModelFailed(
                f"The model {self.name} gave no words for this turn, so it comes from the script; go on, it is asked again next turn."
            )

    def _value(self, messages: Sequence[Message], schema: type[Schema]) -> Schema:
        try:
            value = self._connected().with_structured_output(schema, method="json_schema").invoke(_wire(messages))
        except Exception as error:
            raise self._mapped(error) from error
        if not isinstance(value, schema):
            raise ModelFailed(f"The model {self.name} did not answer in the form it was asked for.")
        return value

    def _connected(self) -> "BaseChatModel":
        if self._client is None:
            self._client = _client(self.name, self._settings)
        return self._client

    def _mapped(self, error: Exception) -> ModelError:
        return error if isinstance(error, ModelError) else mapped(error, self.name, self._settings.model_timeout)


def connect(name: str, settings: Settings) -> ChatModel:
    """The model of that name, as provider:name. Nothing is sent yet."""
    return ChatModel(name, settings)


def mapped(error: Exception, name: str, timeout: float) -> ModelError:
    """Our error for whatever a provider's library raised: one sentence, and never what was sent or a key.

    Errors are told by their HTTP status where they carry one, else by what their classes are called: every provider's
    library names a time-out and a lost connection so, and only some of them are installed.
    """
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    kinds = " ".join(kind.__name__ for kind in type(error).__mro__)
    script = "so this turn comes from the script; go on, it is asked again next turn"
    if isinstance(status, int) and status >= 400:
        return _by_status(error, status, name, script)
    if "Timeout" in kinds:
        return ModelTimeout(f"The model {name} was silent for {timeout:g} seconds, {script}.")
    if "FinishReason" in kinds or "OutputParser" in kinds or "ValidationError" in kinds or "JSONDecode" in kinds:
        return ModelFailed(f"The model {name} gave an answer that cannot be read, {script}.")
    if "RemoteProtocol" in kinds or "IncompleteRead" in kinds or "ReadError" in kinds or "WebSocket" in kinds:
        return ModelCutOff(f"The connection to the model {name} broke in the middle, {script}.", again=True)
    if "Connection" in kinds or "ConnectError" in kinds:
        return ModelUnreachable(
            f"The model {name} cannot be reached, so this turn comes from the script; check the network, and OPENAI_BASE_URL if you set it.",
            again=True,
        )
    if "OpenAIError" in kinds and "api_key" in str(error):
        return ModelRefused(
            f"There is no key for the model {name}, so this turn comes from the script; set OPENAI_API_KEY or your provider's own variable."
        )
    return ModelFailed(f"The model {name} failed ({type(error).__name__}), {script}.")


def _by_status(error: Exception, status: int, name: str, script: str) -> ModelError:
    if status in (401, 403):
        return ModelRefused(
            f"The model {name} does not accept the key, so this turn comes from the script; check OPENAI_API_KEY or your provider's own variable."
        )
    if status == 429 and "insufficient_quota" in f"{getattr(error, 'code', '')} {getattr(error, 'body', '')} {error}":
        return ModelBusy(
            f"The credit for the model {name} is used up, so this turn comes from the script; check your plan with the provider."
        )
    if status == 429:
        return ModelBusy(f"The model {name} has too many requests just now, {script}.", again=True, wait=_retry_after(error))
    if status in (408, 504):
        return ModelTimeout(f"The model {name} took too long, {script}.")
    if status >= 500 or status == 409:
        return ModelFailed(f"The server of the model {name} broke down (error {status}), {script}.", again=True, wait=_retry_after(error))
    return ModelRejected(
        f"The model {name} does not take the request (error {status}), so this turn comes from the script; check the name in REP_MODEL."
    )


def _pause(attempt: int, error: ModelError) -> float:
    backoff = min(LONGEST_PAUSE, FIRST_PAUSE * 2**attempt) * random.uniform(0.75, 1.25)
    return max(backoff, min(LONGEST_PAUSE, error.wait))


def _retry_after(error: Exception) -> float:
    try:
        seconds: float = float(error.response.headers["retry-after"])  # type: ignore[attr-defined]
    except (AttributeError, KeyError, ValueError):
        return 0.0
    return seconds


def _wire(messages: Sequence[Message]) -> list[dict[str, str]]:
    return [{"role": message.role, "content": message.text} for message in messages]


def _client(name: str, settings: Settings) -> "BaseChatModel":
    # What managers say goes to the model they chose and nowhere else: LangChain's own tracing stays off.
    os.environ["LANGSMITH_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"
    from langchain.chat_models import init_chat_model

    provider, _, model = name.partition(":")
    options: dict[str, Any] = {"timeout": settings.model_timeout, "max_retries": 0}
    if provider == "openai":
        key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else ""
        if settings.openai_base_url:
            # A server of one's own often wants no key, and the client will not start without one.
            options |= {"base_url": settings.openai_base_url, "api_key": key or "none"}
        elif key:
            options |= {"api_key": key}
    try:
        client: BaseChatModel = init_chat_model(model, model_provider=provider, **options)
    except ImportError as error:
        raise ModelRejected(
            f"The package for {provider} models is not installed, so this turn comes from the script; pip install langchain-{provider}, or choose another REP_MODEL."
        ) from error
    except ValueError as error:
        raise ModelRejected(
            f"{provider} is no provider that is known here, so this turn comes from the script; set REP_MODEL to one, such as openai:gpt-5-mini."
        ) from error
    return client
