"""JSON of meeting and recognition tools: whatever list in it holds who and what, found by the names of its fields.

A turn may be an object with words, or hold them piece by piece (`sentences`, `elements`, `words`, `items`); its speaker may be a name, a
number that another list names, or an object. So the same few rules read Zoom, Teams and Graph, Meet, Otter, Fireflies, Gong, Rev,
Deepgram, AssemblyAI, AWS Transcribe and its Call Analytics, Whisper and WhisperX, Read.ai, Recall, Descript, chats, and plain lists.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from simulator.conversation import words_in
from simulator.errors import TranscriptError
from simulator.transcripts.around import all_of
from simulator.transcripts.tables import plain
from simulator.transcripts.units import in_seconds, time_of
from simulator.transcripts.utterance import Found, Utterance, wrong

DEEPEST: Final = 24
"""How deep a list may lie; no tool's lies deeper."""
PIECES: Final = ("sentences", "elements", "words", "items", "tokens", "content", "parts", "segments", "paragraphs", "alternatives", "nbest")
"""Fields that hold a turn's words piece by piece."""
FIRST_OF: Final = ("alternatives", "nbest")
"""Of these pieces only the first was said: the others are what it might have been."""
PEOPLE: Final = ("speakers", "participants", "parties", "users", "attendees", "members", "people", "voices")
IDS: Final = ("id", "speakerid", "participantid", "userid")
_GLUED: Final = re.compile(r"\s+(?=[,.;:!?…。，？！%)\]’”])|(?<=[(\[“‘])\s+")


@dataclass(frozen=True)
class _Row:
    """An object that says something: who (as the file writes it), the words, the times."""

    who: str
    words: str
    start: float | None
    end: float | None


def utterances(text: str, source: str) -> Found:
    """What the best list in the file says: the one with the most words that have a speaker, else the most words.

    Raises:
        TranscriptError: it is not JSON, is nested too deep, or holds no such list.
    """
    values = _loaded(text, source)
    names = dict(_people(values, 0, ""))
    lists = [rows for rows in _lists(values, 0, "", dict(_labels(values, 0))) if any(row.words for row in rows)]
    if not lists:
        if values in ([], {}):
            return Found(said=())
        raise TranscriptError(f'{source} holds no list of turns. Write [{{"speaker": "Dana", "text": "I am fine."}}, …].')
    best = max(
        lists, key=lambda rows: (sum(words_in(row.words) for row in rows if row.who), sum(words_in(row.words) for row in rows), -len(rows))
    )
    said = [
        Utterance(
            name=names.get(row.who, row.who),
            words=row.words,
            line=number,
            start=row.start if row.end is not None else None,
            end=row.end if row.start is not None else None,
            open=not row.who,
        )
        for number, row in enumerate(best, start=1)
    ]
    return Found(said=in_seconds(said), listed=tuple(dict.fromkeys(names.values())))


def _loaded(text: str, source: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise TranscriptError(f"{source} is nested deeper than any tool writes a talk. Export it anew.") from error
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":  # anything else is wrong within a value; this is one value after another
            raise wrong(source, error.lineno, f"this is not JSON ({error.msg}, column {error.colno}).") from error
    return [_object(line, number, source) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]


def _object(line: str, number: int, source: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise wrong(source, number, f"this is not JSON ({error.msg}, column {error.colno}).") from error


def _fields(value: Mapping[str, Any]) -> dict[str, Any]:
    """An object's fields, by the letters and digits of their names."""
    return {plain(str(key)): inner for key, inner in value.items()}


def _people(value: Any, depth: int, under: str) -> Iterator[tuple[str, str]]:
    """What ids stand for: (id, name) of every object with both in a list of people."""
    if depth > DEEPEST:
        return
    if isinstance(value, Mapping):
        fields = _fields(value)
        name = fields.get("name") or fields.get("displayname")
        if under in PEOPLE and isinstance(name, str) and name.strip():
            yield from ((str(fields[key]), name.strip()) for key in IDS if isinstance(fields.get(key), str | int))
        for key, one in value.items():
            yield from _people(one, depth + 1, plain(str(key)))
    elif isinstance(value, list):
        for one in value:
            yield from _people(one, depth + 1, under)


def _labels(value: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Who speaks at a time, where a list says that apart from the words: (start as written, who)."""
    if depth > DEEPEST:
        return
    if isinstance(value, Mapping):
        fields = _fields(value)
        if isinstance(fields.get("speakerlabel"), str) and isinstance(fields.get("starttime"), str) and not _words(fields):
            yield fields["starttime"], fields["speakerlabel"]
    for one in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from _labels(one, depth + 1)


def _lists(value: Any, depth: int, who: str, labels: Mapping[str, str]) -> Iterator[list[_Row]]:
    """Every list in the file as rows; what a list's owner is called goes along."""
    if depth > DEEPEST:
        return
    if isinstance(value, Mapping):
        own = _who(value) or who
        for one in value.values():
            yield from _lists(one, depth + 1, own, labels)
    elif isinstance(value, list):
        objects = [one for one in value if isinstance(one, Mapping)]
        if objects:
            yield [row for one in objects for row in _rows(one, who)]
        if objects and _by_words(words := [_word(one, labels) for one in objects]):
            yield _joined(words)
        for one in value:
            yield from _lists(one, depth + 1, who, labels)


def _rows(value: Mapping[str, Any], who: str) -> list[_Row]:
    """What one object says: one row, or one a sentence where it holds sentences with times of their own."""
    own = _who(value) or who
    fields = _fields(value)
    sentences = fields.get("sentences")
    if isinstance(sentences, list) and all(isinstance(one, Mapping) for one in sentences):
        return [row for one in sentences for row in _rows(one, own)]
    start, end = _time(fields, "start"), _time(fields, "end")
    words = _words(fields)
    if words and (start is None or end is None):
        times = [(_time(piece, "start"), _time(piece, "end")) for piece in _pieces(fields)]
        starts, ends = [one for one, _ in times if one is not None], [one for _, one in times if one is not None]
        start, end = (min(starts), max(ends)) if starts and ends else (start, end)
    return [_Row(own, words, start, end)] if words else []


def _who(value: Mapping[str, Any]) -> str:
    fields = _fields(value)
    for name in all_of("who"):
        found = fields.get(name)
        if isinstance(found, Mapping):
            inner = _fields(found)
            found = next((inner[key] for key in ("name", "displayname", "username", "id") if inner.get(key) not in (None, "")), None)
            if isinstance(found, Mapping):
                found = None
        if isinstance(found, str | int) and not isinstance(found, bool) and str(found).strip():
            return str(found).strip()
    first = fields.get("alternatives")
    return _who(first[0]) if isinstance(first, list) and first and isinstance(first[0], Mapping) else ""


def _words(fields: Mapping[str, Any]) -> str:
    for name in all_of("words"):
        found = fields.get(name)
        if isinstance(found, str) and found.strip():
            return " ".join(found.split())
    return _together([_piece(one) for one in _pieces(fields)])


def _pieces(fields: Mapping[str, Any]) -> list[dict[str, Any]]:
    for name in PIECES:
        found = fields.get(name)
        if isinstance(found, list) and found and all(isinstance(one, Mapping) for one in found):
            some = found[:1] if name in FIRST_OF else found
            return [_fields(one) for one in some]
    return []


def _piece(fields: Mapping[str, Any]) -> str:
    for name in ("punctuatedword", *all_of("words")):
        if isinstance(fields.get(name), str):
            return str(fields[name])
    alternatives = fields.get("alternatives")
    if isinstance(alternatives, list) and alternatives and isinstance(alternatives[0], Mapping):
        return _piece(_fields(alternatives[0]))
    return ""


def _together(pieces: Sequence[str]) -> str:
    spaced = any(not piece.strip() for piece in pieces) or any(piece != piece.strip() for piece in pieces[1:])
    return _GLUED.sub("", " ".join(("" if spaced else " ").join(pieces).split()))


def _time(fields: Mapping[str, Any], what: str) -> float | None:
    """The time in seconds; a field that says so is in thousandths of them."""
    for name in map(plain, all_of(what)):
        if (found := time_of(fields.get(name))) is not None:
            return found / 1000 if name.endswith(("ms", "millis")) else found
    return None


def _by_words(words: Sequence[_Row]) -> bool:
    """Whether a list goes word by word, each with its speaker: what one says in a row is one utterance."""
    said = [word for word in words if word.words]
    return len(said) > 2 and all(row.words.count(" ") == 0 for row in said) and any(row.who for row in said)


def _word(value: Mapping[str, Any], labels: Mapping[str, str]) -> _Row:
    fields = _fields(value)
    return _Row(
        _who(value) or labels.get(str(fields.get("starttime")), ""), _piece(fields).strip(), _time(fields, "start"), _time(fields, "end")
    )


def _joined(words: Sequence[_Row]) -> list[_Row]:
    found: list[_Row] = []
    for one in words:
        last = found[-1] if found else None
        if last and one.who in ("", last.who):  # a point has no speaker of its own
            starts, ends = (
                [row.start for row in (last, one) if row.start is not None],
                [row.end for row in (last, one) if row.end is not None],
            )
            found[-1] = _Row(last.who, _together([last.words, one.words]), min(starts, default=None), max(ends, default=None))
        else:
            found.append(one)
    return found
