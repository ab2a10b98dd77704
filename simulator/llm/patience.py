"""Waiting for the next item of a source only so long, whatever the source is doing.

A provider's own time-out counts bytes: a server that sends signs of life but no words would keep a manager waiting for
ever, and so would a name server that does not answer.
"""

import math
import queue
import threading
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

Item = TypeVar("Item")

_heard = threading.local()


@dataclass(frozen=True)
class Deadline:
    """A point in time by which something has to be done; `at` is on the monotonic clock, in seconds."""

    at: float = math.inf

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """The deadline so many seconds from now."""
        return cls(at=time.monotonic() + seconds)

    @property
    def left(self) -> float:
        """Seconds until then; 0 when it is past."""
        return max(0.0, self.at - time.monotonic())


NO_HURRY: Final = Deadline()


def waited_for() -> bool:
    """Whether somebody still waits for what this thread reads; so in every thread but those of `within`."""
    left: threading.Event | None = getattr(_heard, "left", None)
    return left is None or not left.is_set()


@dataclass(frozen=True)
class _Came(Generic[Item]):
    item: Item


@dataclass(frozen=True)
class _Ended:
    error: Exception | None


def within(seconds: float, source: Generator[Item]) -> Iterator[Item]:
    """The source's items as they come. The source runs in a thread of its own and is closed when nobody listens any more.

    Raises:
        TimeoutError: an item, or the end, took longer than `seconds`.
        Exception: whatever the source raised.
    """
    box: queue.SimpleQueue[_Came[Item] | _Ended] = queue.SimpleQueue()
    left = threading.Event()

    def read() -> None:
        _heard.left = left
        error = None
        try:
            for item in source:
                if left.is_set():
                    break
                box.put(_Came(item))
        except Exception as raised:
            error = raised
        finally:
            source.close()
            box.put(_Ended(error))

    threading.Thread(target=read, name="model-answer", daemon=True).start()
    try:
        while isinstance(got := _next(box, seconds), _Came):
            yield got.item
        if got.error:
            raise got.error
    finally:
        left.set()


def _next(box: "queue.SimpleQueue[_Came[Item] | _Ended]", seconds: float) -> "_Came[Item] | _Ended":
    try:
        return box.get(timeout=None if math.isinf(seconds) else seconds)
    except queue.Empty:
        raise TimeoutError from None
