"""Text that people typed, made safe for a spreadsheet.

A cell that begins with one of = + - @, a tab or a line break may be run as a formula when a CSV file is opened (OWASP, CSV
injection), also behind blanks and other marks that a spreadsheet skips. Such text gets an apostrophe in front, which
spreadsheets take as "this is text".
"""

import re

LONGEST_CELL = 32_767
"""Characters Excel takes in one cell."""
CUT = " … (cut)"

_RISKY = re.compile(r"^[\s\"'\ufeff\u200b\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20|%\t\r\n]")
# What XML 1.0 cannot hold, and spreadsheets are XML.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def printable(text: str) -> str:
    """The text without control characters, no longer than a cell holds."""
    clean = _UNPRINTABLE.sub("", text)
    return clean if len(clean) <= LONGEST_CELL else clean[: LONGEST_CELL - len(CUT)] + CUT


def harmless(text: str) -> str:
    """The same, and no spreadsheet runs it."""
    clean = printable(text)
    return printable("'" + clean) if _RISKY.match(clean) or (text[:1] in "\t\r\n" and text) else clean
