"""Phrases as a person writes them, put together to one pattern.

"good/great question" stands for two phrases; a word that ends in * may go on ("coach*" finds "coaching"). Case does not count, and ’ is '.
"""

import re
from collections.abc import Iterable


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases, as whole words; of no phrases nothing."""
    found = "|".join(r"\s+".join(map(_word, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{found})" if found else r"(?!)", re.IGNORECASE)


def _word(written: str) -> str:
    one_of = (re.escape(one.rstrip("*")) + ("" if one.endswith("*") else r"(?!\w)") for one in written.split("/"))
    return f"(?:{'|'.join(one_of)})".replace("'", "['’]")
