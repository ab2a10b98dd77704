"""Labellers measured against people."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from simulator.codes import Code
from simulator.errors import TranscriptError
from simulator.evaluation.labelling.benchmark import MOVES, agreement, kappa, plain, read, run
from simulator.evaluation.labelling.labeller import TurnByTurn
from simulator.evaluation.labelling.trained import built_in
from simulator.pictures import confusion, reliability

ROWS = [
    {"text": "What happened?", "context": "It slipped.", "code": "open_question"},
    {"text": "Send it today.", "code": "instruction"},
    {"text": "Mm-hm.", "context": "", "code": "acknowledgement"},
]


def written(folder: Path, rows: list[dict[str, str]]) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_kappa_is_one_for_the_same_and_nothing_for_chance() -> None:
    assert kappa("aabb", "aabb") == 1
    assert kappa("aabb", "abab") == 0
    assert kappa([1, 1, 0, 0, 0], [1, 0, 0, 0, 0]) == pytest.approx((0.8 - 0.56) / 0.44)


def test_agreement_counts_by_class() -> None:
    found = agreement([("ASK", "ASK"), ("ASK", "TELL"), ("TELL", "TELL")], MOVES)
    assert found.f1 == {"ASK": pytest.approx(2 / 3), "LISTEN": None, "TELL": pytest.approx(2 / 3), "OTHER": None}
    assert found.macro_f1 == pytest.approx(2 / 3)
    assert found.confusion == {("ASK", "ASK"): 1, ("ASK", "TELL"): 1, ("TELL", "TELL"): 1}


def test_a_labeller_is_run_over_rows_and_reported(tmp_path: Path) -> None:
    report = run(TurnByTurn(labeller=built_in()), read(written(tmp_path, ROWS)), runs=2)
    assert (report.rows, report.moves.macro_f1, report.contradicted, report.stood_in) == (3, 1.0, 0.0, 0)
    assert report.codes is not None
    assert report.codes.f1[Code.INSTRUCTION.value] == 1
    assert json.loads(json.dumps(plain(report)))["codes"]["kappa"] == 1


def test_rows_may_have_only_moves_and_selling_is_telling(tmp_path: Path) -> None:
    rows = read(written(tmp_path, [{"text": "Trust me.", "label": "SELL"}, {"text": "Why?", "label": "ASK"}]))
    assert [(row.move, row.code) for row in rows] == [("TELL", None), ("ASK", None)]
    assert run(TurnByTurn(labeller=built_in()), rows).codes is None


@pytest.mark.parametrize("row", [{"text": "a"}, {"text": "a", "code": "nonsense"}, {"label": "ASK"}, {"text": 3, "label": "ASK"}])
def test_rows_that_are_none_name_their_line(row: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="line 2"):
        read(written(tmp_path, [ROWS[0], row]))


def test_the_pictures_are_svg_with_every_figure() -> None:
    picture = ElementTree.fromstring(confusion("A & B", ["ASK", "TELL"], {("ASK", "ASK"): 7, ("ASK", "TELL"): 2}))
    assert {"7", "2", "A & B"} <= {element.text for element in picture.iter() if element.text}
    dots = ElementTree.fromstring(reliability([(0.9, 0.8, 10), (0.4, 0.5, 3)])).iter("{http://www.w3.org/2000/svg}circle")
    assert len(list(dots)) == 2
