"""The page in the browser: `simulator serve`, or `make run`. `simulator/ui/frame.py` is what is drawn."""

import streamlit as st

from simulator.ui import launching

app = st.App(launching.FRAME, **launching.options())
