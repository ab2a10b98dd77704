"""What steers a terminal is taken out of a text, and nothing else."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from simulator.language.controls import without_controls


@given(text=st.text(max_size=40))
def test_control_characters_go_and_all_else_stays(text: str) -> None:
    kept = [char for char in text if unicodedata.category(char) != "Cc" or char in "\n\t"]
    assert without_controls(text) == "".join(kept)
