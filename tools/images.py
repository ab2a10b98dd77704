"""The pictures of the page in docs/images, taken of a talk played in a real browser: `python -m tools.images`. It needs Chromium."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from simulator.settings import PROJECT
from tests.ui.browser import FLAGS, MISSING, find_chromium
from tests.ui.in_browser.conftest import TALK
from tests.ui.in_browser.visit import Visit
from tests.ui.server import serve

FOLDER = PROJECT / "docs" / "images"


def main() -> int:
    """Play the talk and take its pictures: while it goes on, its debrief, a cell of the strip and a number, opened."""
    path = find_chromium()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as served, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        manager = Visit(chromium.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light"), served.url)
        manager.start_a_talk()
        for words in TALK[:-1]:
            manager.say(words)
        _take(manager, "practice")
        manager.say(TALK[-1])
        manager.finish()
        _take(manager, "debrief")
        manager.button("Tell in turn").click()
        manager.page.get_by_text("The talk, move by move").evaluate("it => it.scrollIntoView({ block: 'start' })")
        _take(manager, "debrief-code")
        manager.page.keyboard.press("Escape")
        manager.page.get_by_text("Every number, and where it comes from").click()
        number = manager.page.locator("[class*='st-key-measure-'] summary").first
        number.click()
        number.evaluate("it => it.scrollIntoView({ block: 'start' })")
        _take(manager, "debrief-number")
        chromium.close()
    return 0


def _take(manager: Visit, name: str) -> None:
    manager.settle()
    manager.page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
