"""What the simulated managers say that no scenario gives them, by language. Plain and typical; they are probes, not models of good talk."""

from typing import ClassVar

from simulator.language.words import Words


class StageWords(Words):
    """Lines of each kind, used one after the other."""

    topic: ClassVar[str] = "stage"
    tells: tuple[str, ...]
    sells: tuple[str, ...]
    closed: tuple[str, ...]
    blames: tuple[str, ...]
    reflections: tuple[str, ...]
    decided: tuple[str, ...]
    feels: tuple[str, ...]
    rambles: tuple[str, ...]
    nods: tuple[str, ...]
    options: tuple[str, ...]
    commitment: str
    imposed: str
    thanks: str
    hollow: tuple[str, ...]
    insults: tuple[str, ...]
    apologies: tuple[str, str]


class Paraphrases(Words):
    """Questions for the facts of the product's own scenarios, by others than their authors: scenario, fact, questions."""

    topic: ClassVar[str] = "paraphrases"
    scenarios: dict[str, dict[str, tuple[str, ...]]]
