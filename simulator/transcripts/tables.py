"""JSON and CSV: a list of rows with a speaker, words and perhaps times, under the names that are common for them."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from simulator.errors import TranscriptError
from simulator.numbers import bracketed
from simulator.transcripts.utterance import Utterance, carried, seconds, wrong

NAME: Final = ("speaker", "name", "participant", "speaker_name", "speaker_label", "speakername", "who", "role", "user")
WORDS: Final = ("text", "words", "transcript", "content", "utterance", "message", "sentence", "body")
START: Final = ("start", "start_time", "starttime", "begin", "from", "timestamp", "time", "offset")
END: Final = ("end", "end_time", "endtime", "stop", "to")
LISTS: Final = ("turns", "segments", "utterances", "transcript", "results", "messages", "entries", "monologues", "items", "data")


def from_csv(text: str, source: str) -> Iterator[Utterance]:
    """Rows under a line of headings; commas, semicolons or tabs between them.

    Raises:
        TranscriptError: no column holds speakers or words, or a row cannot be read.
    """
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        columns = {str(name).strip().casefold() for name in reader.fieldnames or ()}
        for what, names in (("who speaks", NAME), ("what is said", WORDS)):
            if not columns & set(names):
                raise wrong(source, 1, f"no column says {what}. Name one of them {names[0]}; the columns are {', '.join(sorted(columns))}.")
        yield from carried((_utterance(row, reader.line_num, source) for row in reader), source)
    except csv.Error as error:
        raise wrong(source, reader.line_num + 1, f"this row cannot be read as CSV ({bracketed(str(error))}).") from error


def from_json(text: str, source: str) -> Iterator[Utterance]:
    """A list of objects, or an object that holds one under a common name; also one object a line.

    Raises:
        TranscriptError: it is not JSON, or holds no such list.
    """
    try:
        rows = _rows(json.loads(text))
    except json.JSONDecodeError as error:
        lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
        if error.msg != "Extra data":  # anything else is wrong within a value; this is one value after another
            raise wrong(source, error.lineno, f"this is not JSON ({error.msg}, column {error.colno}).") from error
        return carried((_utterance(_object(line, number, source), number, source) for number, line in lines), source)
    if rows is None:
        raise TranscriptError(f'{source} holds no list of turns. Write [{{"speaker": "Dana", "text": "I am fine."}}, …].')
    return carried((_utterance(row, number, source, "entry") for number, row in enumerate(rows, start=1)), source)


def _object(line: str, number: int, source: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise wrong(source, number, f"this is not JSON ({error.msg}, column {error.colno}).") from error


def _rows(value: Any) -> list[Any] | None:
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping):
        return None
    for name in LISTS:
        if (rows := _rows(value.get(name))) is not None:
            return rows
    return None


def _utterance(row: Any, number: int, source: str, counted: str = "line") -> Utterance:
    if not isinstance(row, Mapping):
        raise TranscriptError(f"{source}, {counted} {number}: this is no object with a speaker and a text.")
    values = {str(name).strip().casefold(): value for name, value in row.items()}
    words = _first(values, WORDS)
    if not isinstance(words, str):
        raise TranscriptError(f"{source}, {counted} {number}: there is no text in it. Put the words under {WORDS[0]}.")
    name = _first(values, NAME)
    start, end = (_seconds(_first(values, names), source, counted, number) for names in (START, END))
    if start is not None and end is not None and end < start:
        raise TranscriptError(f"{source}, {counted} {number}: it ends before it starts. Put its two times in order.")
    timed = start is not None and end is not None
    who = str(name).strip() if isinstance(name, str | int) and not isinstance(name, bool) else _nested(name)
    return Utterance(name=who, words=words.strip(), line=number, start=start if timed else None, end=end if timed else None)


def _nested(name: Any) -> str:
    """A speaker given as an object with a name."""
    inner = _first({str(key).casefold(): value for key, value in name.items()}, ("name", "id")) if isinstance(name, Mapping) else None
    return str(inner).strip() if isinstance(inner, str | int) else ""


def _first(values: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((values[name] for name in names if values.get(name) not in (None, "")), None)


def _seconds(value: Any, source: str, counted: str, number: int) -> float | None:
    if value is None:
        return None
    found = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else _as_seconds(str(value))
    if found is None or not 0 <= found < 1e7:
        raise TranscriptError(f'{source}, {counted} {number}: a time cannot be read. Write seconds, or "00:01:02.5".')
    return found


def _as_seconds(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return seconds(text)
