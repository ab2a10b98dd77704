"""Lines of talk in, lines of codes out, as JSON: the form that a yardstick of human labels measures."""

import json
from collections.abc import Iterable, Iterator

from simulator.errors import TranscriptError
from simulator.evaluation.labeller import Labeller
from simulator.evaluation.rules import whole


def label_lines(lines: Iterable[str], labeller: Labeller) -> Iterator[str]:
    """Code lines {"id", "text", "context"}; gives {"id", "code", "segments": [{"text", "code"}]} for each, in order.

    `code` is the one that names the whole text best. `context` may be left out; blank lines are passed over.

    Raises:
        TranscriptError: a line is not such an object; the lines before it were answered.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise TranscriptError(f"Line {number} is not JSON. Every line is an object with id and text.") from error
        if (
            not isinstance(row, dict)
            or not isinstance(row.get("text"), str)
            or "id" not in row
            or not isinstance(row.get("context") or "", str)
        ):
            raise TranscriptError(f'Line {number} needs an "id" and a "text", and "context" has to be text where it is given.')
        segments = labeller.label(row["text"], context=row.get("context") or "")
        coded = [{"text": item.text, "code": item.code.value} for item in segments]
        yield json.dumps({"id": row["id"], "code": whole(segments).value, "segments": coded}, ensure_ascii=False)
