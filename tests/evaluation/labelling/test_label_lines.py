"""JSON lines in, JSON lines out."""

import json

import pytest

from simulator.errors import TranscriptError
from simulator.evaluation.labelling.label_lines import label_lines
from simulator.evaluation.labelling.trained import built_in


def test_every_line_is_answered_with_its_segments() -> None:
    lines = ['{"id": 7, "text": "Okay. What happened?", "context": "It slipped."}\n', "\n", '{"id": "b", "text": ""}']
    first, second = (json.loads(line) for line in label_lines(lines, built_in()))
    assert first == {
        "id": 7,
        "code": "open_question",
        "segments": [{"text": "Okay. ", "code": "acknowledgement"}, {"text": "What happened?", "code": "open_question"}],
    }
    assert second == {"id": "b", "code": "social", "segments": []}


@pytest.mark.parametrize(
    "line", ["not json", "[]", '{"text": "a"}', '{"id": 1}', '{"id": 1, "text": 2}', '{"id": 1, "text": "a", "context": 3}']
)
def test_a_line_that_is_none_is_named(line: str) -> None:
    with pytest.raises(TranscriptError, match="Line 2"):
        list(label_lines(['{"id": 1, "text": "a"}', line], built_in()))
