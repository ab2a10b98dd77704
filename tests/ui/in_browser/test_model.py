"""A language model plays the rep in the page: its words come as they are made, and who spoke is named."""

from pathlib import Path

from playwright.sync_api import expect

from tests.patience import SECONDS
from tests.ui.in_browser.conftest import Open
from tests.ui.server import serve


def test_a_real_model_is_named_where_it_spoke(visit: Open, data_dir: Path, model_url: str) -> None:
    with serve(data_dir, REP_MODEL="openai:local", OPENAI_BASE_URL=model_url, MODEL_TIMEOUT=str(SECONDS)) as served:
        manager = visit(url=served.url)
        manager.start_a_talk()
        manager.say("How do you put the number together on a Monday?")
        expect(manager.turns.nth(2)).to_contain_text("openai:local")
