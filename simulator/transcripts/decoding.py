"""Bytes to text: UTF-8 and UTF-16 as they say they are, else the likeliest encoding, which is said; and the paragraphs of a DOCX."""

import io
import zipfile
from pathlib import Path
from typing import Final

from simulator.errors import TranscriptError

LARGEST_FILE: Final = 5_000_000
"""Bytes; a day of talk is about a tenth of it."""
LARGEST_UNPACKED: Final = 50_000_000
"""Bytes that a DOCX may have unpacked; more is no transcript."""
DOCX: Final = ".docx"
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(content: bytes, source: str, ending: str) -> tuple[str, str]:
    """The text of a file of that ending, and a sentence about its encoding where that had to be guessed; else an empty one.

    Raises:
        TranscriptError: it is too large, or is no text.
    """
    if len(content) > LARGEST_FILE:
        raise TranscriptError(
            f"{source} is larger than {LARGEST_FILE // 1_000_000} MB, which is more than a talk. Score one talk at a time."
        )
    if ending.casefold() == DOCX:
        return _paragraphs(content, source), ""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace"), ""
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        return _guessed(content, source, error.start)


def content_of(path: Path) -> bytes:
    """The file's bytes, and no more of them than can be a talk; TranscriptError where it cannot be read."""
    try:
        if path.exists() and not path.is_file():
            raise TranscriptError(f"{path} is no file. Name the file that holds the talk.")
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise TranscriptError(f"{path} cannot be read: {error.strerror}. Check the name, and that it is a file.") from error


def _guessed(content: bytes, source: str, where: int) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    # A Western text with a few accents is too little to tell its neighbours apart; what Windows writes is the likeliest.
    best = (
        None
        if b"\0" in content
        else from_bytes(
            content, cp_isolation=["cp1252", "utf_16_le", "utf_16_be", "shift_jis", "gb18030", "big5", "euc_kr", "cp1251"]
        ).best()
    )
    if best is None:
        raise TranscriptError(f"{source} is not text that can be read (byte {where}). Save it as plain text in UTF-8 and try again.")
    note = (
        f"The file does not say its encoding, and it is not UTF-8; it was read as {best.encoding}. If letters look wrong, save it as UTF-8."
    )
    return str(best), note


def _paragraphs(content: bytes, source: str) -> str:
    """The paragraphs of a DOCX, one a line. Nothing in it is executed or fetched."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    broken = TranscriptError(f"{source} cannot be read as a Word document. Open it in Word, save it anew as .docx, and try again.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
                raise TranscriptError(f"{source} unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB, which is no transcript.")
        document = Document(io.BytesIO(content))
        return "\n".join(paragraph.text for paragraph in document.paragraphs)
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise broken from error
