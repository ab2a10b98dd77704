"""Every form of `forms.py` is the same talk; what stands around it is nobody's, and who was counted as whom is told."""

from pathlib import Path

import pytest

from simulator.conversation import Speaker
from simulator.errors import TranscriptError
from simulator.transcripts import read
from simulator.transcripts.reading import FORMS as ENDINGS
from tests.transcripts.forms import FORMS, Form
from tests.transcripts.talk import KIM, TALK


@pytest.mark.parametrize("form", FORMS, ids=[f"{form.tool}{form.ending}" for form in FORMS])
def test_the_talk_is_read_as_it_was_held(form: Form, tmp_path: Path) -> None:
    path = tmp_path / f"talk{form.ending}"
    path.write_bytes(form.content)
    found = read(path, manager=[form.manager])
    assert [(turn.speaker is Speaker.MANAGER, turn.text) for turn in found.talk] == [(one[0] == KIM, one[3]) for one in TALK]
    assert found.nobodys == 0
    assert [(voice.side, voice.turns) for voice in found.parties] == [(Speaker.MANAGER, 4), (Speaker.REP, 4)]
    assert found.notes == ()
    if form.timed:
        timed = [(turn.timing.start, turn.timing.end) for turn in found.talk if turn.timing]
        late = timed[0][0] - TALK[0][1] if form.tool == "Read.ai" else 0  # it tells the time of day
        assert timed == [pytest.approx((one[1] + late, one[2] + late), abs=0.05) for one in TALK]
    else:
        assert all(turn.timing is None for turn in found.talk)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_says_its_encoding_by_its_first_bytes(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes("Jürgen: Grüße, wie war es?\nSeán: Gut, danke.\n".encode(encoding))
    assert read(path, manager=["jürgen"]).talk.turns[0].text == "Grüße, wie war es?"


def test_an_encoding_that_had_to_be_guessed_is_said(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes("Jürgen: Grüße, wie war es für dich?\nMüller: Gut, danke, nur müde.\n".encode("cp1252"))
    found = read(path, manager=["Jürgen"])
    assert found.talk.turns[0].text == "Grüße, wie war es für dich?"
    assert "read as cp1252" in found.notes[0]


def test_a_word_document_that_is_none_and_a_bomb_are_refused(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "talk.docx"
    path.write_bytes(b"no zip at all")
    with pytest.raises(TranscriptError, match="cannot be read as a Word document"):
        read(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"0" * 60_000_000)
    with pytest.raises(TranscriptError, match="unpacks to more than 50 MB"):
        read(path)


def test_every_ending_has_a_form() -> None:
    assert {form.ending for form in FORMS} | {".text"} == set(ENDINGS)
