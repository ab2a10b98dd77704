"""Leaves the browser tests out, and says so, where there is no Chromium and none is required."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator import app
from simulator.settings import Settings
from tests.ui.browser import MISSING, browser_is_required, find_chromium
from tests.ui.rooms import room

__all__ = ["furnished", "room"]

collect_ignore = [] if find_chromium() or browser_is_required() else ["in_browser"]


@pytest.fixture(scope="session")
def furnished(made_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], app.Services]:
    """Builds the product over an empty database of its own, without a model."""

    def build() -> app.Services:
        folder = shutil.copytree(made_index, tmp_path_factory.mktemp("furnished") / "data")
        return app.build(Settings.model_validate({"data_dir": folder, "rep_model": "scripted"}))

    return build


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out and how to have it run."""
    if collect_ignore:
        terminalreporter.section("browser tests left out")
        terminalreporter.line(MISSING)
