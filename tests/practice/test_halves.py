"""Half characters from any side: typed, in a name, in a transcript, or streamed by a model. Nothing breaks, nothing is lost."""

import json
from pathlib import Path

import pytest

from simulator.errors import MessageError
from simulator.transcripts import read
from tests.failing_llm import Answer, failing
from tests.practising import COACH, model, practice


def test_what_is_typed_in_halves_is_kept_whole(tmp_path: Path) -> None:
    talks = practice(tmp_path)
    attempt = talks.start("late-quotes", player="Kim \ud83d\ude00\ud800\x00 Lee", seed=3)
    assert talks.repository.get(attempt.id).player == "Kim 😀\ufffd Lee"
    talks.say(attempt.id, "How was it? \ud83d\ude00 \ud800 Tell me.").whole()
    assert talks.repository.get(attempt.id).conversation.turns[1].text == "How was it? 😀  Tell me."
    with pytest.raises(MessageError, match="nothing to send"):
        talks.say(attempt.id, "\ud800\udfff\udc00"[:1] + "\ud800")
    assert talks.finish(attempt.id).scorecard is not None


@pytest.mark.parametrize(
    ("pieces", "kept"),
    [
        (("Fine \ud83d", "\ude00, thanks."), "Fine 😀, thanks."),
        (("Fine \ud83d\ude00, thanks.",), "Fine 😀, thanks."),
        (("Fine \ud83d", ", thanks."), "Fine \ufffd, thanks."),
        (("Fine, thanks. \ud83d",), "Fine, thanks. \ufffd"),
    ],
)
def test_what_a_model_streams_in_halves_is_shown_and_kept_whole(tmp_path: Path, pieces: tuple[str, ...], kept: str) -> None:
    with failing(Answer(pieces=pieces)) as server:
        talks = practice(tmp_path, model(server.url))
        attempt = talks.start("late-quotes", seed=3)
        shown = list(talks.say(attempt.id, COACH[0]))
    assert all(text.encode("utf-8") for text in shown)
    said = talks.repository.get(attempt.id).conversation.turns[2]
    assert (said.voice, said.text) == ("openai:local", kept)
    assert shown[-1] == kept


def test_a_transcript_with_half_a_character_can_be_scored_and_printed(tmp_path: Path) -> None:
    rows = [{"speaker": "Manager \ud83d", "text": "How \ud83d are you? \ud83d\ude00"}, {"speaker": "Dana", "text": "Fine \udc00."}]
    path = tmp_path / "talk.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    talk = read(path, manager=["Manager \ufffd"]).talk
    assert [turn.text for turn in talk] == ["How \ufffd are you? 😀", "Fine \ufffd."]
