"""The forms in which talks are taken away, chosen in one row, and the download of one."""

from collections.abc import Callable

import streamlit as st

from simulator.export import Format


def chosen_form(key: str) -> Format:
    """Draw the choice of a form, and return what is chosen."""
    chosen = st.segmented_control(
        "File format",
        list(Format),
        format_func=lambda form: Format(form).label,
        default=Format.XLSX,
        required=True,
        label_visibility="collapsed",
        key=key,
    )
    return Format(chosen)


def download_button(form: Format, data: Callable[[], bytes], key: str) -> None:
    """Draw the download; `data` is made when it is asked for."""
    st.download_button(f"Download {form.label}", data=data, file_name=form.file_name, mime=form.mime, on_click="ignore", key=key)
