"""The debrief: a guess before it, and codes that are put right in it."""

import re

from playwright.sync_api import Locator, expect

from tests.ui.in_browser.conftest import Open
from tests.ui.in_browser.visit import Visit

TALK = [
    "What happened with the deal?",
    "You should call them today.",
    "So the date slipped again.",
    "What could you try?",
    "Send me the list by Friday.",
]


def test_a_guess_is_asked_for_and_shown_beside_the_figures(visit: Open) -> None:
    manager = visit()
    manager.start_a_talk()
    for words in [*TALK, *TALK[:3]]:
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


def test_a_code_is_put_right_and_can_be_taken_back(visit: Open) -> None:
    manager = visit()
    manager.start_a_talk()
    for words in TALK:
        manager.say(words)
    manager.finish()
    manager.button("Ask in turn 2").click()
    manager.settle()
    _choose(manager, "leading question (tell)")
    manager.settle()
    expect(manager.page.get_by_text("Your correction. The labeller had said: open question.")).to_be_visible()
    expect(manager.page.get_by_text("You put 1 right.")).to_be_visible()
    expect(manager.button("Tell in turn 2")).to_be_visible()
    manager.page.reload()
    manager.page.get_by_text("The talk, move by move").wait_for()
    manager.settle()
    manager.button("Tell in turn 2").click()
    manager.settle()
    _choose(manager, "open question (ask)")
    manager.settle()
    expect(manager.button("Ask in turn 2")).to_be_visible()
    expect(manager.page.get_by_text("You put 1 right.")).to_have_count(0)


def _top(part: Locator) -> float:
    """How far down the page something begins, in pixels."""
    box = part.bounding_box()
    assert box is not None
    return box["y"]


def _choose(manager: Visit, code: str) -> None:
    """Choose a code in the open cell; the list shows only what fits the words typed."""
    choice = manager.page.get_by_role("combobox")
    choice.click()
    choice.fill(code)
    manager.page.get_by_role("option", name=code).click()
