"""History: going on, looking back, taking the talks away."""

import io
import zipfile
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from tests.talks import spoil_one_of_two
from tests.ui.in_browser.conftest import Open
from tests.ui.server import serve


def test_open_and_finished_talks_lead_where_they_belong(visit: Open, finished: str) -> None:
    manager = visit()
    manager.start_a_talk()
    manager.open("/history")
    manager.button("Go on").click()
    expect(manager.turns).to_have_count(1)
    manager.open("/history")
    manager.button("Debrief").click()
    expect(manager.page.get_by_text("The talk, move by move")).to_be_visible()


def test_the_downloads_are_real_files(visit: Open, finished: str) -> None:
    manager = visit()
    manager.open("/history")
    workbook = openpyxl.load_workbook(io.BytesIO(_download(manager.page)))
    assert workbook.sheetnames
    manager.page.get_by_text("CSV", exact=True).click()
    manager.settle()
    with zipfile.ZipFile(io.BytesIO(_download(manager.page))) as archive:
        assert archive.testzip() is None
        assert all(name.endswith(".csv") for name in archive.namelist())


def test_a_talk_that_cannot_be_read_hides_no_other(visit: Open, data_dir: Path) -> None:
    spoil_one_of_two(data_dir)
    with serve(data_dir) as page:
        manager = visit(url=page.url)
        manager.open("/history")
        expect(manager.page.get_by_text("One talk cannot be read (a2)")).to_be_visible()
        expect(manager.button("Go on")).to_be_visible()
        assert _download(manager.page)


def _download(page: Page) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download").click()
    return Path(waiting.value.path()).read_bytes()
