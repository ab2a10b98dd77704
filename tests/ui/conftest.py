"""Leaves the browser tests out, and says so, where there is no Chromium and none is required."""

import pytest

from tests.ui.browser import MISSING, browser_is_required, find_chromium

collect_ignore = [] if find_chromium() or browser_is_required() else ["in_browser"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out and how to have it run."""
    if collect_ignore:
        terminalreporter.section("browser tests left out")
        terminalreporter.line(MISSING)
