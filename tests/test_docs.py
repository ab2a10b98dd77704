"""The documents say what the code does."""

import re
from pathlib import Path

import pytest

from simulator.library.check import check_path
from simulator.settings import PROJECT, Settings
from tools.docs import BLOCKS, DOCUMENTS, EXAMPLE, filled

PAGES = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_made_from_the_code_is_up_to_date(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert filled(text) == text, "run python -m tools.docs"


def test_every_block_stands_in_one_document() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    assert [name for name in BLOCKS if text.count(f"<!-- {name} -->\n") != 1 or text.count(f"\n<!-- /{name} -->") != 1] == []


def test_every_module_is_in_the_architecture() -> None:
    text = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = [path for path in (PROJECT / "simulator").rglob("*.py") if path.read_text(encoding="utf-8").strip()]
    assert len(modules) > 50
    assert [path for path in modules if f"`{path.relative_to(PROJECT / 'simulator').as_posix()}`" not in text] == []


def test_every_setting_is_in_the_readme() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert [name for name in Settings.model_fields if f"`{name.upper()}`" not in text] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if "://" not in target and not (path.parent / target).exists()] == []


def test_the_trainers_example_can_be_played() -> None:
    scenarios, mistakes = check_path(PROJECT / "docs" / "examples")
    assert mistakes == ()
    assert [scenario.id for scenario in scenarios] == ["late-handover"]


def test_the_trainers_example_names_the_schema_that_is_there() -> None:
    first = EXAMPLE.read_text(encoding="utf-8").split("\n")[0]
    assert (EXAMPLE.parent / first.partition("$schema=")[2]).is_file()


def test_the_lock_files_name_no_host_and_pin_every_package() -> None:
    for path in (PROJECT / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        packages = [entry for entry in text.split("\n") if entry and not entry.startswith((" ", "#"))]
        assert [entry for entry in packages if not re.match(r"[\w.-]+(\[[\w,-]+\])?==[\w.]+", entry)] == []
        assert "--hash=sha256:" in text
