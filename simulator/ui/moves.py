"""How the five moves look: one colour and one letter each, the same on every page, safe for colour-blind eyes.

The letter always stands with the colour. On a dark page each colour is lighter, so that it stands out from the page at least
as much as on a light one; the letter takes whichever of dark ink and white reads better on it.
"""

from dataclasses import dataclass
from typing import Final

from simulator.codes import Move

ORDER: Final = (Move.ASK, Move.LISTEN, Move.TELL, Move.SELL, Move.OTHER)

_LIGHT: Final = {Move.ASK: "#0072B2", Move.LISTEN: "#009E73", Move.TELL: "#D55E00", Move.SELL: "#E69F00", Move.OTHER: "#8C8C8C"}
_DARK: Final = {Move.ASK: "#56A9DB", Move.LISTEN: "#1FB489", Move.TELL: "#EC7A2C", Move.SELL: "#F0B53C", Move.OTHER: "#A5A19B"}
_INKS: Final = ("#1A1714", "#FFFFFF")


@dataclass(frozen=True, kw_only=True)
class Look:
    """A move's colour and the colour of its letter, as hex strings."""

    colour: str
    ink: str


def look_of(move: Move, *, dark: bool) -> Look:
    """How a move looks on a light or a dark page."""
    colour = (_DARK if dark else _LIGHT)[move]
    return Look(colour=colour, ink=max(_INKS, key=lambda ink: contrast(ink, colour)))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two hex colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
