"""Everything of mine: one ZIP that says all that is kept, to a person and to a program."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

from simulator.evaluation.review import Comment, Review
from simulator.export import everything
from simulator.export.records import tables
from simulator.people.person import Goal, Person, Role
from simulator.practice.owned import OwnedTalks
from tests.practising import COACH, SCENARIO, practice
from tests.talks import NOON, attempt, scorecard, turn

ANN = Person(
    id="a" * 32,
    name='=Ann "A"',
    roles=frozenset({Role.MANAGER, Role.TRAINER}),
    issuer="https://i",
    subject="42",
    goal=Goal(measure="asked_told", at_least=2.0),
)


def test_all_that_is_kept_of_a_person_is_in_it_and_nothing_else(tmp_path: Path) -> None:
    base = practice(tmp_path)
    ready = replace(base, who=ANN, repository=OwnedTalks(base.repository, ANN))
    done, opened = ready.start(SCENARIO.id, seed=1), ready.start(SCENARIO.id, seed=2)
    other = replace(base, who=Person(id="b" * 32)).start(SCENARIO.id, seed=3)
    for words in COACH[:4]:
        ready.say(done.id, words).whole()
    ready.finish(done.id)
    packed = zipfile.ZipFile(io.BytesIO(everything(ready.repository.each(lambda _: None), ANN)))
    assert packed.testzip() is None
    assert set(packed.namelist()) == {f"{table.name}.csv" for table in tables([])} | {
        "person.json",
        "talks.txt",
        "talks.jsonl",
        "reviews.jsonl",
    }
    told = {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}
    assert json.loads(told["person.json"]) == {
        "id": ANN.id,
        "name": ANN.name,
        "roles": ["manager", "trainer"],
        "issuer": "https://i",
        "subject": "42",
        "goal": {"measure": "asked_told", "at_least": 2.0},
    }
    talks = {one["id"]: one for one in map(json.loads, told["talks.jsonl"].splitlines())}
    assert set(talks) == {done.id, opened.id} == {row["attempt"] for row in csv.DictReader(io.StringIO(told["attempts.csv"]))}
    kept = base.repository.get(done.id)
    assert [turn["text"] for turn in talks[done.id]["conversation"]["turns"]] == [turn.text for turn in kept.conversation]
    assert kept.scorecard is not None
    assert talks[done.id]["scorecard"]["score"] == kept.scorecard.score
    for one in kept.conversation:
        assert one.text in told["talks.txt"]
    assert other.id not in "".join(told.values())


def test_what_others_said_of_ones_talks_and_what_one_said_of_theirs_is_in_it() -> None:
    said = replace(Review(by="f" * 32).with_comment(Comment(turn=2, start=0, end=5, text="Kumquat.")), signed_at=NOON)
    mine = attempt("a1", turn(1), turn(2), finished_at=NOON, scorecard=scorecard(), reviews=(said,))
    theirs = Review(by=ANN.id).with_comment(Comment(turn=4, start=0, end=5, text="Persimmon."))
    packed = zipfile.ZipFile(io.BytesIO(everything([mine], ANN, written=[("b1", theirs)])))
    (talk,) = map(json.loads, packed.read("talks.jsonl").decode().splitlines())
    assert talk["reviews"][0]["comments"][0]["text"] == "Kumquat."
    assert "Kumquat." in packed.read("comments.csv").decode("utf-8-sig")
    (written,) = map(json.loads, packed.read("reviews.jsonl").decode().splitlines())
    assert (written["attempt"], written["comments"][0]["text"], written["signed_at"]) == ("b1", "Persimmon.", None)


def test_what_the_rep_kept_to_themselves_is_not_in_it(tmp_path: Path) -> None:
    ready = practice(tmp_path)
    ready.start(SCENARIO.id, seed=1)
    packed = zipfile.ZipFile(io.BytesIO(everything(ready.repository.each(lambda _: None), ANN)))
    said = "".join(packed.read(name).decode("utf-8-sig") for name in packed.namelist())
    for fact in SCENARIO.facts:
        assert fact.summary not in said
        assert not any(line in said for line in fact.lines)
    assert '"state"' not in said
