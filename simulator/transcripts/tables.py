"""CSV: rows with a speaker, words and perhaps times, in columns under names that are common for them, with any of four marks between."""

import csv
import io
import re
from collections.abc import Sequence
from typing import Final

from simulator.numbers import bracketed
from simulator.transcripts.around import all_of
from simulator.transcripts.units import in_seconds, time_of
from simulator.transcripts.utterance import Found, Utterance, wrong

MARKS: Final = ",;\t|"
LEAST_OF_A_RECOGNISER: Final = 3
"""Columns: one with times beside words is what a recogniser writes that tells no voices apart; the talk then says that nobody is named."""


def utterances(text: str, source: str) -> Found:
    """What every row says.

    Raises:
        TranscriptError: no column holds words, or a row cannot be read.
    """
    head = text.lstrip("\ufeff").partition("\n")[0]
    mark = max(MARKS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise wrong(source, reader.line_num + 1, f"this row cannot be read as CSV ({bracketed(str(error))}).") from error
    if not rows:
        return Found(said=())
    columns = [plain(name) for name in rows[0][1]]
    places = {what: _place(columns, what) for what in ("who", "words", "start", "end")}
    for what, says, usual in (("words", "what is said", "text"), ("who", "who speaks", "speaker")):
        if places[what] is None and (what == "words" or len(columns) < LEAST_OF_A_RECOGNISER):
            raise wrong(source, 1, f"no column says {says}. Name one of them {usual}; the columns are {', '.join(rows[0][1])}.")
    return Found(said=in_seconds([_utterance(row, line, places) for line, row in rows[1:]]))


def plain(name: str) -> str:
    """A heading's or a field's letters and digits, small."""
    return re.sub(r"[\W_]", "", name.casefold())


def _place(columns: Sequence[str], what: str) -> int | None:
    return next((columns.index(name) for name in map(plain, all_of(what)) if name in columns), None)


def _utterance(row: Sequence[str], line: int, places: dict[str, int | None]) -> Utterance:
    def cell(what: str) -> str:
        place = places[what]
        return row[place].strip() if place is not None and place < len(row) else ""

    start, end = time_of(cell("start")), time_of(cell("end"))
    timed = start is not None and end is not None
    return Utterance(
        name=cell("who"), words=cell("words"), line=line, start=start if timed else None, end=end if timed else None, open=not cell("who")
    )
