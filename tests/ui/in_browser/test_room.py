"""The talk has the room: what is fixed under it stays small, the cursor stands in its box, and the debrief is short."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from simulator.evaluation.feedback.nudges import Nudges
from tests.ui.in_browser.conftest import Open, Scheme
from tests.ui.in_browser.visit import Visit
from tests.ui.server import Served

TELLS = ("You should call every buyer.", "Just hand over the sheet.", "Send me a plan by Friday.")
SCREENS = pytest.mark.parametrize(("width", "height", "most"), [(1280, 800, 1 / 5), (390, 844, 1 / 4)])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(scope="module")
def nudged(contexts: Callable[[int, int, Scheme], BrowserContext], served: Served) -> str:
    """The address of an open talk that calls for a nudge."""
    manager = Visit(contexts(1280, 800, "light").new_page(), served.url)
    manager.start_a_talk()
    for words in TELLS:
        manager.say(words)
    address = manager.page.url
    manager.page.close()
    return address


@SCREENS
@SCHEMES
def test_what_is_fixed_under_the_talk_leaves_it_the_room(
    visit: Open, nudged: str, width: int, height: int, most: float, scheme: Scheme
) -> None:
    manager = visit(width=width, height=height, scheme=scheme)
    manager.open(nudged)
    nudge, foot = manager.page.locator(".nudge"), manager.page.locator(".stBottom")
    expect(nudge).to_be_visible()
    expect(manager.page.locator(".balance")).to_be_visible(visible=width > 640)
    lines = {text.format(rep="Declan", count="Three") for text in Nudges.of().model_dump().values() if isinstance(text, str)}
    assert len(lines) > 5
    for line in lines:  # whatever is said there, box and all
        nudge.evaluate("(it, line) => { it.textContent = line }", line)
        assert foot.evaluate("it => it.getBoundingClientRect().height") <= most * height, line
    for name in ("Balance", "Say nothing", "End the talk"):
        expect(manager.button(name)).to_be_in_viewport(ratio=1)
    assert manager.fits()


def test_on_a_phone_the_balance_unfolds(visit: Open, nudged: str) -> None:
    manager = visit(width=390, height=844)
    manager.open(nudged)
    manager.button("Balance").click()
    unfolded = manager.page.get_by_test_id("stPopoverBody").locator(".balance")
    expect(unfolded).to_be_visible()
    expect(unfolded).to_have_attribute("aria-label", "So far: ask 0, listen 0, tell 3, sell 0")


@SCREENS
def test_after_the_start_the_cursor_stands_in_the_box_and_is_left_alone_from_then_on(
    visit: Open, width: int, height: int, most: float
) -> None:
    manager = visit(width=width, height=height)
    manager.start_a_talk()
    expect(manager.box).to_be_focused()
    manager.page.keyboard.type("What happened?")
    expect(manager.box).to_have_value("What happened?")
    manager.button("Balance").click()
    manager.page.get_by_text("Nudges", exact=True).click()
    manager.settle()
    expect(manager.box).not_to_be_focused()


@SCHEMES
def test_the_debrief_begins_with_what_to_do_and_the_strip_and_is_short(visit: Open, finished: str, scheme: Scheme) -> None:
    manager = visit(scheme=scheme)
    manager.open(finished)
    expect(manager.page.get_by_test_id("stVegaLiteChart")).to_be_visible()
    expect(manager.page.get_by_text("One thing to do next")).to_be_in_viewport()
    expect(manager.page.locator("[class*='st-key-cell-'] button").first).to_be_in_viewport(ratio=1)
    assert manager.page.locator(".stMainBlockContainer").evaluate("it => it.getBoundingClientRect().height") < 1800
