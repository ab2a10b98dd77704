"""Numbers as a person reads them, and what is put together with them: halves round up, one is not many, a sentence has one end."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_NOISE: Final = 9
"""Decimal places beyond which a float's digits are noise of its arithmetic: 28.499999999999996 is 28.5."""


def rounded(value: float, places: int = 0) -> str:
    """A number with so many decimal places; 82.5 is "83", and no zero has a sign."""
    found = Decimal(f"{value:.{_NOISE}f}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return str(found or abs(found))


def nearest(value: float) -> int:
    """The nearest whole number; halves go up."""
    return int(rounded(value))


def percent(share: float) -> str:
    """A share from 0 to 1 as a person reads it: "42 %"."""
    return f"{rounded(share * 100)} %"


def there_are(number: int) -> str:
    """How many there are, as a clause: "there are none", "there is 1", "there are 3"."""
    return f"there {'is' if number == 1 else 'are'} {number or 'none'}"


def ended(words: str, end: str = ".") -> str:
    """Words with one end: their own, or `end` where they have none."""
    words = words.rstrip()
    return words if words.rstrip("”\"')»").endswith((".", "!", "?", "…")) else words + end


def bracketed(words: str) -> str:
    """Words of somebody else's for within brackets of a sentence: one line, with no full stop of its own."""
    return " ".join(words.split()).rstrip(" .,;:")


def count_of(number: float, noun: str, nouns: str = "") -> str:
    """A count with its noun in the right number: "1 minute", "2 minutes", "1,200 tokens"; `nouns` where the plural takes more than an s."""
    shown = f"{number:,}" if isinstance(number, int) else f"{number:g}"
    return f"{shown} {noun if number == 1 else nouns or noun + 's'}"
