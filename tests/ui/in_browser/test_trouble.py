"""What a manager sees when something is broken: sentences, never a traceback."""

from pathlib import Path

from playwright.sync_api import expect

from tests.ui.in_browser.conftest import Open
from tests.ui.server import Served, serve


def test_a_corrupt_database_is_named_and_kept(visit: Open, data_dir: Path) -> None:
    database = data_dir / "simulator.db"
    broken = b"this is no database, but somebody may still want it" * 50
    database.write_bytes(broken)
    with serve(data_dir) as served:
        manager = visit(url=served.url)
        manager.open()
        expect(manager.page.get_by_role("heading", name="We cannot open just yet")).to_be_visible()
        expect(manager.page.get_by_text("simulator.db").first).to_be_visible()
        expect(manager.page.get_by_test_id("stException")).to_have_count(0)
    assert database.read_bytes() == broken


def test_a_broken_scenario_file_hides_no_other(visit: Open, data_dir: Path) -> None:
    own = data_dir / "own"
    own.mkdir()
    (own / "late-deals.yaml").write_text("id: late-deals\ntitle: 7\n", encoding="utf-8")
    with serve(data_dir, SCENARIOS_DIR=str(own)) as served:
        manager = visit(url=served.url)
        manager.open()
        expect(manager.button("Talk with")).to_be_visible()
        manager.page.get_by_text("One scenario file could not be read").click()
        expect(manager.page.get_by_text("late-deals.yaml").first).to_be_visible()


def test_a_talk_that_is_not_there_is_said_so_once(visit: Open, served: Served) -> None:
    manager = visit()
    manager.open("/practice?attempt=0000")
    expect(manager.page.get_by_text("That did not work")).to_be_visible()
    manager.page.get_by_role("link", name="Find", exact=True).click()
    manager.page.get_by_text("What is going on").first.wait_for()
    manager.settle()
    manager.page.get_by_role("link", name="Practice", exact=True).click()
    expect(manager.page.get_by_text("No talk is open")).to_be_visible()


def test_the_server_has_nothing_to_complain_about(finished: str, served: Served) -> None:
    log = served.log.read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert "deprecat" not in log.lower()
