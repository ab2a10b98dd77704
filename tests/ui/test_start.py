"""What is shown when the product cannot be put together."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from simulator.ui.launching import FRAME
from tests.patience import SECONDS


def test_a_wrong_setting_is_named_with_an_example(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MODEL_TIMEOUT", "soon")
    page = AppTest.from_file(FRAME, default_timeout=SECONDS).run()
    assert not page.exception
    assert page.title[0].value == "We cannot open just yet"
    assert any("MODEL\\_TIMEOUT" in text.value for text in page.markdown)
    assert not page.button
