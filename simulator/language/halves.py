"""Characters that come in two halves: a text with halves that belong together joined, and none left alone.

Some sources, JavaScript's among them, write an emoji as two halves (surrogates), and a stream may part them. Half a character can
be kept in no database and drawn on no page.
"""

from typing import Final

INSTEAD: Final = "\ufffd"
"""What stands for half a character whose other half never came."""


def mended(text: str, *, alone: str = INSTEAD) -> str:
    """The text with every two halves joined; `alone` stands in the place of a half without its other."""
    if text.isascii():
        return text
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return "".join(alone if _half(char) else char for char in joined)


class Halves:
    """Mends a text that comes in pieces: a piece's last half waits for the next piece."""

    def __init__(self) -> None:
        """Begin a text."""
        self._held = ""

    def whole(self, piece: str) -> str:
        """What of this piece, and of what was held back, is whole."""
        text = self._held + piece
        self._held = text[-1:] if "\ud800" <= text[-1:] <= "\udbff" else ""
        return mended(text[: len(text) - len(self._held)])

    def rest(self) -> str:
        """What is still held back when the text ends."""
        held, self._held = self._held, ""
        return mended(held)


def _half(char: str) -> bool:
    return "\ud800" <= char <= "\udfff"
