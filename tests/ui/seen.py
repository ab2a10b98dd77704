"""The frame as somebody sees it, without a browser: what is said on a page, and what can be done there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from simulator import app
from simulator.ui.launching import FRAME
from tests.patience import SECONDS

_SAID = (
    "title",
    "header",
    "subheader",
    "markdown",
    "caption",
    "warning",
    "info",
    "error",
    "expander",
    "button",
    "text_input",
    "chat_input",
)


@contextmanager
def behind(services: app.Services) -> Iterator[None]:
    """The page is drawn over these parts until the block ends."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "build", lambda: services)
        st.cache_resource.clear()
        yield
    st.cache_resource.clear()


class Seen:
    """One visitor, on one page at a time. Looks, and what only a browser does, are not seen here."""

    def __init__(self, path: str = "", *, user: dict[str, Any] | None = None, **address: str) -> None:
        """Open the page at that path, with that in the address behind it, as whom a sign-in says."""
        self.page = AppTest.from_file(FRAME, default_timeout=SECONDS)
        self.page.user.update(user or {})
        self.open(path, **address)

    def open(self, path: str, **address: str) -> None:
        """Go to another page in the same window."""
        self.page._page_hash = calc_hash(path)
        self.page.query_params.clear()
        self.page.query_params.update(address)
        self.run()
        self.page._page_hash = ""

    def run(self) -> None:
        """Draw the page; nothing on it may be a traceback."""
        self.page.run()
        assert not self.page.exception

    @property
    def said(self) -> str:
        """All that a person can read, elements one below the other."""
        found: list[Any] = [one for kind in _SAID for one in self.page.get(kind)]
        parts = [getattr(one, "placeholder", "") or getattr(one, "label", "") or str(getattr(one, "value", "")) for one in found]
        parts += [body for one in self.page.get("html") if not (body := str(one.proto.body)).startswith(("<style", "<script"))]
        parts += [str(one.proto.label) for one in self.page.get("page_link")]
        return "\n".join(parts).replace("\\", "")

    @property
    def turns(self) -> list[str]:
        """The talk as it is shown, a text a turn."""
        return ["\n".join(_inside(message)).replace("\\", "") for message in self.page.chat_message]

    def press(self, label: str) -> None:
        """Press the first button whose label begins so."""
        button = next(one for one in self.page.button if one.label.startswith(label))
        assert not button.disabled
        button.click()
        self.run()

    def can(self, label: str) -> bool:
        """Whether there is such a button."""
        return any(one.label.startswith(label) for one in self.page.button)

    def start_a_talk(self, scenario: str = "forecast-slips-every-month") -> None:
        """Open a brief by its address and start."""
        self.open("practice", scenario=scenario)
        self.press("Start the talk")

    def say(self, words: str) -> None:
        """Send a message; the rep answers."""
        self.page.chat_input[0].set_value(words)
        self.run()

    @property
    def talk(self) -> str:
        """The id of the talk that is open."""
        found = self.page.query_params["attempt"]
        return found if isinstance(found, str) else found[0]


def _inside(block: Any) -> list[str]:
    children = getattr(block, "children", None)
    if children:
        return [text for child in children.values() for text in _inside(child)]
    proto = getattr(block, "proto", None)
    return [str(getattr(block, "value", "") or getattr(proto, "body", ""))]
