"""The practice page drawn again codes nothing that was coded before."""

from collections.abc import Sequence

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from simulator import app
from simulator.conversation import Segment
from simulator.evaluation.labelling.by_language import ByLanguage
from simulator.evaluation.labelling.labeller import Said
from tests.patience import SECONDS


def page() -> None:
    """The practice page alone."""
    import streamlit as st

    from simulator import app
    from simulator.ui import practice

    practice.render(st.cache_resource(app.build)())


def test_a_talk_drawn_again_is_not_coded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    st.cache_resource.clear()
    services = app.build()
    attempt = services.practice.start("forecast-slips-every-month", seed=3)
    for words in ("What happened in July?", "So it kept slipping.", "You should call them."):
        services.practice.say(attempt.id, words).whole()
    coded: list[str] = []
    label_many = ByLanguage.label_many

    def counted(self: ByLanguage, said: Sequence[Said]) -> list[tuple[Segment, ...]]:
        coded.extend(one.text for one in said)
        return label_many(self, said)

    monkeypatch.setattr(ByLanguage, "label_many", counted)
    drawn = AppTest.from_function(page, default_timeout=SECONDS)
    drawn.query_params["attempt"] = attempt.id
    for _ in range(2):
        drawn.run()
        assert not drawn.exception
        assert len(drawn.chat_message) == 7
    assert coded == []
