"""Text that a spreadsheet would run, cannot hold, or cannot hold whole."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.export.harmless import CUT, LONGEST_CELL, harmless, printable, risky


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "+1",
        "-1",
        "@x",
        "\t=1",
        "\r=1",
        "\n=1",
        "\tx",
        " =1",
        "  @x",
        '"=1',
        "\u200b=1",
        "\u2060=1",
        "\u00ad=1",
        "\uff1d1",
        "|x",
        "\x00=1",
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["", "What's up?", "1 = 1", "a-b", "“=1”", "3 + 4", "Größe 🙂"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text
    assert not risky(text)


@given(
    lead=st.text(st.sampled_from(" \t\n\u00a0\u2003\u200b\ufeff\x00\x07"), max_size=4),
    mark=st.sampled_from("=+-@"),
    rest=st.text(max_size=9),
)
def test_whatever_stands_in_front_of_it_no_formula_stays_one(lead: str, mark: str, rest: str) -> None:
    assert harmless(lead + mark + rest).startswith("'")


@given(text=st.text(max_size=40))
def test_no_control_character_stays(text: str) -> None:
    for clean in (harmless(text), printable(text)):
        assert not any(unicodedata.category(char) == "Cc" and char < "\x20" and char not in "\t\r\n" for char in clean)
        assert not any(unicodedata.category(char) == "Cs" for char in clean)


@pytest.mark.parametrize("text", ["x" * 40_000, "=" * 40_000, "🙂" * 20_000, "x" + "🙂" * 20_000], ids=["plain", "risky", "emoji", "odd"])
def test_a_text_too_long_for_a_cell_is_cut_once_and_says_so(text: str) -> None:
    for clean in (harmless(text), printable(text)):
        units = len(clean.encode("utf-16-le")) // 2
        assert LONGEST_CELL - 1 <= units <= LONGEST_CELL
        assert clean.endswith(CUT)
        assert clean.count("…") == 1


def test_a_text_that_just_fits_is_whole() -> None:
    assert printable("x" * LONGEST_CELL) == "x" * LONGEST_CELL
