"""The trained labeller that ships."""

import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate, groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.codes import Code
from simulator.errors import LabellerError
from simulator.evaluation.labelling.benchmark import MOVES, Row, agreement, move_of, read
from simulator.evaluation.labelling.labeller import Said
from simulator.evaluation.labelling.trained import FOLDER, TrainedLabeller, built_in
from simulator.evaluation.labelling.whole import whole
from simulator.settings import PROJECT

LABELLER = built_in()
TWO_POINTS = 0.02

PLAIN = [
    ("What's getting in the way?", "", Code.OPEN_QUESTION),
    ("How would you like to handle it?", "I don't know what to do with them.", Code.OPEN_QUESTION),
    ("Did they sign?", "", Code.CLOSED_QUESTION),
    ("When is the renewal?", "", Code.CLOSED_QUESTION),
    ("Send it by Friday.", "", Code.INSTRUCTION),
    ("I need you to log every call.", "", Code.INSTRUCTION),
    ("Don't you think you should call them?", "They went quiet.", Code.LEADING_QUESTION),
    ("Mm-hm.", "And then she left.", Code.ACKNOWLEDGEMENT),
    ("You're worn out by the re-orgs.", "It's the third re-org this year and I can't sleep.", Code.REFLECTION),
    ("The region closed at 78 %.", "", Code.INFORMATION),
    ("Can I offer a thought?", "So that's where I am.", Code.PERMISSION),
    ("It took courage to say that.", "I lied about the number.", Code.AFFIRMATION),
]


SAID = [
    *(Said(text=text, context=context, turn=number) for number, (text, context, _) in enumerate(PLAIN)),
    Said(text="okay so look you have to call them today what is holding you back I mean really " * 9, context="It slipped again.", turn=90),
    Said(text="Und was hat sie gesagt? 🙂 ¿Qué?", context="", turn=91),
]


@pytest.mark.parametrize(("text", "context", "code"), PLAIN)
def test_plain_cases_of_the_codebook(text: str, context: str, code: Code) -> None:
    assert whole(LABELLER.label(text, context=context)) is code


def test_a_turn_is_cut_where_a_new_act_begins() -> None:
    segments = LABELLER.label("I hear you. But call them today. When can you do it?", turn=4)
    assert [one.text for one in segments] == ["I hear you. ", "But call them today. ", "When can you do it?"]
    assert [one.turn for one in segments] == [4, 4, 4]


def test_without_points_a_turn_is_still_cut() -> None:
    assert len(LABELLER.label("okay you have to call them today what is holding you back", context="it slipped again")) > 1


@given(text=st.text(max_size=300), context=st.text(max_size=80))
@settings(max_examples=60)
def test_segments_of_any_text_concatenate_to_it(text: str, context: str) -> None:
    segments = LABELLER.label(text, context=context)
    assert "".join(one.text for one in segments) == text
    assert all(text[one.start : one.end] == one.text for one in segments)
    assert all(0 <= (one.confidence or 0) <= 1 for one in segments)


def test_a_very_long_turn_is_read_to_its_end() -> None:
    text = "Send it by noon today. What do you think about that? " * 60
    segments = LABELLER.label(text)
    assert "".join(one.text for one in segments) == text
    assert len(segments) > 100
    assert {one.code for one in segments} >= {Code.INSTRUCTION, Code.OPEN_QUESTION}


def test_many_turns_at_once_get_what_each_gets_alone() -> None:
    said = [Said(text=text, context=context, turn=number) for number, (text, context, _) in enumerate(PLAIN)]
    for one, segments in zip(said, LABELLER.label_many(said), strict=True):
        alone = LABELLER.label(one.text, context=one.context, turn=one.turn)
        assert [(part.text, part.code) for part in alone] == [(part.text, part.code) for part in segments]


def test_what_it_would_not_stake_much_on_is_marked() -> None:
    segments = [one for text, context, _ in PLAIN for one in LABELLER.label(text, context=context)]
    about = json.loads((FOLDER / "labeller.json").read_text(encoding="utf-8"))
    assert all(
        one.uncertain is ((one.confidence or 0) < about["uncertain_below"])
        for one in segments
        if abs((one.confidence or 0) - about["uncertain_below"]) > 0.001
    )


def test_files_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LabellerError, match="cannot be read"):
        TrainedLabeller(tmp_path)
    shutil.copytree(FOLDER, tmp_path / "model")
    with (tmp_path / "model" / "labeller.onnx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(LabellerError, match="not the one it came with"):
        TrainedLabeller(tmp_path / "model")


def test_it_is_as_good_as_its_card_says() -> None:
    card = (PROJECT / "docs" / "labeller.md").read_text(encoding="utf-8")
    moves, codes = (float(re.findall(rf"^\| {name} \| ([\d.]+) \|", card, re.MULTILINE)[0]) for name in ("moves", "14 codes"))
    pairs = [pair for turn in held_out() for pair in coded(turn)]
    assert len(pairs) > 1000
    assert agreement([(move_of(right), move_of(given)) for right, given in pairs], MOVES).macro_f1 >= moves - TWO_POINTS
    assert agreement([(right.value, given.value) for right, given in pairs], [code.value for code in Code]).macro_f1 >= codes - TWO_POINTS


def test_its_version_is_the_networks() -> None:
    assert LABELLER.version == json.loads((FOLDER / "labeller.json").read_text(encoding="utf-8"))["version"]


@given(data=st.data())
@settings(max_examples=12)
def test_the_same_words_get_the_same_code_whatever_goes_through_with_them_in_whatever_order_and_thread(data: st.DataObject) -> None:
    turns = data.draw(st.lists(st.sampled_from(SAID), min_size=1, max_size=24))
    alone = {one: LABELLER.label(one.text, context=one.context, turn=one.turn) for one in set(turns)}
    with ThreadPoolExecutor(3) as pool:
        together = [pool.submit(LABELLER.label_many, some).result() for some in (turns, turns[::-1])]
    assert together[0] == [alone[one] for one in turns] == together[1][::-1]


def test_marks_tell_what_is_asked_for() -> None:
    (when,) = LABELLER.label("When did she tell you?", context="Then she said it was over.")
    assert "answer:when" in when.marks
    (sorry,) = LABELLER.label("That was my mistake, and I'm sorry.", context="You never came.")
    assert "act:own_up" in sorry.marks


def held_out() -> list[list[Row]]:
    """The held-out segments, a list for each turn: those that follow each other and answer the same words."""
    return [list(rows) for _, rows in groupby(read(PROJECT / "training" / "corpus" / "held_out.jsonl"), key=lambda row: row.context)]


def coded(turn: list[Row]) -> list[tuple[Code, Code]]:
    """People's code and the labeller's for each segment of a turn, which is cut as people cut it."""
    starts = [0, *accumulate(len(row.text) + 1 for row in turn[:-1])]
    said = Said(text=" ".join(row.text for row in turn), context=turn[0].context)
    (given,) = LABELLER.code_spans([(said, starts)])
    return [(row.code, code) for row, (code, _, _) in zip(turn, given, strict=True) if row.code]
