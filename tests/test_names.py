"""A public name means one thing: no two classes share one, and a function's only where both mean the same."""

import ast
from collections import defaultdict

from simulator.settings import PROJECT

SAME = {
    # What the page draws is called as what it draws, and what the terminal calls as what it calls.
    "attempt", "backup", "balance", "best_question", "coded", "criteria", "discovery", "draw", "export", "faded",
    "ideas", "measures", "missed_cue", "nudge", "quote", "rehearse", "render", "rewrites", "serve", "show", "words",
    # One thing done to different things: reading in, mapping errors, making plain values.
    "load", "mapped", "plain", "read", "utterances",
    # Alembic's.
    "downgrade", "upgrade",
}  # fmt: skip
"""Functions of one name in two rooms that mean the same."""


def test_no_public_name_means_two_things() -> None:
    classes, functions = defaultdict(set), defaultdict(set)
    for path in (PROJECT / "simulator").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                classes[node.name].add(path)
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                functions[node.name].add(path)
    assert {name: found for name, found in classes.items() if len(found) > 1} == {}
    assert {name for name, found in functions.items() if len(found) > 1} - SAME == set()
