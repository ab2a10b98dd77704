"""The one place that touches Streamlit's session and the page's address.

The address holds which talk (`?attempt=`, with `&turn=` one of its turns) or which brief (`?scenario=`) is open, so that a refresh, a
bookmark or a second window shows the same thing. The session only remembers the last one, for when the manager comes back through the menu.
"""

from collections.abc import Callable, Hashable
from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import Page

MESSAGE = "practice-message"
"""Key of the chat's input box."""
SHOW_BALANCE = "practice-balance"
NUDGES = "practice-nudges"
PLAYER = "practice-player"
SEARCH = "find-words"

_PAGES = "pages"
_SHOWN = "find-shown"
_ATTEMPT = "attempt"
_SCENARIO = "scenario"
_TURN = "turn"
_CODE = "code"
_REFUSED = "practice-refused"
_CELL = "debrief-cell"
_SKILL = "practice-skill"


def register(pages: dict[str, Page]) -> None:
    """Remember this run's pages by name, for `go`."""
    st.session_state[_PAGES] = pages


def page(name: str) -> Page:
    """The page of that name, as the frame has them: find, practice, debrief and so on; join, workshops, board and people for some alone."""
    found: Page = st.session_state[_PAGES][name]
    return found


def go(name: str, *, attempt: str = "", scenario: str = "") -> NoReturn:
    """Show another page with that talk or that brief open; neither: whatever it shows by itself."""
    if scenario:
        forget()
    st.switch_page(page(name), query_params={name: value for name, value in ((_ATTEMPT, attempt), (_SCENARIO, scenario)) if value})


def attempt_id() -> str:
    """The talk that is open: from the address, else the last one of this session (then put back into the address); or empty."""
    if _ATTEMPT in st.query_params:
        st.session_state[_ATTEMPT] = st.query_params[_ATTEMPT]
    elif _SCENARIO not in st.query_params and _ATTEMPT in st.session_state:
        st.query_params[_ATTEMPT] = st.session_state[_ATTEMPT]
    return str(st.query_params.get(_ATTEMPT, ""))


def attempt_asked() -> str:
    """The talk that the address names; or empty. The session keeps none of it: it can be another's, looked at once."""
    return str(st.query_params.get(_ATTEMPT, ""))


def turn_asked() -> int | None:
    """The turn that the address asks for, to read it again; None where it asks for none."""
    asked = str(st.query_params.get(_TURN, ""))
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else None


def address_of_turn(attempt: str, number: int) -> str:
    """Where that turn can be read again, from any page of a debrief."""
    return f"?{urlencode({_ATTEMPT: attempt, _TURN: number})}"


def forget() -> None:
    """Remember no talk any longer."""
    st.session_state.pop(_ATTEMPT, None)


def forget_name() -> None:
    """Remember no name any longer."""
    st.session_state.pop(PLAYER, None)


def code_asked() -> str:
    """The code of a workshop that the address brings, once; or empty."""
    return str(st.query_params.pop(_CODE, ""))


def brings_code() -> bool:
    """Whether the address brings one."""
    return _CODE in st.query_params


def to_join() -> NoReturn:
    """To where a code is taken, with the one that the address brings."""
    st.switch_page(page("join"), query_params={_CODE: code_asked()})


def scenario_id() -> str:
    """The scenario whose brief is open, from the address; or empty."""
    return str(st.query_params.get(_SCENARIO, ""))


def pages_shown(asked_for: Hashable) -> int:
    """How many pages of what was asked for are drawn: one, and one more for each time that more was wanted."""
    what, pages = st.session_state.get(_SHOWN) or (None, 1)
    return int(pages) if what == asked_for else 1


def show_more(asked_for: Hashable) -> None:
    """Draw one page more of what was asked for, until something else is."""
    st.session_state[_SHOWN] = (asked_for, pages_shown(asked_for) + 1)


def faded(measure: Callable[[], int]) -> int:
    """How far help has faded for whoever sits here; measured once a session and talk."""
    talk, value = st.session_state.get(_SKILL) or ("", 0)
    if talk != attempt_id():
        value = measure()
        st.session_state[_SKILL] = (attempt_id(), value)
    return int(value)


def player() -> str:
    """The name this session's player gave, as it is kept; empty where none was given."""
    return " ".join(str(st.session_state.get(PLAYER) or "").split())


def refuse(text: str, reason: str) -> NoReturn:
    """Put a message that was not sent back into the box, with the reason, and draw the page anew."""
    st.session_state[_REFUSED] = (text, reason)
    st.rerun()


def refusal() -> str:
    """Why the last message was not sent, once; its text goes back into the box. Call before the box is drawn."""
    text, reason = st.session_state.pop(_REFUSED, ("", ""))
    if text:
        st.session_state[MESSAGE] = text
    return str(reason)


def choose_cell(attempt: str, number: int) -> None:
    """Open a segment of the strip; choosing it again closes it."""
    chosen = (attempt, number)
    st.session_state[_CELL] = None if st.session_state.get(_CELL) == chosen else chosen


def chosen_cell(attempt: str) -> int | None:
    """The segment of this talk's strip that is open, or None."""
    talk, number = st.session_state.get(_CELL) or ("", None)
    return number if talk == attempt else None
