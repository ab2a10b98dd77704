"""Real talks in the page: what Teams and Zoom save is dropped, a speaker is put right, and both stand in History and in the export."""

import io
import zipfile
from pathlib import Path

from tests.transcripts.forms import FORMS
from tests.transcripts.talk import KIM
from tests.ui.in_browser.conftest import Open
from tests.ui.in_browser.visit import Visit
from tests.ui.server import serve

HEAD = 40
"""Pixels from the table's top into its heading."""
ROW = 56
BOX = 116
"""Pixels from the table's left to its boxes."""


def dropped(manager: Visit, path: Path) -> None:
    """Drop a file on the page and say who one was."""
    manager.open("/real-talk")
    manager.page.locator("input[type=file]").set_input_files(str(path))
    manager.button(KIM).click()
    manager.button("See the debrief").wait_for()
    manager.settle()


def scored(manager: Visit) -> None:
    manager.button("See the debrief").click()
    manager.button("Skip the guess").click()
    manager.page.get_by_text("A real talk,").wait_for()
    manager.settle()


def test_a_word_file_and_captions_become_talks_like_any_other(visit: Open, data_dir: Path, tmp_path: Path) -> None:
    teams = next(form for form in FORMS if (form.tool, form.ending) == ("Teams", ".docx"))
    zoom = next(form for form in FORMS if (form.tool, form.ending) == ("Zoom", ".vtt"))
    for name, form in (("weekly.docx", teams), ("later.vtt", zoom)):
        (tmp_path / name).write_bytes(form.content)
    with serve(data_dir) as served:
        manager = visit(url=served.url)
        dropped(manager, tmp_path / "weekly.docx")
        assert manager.page.get_by_text("Manager: Priya Nair, 4 turns").is_visible()
        manager.page.get_by_text("Read it through").click()
        table = manager.page.locator("[data-testid='stDataFrame'] canvas").first
        table.wait_for()
        manager.settle()
        table.click(position={"x": BOX, "y": HEAD + ROW + ROW // 2}, force=True)  # the second turn was mine, too
        manager.page.get_by_text("Manager: Priya Nair, 3 turns").wait_for()
        scored(manager)
        dropped(manager, tmp_path / "later.vtt")
        scored(manager)
        manager.open("/history")
        assert manager.page.get_by_text("a real talk").count() == 2
        with manager.page.expect_download() as download:
            manager.page.get_by_text("CSV").first.click()
            manager.button("Download CSV").click()
        with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as files:
            attempts = files.read("attempts.csv").decode("utf-8-sig")
        assert "weekly.docx" in attempts
        assert "later.vtt" in attempts
        dropped_again(manager, tmp_path / "later.vtt")


def dropped_again(manager: Visit, path: Path) -> None:
    """The same file is recognised."""
    manager.open("/real-talk")
    manager.page.locator("input[type=file]").set_input_files(str(path))
    manager.page.get_by_text("in your History already").wait_for()
