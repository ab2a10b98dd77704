"""A page that is served to others: each browser is somebody, and sees talks of their own alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.patience import MILLISECONDS
from tests.ui.server import Served, serve

Guest = Callable[[str], Page]
COOKIE = "coaching_visitor"


@pytest.fixture(scope="module")
def room(folder: Callable[[], Path]) -> Iterator[Served]:
    with serve(folder(), ACCESS="workshop") as page:
        yield page


@pytest.fixture
def guest(browser: Browser, room: Served) -> Iterator[Guest]:
    """A new browser whose person gives that name; none is given where it is empty."""
    opened = []

    def come(name: str) -> Page:
        context = browser.new_context()
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(MILLISECONDS)
        page.goto(room.url)
        if name:
            page.get_by_label("What are you called?").fill(name)
            page.get_by_role("button", name="Come in").click()
            page.get_by_role("heading", name="What is going on with your rep?").wait_for()
        return page

    yield come
    for context in opened:
        context.close()


def begun(page: Page, room: Served) -> str:
    """Start a talk; its address."""
    page.goto(f"{room.url}/practice?scenario=forecast-slips-every-month")
    page.get_by_role("button", name="Start the talk").click()
    page.get_by_placeholder("Say something").wait_for()
    return page.url


def test_the_cookie_is_there_at_once_and_scripts_cannot_see_it(guest: Guest, room: Served) -> None:
    page = guest("")
    expect(page.get_by_label("What are you called?")).to_be_visible()
    found = [one for one in page.context.cookies() if one["name"] == COOKIE]
    assert [(one["httpOnly"], one["sameSite"]) for one in found] == [(True, "Lax")]
    assert COOKIE not in page.evaluate("document.cookie")
    page.reload()
    assert [one["value"] for one in page.context.cookies() if one["name"] == COOKIE] == [found[0]["value"]]


def test_two_browsers_have_two_histories_and_neither_opens_the_others_talk(guest: Guest, room: Served) -> None:
    ada, bo = guest("Ada"), guest("Bo")
    talk = begun(ada, room)
    for path in ("practice", "debrief"):
        bo.goto(talk.replace("/practice", f"/{path}"))
        expect(bo.get_by_text("This talk is somebody else's")).to_be_visible()
        expect(bo.get_by_placeholder("Say something")).to_have_count(0)
    bo.goto(f"{room.url}/history")
    expect(bo.get_by_text("None yet")).to_be_visible()
    ada.goto(f"{room.url}/history")
    expect(ada.get_by_text("The forecast that slips every month")).to_be_visible()
    ada.goto(talk)
    expect(ada.get_by_test_id("stChatMessage")).to_have_count(1)


def test_a_talk_in_two_windows_of_one_person_stays_one_talk(guest: Guest, room: Served) -> None:
    one = guest("Cy")
    talk = begun(one, room)
    two = one.context.new_page()
    two.goto(talk)
    two.get_by_placeholder("Say something").fill("What happened in September?")
    two.keyboard.press("Enter")
    expect(two.get_by_test_id("stChatMessage")).to_have_count(3)
    one.reload()
    expect(one.get_by_test_id("stChatMessage")).to_have_count(3)


def test_a_name_is_kept_and_told_apart_without_regard_to_case_and_blanks(guest: Guest, room: Served) -> None:
    guest("Dee Ann")
    other = guest("")
    other.get_by_label("What are you called?").fill(" deeANN ")
    other.get_by_role("button", name="Come in").click()
    expect(other.get_by_text("Somebody here is called that already")).to_be_visible()
    other.get_by_label("What are you called?").fill("Dee B.")
    other.get_by_role("button", name="Come in").click()
    other.get_by_role("link", name="Settings").click()
    expect(other.get_by_label("Your name")).to_have_value("Dee B.")
    again = other.context.new_page()
    again.goto(room.url)
    expect(again.get_by_role("heading", name="What is going on with your rep?")).to_be_visible()


def test_everything_of_mine_goes_and_nobody_elses(guest: Guest, room: Served) -> None:
    eli, fox = guest("Eli"), guest("Fox")
    gone, stays = begun(eli, room), begun(fox, room)
    eli.goto(f"{room.url}/settings")
    with eli.expect_download() as taken:
        eli.get_by_role("button", name="Take everything of mine").click()
    assert taken.value.suggested_filename == "coaching-mine.zip"
    eli.get_by_role("button", name="Delete everything of mine").click()
    expect(eli.get_by_text("1 talk with every word")).to_be_visible()
    eli.get_by_role("button", name="Delete everything", exact=True).click()
    expect(eli.get_by_label("What are you called?")).to_be_visible()
    fox.goto(gone)
    expect(fox.get_by_text("There is no such talk here")).to_be_visible()
    fox.goto(stays)
    expect(fox.get_by_test_id("stChatMessage")).to_have_count(1)


def test_a_cookie_somebody_made_up_is_none(browser: Browser, room: Served) -> None:
    context = browser.new_context()
    context.add_cookies([{"name": COOKIE, "value": '"' + "a" * 32 + '".sig', "url": room.url}])
    page = context.new_page()
    page.set_default_timeout(MILLISECONDS)
    page.goto(room.url)
    expect(page.get_by_label("What are you called?")).to_be_visible()
    assert [one["value"] for one in context.cookies() if one["name"] == COOKIE][-1].count("a" * 32) == 0
    context.close()
