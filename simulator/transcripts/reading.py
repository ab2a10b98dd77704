"""A transcript read from a file: its form is known by its name's ending, and where that says nothing by its first words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from simulator.conversation import Conversation
from simulator.errors import TranscriptError
from simulator.language.halves import mended
from simulator.transcripts import captions, plain, sides, tables
from simulator.transcripts.utterance import Utterance, carried

LARGEST_FILE: Final = 5_000_000
"""Bytes; a day of talk is about a tenth of it."""

Reader = Callable[[str, str], Iterator[Utterance]]


def _captions(text: str, source: str) -> Iterator[Utterance]:
    return carried(captions.utterances(text, source), source)


FORMS: Final[dict[str, Reader]] = {
    ".vtt": _captions,
    ".srt": _captions,
    ".json": tables.from_json,
    ".jsonl": tables.from_json,
    ".csv": tables.from_csv,
    ".tsv": tables.from_csv,
    ".txt": plain.utterances,
}
"""A file name's ending to how such a file is read."""


def read(path: Path, *, manager: str = "") -> Conversation:
    """Read a talk from a file: WebVTT, SRT, JSON, CSV, or plain text.

    What one side says in a row is one turn. Everybody who is not the manager counts as the rep's side. `manager` is
    compared without regard to case; empty takes a speaker called Manager, Coach, Boss or Me.

    Raises:
        TranscriptError: the file cannot be read; with its line and what is wrong there.
        UnclearManager: it cannot be told who the manager is.
    """
    return sides.conversation(_utterances(_text(path), path.suffix, str(path)), manager, str(path))


def speakers(path: Path) -> tuple[str, ...]:
    """Everybody who speaks in the file, in the order in which they begin; TranscriptError as `read`."""
    return sides.names(_utterances(_text(path), path.suffix, str(path)))


def parse(text: str, *, manager: str = "", form: str = "", source: str = "the text") -> Conversation:
    """The same for text at hand. `form` is an ending of `FORMS`, empty to go by the text; `source` names it in errors."""
    return sides.conversation(_utterances(text, form, source), manager, source)


def _utterances(text: str, form: str, source: str) -> tuple[Utterance, ...]:
    said = tuple(_mended(one) for one in FORMS.get(form.casefold(), _reader(text))(text, source))
    if not any(one.words for one in said):
        raise TranscriptError(f'{source} holds no talk. Write one turn a line, as in "Manager: How did it go?"')
    return said


def _mended(one: Utterance) -> Utterance:
    """JSON can write half a character; what is scored can be printed and kept."""
    return replace(one, name=mended(one.name), words=mended(one.words))


def _reader(text: str) -> Reader:
    """How a text of no known ending is read."""
    start = text.lstrip()[:200]
    if start.startswith("WEBVTT") or "-->" in start:
        return _captions
    return tables.from_json if start.startswith(("[{", "{", "[\n")) else plain.utterances


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TranscriptError(
                f"{path} is larger than {LARGEST_FILE // 1_000_000} MB, which is more than a talk. Score one talk at a time."
            )
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TranscriptError(f"{path} is not UTF-8 text (byte {error.start}). Save it as plain text in UTF-8 and try again.") from error
    except OSError as error:
        raise TranscriptError(f"{path} cannot be read: {error.strerror}. Check the name, and that it is a file.") from error
