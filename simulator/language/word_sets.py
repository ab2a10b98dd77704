"""Sets of words, written as a person writes them: with spaces between."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())
