"""Language models, by one string: provider:name. The only module that knows LangChain and openai.

Whatever a provider raises becomes one of our `ModelError`s. A request is tried again, with growing pauses, only where
that can help (too many requests, a broken server, no connection) and only before the first words have come.
"""

import logging
import random
import re
import threading
import time
import weakref
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import BaseModel

from simulator.errors import ModelError, ModelFailed, ModelRefused, ModelRejected
from simulator.language.controls import without_controls
from simulator.language.halves import Halves
from simulator.llm.errors import cut_off, mapped, no_words, too_long, unreadable, withheld
from simulator.llm.patience import Deadline, within
from simulator.llm.wire import bounded_client
from simulator.settings import Settings

if TYPE_CHECKING:
    import httpx
    from langchain_core.language_models import BaseChatModel

Schema = TypeVar("Schema", bound=BaseModel)

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0
"""Seconds; a pause doubles from the first to the longest. A server that asks for more is not asked again."""
LONGEST_ANSWER = 1500
"""Characters; a model that will not end is ended there, in the middle of a piece too."""

_ENDINGS = ("finish_reason", "stop_reason", "done_reason", "stopReason", "status")
_WITHHELD = ("content_filter", "refusal", "safety")
_TOO_LONG = ("length", "model_length", "max_tokens", "incomplete")
_THOUGHT = ("<think>", "</think>")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message to a model."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """How many tokens a request took, as the provider counts them; 0 where it does not."""

    read: int = 0
    written: int = 0


class ChatModel:
    """A chat model behind whatever provider. Safe to share between threads; its package is loaded by the first use.

    The tokens of each answer are logged (level INFO) where the provider counts them.
    """

    def __init__(self, name: str, settings: Settings, *, sleep: Callable[[float], None] = time.sleep) -> None:
        """`name` is provider:name; address, key and patience come from `settings`."""
        self.name = name
        self._settings = settings
        self._sleep = sleep
        self._client: BaseChatModel | None = None
        self._opening = threading.Lock()

    def warm(self) -> None:
        """Load the provider's package in the background, so that the first turn does not wait for it. Nothing is sent."""

        def load() -> None:
            with suppress(ModelError):  # the first turn says what is wrong
                self._connected()

        threading.Thread(target=load, name="model-warm-up").start()

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """The answer piece by piece, as it comes; what a model thinks before it speaks is left out, and so are control characters.

        Raises:
            ModelTooLong: the model, or we, ended it before its end; of the pieces that came before, the whole sentences may stand.
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
                if begun:
                    raise
                self._pause_or_raise(attempt, error)

    def counted(self, messages: Sequence[Message], schema: type[Schema], deadline: Deadline) -> tuple[Schema, Tokens]:
        """The answer as a value of `schema`, which the provider is told and the answer is checked against, and the tokens it took.

        Raises:
            ModelError: there was no answer before the deadline, or none of that form.
        """
        for attempt in range(self._settings.model_retries + 1):
            try:
                return self._value(messages, schema, deadline)
            except ModelError as error:
                if not deadline.left:
                    raise
                self._pause_or_raise(attempt, error)
        raise AssertionError("the loop returns or raises")

    def _pieces(self, messages: Sequence[Message]) -> Iterator[str]:
        client = self._connected()
        length = 0
        try:
            for piece in within(self._settings.model_timeout, self._answer(client, messages)):
                room, length = LONGEST_ANSWER - length, length + len(piece)
                yield piece[:room]
                if length > LONGEST_ANSWER:
                    raise too_long(self.name)
        except Exception as error:
            raise mapped(error, self.name, self._settings.model_timeout, begun=length > 0) from error
        if not length:
            raise no_words(self.name)

    def _answer(self, client: "BaseChatModel", messages: Sequence[Message]) -> Generator[str]:
        """The words of one answer that ends as it should."""
        ending, any_words = "", False
        thinking, halves = _Thoughts(), Halves()
        for chunk in client.stream(_wire(messages)):
            ending = _ending(chunk.response_metadata) or ending
            self._note_usage(getattr(chunk, "usage_metadata", None))
            if words := without_controls(halves.whole(thinking.words(str(chunk.text)))):
                any_words = True
                yield words
        if words := without_controls(halves.whole(thinking.rest()) + halves.rest()):
            any_words = True
            yield words
        if not ending:
            raise cut_off(self.name) if any_words else unreadable(self.name)
        if ending.lower() in _WITHHELD:
            raise withheld(self.name)
        if ending.lower() in _TOO_LONG and any_words:
            raise too_long(self.name)

    def _value(self, messages: Sequence[Message], schema: type[Schema], deadline: Deadline) -> tuple[Schema, Tokens]:
        asked = self._connected().with_structured_output(schema, method="json_schema", include_raw=True)
        patience = min(self._settings.model_timeout, deadline.left)
        try:
            got = next(within(patience, (asked.invoke(_wire(messages)) for _ in range(1))))
        except Exception as error:
            raise mapped(error, self.name, patience) from error
        assert isinstance(got, dict)
        usage = getattr(got["raw"], "usage_metadata", None)
        self._note_usage(usage)
        if not isinstance(got["parsed"], schema):
            raise ModelFailed(f"The model {self.name} did not answer in the form it was asked for")
        return got["parsed"], Tokens(read=(usage or {}).get("input_tokens") or 0, written=(usage or {}).get("output_tokens") or 0)

    def _connected(self) -> "BaseChatModel":
        with self._opening:
            if self._client is None:
                wire = bounded_client(self._settings.model_timeout)
                weakref.finalize(self, wire.close)  # the provider's client closes only one that it has opened itself
                self._client = _client(self.name, self._settings, wire)
            return self._client

    def _pause_or_raise(self, attempt: int, error: ModelError) -> None:
        if attempt == self._settings.model_retries or not error.again or error.wait > LONGEST_PAUSE:
            raise error
        backoff = min(LONGEST_PAUSE, FIRST_PAUSE * 2**attempt) * random.uniform(0.75, 1.25)
        self._sleep(max(backoff, error.wait))

    def _note_usage(self, usage: Mapping[str, Any] | None) -> None:
        if usage:
            _log.info("%s: %s tokens read, %s written", self.name, usage.get("input_tokens"), usage.get("output_tokens"))


class _Thoughts:
    """Leaves out what a model thinks aloud between <think> and </think> before it speaks, as small open models do."""

    def __init__(self) -> None:
        self._held = ""
        self._speaking = False

    def words(self, piece: str) -> str:
        """What of this piece, and of what was held back before it, is spoken; empty until that is clear."""
        if self._speaking:
            return piece
        self._held += piece
        start, end = _THOUGHT
        began = self._held.lstrip()
        if began.startswith(start):
            thought, mark, spoken = began.partition(end)
            self._held = spoken.lstrip() if mark else thought
            self._speaking = bool(mark and self._held)
            return self.rest() if self._speaking else ""
        if start.startswith(began):
            return ""
        self._speaking = True
        return self.rest()

    def rest(self) -> str:
        """What is still held back when the answer ends; a thought without an end is not spoken."""
        held, self._held = self._held, ""
        return "" if held.lstrip().startswith(_THOUGHT[0]) else held.lstrip()


def connect(name: str, settings: Settings) -> ChatModel:
    """The model of that name, as provider:name, getting ready in the background. Nothing is sent yet."""
    model = ChatModel(name, settings)
    model.warm()
    return model


def _ending(metadata: Mapping[str, Any]) -> str:
    """Why the model stopped, as its provider calls it, or "" while it goes on."""
    return next((str(metadata[key]) for key in _ENDINGS if metadata.get(key)), "")


def _wire(messages: Sequence[Message]) -> list[dict[str, str]]:
    return [{"role": message.role, "content": message.text} for message in messages]


def _client(name: str, settings: Settings, wire: "httpx.Client") -> "BaseChatModel":
    """The provider's client.

    Raises:
        ModelRejected: no such provider, or its package is not installed.
        ModelRefused: it wants a key.
    """
    from langchain.chat_models import init_chat_model

    provider, _, model = name.partition(":")
    try:
        client: BaseChatModel = init_chat_model(model, model_provider=provider, **_options(provider, settings, wire))
    except ImportError as error:
        package = re.search(r"pip install ([\w-]+)", str(error))
        raise ModelRejected(
            f"The package for {provider} models is not installed",
            f"pip install {package[1] if package else f'langchain-{provider}'}, or choose another model",
        ) from error
    except Exception as error:
        if "Unsupported provider" in str(error):
            raise ModelRejected(
                f"{provider} is no provider that is known here", "set the model to one that is, such as openai:gpt-5-mini"
            ) from error
        key = "OPENAI_API_KEY" if provider == "openai" else "your provider's own variable"
        raise ModelRefused(f"The model {name} cannot be set up, most likely because there is no key for it", f"set {key}") from error
    return client


def _options(provider: str, settings: Settings, wire: "httpx.Client") -> dict[str, Any]:
    options: dict[str, Any] = {"timeout": settings.model_timeout, "max_retries": 0}
    if provider != "openai":
        return options
    options["http_client"] = wire
    key = settings.openai_api_key.get_secret_value().strip() if settings.openai_api_key else ""
    if settings.openai_base_url:
        # A server of one's own often wants no key, and the client will not start without one.
        return options | {"base_url": settings.openai_base_url, "api_key": key or "none"}
    return options | ({"api_key": key} if key else {})
