"""Text that Streamlit would read as Markdown is neutralised."""

import pytest

from simulator.ui.style import dots, verbatim


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("verbatim words", "verbatim words"),
        ("**bold** :red[x]", r"\*\*bold\*\* \:red\[x\]"),
        ("$x^2$ <b>", r"\$x\^2\$ \<b\>"),
        ("two\n\nlines\tand  gaps", "two lines and gaps"),
        ("Zoë’s 12.5 %", r"Zoë’s 12\.5 \%"),
    ],
)
def test_markdown_is_escaped(text: str, expected: str) -> None:
    assert verbatim(text) == expected


def test_dots_show_the_level_out_of_four() -> None:
    assert dots(3) == "●●●○"
    assert dots(0) == "○○○○"
