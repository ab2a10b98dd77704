"""The moves' colours can be told apart from the page and carry a letter that can be read."""

import pytest

from simulator.codes import Move
from simulator.ui.moves import contrast, look_of

LIGHT_PAGE, DARK_PAGE = "#fbf8f2", "#1d1b19"


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("move", list(Move))
def test_a_move_stands_out_on_a_dark_page_at_least_as_on_a_light_one(move: Move) -> None:
    light, dark = look_of(move, dark=False), look_of(move, dark=True)
    assert contrast(dark.colour, DARK_PAGE) >= contrast(light.colour, LIGHT_PAGE)
    assert min(contrast(light.colour, light.ink), contrast(dark.colour, dark.ink)) >= 4.5


def test_no_two_moves_share_a_colour_or_a_letter() -> None:
    assert len({look_of(move, dark=False).colour for move in Move}) == len(Move)
    assert len({look_of(move, dark=True).colour for move in Move}) == len(Move)
    assert len({move.letter for move in Move}) == len(Move)
