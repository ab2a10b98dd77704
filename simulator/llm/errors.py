"""Whatever a provider's library raises, as one of our `ModelError`s with a sentence for the manager.

Errors are told by their HTTP status where they carry one, else by what their classes are called: every provider's
library names a time-out and a lost connection so, and only some of them are installed. No sentence holds what was sent,
what came back, an address or a key.
"""

import math
from collections.abc import Iterator

from simulator.errors import (
    ModelBusy,
    ModelCutOff,
    ModelError,
    ModelFailed,
    ModelRefused,
    ModelRejected,
    ModelTimeout,
    ModelTooLong,
    ModelUnreachable,
)
from simulator.numbers import count_of

ADDRESS = "check OPENAI_BASE_URL if you set it"
KEY = "check OPENAI_API_KEY or your provider's own variable"

_UNREADABLE = ("FinishReason", "OutputParser", "ValidationError", "JSONDecode", "UnicodeDecode", "DecodingError")
_BROKEN_OFF = ("RemoteProtocol", "IncompleteRead", "ReadError", "WebSocket")
_KEY_CANNOT_BE_SENT = ("UnicodeEncodeError", "LocalProtocolError")


def mapped(error: Exception, name: str, timeout: float, *, begun: bool = False) -> ModelError:
    """Our error for this one, raised by the model `name` (provider:name) that was given `timeout` seconds.

    `begun` says that some of the answer had come: a connection lost then is an answer cut off, not a server out of reach.
    """
    if isinstance(error, ModelError):
        return error
    status = _status(error)
    return _by_status(error, status, name) if status else _by_class(error, name, timeout, begun)


def cut_off(name: str) -> ModelCutOff:
    """The answer ended before its end."""
    return ModelCutOff(f"The model {name} stopped in the middle of its answer", again=True)


def too_long(name: str) -> ModelTooLong:
    """The answer was ended before its end, for its length."""
    return ModelTooLong(f"The model {name} did not come to an end")


def withheld(name: str) -> ModelFailed:
    """The provider's filter stopped the answer."""
    return ModelFailed(f"The provider of the model {name} held back its answer")


def unreadable(name: str) -> ModelFailed:
    """What came back is no answer of a model: a page of another server, say."""
    return ModelFailed(f"The model {name} sent back nothing that can be read", ADDRESS, again=True)


def no_words(name: str) -> ModelFailed:
    """The answer ended well and is empty."""
    return ModelFailed(f"The model {name} gave no words")


def _status(error: Exception) -> int:
    """The HTTP status of 400 or more that the error carries, or 0."""
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    return status if isinstance(status, int) and status >= 400 else 0


def _by_class(error: Exception, name: str, timeout: float, begun: bool) -> ModelError:
    kinds = " ".join(kind.__name__ for source in _with_causes(error) for kind in type(source).__mro__)

    def called(*parts: str) -> bool:
        return any(part in kinds for part in parts)

    if called("Timeout"):
        return ModelTimeout(f"The model {name} was silent for {count_of(timeout, 'second')}")
    if called(*_KEY_CANNOT_BE_SENT):
        return ModelRefused(f"The key for the model {name} holds characters that no key has", "copy it anew into OPENAI_API_KEY")
    if called(*_UNREADABLE):
        return ModelFailed(f"The model {name} gave an answer that cannot be read")
    if called(*_BROKEN_OFF) or (begun and called("Connection")):
        return ModelCutOff(f"The connection to the model {name} broke in the middle", again=True)
    if called("Connection", "ConnectError"):
        return ModelUnreachable(f"The model {name} cannot be reached", "check the network, and OPENAI_BASE_URL if you set it", again=True)
    if "No generation" in str(error):  # LangChain's word for a stream without a single event
        return unreadable(name)
    if called("OpenAIError") and "api_key" in str(error):
        return ModelRefused(f"There is no key for the model {name}", "set OPENAI_API_KEY or your provider's own variable")
    return ModelFailed(f"The model {name} failed ({type(error).__name__})")


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    """The error and those it came from: the outer ones are the SDK's, the inner ones the connection's own."""
    source: BaseException | None = error
    while source is not None:
        yield source
        source = source.__cause__


def _by_status(error: Exception, status: int, name: str) -> ModelError:
    if status in (401, 403):
        return ModelRefused(f"The model {name} does not accept the key", KEY)
    if status == 429 and "insufficient_quota" in f"{getattr(error, 'code', '')} {getattr(error, 'body', '')} {error}":
        return ModelBusy(f"The credit for the model {name} is used up", "check your plan with the provider")
    if status == 429:
        return ModelBusy(f"The model {name} has too many requests just now", again=True, wait=_retry_after(error))
    if status in (408, 504):
        return ModelTimeout(f"The model {name} took too long")
    if status >= 500 or status == 409:
        return ModelFailed(f"The server of the model {name} broke down (error {status})", again=True, wait=_retry_after(error))
    return ModelRejected(
        f"The model {name} does not take the request (error {status})", "check the model's name, and OPENAI_BASE_URL if you set it"
    )


def _retry_after(error: Exception) -> float:
    """The seconds the server asks for, or 0 where it names none (or a date)."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    try:
        seconds = float(headers.get("retry-after", 0))
    except (AttributeError, TypeError, ValueError):
        return 0.0
    return seconds if math.isfinite(seconds) else 0.0
