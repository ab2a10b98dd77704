"""Questions that name no topic and farewells, by language: what could be done, what will be done, goodbye."""

from typing import ClassVar

from simulator.language.words import Words


class Standing(Words):
    """Ways to say each of them."""

    topic: ClassVar[str] = "standing"
    options: tuple[str, ...]
    commitment: tuple[str, ...]
    goodbye: tuple[str, ...]
