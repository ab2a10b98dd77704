"""A workshop from its making to its files: a facilitator, a board, three phones, two rounds, a pause; the files read by other libraries."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Browser, Page, expect

from simulator.export.paper import pages
from simulator.people.invitation import invitation
from simulator.settings import Settings
from tests.ui.in_browser.visit import Visit
from tests.ui.server import Served, serve

NAMES = ("Annika", "Boris", "Cyrill")
TOLD = (
    "What is going on with the forecast this month? You should call every buyer by Friday. Just hand over the sheet to me. "
    "Send me a plan by noon. Trust me, it works. The target is two million. You have to update the sheet every day. "
    "I would call their finance people first. Why did the date slip again? You need to push harder."
)
ASKED = (
    "What is going on with the forecast this month? How does a date get into the sheet in the first place? What would help you most? "
    "You should call every buyer by Friday. What happened in September? What could you try first? Send me a plan by noon. "
    "Who decides about the date? When do you know that it slips? What does the buyer say?"
)


@pytest.fixture
def served_room(folder: Callable[[], Path]) -> Iterator[Served]:
    with serve(folder(), ACCESS="workshop") as page:
        yield page


@pytest.fixture
def come(browser: Browser, served_room: Served) -> Iterator[Callable[..., Visit]]:
    """Somebody opens the page in a browser of their own, and gives a name."""
    with ExitStack() as left:

        def open_page(name: str, *, phone: bool, **address: str) -> Visit:
            size = {"width": 390, "height": 844} if phone else {"width": 1280, "height": 800}
            context = browser.new_context(viewport=size, accept_downloads=True)  # type: ignore[arg-type]
            left.callback(context.close)
            visit = Visit(context.new_page(), served_room.url)
            visit.page.goto(f"{served_room.url}/?{'&'.join(f'{key}={value}' for key, value in address.items())}")
            visit.page.get_by_label("What are you called?").fill(name)
            visit.button("Come in").click()
            return visit

        yield open_page


def made(fay: Visit) -> str:
    """She makes the workshop, with scores kept back; its six letters."""
    fay.page.get_by_role("link", name="Workshops").click()
    fay.page.get_by_label("What it is called").fill("Coaching Tuesday")
    fay.page.get_by_label("Situations, in the order").click()
    fay.page.keyboard.type("forecast")
    fay.page.get_by_role("option", name=re.compile("The forecast that slips")).click()
    fay.page.keyboard.press("Escape")
    fay.page.get_by_text("Keep scores back").click()
    fay.button("Make it").click()
    expect(fay.button("Pause")).to_be_visible()
    return fay.page.locator("h4").first.inner_text()


def ended(phone: Visit, *said: str) -> None:
    """They say that, guess, and are told that scores are opened together."""
    for words in said:
        phone.say(words)
    phone.button("End the talk").click()
    phone.button("Show me the debrief").click()
    expect(phone.page.get_by_text("scores are opened together")).to_be_visible()


def counted(board: Page, joined: int, talking: int, finished: int) -> None:
    """The board says so, by itself."""
    expect(board.get_by_test_id("stMetricValue")).to_have_text([str(joined), str(talking), str(finished)])


def downloaded(fay: Visit, button: str) -> bytes:
    with fay.page.expect_download() as taken:
        fay.button(button).click()
    return Path(taken.value.path()).read_bytes()


def rows_of(files: dict[str, bytes], table: str) -> list[dict[str, Any]]:
    """The rows of a table, the same by three libraries in three forms."""
    plain = list(csv.DictReader(io.StringIO(files[f"csv/{table}.csv"].decode("utf-8-sig"))))
    columnar: list[dict[str, Any]] = pq.read_table(io.BytesIO(files[f"parquet/{table}.parquet"])).to_pylist()
    lines = [json.loads(line) for line in files[f"jsonl/{table}.jsonl"].decode().splitlines()]
    assert [len(one) for one in (plain, columnar, lines)] == [len(lines)] * 3
    for name in ("attempt", "person"):
        assert [row.get(name) for row in plain] == [row.get(name) for row in columnar] == [row.get(name) for row in lines]
    return columnar


def test_three_people_practise_twice_and_everything_can_be_read_afterwards(come: Callable[..., Visit], served_room: Served) -> None:
    fay = come("Fay", phone=False, lead=invitation(Settings(data_dir=served_room.data_dir)))
    code = made(fay)
    board = fay.page.context.new_page()
    board.goto(f"{served_room.url}/board")
    counted(board, 0, 0, 0)

    phones = [come(name, phone=True, code=code) for name in NAMES]
    for phone in phones:
        phone.box.wait_for()
        assert phone.fits()
    counted(board, 3, 3, 0)

    ann = phones[0]
    ann.box.fill(TOLD)
    fay.button("Pause").click()
    expect(ann.page.get_by_text("has paused it")).to_be_visible()
    expect(ann.box).to_be_disabled()
    fay.button("Go on").click()
    expect(ann.page.get_by_text("has paused it")).to_have_count(0)
    expect(ann.box).to_have_value(TOLD)

    for phone in phones:
        ended(phone, TOLD)
    counted(board, 3, 0, 3)
    fay.button("End the round").click()
    fay.button("Begin another round").click()
    expect(fay.button("Pause")).to_be_visible()
    for phone in phones:
        phone.button("Go on").click()
        phone.box.wait_for()
        phone.settle()
        ended(phone, ASKED, *(["What else?", "What will you do first?"] if phone is ann else []))
    counted(board, 3, 0, 3)
    expect(board.locator("[aria-label*='First tries:'], [alt*='First tries:']").first).to_be_attached()

    fay.button("Open the scores").click()
    ann.page.reload()
    expect(ann.page.get_by_text("The talk, move by move")).to_be_visible()

    fay.page.get_by_text("The group together").click()
    expect(fay.page.get_by_text("6 scored talks of 3 people")).to_be_visible()
    expect(fay.page.get_by_text("Fewer than 5 say nothing of a group").first).to_be_visible()
    expect(fay.page.get_by_text("Of 6 guesses")).to_be_visible()
    assert pages(downloaded(fay, "The group on two pages")) == 2
    fay.page.get_by_role("radio", name="All of them").click()
    with zipfile.ZipFile(io.BytesIO(downloaded(fay, "Download All of them"))) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}

    attempts = rows_of(files, "attempts")
    assert len(attempts) == 6
    assert len({row["workshop"] for row in attempts}) == 1
    assert len({row["person"] for row in attempts}) == 3
    assert {row["guess_asked_share"] for row in attempts} == {0.5}
    assert [row["score"] is not None for row in sorted(attempts, key=lambda row: row["turns"])] == [False] * 5 + [True]
    assert len(rows_of(files, "people")) == 3
    assert rows_of(files, "segments")
    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx/coaching-talks.xlsx"]))["Attempts"]
    assert sheet.max_row == 7
    assert len(json.loads(files["xapi/coaching-talks-xapi.json"])) == 6
    assert sum(name.endswith(".pdf") for name in files) == 6
    everything = b"".join(body for name, body in files.items() if not name.endswith((".pdf", ".xlsx", ".parquet")))
    for never in (*NAMES, TOLD[:40], ASKED[-20:]):
        assert never.encode() not in everything
