"""Practising a talk: everything kept in time, and nothing lost when it is killed."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.codes import Code
from simulator.conversation import SILENCE, Speaker
from simulator.errors import AttemptError, MessageError, ScenarioError
from simulator.evaluation.corrections import Correction
from simulator.evaluation.scorecard import Estimate
from simulator.practice.attempt import Attempt
from simulator.practice.use_cases import MOST_CHARACTERS, Practice
from simulator.rep.budget import Budget
from simulator.scenario.fallback import sayable
from simulator.state import Owner, Promise
from tests.practising import COACH, SCENARIO, practice


@pytest.fixture
def scripted(tmp_path: Path) -> Practice:
    """Practice with the scripted rep."""
    return practice(tmp_path)


def test_a_whole_talk_ends_in_a_scorecard(scripted: Practice) -> None:
    attempt = scripted.start("late-quotes", player="  Kim \n Lee ", seed=3)
    for words in COACH:
        scripted.say(attempt.id, words).whole()
        if scripted.repository.get(attempt.id).state.closed:
            break
    before = scripted.repository.get(attempt.id)
    assert before.player == "Kim Lee"
    assert len(before.state.disclosed) >= 3
    assert Owner.REP in {idea.owner for idea in before.state.ideas}
    assert before.state.commitment is not None
    assert before.state.commitment.kind is Promise.OWN
    assert before.state.closed
    done = scripted.finish(attempt.id)
    assert done.scorecard is not None
    assert done.scorecard.score is not None
    assert done.scorecard.versions.scenario == "late-quotes-1"
    assert scripted.finish(attempt.id) == done


def test_a_teller_hears_nothing_below_the_surface_and_scores_lower(scripted: Practice) -> None:
    def play(lines: list[str]) -> float:
        attempt = scripted.start("late-quotes", seed=1)
        for words in lines:
            scripted.say(attempt.id, words).whole()
        card = scripted.finish(attempt.id).scorecard
        assert card is not None
        assert card.score is not None
        layers = {SCENARIO.fact(item.fact).layer.value for item in scripted.repository.get(attempt.id).state.disclosed}
        if lines is not COACH:
            assert layers <= {"surface"}
        return card.score

    told = [
        "You need to send the quotes on time.",
        "You should use the new template.",
        "Trust me, customers will love it.",
        "Let Lena check your figures.",
        "Don't you think it is time to change?",
        "Call Bexley today.",
        "I expect every quote by noon.",
        "You dropped the ball there.",
    ]
    assert play(told) + 30 < play(COACH)


def test_the_managers_turn_is_kept_before_the_rep_is_asked(scripted: Practice) -> None:
    attempt = scripted.start("late-quotes")
    scripted.say(attempt.id, "What holds the quotes up?")
    kept = scripted.repository.get(attempt.id)
    assert [turn.speaker for turn in kept.conversation] == [Speaker.REP, Speaker.MANAGER]
    with pytest.raises(AttemptError, match="not answered"):
        scripted.say(attempt.id, "Hello?")
    reply = scripted.resume(attempt.id)
    assert reply is not None
    assert reply.whole().number == 3
    assert scripted.resume(attempt.id) is None


@pytest.mark.parametrize("text", ["", "   ", "\n\t\n", "\x00\x07"])
def test_blank_messages_are_not_sent(scripted: Practice, text: str) -> None:
    attempt = scripted.start("late-quotes")
    with pytest.raises(MessageError, match="nothing to send"):
        scripted.say(attempt.id, text)
    assert len(scripted.repository.get(attempt.id).conversation) == 1


def test_a_message_too_long_is_refused_with_its_count(scripted: Practice) -> None:
    attempt = scripted.start("late-quotes")
    with pytest.raises(MessageError, match="4,001 characters"):
        scripted.say(attempt.id, "x" * (MOST_CHARACTERS + 1))
    assert len(scripted.repository.get(attempt.id).conversation) == 1
    assert scripted.say(attempt.id, "x" * MOST_CHARACTERS).whole().number == 3


def test_what_is_typed_is_kept_as_typed(scripted: Practice) -> None:
    attempt = scripted.start("late-quotes")
    typed = "<b>Ravi</b> **why** $x^2$\n\n:red[now] {{name}} $name"
    scripted.say(attempt.id, typed).whole()
    assert scripted.repository.get(attempt.id).conversation.turns[1].text == typed


def test_nothing_can_be_said_after_the_goodbye_or_the_end(scripted: Practice) -> None:
    attempt = scripted.start("late-quotes")
    scripted.say(attempt.id, "Thanks, let's leave it there for today.").whole()
    with pytest.raises(AttemptError, match="said goodbye"):
        scripted.say(attempt.id, "One more thing")
    scripted.finish(attempt.id)
    with pytest.raises(AttemptError, match="over and scored"):
        scripted.say(attempt.id, "One more thing")
    assert scripted.resume(attempt.id) is None


def test_a_talk_that_is_too_short_is_unscored_with_the_reason(scripted: Practice) -> None:
    card = scripted.finish(scripted.start("late-quotes").id).scorecard
    assert card is not None
    assert card.score is None
    assert card.unscored


def test_what_is_not_there_is_an_error(scripted: Practice) -> None:
    with pytest.raises(ScenarioError):
        scripted.start("nothing")
    with pytest.raises(AttemptError):
        scripted.say("nothing", "Hello")


@settings(max_examples=15)
@given(texts=st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
def test_any_text_in_any_language_is_answered(scripted: Practice, texts: list[str]) -> None:
    attempt = scripted.start("late-quotes", seed=5)
    for text in texts:
        try:
            assert scripted.say(attempt.id, text).whole().text in sayable(SCENARIO)
        except (MessageError, AttemptError):
            continue


CHILD = """
import sys
from pathlib import Path
from tests.practising import COACH, practice

talk = practice(Path(sys.argv[1]))
attempt = talk.start("late-quotes", seed=3)
print("id", attempt.id, flush=True)
for words in COACH[:-1]:
    reply = talk.say(attempt.id, words)
    print("shown", 2 * COACH.index(words) + 2, flush=True)
    print("shown", reply.whole().number, flush=True)
"""


def _lines(child: "subprocess.Popen[str]") -> Iterator[str]:
    assert child.stdout is not None
    yield from child.stdout


@pytest.mark.parametrize("lines", [1, 2, 3, 6, 11])
def test_a_killed_talk_goes_on_where_it_stopped(tmp_path: Path, lines: int) -> None:
    with subprocess.Popen([sys.executable, "-c", CHILD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as child:
        printed = []
        for line in _lines(child):
            printed.append(line.split())
            if len(printed) == lines:
                time.sleep(0.004 * (lines % 3))
                child.send_signal(signal.SIGKILL)
    shown = max((int(number) for word, number in printed if word == "shown"), default=1)
    talk = practice(tmp_path)
    attempt = talk.repository.get(printed[0][1])
    assert [turn.number for turn in attempt.conversation] == list(range(1, len(attempt.conversation) + 1))
    assert len(attempt.conversation) >= shown
    owed = talk.resume(attempt.id)
    if owed is not None:
        assert owed.whole().number == len(attempt.conversation) + 1
    if not talk.repository.get(attempt.id).state.closed:
        assert talk.say(attempt.id, "What else?").whole().text
    assert talk.finish(attempt.id).finished


def finished(scripted: Practice, estimate: Estimate | None = None) -> Attempt:
    """A coach's talk, ended and scored."""
    attempt = scripted.start("late-quotes", seed=3)
    for words in COACH[:9]:
        scripted.say(attempt.id, words).whole()
    return scripted.finish(attempt.id, estimate)


def test_the_same_talk_once_more_is_not_told_the_same_one_thing(scripted: Practice) -> None:
    cards = [finished(scripted).scorecard for _ in range(3)]
    said = [card.one_thing.says for card in cards if card and card.one_thing]
    assert len(said) == len(cards)
    assert all(before != after for before, after in pairwise(said))


def test_a_code_is_put_right_and_the_labellers_stays_beside_it(scripted: Practice) -> None:
    done = finished(scripted)
    assert done.scorecard is not None
    asked = next(one for one in done.scorecard.segments if one.code is Code.OPEN_QUESTION)
    right = Correction(turn=asked.turn, start=asked.start, end=asked.end, code=Code.LEADING_QUESTION)
    after = scripted.correct(done.id, right)
    assert after.scorecard is not None
    now = next(one for one in after.scorecard.segments if (one.turn, one.start) == (asked.turn, asked.start))
    assert (now.code, now.labelled) == (Code.LEADING_QUESTION, Code.OPEN_QUESTION)
    assert after.corrections == (right,)
    before, corrected = (card.measure("ask_listen_share").shown for card in (done.scorecard, after.scorecard))
    assert before != corrected
    again = scripted.rescore(done.id)
    assert again.scorecard == after.scorecard
    back = scripted.correct(done.id, replace(right, code=None))
    assert back.scorecard == done.scorecard
    assert len(scripted.repository.scorecards(done.id)) == 4


def test_only_a_stretch_of_a_finished_talk_can_be_put_right(scripted: Practice) -> None:
    running = scripted.start("late-quotes")
    with pytest.raises(AttemptError, match="still going on"):
        scripted.correct(running.id, Correction(turn=2, start=0, end=4, code=Code.ADVICE))
    with pytest.raises(AttemptError, match="still going on"):
        scripted.rescore(running.id)
    with pytest.raises(AttemptError, match="not cut that way"):
        scripted.correct(finished(scripted).id, Correction(turn=2, start=1, end=3, code=Code.ADVICE))


def test_a_guess_is_kept_and_held_against_the_figures(scripted: Practice) -> None:
    done = finished(scripted, Estimate(asked_share=0.2, score=30))
    assert done.estimate == Estimate(asked_share=0.2, score=30)
    assert done.scorecard is not None
    assert done.scorecard.score is not None
    assert done.scorecard.measure("gap_score").value == pytest.approx(30 - done.scorecard.score)
    assert scripted.rescore(done.id).scorecard == done.scorecard


def test_a_talk_can_be_tried_again_from_any_turn_and_the_first_stays(scripted: Practice) -> None:
    first = scripted.start(SCENARIO.id, seed=5, player="Kim")
    for words in COACH[:4]:
        scripted.say(first.id, words).whole()
    done = scripted.finish(first.id)
    again = scripted.branch(first.id, 6)
    assert (again.branch_of, again.branch_turn, again.player) == (first.id, 6, "Kim")
    assert again.conversation.turns == done.conversation.turns[:5]
    assert scripted.repository.get(first.id) == done
    scripted.say(again.id, COACH[2]).whole()
    told_again = scripted.repository.get(again.id)
    assert told_again.conversation.turns[6].text == done.conversation.turns[6].text
    assert told_again.state == scripted.repository.state_after(first.id, 7)
    other = scripted.branch(first.id, 6)
    scripted.say(other.id, "That's not good enough.").whole()
    assert scripted.repository.get(other.id).state.openness < told_again.state.openness
    deeper = scripted.branch(again.id, 4)
    assert (deeper.branch_of, deeper.conversation.turns) == (again.id, done.conversation.turns[:3])


@pytest.mark.parametrize("number", [0, 1, 3, 99])
def test_there_is_nothing_to_try_again_at_a_turn_that_is_not_the_managers(scripted: Practice, number: int) -> None:
    first = scripted.start(SCENARIO.id, seed=5)
    scripted.say(first.id, COACH[0]).whole()
    with pytest.raises(AttemptError, match="no turn of yours"):
        scripted.branch(first.id, number)


def test_a_silence_is_a_turn_that_counts_for_nothing_said(scripted: Practice) -> None:
    talk = scripted.start(SCENARIO.id, seed=5)
    for words in (*COACH[:3], SILENCE):
        reply = scripted.say(talk.id, words).whole()
    assert reply.text
    card = scripted.finish(talk.id).scorecard
    assert card is not None
    assert not any(one.words for one in card.segments if one.turn == 8)


def test_a_talk_out_of_time_ends_with_a_goodbye(tmp_path: Path) -> None:
    clock = iter(range(0, 100_000, 300))
    ready = replace(
        practice(tmp_path, budget=Budget(minutes=30)), now=lambda: datetime(2026, 1, 5, tzinfo=UTC) + timedelta(seconds=next(clock))
    )
    talk = ready.start(SCENARIO.id, seed=5)
    for words in COACH:
        if ready.repository.get(talk.id).state.closed:
            break
        last = ready.say(talk.id, words).whole()
    assert ready.repository.get(talk.id).state.closed
    assert last.text in (*SCENARIO.closings.warm, *SCENARIO.closings.cool)
