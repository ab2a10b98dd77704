"""The code of a workshop: six letters that are read off a wall and typed on a phone."""

import secrets
from typing import Final

ALPHABET: Final = "BCDFGHJKMNPQRTVWXZ"
"""Capital letters that are not taken for another or for a figure (I, L, O, S), and no vowels, so that no word comes out."""
LETTERS: Final = 6


def drawn_code() -> str:
    """A code that nobody can foretell."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))


def typed_code(text: str) -> str:
    """The code that somebody typed, in whatever case and with whatever blanks or hyphens; empty where it can be none."""
    code = "".join(one for one in text.upper() if not one.isspace() and one != "-")
    return code if len(code) == LETTERS and set(code) <= set(ALPHABET) else ""
