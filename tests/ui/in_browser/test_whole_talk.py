"""A manager practises in a real browser, from the search to the debrief."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from simulator.conversation import Speaker, Turn
from simulator.store.repository import SqlRepository
from tests.ui.in_browser.conftest import TALK, Open
from tests.ui.server import Served


def test_a_whole_talk_from_search_to_debrief(visit: Open) -> None:
    manager = visit()
    manager.search("the forecast of my rep slips every month")
    expect(manager.page.get_by_text("Close to what you said").first).to_be_visible()
    manager.button("Talk with").click()
    expect(manager.page.get_by_text("What a good outcome looks like")).to_be_visible()
    manager.button("Start the talk").click()
    expect(manager.turns).to_have_count(1)

    for number, words in enumerate(TALK, start=1):
        manager.say(words)
        expect(manager.turns.nth(2 * number - 1)).to_contain_text(words)
        expect(manager.turns.nth(2 * number)).to_contain_text("scripted")
    shown = manager.turns.all_inner_texts()

    manager.open(manager.page.url)
    expect(manager.turns).to_have_count(len(shown))
    assert manager.turns.all_inner_texts() == shown

    manager.finish()
    expect(manager.page.get_by_text("asked and listened", exact=True)).to_be_visible()
    expect(manager.page.get_by_test_id("stVegaLiteChart")).to_be_visible()
    manager.button("Tell in turn 6").click()
    expect(manager.page.locator(".stretch.chosen")).to_have_count(1)
    expect(manager.page.locator(".words", has=manager.page.locator(".stretch.chosen"))).to_contain_text(
        "You should call every buyer by Friday"
    )

    beyond = {urlsplit(address).hostname for address in manager.requested if not address.startswith(("data:", "blob:"))} - {"127.0.0.1"}
    assert not beyond


def test_an_answer_that_an_interruption_cut_off_comes_after_a_refresh(visit: Open, served: Served) -> None:
    manager = visit()
    manager.start_a_talk()
    attempt_id = parse_qs(urlsplit(manager.page.url).query)["attempt"][0]
    asked = Turn(number=2, speaker=Speaker.MANAGER, text="What happened?", said_at=datetime.now(UTC))
    SqlRepository(f"sqlite:///{served.data_dir / 'simulator.db'}").add_turn(attempt_id, asked)
    manager.page.reload()
    expect(manager.turns).to_have_count(3)
    expect(manager.turns.nth(2)).to_contain_text("scripted")


def test_a_note_that_was_missed_opens_on_its_own(visit: Open, finished: str) -> None:
    manager = visit()
    manager.open(finished)
    manager.page.get_by_text("What Declan knew", exact=True).click()
    notes = manager.page.locator("[class*='st-key-missed-']")
    opener = manager.page.get_by_text("This might have opened it:")
    assert notes.count() > 1
    expect(opener.first).not_to_be_visible()
    notes.first.locator("summary").click()
    expect(opener.first).to_be_visible()
    expect(opener.nth(1)).not_to_be_visible()
