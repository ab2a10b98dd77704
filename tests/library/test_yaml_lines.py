"""Whichever way a file is read, it says the same."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as hyp

from simulator.library import yaml_lines
from simulator.library.yaml_lines import DEEPEST, YamlError, read
from simulator.settings import PROJECT
from tests.scenarios_for_tests import fields

FILES = sorted((PROJECT / "scenarios").glob("*.yaml"))
TEXT = yaml.safe_dump(fields(), allow_unicode=True)
PIECES = hyp.sampled_from(
    ["\t", "- ", ": ", "#", "'", '"', "*a", "&a ", "|\n", ">", "[", "]", "{", "}", "? ", "!x ", "---\n", "\x85", "\u2028", "\x07"]
)


def outcome(text: str) -> Any:
    try:
        return read(text)
    except YamlError as error:
        return error.line, error.problem, error.hint


def both(text: str) -> tuple[Any, Any]:
    """What comes of a file as it is read, and as it would be without libyaml."""
    with pytest.MonkeyPatch.context() as patch:
        quick = outcome(text)
        patch.setattr(yaml_lines, "_plain", lambda _text: False)
        return quick, outcome(text)


@pytest.mark.parametrize("path", FILES[::6], ids=lambda path: path.stem)
def test_shipped_files_are_read_the_quick_way_and_say_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert yaml_lines._plain(text)
    quick, slow = both(text)
    assert quick == slow


@settings(max_examples=300)
@given(place=hyp.integers(0, len(TEXT) - 1), gone=hyp.integers(0, 3), piece=PIECES | hyp.text(max_size=3))
def test_a_slip_of_the_hand_says_the_same(place: int, gone: int, piece: str) -> None:
    quick, slow = both(TEXT[:place] + piece + TEXT[place + gone :])
    assert quick == slow


@pytest.mark.parametrize("opened", ["[", "- ", "{a: ", "? "])
def test_nesting_without_end_is_told_and_breaks_nothing(opened: str) -> None:
    assert not yaml_lines._plain(opened * (DEEPEST + 5))
    assert isinstance(outcome(opened * 20_000), tuple)
