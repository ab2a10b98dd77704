"""What all pictures of the page share: they stand on the page's own ground, light or dark."""

from typing import Any, Final

import altair as alt
import streamlit as st

INK: Final = {True: "#ece6db", False: "#2b2722"}
"""Colour of what is written in a picture, on a dark page and on a light one."""
GROUND: Final = {True: "#3a3531", False: "#e6dfd2"}
"""Colour of what lies behind what is drawn."""


def dark() -> bool:
    """Whether the reader's page is dark."""
    return st.context.theme.type == "dark"


def unframed(chart: Any) -> alt.LayerChart:
    """A picture of layers without frame and background."""
    done: alt.LayerChart = chart.configure_view(strokeWidth=0).configure(background="transparent")
    return done
