"""Every sentence that a page asks for is in the data with the places the page fills, and every one in the data is asked for."""

import ast
from string import Formatter

from simulator.settings import PROJECT
from simulator.ui import wording


def asked_for() -> dict[str, set[str]]:
    """The sentences that the pages ask for, each with the names of what they fill in."""
    found: dict[str, set[str]] = {}
    for path in sorted((PROJECT / "simulator" / "ui").glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and (getattr(call.func, "id", "") or getattr(call.func, "attr", "")) == "say" and call.args:
                keys = [one.value for one in ast.walk(call.args[0]) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                for key in keys:
                    if "." in key:
                        found.setdefault(key, {str(one.arg) for one in call.keywords})
    return found


def test_each_sentence_is_there_with_its_places_and_none_is_idle() -> None:
    there = {f"{page}.{name}": text for page, texts in wording.words().says.items() for name, text in texts.items()}
    places = {key: {name for _, name, _, _ in Formatter().parse(text) if name} for key, text in there.items()}
    assert places == asked_for()


def test_what_is_filled_in_is_shown_as_it_stands() -> None:
    for typed in ("{name}", "{", "}}", "{0.__class__}", "%s $x"):
        assert wording.say("find.matched", words=typed) == f"Close to what you said: “{typed}”"
