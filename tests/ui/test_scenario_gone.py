"""A talk whose scenario file is gone can be gone on with, ended and looked back on; one that has lost its words too can be ended."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import streamlit as st
import yaml
from streamlit.testing.v1 import AppTest

from simulator import app
from simulator.practice import held
from tests.patience import SECONDS
from tests.scenarios_for_tests import fields


def practice_page() -> None:
    """The practice page alone."""
    import streamlit as st

    from simulator import app
    from simulator.ui import practice

    practice.render(st.cache_resource(app.build)())


def debrief_page() -> None:
    """The debrief alone."""
    import streamlit as st

    from simulator import app
    from simulator.ui import debrief

    debrief.render(st.cache_resource(app.build)())


def drawn(page: Callable[[], None], attempt: str) -> AppTest:
    """The page with that talk open."""
    test = AppTest.from_function(page, default_timeout=SECONDS)
    test.query_params["attempt"] = attempt
    test.run()
    assert not test.exception
    return test


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The ids of an open and a finished talk whose scenario's file has been taken away."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "late-quotes.yaml").write_text(yaml.safe_dump(fields()), encoding="utf-8")
    monkeypatch.setenv("SCENARIOS_DIR", str(own))
    services = app.build()
    opened, done = (services.practice.start("late-quotes", seed=3) for _ in range(2))
    for attempt in (opened, done):
        for words in ("What happens to a quote once you have sent it in?", "So you wait for others.", "Who knows about it?"):
            services.practice.say(attempt.id, words).whole()
    services.practice.finish(done.id)
    (own / "late-quotes.yaml").unlink()
    st.cache_resource.clear()
    return opened.id, done.id


def test_a_talk_with_its_own_text_is_drawn_as_ever(talks: tuple[str, str]) -> None:
    opened, done = talks
    assert drawn(practice_page, opened).chat_input[0].placeholder == "Say something to Ravi"
    page = drawn(debrief_page, done)
    assert "Your talk with Ravi" in page.caption[0].value
    assert not [button for button in page.button if button.label == "Practise again"]


def test_a_talk_that_has_lost_its_text_can_be_ended(talks: tuple[str, str], tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "data" / "simulator.db")) as database, database:
        database.execute("UPDATE attempts SET scenario_text = NULL")
    opened, done = talks
    page = drawn(practice_page, opened)
    assert "no longer there" in page.warning[0].value
    assert len(page.chat_message) == 7
    assert not page.chat_input
    assert [button.disabled for button in page.button if button.label == "End the talk"] == [False]
    assert app.build().practice.finish(opened).scorecard is not None
    assert held.LOST.split(",")[0] in drawn(debrief_page, opened).info[0].value
    drawn(debrief_page, done)
