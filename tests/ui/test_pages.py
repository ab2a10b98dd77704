"""What the pages say and lead to, as somebody meets them; what only a browser shows is in `in_browser`."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import streamlit as st

from simulator.app import Services
from tests.failing_llm import Answer, failing
from tests.patience import SECONDS
from tests.talks import FIVE, spoil_one_of_two
from tests.ui.seen import Seen, behind

TELLS = ["You should take some time off.", "Just hand over the Steinbach accounts.", "Send me a plan by Friday."]


@pytest.fixture(scope="module")
def services(furnished: Callable[[], Services]) -> Services:
    return furnished()


@pytest.fixture
def kept(services: Services) -> Iterator[Services]:
    """The page over one database for all of these tests."""
    with behind(services):
        yield services


@pytest.fixture
def anew(indexed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The page built from its settings, once the test has set them."""
    monkeypatch.setenv("REP_MODEL", "scripted")
    st.cache_resource.clear()
    yield indexed
    st.cache_resource.clear()


def held(kept: Services, talk: Sequence[str], scenario: str = "forecast-slips-every-month") -> Seen:
    """A visitor in front of the debrief of such a talk."""
    seen = Seen()
    seen.start_a_talk(scenario)
    for words in talk:
        seen.say(words)
    finished(kept, seen)
    return seen


def finished(kept: Services, seen: Seen) -> None:
    """End the talk that is open, as the dialog does, which opens in a browser alone."""
    kept.practice.finish(seen.talk)
    seen.open("debrief", attempt=seen.talk)


def test_saying_nothing_is_a_turn_and_the_rep_answers_it(kept: Services) -> None:
    seen = Seen()
    seen.start_a_talk("burnt-out-and-leaving")
    seen.say("How was your week?")
    seen.press("Say nothing")
    assert len(seen.turns) == 5
    assert "said nothing, and waited" in seen.turns[3]


def test_three_tells_in_a_row_bring_a_nudge_that_can_be_switched_off(kept: Services) -> None:
    seen = Seen()
    seen.start_a_talk("burnt-out-and-leaving")
    for words in TELLS:
        assert "in a row" not in seen.said
        seen.say(words)
    assert re.search(r"in a row.*\?", seen.said)
    next(one for one in seen.page.toggle if one.label == "Nudges").set_value(False)
    seen.run()
    assert "in a row" not in seen.said


def test_the_balance_can_be_hidden_and_a_short_talk_says_what_it_takes(kept: Services) -> None:
    seen = Seen()
    seen.start_a_talk()
    assert next(one for one in seen.page.button if one.label == "End the talk").disabled
    assert "So far: ask 0, listen 0, tell 0, sell 0" in seen.said
    seen.say("What is getting in the way?")
    assert "So far: ask 1, listen 0, tell 0, sell 0" in seen.said
    next(one for one in seen.page.toggle if one.label == "Show my balance").set_value(False)
    seen.run()
    assert "So far" not in seen.said
    seen.say("And what else?")
    assert "So far" not in seen.said
    finished(kept, seen)
    assert "Too short to put a number on" in seen.said
    assert seen.can("Practise again")


def test_a_talk_is_tried_again_from_a_turn_and_both_are_compared(kept: Services) -> None:
    seen = held(kept, TELLS, "burnt-out-and-leaving")
    seen.press("Tell in turn 4")
    seen.press("Try again from here")
    assert len(seen.turns) == 3
    for words in ("What does a normal day look like?", "It sounds like you have no evening left.", "What could help?"):
        seen.say(words)
    finished(kept, seen)
    assert "The two tries, side by side" in seen.said


def test_a_code_is_put_right_and_can_be_taken_back(kept: Services) -> None:
    seen = held(kept, FIVE)
    seen.press("Ask in turn 2")
    (choice,) = seen.page.selectbox
    choice.set_value(next(one for one in choice.options if one.startswith("leading question")))
    seen.run()
    assert "Your correction. The labeller had said: open question." in seen.said
    assert "You put 1 right." in seen.said
    again = Seen("debrief", attempt=seen.talk)
    again.press("Tell in turn 2")
    (choice,) = again.page.selectbox
    choice.set_value(next(one for one in choice.options if one.startswith("open question")))
    again.run()
    assert again.can("Ask in turn 2")
    assert "You put" not in again.said


def test_after_a_scored_talk_the_next_one_is_recommended_with_a_reason(kept: Services) -> None:
    seen = held(kept, [*FIVE, "What makes you put the thirtieth?", "What else?", "What will you do, and by when?"])
    seen.open("")
    assert "Next for you" in seen.said
    assert re.search("in your latest talks|latest talks leave", seen.said)


def test_the_settings_show_what_is_in_force_and_no_key(kept: Services) -> None:
    said = Seen("settings").said
    assert "TALK_TOKENS" in said
    assert "this machine alone" in said
    assert not re.search(r"sk-\w", said)


def test_a_german_talk_is_coded_and_its_debrief_says_how(kept: Services) -> None:
    seen = held(
        kept,
        ["Was ist seit der Messe passiert?", "Das klingt, als hätte dich das geärgert.", "Du musst die Liste bis Freitag abarbeiten."],
        "messekontakte-versanden",
    )
    assert "German is coded by rules alone" in seen.said
    assert seen.can("Ask in turn 2")
    assert seen.can("Tell in turn 6")


def test_open_and_finished_talks_lead_where_they_belong(kept: Services) -> None:
    done = held(kept, FIVE).talk
    seen = Seen()
    seen.start_a_talk()
    opened = seen.talk
    seen.open("history")
    seen.page.button(key=f"open-{opened}").click()
    seen.run()
    assert len(seen.turns) == 1
    seen.open("history")
    seen.page.button(key=f"open-{done}").click()
    seen.run()
    assert "The talk, move by move" in seen.said


def test_a_talk_that_is_not_there_is_said_so_once(kept: Services) -> None:
    seen = Seen("practice", attempt="0000")
    assert "That did not work" in seen.said
    seen.open("")
    seen.open("practice")
    assert "No talk is open" in seen.said


def test_a_talk_that_cannot_be_read_hides_no_other(anew: Path) -> None:
    spoil_one_of_two(anew)
    seen = Seen("history")
    assert "One talk cannot be read (a2)" in seen.said
    assert seen.can("Go on")


def test_a_broken_scenario_file_hides_no_other(anew: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "late-deals.yaml").write_text("id: late-deals\ntitle: 7\n", encoding="utf-8")
    monkeypatch.setenv("SCENARIOS_DIR", str(tmp_path))
    seen = Seen()
    assert seen.can("Talk with")
    assert "One scenario file could not be read" in seen.said
    assert "late-deals.yaml" in seen.said


def test_a_corrupt_database_is_named_and_kept(anew: Path) -> None:
    broken = b"this is no database, but somebody may still want it" * 50
    (anew / "simulator.db").write_bytes(broken)
    seen = Seen()
    assert "We cannot open just yet" in seen.said
    assert "simulator.db" in seen.said
    assert (anew / "simulator.db").read_bytes() == broken


def test_a_turn_that_the_script_took_says_why_and_the_talk_goes_on(anew: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut = Answer(pieces=("Well, I was about to ", "say that"), ends="cut")
    good = Answer(pieces=("Better now, ", "I can hear you."))
    with failing(Answer(status=401), cut, good) as model:
        for name, value in (("REP_MODEL", "openai:local"), ("OPENAI_BASE_URL", model.url), ("MODEL_TIMEOUT", str(SECONDS))):
            monkeypatch.setenv(name, value)
        seen = Seen()
        seen.start_a_talk()
        for words in ("How was the week?", "What slowed you down?", "Can you hear me?"):
            seen.say(words)
    assert "does not accept the key" in seen.turns[2]
    assert "scripted" in seen.turns[2]
    assert "stopped in the middle" in seen.turns[4]
    assert "Well, I was about to" not in seen.turns[4]
    assert "Better now, I can hear you." in seen.turns[6]
    assert "openai:local" in seen.turns[6]


def test_each_turn_of_a_talk_has_an_address_of_its_own(kept: Services) -> None:
    seen = held(kept, FIVE)
    whole = next(one for one in seen.page.expander if one.label.startswith("The whole talk"))
    assert not whole.proto.expanded
    assert f'href="?attempt={seen.talk}&amp;turn=6"' in seen.said
    seen.open("debrief", attempt=seen.talk, turn="6")
    whole = next(one for one in seen.page.expander if one.label.startswith("The whole talk"))
    assert whole.proto.expanded
    assert seen.said.count('class="words asked"') == 1
    for wrong in ("x", "-1", "9" * 12, "٣", ""):
        seen.open("debrief", attempt=seen.talk, turn=wrong)
        assert 'class="words asked"' not in seen.said
