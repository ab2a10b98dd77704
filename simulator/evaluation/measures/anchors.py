"""Figures from other fields to hold a number against. None of them is a norm for sales coaching, and each says where it is from."""

from typing import ClassVar

from simulator.language.words import Words


class _Anchors(Words):
    topic: ClassVar[str] = "anchors"
    anchors: dict[str, str]


def anchor(measure: str) -> str:
    """The anchor of the measure of that id; empty where it has none."""
    return _Anchors.of().anchors.get(measure, "")
