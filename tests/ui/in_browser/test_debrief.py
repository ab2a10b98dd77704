"""The debrief: a guess before it, and codes that are put right in it."""

import re

from playwright.sync_api import Locator, expect

from tests.talks import FIVE
from tests.ui.in_browser.conftest import Open


def test_a_guess_is_asked_for_and_shown_beside_the_figures(visit: Open) -> None:
    manager = visit()
    manager.start_a_talk()
    for words in [*FIVE, *FIVE[:3]]:
        manager.say(words)
    manager.say("And? What else? What for?")
    answers = manager.page.locator(".balance, .nudge")
    expect(answers).to_have_count(2)
    manager.button("End the talk").click()
    expect(manager.page.get_by_text("Guess first.")).to_be_visible()
    expect(answers).to_have_count(0)
    manager.page.keyboard.press("Escape")
    expect(answers).to_have_count(2)
    manager.settle()
    manager.button("End the talk").click()
    manager.button("Show me the debrief").click()
    manager.page.get_by_text("The talk, move by move").wait_for()
    manager.settle()
    gap = manager.page.get_by_text(re.compile(r"You guessed that 50\s% .* You gave the talk 50;"))
    expect(gap).to_be_visible()
    for later in ("One thing to do next", "The talk, move by move", "asked and listened"):
        assert _top(gap) < _top(manager.page.get_by_text(later, exact=True))
    manager.page.get_by_text("Every number, and where it comes from").click()
    expect(manager.page.get_by_text(re.compile("50 % guessed"))).to_be_visible()


def _top(part: Locator) -> float:
    """How far down the page something begins, in pixels."""
    box = part.bounding_box()
    assert box is not None
    return box["y"]
