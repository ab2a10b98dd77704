"""The page in the browser: `simulator serve`, or `make run`."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from simulator import app
from simulator.ui import debrief, find, history, notice, practice, real, setup, state, style


@st.cache_resource(show_spinner="Laying out the situations …")
def services() -> app.Services:
    """All parts, put together once for every visitor."""
    return app.build()


def page(render: Callable[[app.Services], None], title: str, *, default: bool = False) -> st.Page:
    """A page that shows an error as a sentence instead of a traceback."""

    def draw() -> None:
        with notice.calm():
            render(parts)

    return st.Page(draw, title=title, url_path=title.lower().replace(" ", "-"), default=default)


st.set_page_config(page_title="Coaching practice", page_icon=str(Path(style.__file__).with_name("icon.svg")), layout="centered")
style.install()
try:
    parts = services()
except Exception as error:
    notice.cannot_start(error)
    st.stop()

pages = {
    "find": page(find.render, "Find", default=True),
    "practice": page(practice.render, "Practice"),
    "debrief": page(debrief.render, "Debrief"),
    "real": page(real.render, "Real talk"),
    "history": page(history.render, "History"),
    "settings": page(setup.render, "Settings"),
}
state.register(pages)
chosen = st.navigation(list(pages.values()), position="hidden")
# Streamlit's own menu covers the page on a phone and stays open; a row of links fits everywhere.
with st.container(horizontal=True, gap="small", key="menu"):
    for entry in pages.values():
        st.page_link(entry)
chosen.run()
