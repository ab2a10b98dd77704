"""Lines of talk in, lines of codes out, as JSON: the form that a yardstick of human labels measures."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from simulator.errors import TranscriptError
from simulator.evaluation.labelling.labeller import Labeller, Said
from simulator.evaluation.labelling.whole import whole

AT_ONCE: Final = 512


def label_lines(lines: Iterable[str], labeller: Labeller) -> Iterator[str]:
    """Code lines {"id", "text", "context"}; gives {"id", "code", "segments": [{"text", "code"}]} for each, in order.

    `code` is the one that names the whole text best. `context` may be left out; blank lines are passed over. Lines are coded in
    batches of `AT_ONCE`.

    Raises:
        TranscriptError: a line is not such an object; the lines before it were answered.
    """
    rows = (_row(line, number) for number, line in enumerate(lines, start=1) if line.strip())
    while True:
        batch, trouble = _some(rows)
        coded = labeller.label_many([Said(text=text, context=context) for _, text, context in batch])
        for (name, _, _), segments in zip(batch, coded, strict=True):
            parts = [{"text": item.text, "code": item.code.value} for item in segments]
            yield json.dumps({"id": name, "code": whole(segments).value, "segments": parts}, ensure_ascii=False)
        if trouble:
            raise trouble
        if len(batch) < AT_ONCE:
            return


def _some(rows: Iterator[tuple[Any, str, str]]) -> tuple[list[tuple[Any, str, str]], TranscriptError | None]:
    """The next rows, and what was wrong with the one after them."""
    batch: list[tuple[Any, str, str]] = []
    try:
        for row in islice(rows, AT_ONCE):
            batch.append(row)
    except TranscriptError as error:
        return batch, error
    return batch, None


def _row(line: str, number: int) -> tuple[Any, str, str]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise TranscriptError(f"Line {number} is not JSON. Every line is an object with id and text.") from error
    if (
        not isinstance(row, dict)
        or "id" not in row
        or not isinstance(row.get("text"), str)
        or not isinstance(row.get("context") or "", str)
    ):
        raise TranscriptError(f'Line {number} needs an "id" and a "text", and "context" has to be text where it is given.')
    return row["id"], row["text"], row.get("context") or ""
