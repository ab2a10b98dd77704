"""The gauge says in words what it draws."""

import pytest

from simulator.ui.gauge import describe, place

BAND = (0.6, 0.85)


@pytest.mark.parametrize(("share", "expected"), [(0.1, "below"), (0.6, "inside"), (0.85, "inside"), (0.9, "above")])
def test_the_ends_of_the_band_belong_to_it(share: float, expected: str) -> None:
    assert place(share, BAND) == expected


def test_the_gauge_in_words_names_share_place_and_band() -> None:
    assert describe(0.42, BAND) == "Asking and listening: 42 %, below the band of 60 to 85 % that this moment calls for"
    assert "the band of 65 % and more" in describe(0.7, (0.65, 1.0))
