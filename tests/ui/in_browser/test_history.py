"""History: going on, looking back, taking the talks away."""

import io
import zipfile
from pathlib import Path

import openpyxl
from playwright.sync_api import Page

from tests.ui.in_browser.conftest import Open


def test_the_downloads_are_real_files(visit: Open, finished: str) -> None:
    manager = visit()
    manager.open("/history")
    workbook = openpyxl.load_workbook(io.BytesIO(_download(manager.page, "Excel")))
    assert workbook.sheetnames
    manager.page.get_by_text("CSV", exact=True).click()
    with zipfile.ZipFile(io.BytesIO(_download(manager.page, "CSV"))) as archive:
        assert archive.testzip() is None
        assert all(name.endswith(".csv") for name in archive.namelist())


def _download(page: Page, form: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Download {form}").click()
    return Path(waiting.value.path()).read_bytes()
