"""Waiting only so long: items pass at once, silence and errors are told, and nobody reads on for nobody."""

import threading
import time
from collections.abc import Generator

import pytest

from simulator.llm.patience import within
from tests.patience import SECONDS


def test_items_come_in_order_and_then_it_ends() -> None:
    assert list(within(1, (n for n in range(100)))) == list(range(100))


def test_an_error_comes_after_what_came_before_it() -> None:
    def source() -> Generator[int]:
        yield 1
        raise LookupError("gone")

    items = within(SECONDS, source())
    assert next(items) == 1
    with pytest.raises(LookupError, match="gone"):
        next(items)


def test_silence_is_timed_out_between_items_not_over_the_whole() -> None:
    def source() -> Generator[int]:
        for n in range(14):
            time.sleep(0.25)  # 3.5 seconds for all of them
            yield n
        left.wait(SECONDS)

    left = threading.Event()
    items = within(3, source())
    assert [next(items) for _ in range(14)] == list(range(14))
    with pytest.raises(TimeoutError):
        next(items)
    left.set()


def test_the_source_is_closed_when_nobody_listens() -> None:
    closed = threading.Event()

    def source() -> Generator[int]:
        try:
            for n in range(1_000_000):
                yield n
                time.sleep(0.001)
        finally:
            closed.set()

    items = within(SECONDS, source())
    next(items)
    del items
    assert closed.wait(SECONDS)
