"""What a manager sees when something is broken: sentences, never a traceback."""

from tests.ui.server import Served


def test_the_server_has_nothing_to_complain_about(finished: str, served: Served) -> None:
    log = served.log.read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert "deprecat" not in log.lower()
