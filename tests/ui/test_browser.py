"""A missing browser is left out at home, and a failure on CI."""

import pytest

from tests.ui.browser import browser_is_required, find_chromium


def test_the_named_browser_wins_and_a_wrong_name_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/bin/sh")
    assert find_chromium() == "/bin/sh"
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert find_chromium() is None


@pytest.mark.parametrize(("value", "required"), [("true", True), ("1", True), ("", False), ("false", False)])
def test_ci_requires_a_browser(monkeypatch: pytest.MonkeyPatch, value: str, required: bool) -> None:
    monkeypatch.setenv("CI", value)
    assert browser_is_required() is required
