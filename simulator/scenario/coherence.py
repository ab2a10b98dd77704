"""What only a whole scenario shows: names and lines written twice, conditions that nothing can meet, a layer without a fact.

It looks at plain data, as a file holds it, so that these mistakes can be told together with those of single fields. What is
malformed is passed over: its own mistake is told elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Place = tuple[str | int, ...]

SPOKEN = (
    ("opening", "*"), ("facts", "*", "lines", "*"), ("ideas", "*", "lines", "*"), ("misreadings", "*", "lines", "*"),
    ("reactions", "*", "*"),
    ("deflections", "*"),
    ("commitments", "*", "lines", "*"), ("closings", "*", "*"),
    ("facts", "*", "details", "*", "line"), ("facts", "*", "not_yet", "*"),
    ("ideas", "*", "details", "*", "line"), ("ideas", "*", "pledge", "lines", "*"),
    ("standing", "*", "*", "*"), ("public", "*", "lines", "*"), ("mentions", "*", "lines", "*"),
    ("asides", "*", "*"), ("unknown", "*", "*"),
)  # fmt: skip
"""Where the rep's lines stand; a star is any item."""
LAYERS = ("surface", "concern", "root")
CLEAR_LINES = 3


@dataclass(frozen=True, kw_only=True)
class Clash:
    """Something that does not fit the rest: where it stands, what is wrong, and what to do."""

    where: Place
    problem: str
    hint: str


def clashes(data: Any) -> Iterator[Clash]:
    """Every clash of a scenario given as plain data."""
    yield from _twin_ids(data)
    yield from _twin_lines(data)
    yield from _missing_layers(data)
    yield from _unknown_conditions(data)
    yield from _circles(data)
    yield from _clear_lines(data)
    yield from _band(data)


def _twin_ids(data: Any) -> Iterator[Clash]:
    seen: set[str] = set()
    for where, name in (*_strings(data, ("facts", "*", "id")), *_strings(data, ("ideas", "*", "id"))):
        if name in seen:
            yield Clash(where=where, problem=f"another fact or idea is called {name} too", hint="Give one of the two another id.")
        seen.add(name)


def _twin_lines(data: Any) -> Iterator[Clash]:
    seen: set[str] = set()
    for where, line in (pair for pattern in SPOKEN for pair in _strings(data, pattern)):
        plain = re.sub(r"\W+", " ", line.casefold()).strip()
        if plain in seen:
            yield Clash(
                where=where, problem="the same line is written twice", hint="A rep says nothing twice in a talk: write another line."
            )
        seen.add(plain)


def _missing_layers(data: Any) -> Iterator[Clash]:
    layers = [layer for _, layer in _strings(data, ("facts", "*", "layer"))]
    if layers and all(layer in LAYERS for layer in layers):
        for layer in (layer for layer in LAYERS if layer not in layers):
            yield Clash(
                where=("facts",),
                problem=f"no fact of layer {layer}",
                hint="At least one fact of each layer is needed: surface, concern, root.",
            )


def _unknown_conditions(data: Any) -> Iterator[Clash]:
    facts = [name for _, name in _strings(data, ("facts", "*", "id"))]
    for kind in ("facts", "ideas"):
        for where, name in _strings(data, (kind, "*", "needs", "after", "*")):
            if name not in facts:
                yield Clash(
                    where=where, problem=f"it waits for {name}, which is no fact here", hint=f"The facts here are {', '.join(facts)}."
                )


def _circles(data: Any) -> Iterator[Clash]:
    waiting = {
        name: ((*where[:2], "needs", "after"), [need for _, need in _strings(fact, ("needs", "after", "*"))])
        for where, fact in find(data, ("facts", "*"))
        for _, name in _strings(fact, ("id",))
    }
    while ready := [name for name, (_, needs) in waiting.items() if not any(need in waiting for need in needs)]:
        for name in ready:
            del waiting[name]
    if waiting:
        first = next(iter(waiting.values()))[0]
        yield Clash(where=first, problem=f"these facts wait for each other: {', '.join(waiting)}", hint="Let one of them wait for nothing.")


def _clear_lines(data: Any) -> Iterator[Clash]:
    stance = next((value for _, value in _strings(data, ("stance",))), "")
    lines = list(find(data, ("reactions", "told_clearly", "*")))
    if stance in ("lead", "manage") and len(lines) < CLEAR_LINES:
        problem = f"{len(lines)} here; a {stance} scenario needs at least {CLEAR_LINES} lines in reactions.told_clearly"
        yield Clash(
            where=("reactions", "told_clearly"), problem=problem, hint="Write what they say to a decision told fairly, with its reason."
        )


def _band(data: Any) -> Iterator[Clash]:
    ends = [value for _, value in find(data, ("rubric", "ask_listen_share", "*")) if isinstance(value, int | float)]
    if ends != sorted(ends):
        yield Clash(where=("rubric", "ask_listen_share"), problem="the high end stands first", hint="Write the low end first.")


def _strings(data: Any, pattern: Sequence[str]) -> Iterator[tuple[Place, str]]:
    return ((where, value) for where, value in find(data, pattern) if isinstance(value, str))


def find(data: Any, pattern: Sequence[str], where: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value at a place that fits the pattern, with that place; a star is any item."""
    if not pattern:
        yield where, data
        return
    pairs: list[tuple[str | int, Any]] = []
    if isinstance(data, dict):
        pairs = [(key, value) for key, value in data.items() if pattern[0] in ("*", key)]
    elif isinstance(data, list | tuple) and pattern[0] == "*":
        pairs = list(enumerate(data))
    for key, value in pairs:
        yield from find(value, pattern[1:], (*where, key))
