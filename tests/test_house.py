"""What the documents for contributors say stands in the repository."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from simulator.settings import PROJECT

DECISIONS = sorted((PROJECT / "docs" / "decisions").glob("*.md"))
TESTS = {
    (path.relative_to(PROJECT).as_posix(), name)
    for path in (PROJECT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
}


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_what_was_chosen_what_was_rejected_and_which_tests_hold_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    parts = re.findall(r"^\*\*(Chosen\.|Rejected\.|Held by)\*\* (.+)$", text, re.MULTILINE)
    assert [name for name, _ in parts] == ["Chosen.", "Rejected.", "Held by"]
    named = [
        (file, name)
        for file, names in re.findall(r"`(tests/[\w/]+\.py)` \(([^)]+)\)", parts[2][1])
        for name in re.findall(r"`(\w+)`", names)
    ]
    assert named
    assert [one for one in named if one not in TESTS] == []


def test_every_decision_is_in_the_architecture() -> None:
    text = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [path.name for path in DECISIONS if f"](decisions/{path.name})" not in text] == []


def test_contributors_are_led_to_what_is_there() -> None:
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:simulator|tests|docs|scenarios|requirements|streamlit_app)[\w./-]*[\w/])`", text)
    assert len(named) > 10
    assert [name for name in named if not (PROJECT / name).exists()] == []
    modules = re.findall(r"python -m ([a-z_.]+)", text)
    assert [name for name in modules if not (PROJECT / f"{name.replace('.', '/')}.py").is_file()] == []


@pytest.mark.parametrize("target", ["lint", "fix", "test", "run"])
def test_make_has_it(target: str) -> None:
    done = subprocess.run(["make", "--dry-run", target], cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert f"make {target}" in (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_hooks_and_forms_name_no_host() -> None:
    hooks = (PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert {repo["repo"] for repo in yaml.safe_load(hooks)["repos"]} == {"local"}
    forms = list((PROJECT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    assert forms
    for form in forms:
        text = form.read_text(encoding="utf-8")
        assert "://" not in text
        assert {"name", "description", "body"} <= set(yaml.safe_load(text))
    assert "://" not in hooks


CLOCKS = ("perf" + "_counter", "mono" + "tonic", "process" + "_time(", "time." + "time(", "wait_for" + "_timeout", "deadline" + "=")


def test_no_test_looks_at_the_clock() -> None:
    files = [path for path in (PROJECT / "tests").rglob("*.py") if path.name != "conftest.py"]
    found = {str(path.relative_to(PROJECT)): [word for word in CLOCKS if word in path.read_text(encoding="utf-8")] for path in files}
    assert {name: words for name, words in found.items() if words} == {}
