"""What nobody thought of is told calmly, with a reference that the log knows; a reader's clock may stand in any zone."""

import logging
import re
from datetime import UTC, datetime, timedelta

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as hyp
from streamlit.testing.v1 import AppTest

from simulator import app
from simulator.store.repository import SqlRepository
from simulator.ui import wording
from simulator.ui.launching import FRAME
from tests.patience import SECONDS

SECRET = "postgresql://coach:hunter2@db"


def broken(*_words: object, **_more: object) -> None:
    """Something that nobody thought of."""
    raise RuntimeError(f"what is {SECRET} doing here")


def told(page: AppTest, log: pytest.LogCaptureFixture) -> None:
    """The page says it calmly, and the log knows it by the reference."""
    assert not page.exception
    said = " ".join(one.value for one in page.markdown)
    (reference,) = re.findall(r"reference \*\*([0-9a-f]{8})\*\*", said)
    assert SECRET not in said
    assert "RuntimeError" not in said
    (record,) = [one for one in log.records if reference in one.getMessage()]
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
    assert isinstance(record.exc_info[1], RuntimeError)


def test_a_page_that_breaks_says_so_with_a_reference(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    st.cache_resource.clear()
    monkeypatch.setattr(SqlRepository, "summaries", broken)
    told(AppTest.from_file(FRAME, default_timeout=SECONDS).run(), caplog)


def test_a_start_that_breaks_says_so_with_a_reference(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    st.cache_resource.clear()
    monkeypatch.setattr(app, "build", broken)
    page = AppTest.from_file(FRAME, default_timeout=SECONDS).run()
    assert page.title[0].value == "We cannot open just yet"
    told(page, caplog)


def strip_page() -> None:
    """A part of the debrief that is drawn by itself."""
    from typing import Any, cast

    from simulator.ui import strip

    nothing = cast(Any, None)
    strip.draw(nothing, nothing, nothing, nothing)


def test_a_part_that_is_drawn_by_itself_breaks_as_calmly(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    from simulator.ui import strip

    monkeypatch.setattr(strip, "_strip", broken)
    told(AppTest.from_function(strip_page, default_timeout=SECONDS).run(), caplog)


NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
NAMES = hyp.sampled_from(["Etc/Unknown", "America", "../x", "/etc/passwd", "a" * 300, "Mars/Base", "\ud800"]) | hyp.text(max_size=12)


@given(name=NAMES, offset=hyp.none() | hyp.integers(-10_000, 10_000))
def test_a_zone_that_python_does_not_know_breaks_no_time(name: str, offset: int | None) -> None:
    zone = wording._zone(name, offset)
    assert NOON.astimezone(zone) == NOON


def test_a_zone_is_known_by_its_name_else_by_the_clock() -> None:
    assert NOON.astimezone(wording._zone("Asia/Tokyo", 0)).hour == 21
    assert NOON.astimezone(wording._zone("Etc/Unknown", -330)).utcoffset() == timedelta(hours=5, minutes=30)
    assert NOON.astimezone(wording._zone(None, 300)).hour == 7
