"""Text that people typed, made safe for a spreadsheet.

A CSV cell that begins with one of = + - @, a tab or a line break may be run as a formula when the file is opened (OWASP,
CSV injection), also behind blanks, quotation marks and marks that nobody sees. There such text gets an apostrophe in
front. A workbook says of every cell what it is: there the text stays as it was typed, is written as text, never as a
formula, a link or a number, and is marked as such ("quote prefix"), so that it stays text when somebody edits the cell.
In both, control characters are left out, and what is longer than a cell holds is cut and says so.
"""

import re
from typing import Final

LONGEST_CELL: Final = 32_767
"""What Excel takes in one cell, in UTF-16 units: most characters are one, an emoji is two."""
CUT: Final = " … (cut)"

_SKIPPED = "\\s\"'\x85\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
_RISKY = re.compile(f"[{_SKIPPED}]*[=+\\-@\uff1d\uff0b\uff0d\uff20|%\t\r\n]")
# What XML 1.0 cannot hold, and spreadsheets are XML.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def risky(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula."""
    return _RISKY.match(text) is not None


def writable(text: str) -> str:
    """The text as UTF-8 can hold it: half of a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def printable(text: str) -> str:
    """The text without control characters, no longer than a cell holds; for a workbook."""
    return _cut(_UNPRINTABLE.sub("", text))


def harmless(text: str) -> str:
    """The same, with an apostrophe in front where it is needed; for CSV."""
    clean = _UNPRINTABLE.sub("", text)
    return _cut(f"'{clean}" if risky(clean) else clean)


def _cut(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT
