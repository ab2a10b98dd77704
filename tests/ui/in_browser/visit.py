"""A visitor of the page: what a manager does, in a manager's terms."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.patience import MILLISECONDS

QUIET = """() => {
    const still = document.querySelector(".stApp[data-test-script-state='notRunning']");
    window.stillFrames = still ? (window.stillFrames ?? 0) + 1 : 0;
    return window.stillFrames > 10;
}"""
"""Whether no script has run for so many frames as the page has been drawn since: the busier the machine, the longer they take."""


class Visit:
    """One browser window on the page."""

    def __init__(self, page: Page, url: str) -> None:
        """Keep every request's address, so that a test can see where the page reaches."""
        self.page = page
        self.url = url
        self.requested: list[str] = []
        page.set_default_timeout(MILLISECONDS)
        page.on("request", lambda request: self.requested.append(request.url))

    def open(self, path: str = "/") -> None:
        """Go to a path of the page and wait until it is drawn."""
        self.page.goto(path if path.startswith("http") else self.url + path)
        self.page.locator(".stMain :is(h1, h2, h3)").first.wait_for()
        self.settle()

    def settle(self) -> None:
        """Wait until Streamlit has run its script to the end."""
        self.page.evaluate("window.stillFrames = 0")
        self.page.wait_for_function(QUIET, polling="raf")

    @property
    def box(self) -> Locator:
        """The message box."""
        return self.page.get_by_placeholder(re.compile("^Say something to"))

    @property
    def turns(self) -> Locator:
        """The turns of the talk that are shown."""
        return self.page.get_by_test_id("stChatMessage")

    def button(self, name: str) -> Locator:
        """The first button whose name begins so."""
        return self.page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first

    def search(self, words: str) -> None:
        """Say what is going on."""
        self.open()
        self.page.get_by_role("searchbox").or_(self.page.get_by_role("textbox")).first.fill(words)
        self.page.keyboard.press("Enter")
        self.page.get_by_text("The closest first").wait_for()

    def start_a_talk(self, scenario_id: str = "forecast-slips-every-month") -> None:
        """Open a brief by its address and start."""
        self.open(f"/practice?scenario={scenario_id}")
        self.button("Start the talk").click()
        self.box.wait_for()
        self.settle()

    def say(self, words: str) -> None:
        """Send a message and wait for the answer."""
        before = self.turns.count()
        self.box.fill(words)
        self.box.press("Enter")
        expect(self.turns).to_have_count(before + 2)
        self.settle()

    def finish(self) -> None:
        """End the talk and wait for the debrief."""
        self.button("End the talk").click()
        self.button("Skip the guess").click()
        self.page.get_by_text("The talk, move by move").wait_for()
        self.settle()

    def fits(self) -> bool:
        """Whether nothing makes the page scroll sideways."""
        return bool(
            self.page.evaluate(
                "[...document.querySelectorAll('html, .stMain, .stBottom')].every(part => part.scrollWidth <= part.clientWidth + 1)"
            )
        )
