"""One browser and one server for all tests of the page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.ui.browser import FLAGS, MISSING, find_chromium
from tests.ui.in_browser.visit import Visit
from tests.ui.server import Served, serve

Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    path = find_chromium()
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page, with a database and an index of its own."""
    with serve(tmp_path_factory.mktemp("page")) as page:
        yield page


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Open]:
    """Opens the page as a new visitor: `visit(width=390, scheme="dark")`."""
    contexts = []

    def start(*, width: int = 1280, height: int = 800, scheme: str = "light", url: str = "") -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        contexts.append(context)
        return Visit(context.new_page(), url or served.url)

    yield start
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def finished(browser: Browser, served: Served) -> str:
    """The address of a debrief: a talk of four turns, played to its end."""
    context = browser.new_context()
    visit = Visit(context.new_page(), served.url)
    visit.start_a_talk("my rep's forecast slips every month")
    for words in TALK:
        visit.say(words)
    visit.finish()
    address = visit.page.url
    context.close()
    return address


TALK = (
    "Thanks for making time. What is going on with the forecast this month?",
    "So the last week is where it falls apart. How does a date get into the sheet in the first place?",
    "You should call every buyer by Friday. Trust me, it works. Have you tried their finance people?",
    "Sounds like there is more to it. What would help you most? What could you try first?",
)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """An empty data folder for a server of one's own."""
    return tmp_path
