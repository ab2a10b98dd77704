"""Halves round up wherever a number is shown, and what is put together from parts reads right."""

import ast
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import make_url

from simulator.cli.doctor import _database
from simulator.codes import Code
from simulator.conversation import Conversation, Segment, Speaker, Turn
from simulator.errors import CatalogueIndexError, StoreError, TranscriptError
from simulator.evaluation.case import Case
from simulator.evaluation.criteria.levels import CRITERIA
from simulator.evaluation.feedback.nudges import nudge
from simulator.evaluation.labelling.model_labeller import _note
from simulator.evaluation.scorecard import Estimate, Quote, Scorecard, Versions
from simulator.evaluation.scoring import score
from simulator.library.errors import mapped as index_mapped
from simulator.llm.errors import mapped as llm_mapped
from simulator.numbers import count_of, ended, nearest, percent, rounded, there_are
from simulator.practice.attempt import Listed, Summary
from simulator.practice.recommending import recommend
from simulator.rep.budget import BREAK, talked
from simulator.scenario.model import Scenario, Stance
from simulator.settings import PROJECT
from simulator.settings import load as load_settings
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState
from simulator.store import looking
from simulator.store.errors import mapped
from simulator.transcripts import tables
from tests.evaluation.talks import VERSIONS, case
from tests.scenarios_for_tests import make_scenario

NOT_FOR_PEOPLE = {
    "numbers.py",
    "pictures.py",
    "rep/temper.py",
    "evaluation/labelling/benchmark.py",
    "evaluation/labelling/trained.py",
    "cli/rehearsal.py",
}
"""Where numbers are rounded to be kept, compared, read by a program or drawn."""


@given(st.integers(-10_000, 10_000), st.integers(0, 3))
def test_halves_round_up(whole: int, places: int) -> None:
    half = float(Fraction(2 * whole + 1, 2) / 10**places)
    shown = Decimal(rounded(half, places))
    assert abs(shown) == (abs(2 * whole + 1) + 1) // 2 * Decimal(1).scaleb(-places)
    assert rounded(half, places) != "-0"


@given(st.integers(0, 2_000), st.integers(1, 2_000))
def test_a_share_is_shown_as_the_fraction_it_is(part: int, more: int) -> None:
    exact = Fraction(100 * part, part + more)
    assert percent(part / (part + more)) == f"{(2 * exact + 1) // 2} %"
    assert nearest(float(exact)) == (2 * exact + 1) // 2


def test_the_same_score_is_the_same_everywhere() -> None:
    assert [rounded(value) for value in (82.5, 81.5, 82.49, 0.5, -0.2)] == ["83", "82", "82", "1", "0"]


def test_no_other_place_rounds_for_people() -> None:
    found = []
    for path in (PROJECT / "simulator").rglob("*.py"):
        name = path.relative_to(PROJECT / "simulator").as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if name not in NOT_FOR_PEOPLE else ():
            spec = ast.unparse(node.format_spec) if isinstance(node, ast.FormattedValue) and node.format_spec else ""
            called = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "round"
            if called or re.search(r"\.\d+[f%]", spec):
                found.append(f"{name}: {ast.unparse(node)}")
    assert found == ["cli/benchmark.py: {report.rows_a_second:,.0f}"] or found == []


WRONG = (
    r"\.\.(?!\.)|(?<=\w)\s[.,;!?](?!\.)|  |[!?…]\.|,\.|;\.",  # ends and white space
    r"\b1 (?!of\b|is\b|needs\b|was\b|has\b|less\b)[a-z]+s\b",  # one is not many
    r"\b(?:[02-9]|\d\d+) (?:turn|word|fact|idea|question|reply|minute|second|stretch|call|character|time)\b",
    r"\ba (?=[aeio])|\ban (?![aeiouh\d])",
    r"(?<!\bvs)(?<!e\.g)[.!?] [a-z]",
    r"\bthere are 1\b|\bNone\b(?! is| of)|[{}]",
)


def right(text: str) -> str:
    """What is wrong with how a text reads; empty where nothing is."""
    return next((f"{found.group()!r} in {text!r}" for wrong in WRONG if (found := re.search(wrong, text))), "")


@pytest.mark.parametrize(
    "text", ["It is so..", "So .", "1 minutes", "2 minute", "a idea", "Yes. no", "there are 1", "So!.", "two  blanks", "{x}"]
)
def test_what_reads_wrong_is_seen(text: str) -> None:
    assert right(text)


def said(value: object) -> Iterator[str]:
    """Every text of a scorecard in words of our own: no quotations, ids, versions or words of the talk and the scenario."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from said(one)
    elif is_dataclass(value) and not isinstance(value, (Quote, Segment, Versions, Commitment)):
        for field in fields(value):
            if field.name not in ("id", "unit", "summary", "opener", "code", "facts", "ideas"):
                yield from said(getattr(value, field.name))


WORDS = st.sampled_from(
    [
        "What happened then?",
        "You should call them by Friday.",
        "I see.",
        "It costs 3.5 pages.",
        "Well …",
        "You are worn out!",
        "So what? Do it.",
        "Ok",
    ]
)
REPLIES = st.sampled_from(
    [
        "I'll call her on Friday!",
        "Fine",
        "I am tired of it…",
        "Let me start tomorrow, e.g. with Lena.",
        "I will send 3.5 pages by noon.",
        "No. Why?",
    ]
)
STRETCHES = st.lists(st.tuples(WORDS, st.sampled_from(list(Code))), min_size=1, max_size=4)
TURNS = st.lists(st.tuples(REPLIES, STRETCHES), max_size=9)
WHEN = st.sampled_from(["", "Thursday", "by Friday.", "next week …"])


@st.composite
def cases(draw: st.DrawFn) -> Case:
    turns = [part for rep, own in draw(TURNS) for part in (rep, own)]
    scenario: Scenario | None = draw(st.sampled_from([None, *(make_scenario(stance=stance.value) for stance in Stance)]))
    if scenario is None:
        return case(*turns, "I will do it on Friday.")
    many = draw(st.integers(0, len(scenario.facts)))
    promise = st.builds(
        Commitment, kind=st.sampled_from(Promise), turn=st.just(3), what=st.sampled_from(["Call Lena.", "Call Lena"]), when=WHEN
    )
    state = RepState(
        openness=0.5,
        turns=len(turns) // 2,
        disclosed=tuple(Disclosure(fact=fact.id, turn=3, how=How.ELICITED) for fact in scenario.facts[:many]),
        ideas=tuple(IdeaOnTable(idea="", owner=owner, turn=3) for owner in draw(st.lists(st.sampled_from(Owner), max_size=3))),
        commitment=draw(st.none() | promise),
    )
    return case(*turns, "I will do it on Friday.", scenario=scenario, state=state)


@settings(max_examples=150)
@given(cases(), st.none() | st.builds(Estimate, asked_share=st.floats(0, 1), score=st.floats(0, 100)))
def test_every_sentence_of_a_scorecard_reads_right(talk: Case, estimate: Estimate | None) -> None:
    card: Scorecard = score(talk.talk, talk.segments, versions=VERSIONS, scenario=talk.scenario, state=talk.state, estimate=estimate)
    texts = [*said(card), nudge(talk, rep="Ravi")]
    assert [wrong for text in texts if (wrong := right(text))] == []


@given(st.integers(1, 50), st.integers(0, 50), st.sampled_from(["", "It did not answer."]))
def test_the_note_of_a_judge_reads_right(every: int, missing: int, failure: str) -> None:
    assert right(_note(every, min(every, missing), [failure] if failure else [], "openai:local")) == ""


@given(st.lists(st.dictionaries(st.sampled_from(CRITERIA), st.integers(0, 4)), min_size=1, max_size=3), st.floats(0, 100))
def test_a_recommendation_reads_right(levels: list[dict[str, int]], value: float) -> None:
    latest = [Summary(scenario_id="late-quotes", score=value, levels=one) for one in levels]
    found = recommend([make_scenario(id="another", stance=stance.value) for stance in Stance], latest, {"late-quotes"})
    assert found is None or right(found.why) == ""


DRIVERS = st.sampled_from(["disk I/O error", "no such table: turns.", "boom!", "connection refused\n\tIs the server running?", "…", ""])
INDEX = [OSError(5, "Input/output error."), MemoryError(), ValueError("a bad file.")]


@given(DRIVERS, st.sampled_from(["sqlite:////tmp/x.db", "postgresql+psycopg://a@localhost/x"]))
def test_what_a_driver_says_reads_right_within_brackets(words: str, url: str) -> None:
    with pytest.raises(StoreError) as told, mapped(make_url(url)):
        raise sqlite3.OperationalError(words)
    assert right(str(told.value)) == ""


@pytest.mark.parametrize("server", [True, False])
@pytest.mark.parametrize("error", INDEX, ids=repr)
def test_what_the_index_says_reads_right_within_brackets(error: Exception, server: bool) -> None:
    with (
        pytest.raises(CatalogueIndexError) as told,
        index_mapped("http://localhost:8000" if server else "index", server=server, opening=True),
    ):
        raise error
    assert right(str(told.value)) == ""


@pytest.mark.parametrize("timeout", [0.5, 1, 1.0, 2, 60.0])
def test_how_long_a_model_was_silent_reads_right(timeout: float) -> None:
    assert right(str(llm_mapped(TimeoutError(), "openai:local", timeout))) == ""


def test_a_row_that_is_no_csv_reads_right() -> None:
    with pytest.raises(TranscriptError) as told:
        tables.utterances('speaker,text\nA,"x"y', "talk.csv")
    assert right(str(told.value)) == ""


@pytest.mark.parametrize("many", [0, 1, 2])
def test_what_cannot_be_read_reads_right(many: int) -> None:
    assert right(Listed(attempts=(), unreadable=tuple(f"a{number}" for number in range(many))).missing) == ""


@pytest.mark.parametrize("talks", [0, 1, 2, 1200])
def test_what_the_doctor_counts_reads_right(talks: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "look", lambda _: looking.Seen(made=True, older=True, talks=talks, spoiled=0))
    assert right(_database(load_settings())) == ""


@given(st.integers(0, 3_000))
def test_counts_and_ends(number: int) -> None:
    assert right(f"It took {count_of(number, 'minute')}, and {there_are(number)}.") == ""
    for words in ("So it is", "So it is.", "So it is …", "Is it?", "“It is.”", "It is!  "):
        assert right(ended(words)) == ""
        assert ended(ended(words)) == ended(words)


@given(st.lists(st.integers(1, BREAK), max_size=8), st.lists(st.integers(1, BREAK), max_size=8), st.integers(BREAK + 1, 10**7))
def test_a_second_try_takes_its_own_time_and_not_the_time_since_the_first(before: list[int], after: list[int], since: int) -> None:
    at, turns = datetime(2026, 1, 5, tzinfo=UTC), []
    for number, gap in enumerate([0, *before, since, *after], start=1):
        at += timedelta(seconds=gap)
        turns.append(Turn(number=number, speaker=Speaker.REP if number % 2 else Speaker.MANAGER, text="So.", said_at=at))
    assert talked(Conversation(turns=tuple(turns))) == sum(before) + sum(after)
