"""One browser and one server for all tests of the page."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.patience import MILLISECONDS
from tests.ui.browser import FLAGS, MISSING, find_chromium
from tests.ui.in_browser.visit import Visit
from tests.ui.server import Served, serve

Open = Callable[..., Visit]
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    path = find_chromium()
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    expect.set_options(timeout=MILLISECONDS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def folder(made_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes data folders as they are after a first start."""

    def make() -> Path:
        return Path(shutil.copytree(made_index, tmp_path_factory.mktemp("page") / "data"))

    return make


@pytest.fixture(scope="session")
def served(folder: Callable[[], Path]) -> Iterator[Served]:
    """The page, with a database and an index of its own."""
    with serve(folder()) as page:
        yield page


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Callable[[int, int, Scheme], BrowserContext]:
    """One browser profile a screen, so that the page's files are fetched once; every window is a visitor of its own all the same."""

    @cache
    def profile(width: int, height: int, scheme: Scheme) -> BrowserContext:
        return browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)

    return profile


@pytest.fixture
def visit(contexts: Callable[[int, int, Scheme], BrowserContext], served: Served) -> Iterator[Open]:
    """Opens the page as a new visitor: `visit(width=390, height=844, scheme="dark")`."""
    pages = []

    def start(*, width: int = 1280, height: int = 800, scheme: Scheme = "light", url: str = "") -> Visit:
        pages.append(contexts(width, height, scheme).new_page())
        return Visit(pages[-1], url or served.url)

    yield start
    for page in pages:
        page.close()


@pytest.fixture(scope="session")
def finished(contexts: Callable[[int, int, Scheme], BrowserContext], served: Served) -> str:
    """The address of a debrief: a talk of three turns, played to its end."""
    visit = Visit(contexts(1280, 800, "light").new_page(), served.url)
    visit.start_a_talk()
    for words in TALK[1:]:
        visit.say(words)
    visit.finish()
    address = visit.page.url
    visit.page.close()
    return address


TALK = (
    "Thanks for making time. What is going on with the forecast this month?",
    "So the last week is where it falls apart. How does a date get into the sheet in the first place?",
    "You should call every buyer by Friday. Trust me, it works. Have you tried their finance people?",
    "Sounds like there is more to it. What would help you most? What could you try first?",
)


@pytest.fixture
def data_dir(indexed: Path) -> Path:
    """A data folder for a server of one's own."""
    return indexed
