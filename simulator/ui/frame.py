"""The frame of every page: who is asking, the menu, and the page that was chosen. Streamlit runs this file for each visitor."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from simulator import app
from simulator.errors import TooOftenError
from simulator.people.person import Role
from simulator.settings import Access
from simulator.ui import (
    board,
    debrief,
    entrance,
    find,
    history,
    joining,
    notice,
    practice,
    progress,
    real,
    review,
    roles,
    setup,
    state,
    style,
    who,
    workshops,
)

UNLISTED = {"review"}  # another page leads there


@st.cache_resource(show_spinner="Laying out the situations …")
def services() -> app.Services:
    """All parts, put together once for every visitor."""
    return app.build()


def framed(render: Callable[[app.Services], None], title: str, *, default: bool = False) -> st.Page:
    """A page that shows an error as a sentence instead of a traceback, and to who is not in yet the way in."""

    def draw() -> None:
        if mine is None:
            entrance.draw(parts, person)
            return
        with notice.calm():
            render(mine)

    return st.Page(draw, title=title, url_path=title.lower().replace(" ", "-"), default=default)


st.set_page_config(page_title="Coaching practice", page_icon=str(Path(style.__file__).with_name("icon.svg")), layout="centered")
style.install()
try:
    parts = services()
    person = who.asking(parts)
    introduced = person is not None and who.introduced(person)
    person = who.invited(parts, person) if person and introduced else person
    mine = parts.of(person, who.address()) if person and introduced else None
except TooOftenError as error:
    entrance.wait(error)
    st.stop()
except Exception as error:
    notice.cannot_start(error)
    st.stop()

pages = {
    "find": framed(find.render, "Find", default=True),
    "practice": framed(practice.render, "Practice"),
    "debrief": framed(debrief.render, "Debrief"),
    "real": framed(real.render, "Real talk"),
    "history": framed(history.render, "History"),
    "progress": framed(progress.render, "Progress"),
    "settings": framed(setup.render, "Settings"),
}
if person and person.has(Role.ADMIN):
    pages["people"] = framed(roles.render, "People")
if mine and mine.settings.access is Access.WORKSHOP:
    pages = {"join": framed(joining.render, "Join"), **pages}
if mine and (board.leads(mine) or mine.who.has(Role.TRAINER)):
    pages |= {"workshops": framed(workshops.render, "Workshops"), "review": framed(review.render, "Review")}
if mine and board.leads(mine):
    pages["board"] = framed(board.render, "Board")
state.register(pages)
chosen = st.navigation(list(pages.values()), position="hidden")
# Streamlit's own menu covers the page on a phone and stays open; a row of links fits everywhere.
if mine:
    with st.container(horizontal=True, gap="small", key="menu"):
        for name, entry in pages.items():
            if name not in UNLISTED:
                st.page_link(entry)
if mine and "join" in pages and state.brings_code() and chosen is not pages["join"]:
    state.to_join()
chosen.run()
