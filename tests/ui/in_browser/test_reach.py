"""For everyone: keyboard only, on a phone, on a light and on a dark page."""

import pytest
from playwright.sync_api import expect

from simulator.ui.moves import contrast
from tests.ui.in_browser.conftest import TALK, Open
from tests.ui.in_browser.visit import Visit

_MOST_TABS = 60


def _tab_to(manager: Visit, name: str) -> None:
    """Press Tab until the focus is on a control whose name or placeholder begins so."""
    focus = "(it => it.matches('button, input, textarea') ? it.placeholder || it.innerText || '' : '')(document.activeElement)"
    for _ in range(_MOST_TABS):
        manager.page.keyboard.press("Tab")
        if str(manager.page.evaluate(focus)).strip().startswith(name):
            return
    raise AssertionError(f"Tab does not lead to {name!r}")


def test_a_talk_with_the_keyboard_alone(visit: Open) -> None:
    manager = visit()
    manager.open()
    keys = manager.page.keyboard
    _tab_to(manager, "Her forecast")
    keys.type("the forecast slips")
    keys.press("Enter")
    manager.page.get_by_text("The closest first").wait_for()
    manager.settle()
    _tab_to(manager, "Talk with")
    keys.press("Enter")
    manager.button("Start the talk").wait_for()
    manager.settle()
    _tab_to(manager, "Start the talk")
    keys.press("Enter")
    manager.box.wait_for()
    for number, words in enumerate(TALK[:3], start=1):
        expect(manager.box).to_be_enabled()
        expect(manager.box).to_be_focused()
        keys.type(words)
        expect(manager.box).to_have_value(words)
        keys.press("Enter")
        expect(manager.turns).to_have_count(2 * number + 1)
        manager.settle()
    _tab_to(manager, "End the talk")
    keys.press("Enter")
    manager.button("Skip the guess").wait_for()
    manager.settle()
    _tab_to(manager, "Skip the guess")
    keys.press("Enter")
    manager.page.get_by_text("The talk, move by move").wait_for()
    manager.settle()
    _tab_to(manager, "Ask in turn")
    keys.press("Enter")
    expect(manager.page.locator(".stretch.chosen")).to_have_count(1)


def test_every_page_fits_a_phone(visit: Open, finished: str) -> None:
    manager = visit(width=390, height=844, scheme="dark")
    for path in ("/", "/history", finished):
        manager.open(path)
        assert manager.fits(), path
    manager.button("Practise again").click()
    manager.button("Start the talk").wait_for()
    manager.settle()
    assert manager.fits()
    manager.button("Start the talk").click()
    manager.box.wait_for()
    manager.say("x" * 300)
    assert manager.fits()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_letters_of_the_strip_can_be_read(visit: Open, finished: str, scheme: str) -> None:
    manager = visit(scheme=scheme)
    manager.open(finished)
    page_colour = manager.page.locator(".stApp").evaluate("app => getComputedStyle(app).backgroundColor")
    assert page_colour == {"light": "rgb(251, 248, 242)", "dark": "rgb(29, 27, 25)"}[scheme]
    cells = manager.page.locator("[class*='st-key-cell-'] button")
    cells.nth(7).wait_for()
    for cell in cells.all():
        ground, ink = cell.evaluate("it => [getComputedStyle(it).backgroundColor, getComputedStyle(it.querySelector('p')).color]")
        assert contrast(_hex(ground), _hex(ink)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_button_of_a_dialog_can_be_read(visit: Open, finished: str, scheme: str) -> None:
    manager = visit(scheme=scheme)
    manager.open(finished)
    manager.button("Delete this talk").click()
    sure = manager.page.get_by_role("dialog").get_by_role("button", name="Delete it")
    sure.wait_for()
    manager.settle()
    ground, ink = sure.evaluate("it => [getComputedStyle(it).backgroundColor, getComputedStyle(it.querySelector('p')).color]")
    assert contrast(_hex(ground), _hex(ink)) >= 4.5


def _hex(colour: str) -> str:
    if colour.startswith("color(srgb"):  # a mixed colour, its parts from 0 to 1
        red, green, blue = (round(255 * float(part)) for part in colour.removeprefix("color(srgb ").rstrip(")").split()[:3])
    else:
        red, green, blue = (int(part) for part in colour.removeprefix("rgb(").rstrip(")").split(",")[:3])
    return f"#{red:02x}{green:02x}{blue:02x}"
