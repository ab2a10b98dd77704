"""Prompt files: strict, versioned, and what people type stays data."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import PromptError
from simulator.llm.prompts import FOLDER, Prompt, load

PROMPT = Prompt(id="p", version=1, variables=frozenset({"name", "talk"}), body="<talk>\n$talk\n</talk>\nYou are $name; it costs $$5.")


def written(folder: Path, text: str) -> Path:
    """A folder with the prompt file p.md."""
    (folder / "p.md").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.md")))
def test_every_prompt_of_the_product_loads(name: str) -> None:
    assert load(name).version >= 1


def test_a_prompt_is_filled() -> None:
    assert PROMPT.render(name="Dana", talk="Hello") == "<talk>\nHello\n</talk>\nYou are Dana; it costs $5."


def test_all_that_is_missing_and_all_that_is_too_much_is_named() -> None:
    with pytest.raises(PromptError, match="name, talk missing; no place for age, size"):
        PROMPT.render(age="1", size="2")


@given(text=st.text(max_size=80))
def test_what_is_put_in_can_close_no_block_and_fill_no_place(text: str) -> None:
    filled = PROMPT.render(name="Dana", talk=text)
    assert filled.count("<") == 2
    assert filled.count(">") == 2
    assert PROMPT.render(name="X", talk="$name ${name}").count("$name") == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no head", "head"),
        ("---\nid: p\nversion: 1\n---\nHi", "head"),
        ("---\nid: p\nversion: 1\nvariables: []\nmore: 1\n---\nHi", "head"),
        ("---\nid: q\nversion: 1\nvariables: []\n---\nHi", "file's name"),
        ("---\nid: p\nversion: one\nvariables: []\n---\nHi", "whole number"),
        ("---\nid: p\nversion: 1\nvariables: [a]\n---\nHi $b", "not the same"),
        ("---\nid: p\nversion: 1\nvariables: []\n---\nHi $", "not the same"),
        ("---\n: : :\n---\nHi", "head"),
    ],
)
def test_a_malformed_file_is_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(PromptError, match=says):
        load("p", written(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match=r"none\.md"):
        load("none", tmp_path)
