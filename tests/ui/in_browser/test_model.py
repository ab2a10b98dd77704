"""A language model plays the rep in the page: its words come as they are made, and who spoke is named."""

from pathlib import Path

from playwright.sync_api import expect

from tests.failing_llm import Answer, failing
from tests.patience import SECONDS
from tests.ui.in_browser.conftest import Open
from tests.ui.server import serve


def test_a_real_model_is_named_where_it_spoke(visit: Open, data_dir: Path, model_url: str) -> None:
    with serve(data_dir, REP_MODEL="openai:local", OPENAI_BASE_URL=model_url, MODEL_TIMEOUT=str(SECONDS)) as served:
        manager = visit(url=served.url)
        manager.start_a_talk()
        manager.say("How do you put the number together on a Monday?")
        expect(manager.turns.nth(2)).to_contain_text("openai:local")


def test_a_turn_that_the_script_took_says_why_and_the_talk_goes_on(visit: Open, data_dir: Path) -> None:
    cut = Answer(pieces=("Well, I was about to ", "say that"), ends="cut")
    good = Answer(pieces=("Better now, ", "I can hear you."))
    with failing(Answer(status=401), cut, good) as model, serve(data_dir, REP_MODEL="openai:local", OPENAI_BASE_URL=model.url) as served:
        manager = visit(url=served.url)
        manager.start_a_talk()
        manager.say("How was the week?")
        expect(manager.turns.nth(2)).to_contain_text("does not accept the key")
        expect(manager.turns.nth(2)).to_contain_text("scripted")
        manager.say("What slowed you down?")
        expect(manager.turns.nth(4)).to_contain_text("stopped in the middle")
        expect(manager.turns.nth(4)).not_to_contain_text("Well, I was about to")
        manager.say("Can you hear me?")
        expect(manager.turns.nth(6)).to_contain_text("Better now, I can hear you.")
        expect(manager.turns.nth(6)).to_contain_text("openai:local")
