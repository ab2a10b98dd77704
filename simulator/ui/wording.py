"""The page's own words for the values of the domain."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import streamlit as st

from simulator.codes import Code, Move
from simulator.conversation import Segment, Turn
from simulator.evaluation.scorecard import Scorecard
from simulator.scenario.model import Layer, Stance
from simulator.settings import SCRIPTED

STANCE: Final = {Stance.COACH: "a moment to coach", Stance.LEAD: "a moment to lead", Stance.MANAGE: "a moment to manage"}
STANCE_MEANS: Final = {
    Stance.COACH: "Ask and listen, so that the answers come from them.",
    Stance.LEAD: "Say where you are going and why, then listen to what it does to them.",
    Stance.MANAGE: "Be clear and fair about what has to happen, and leave room for their side.",
}
DIFFICULTY: Final = {1: "gentle", 2: "fairly easy", 3: "takes care", 4: "hard", 5: "very hard"}
LAYER: Final = {Layer.SURFACE: "Near the surface", Layer.CONCERN: "A concern", Layer.ROOT: "At the root"}
MOVE_MEANS: Final = {
    Move.ASK: "questions",
    Move.LISTEN: "giving back what you heard",
    Move.TELL: "advice, orders, facts, leading questions",
    Move.SELL: "arguing for your idea",
    Move.OTHER: "small talk, asking leave",
}
_LANGUAGES: Final = {"de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "nl": "Dutch", "pt": "Portuguese"}


def language(code: str) -> str:
    """A language's English name, or its code where it is not a common one."""
    return _LANGUAGES.get(code, code)


def skill(slug: str) -> str:
    """A skill's short name as words."""
    return slug.replace("-", " ")


def code(value: Code) -> str:
    """A code as words: "open question"."""
    return value.value.replace("_", " ")


def certainty(segment: Segment) -> str:
    """What a screen reader hears after a cell's code."""
    if segment.labelled:
        return ", put right by you"
    return ", not sure" if segment.uncertain else ""


def how_sure(segment: Segment) -> str:
    """Who gave a segment its code, and how sure they were."""
    if segment.labelled:
        return f"Your correction. The labeller had said: {code(segment.labelled)}."
    by = f"Coded by {segment.stand_in} in the model's place" if segment.stand_in else "The labeller's reading"
    sure = "" if segment.confidence is None else f", {segment.confidence * 100:.0f} % sure"
    doubt = ". That is too little to rely on: judge for yourself" if segment.uncertain else ""
    return f"{by}{sure}{doubt}." + (f" Its reason: {segment.reason.rstrip('.')}." if segment.reason else "")


def voice(turn: Turn) -> str:
    """Who produced a rep's words: "scripted", or "played by" the model's name."""
    return "scripted" if turn.voice == SCRIPTED else f"played by {turn.voice}"


def made_with(card: Scorecard) -> str:
    """What a scorecard was made with, and what that took."""
    made = card.versions
    parts = [made.labeller, made.model, made.prompt, made.codebook, made.measures, made.scenario]
    said = f"Made with version {made.app} of this product: {', '.join(filter(None, parts))}."
    used = card.usage
    if used is None:
        return said
    cost = "" if used.cost is None else f", about ${used.cost:.4f}"
    calls = "1 call" if used.calls == 1 else f"{used.calls} calls"
    return f"{said} The model took {calls}, {used.read:,} tokens read and {used.written:,} written{cost}."


def when(moment: datetime) -> str:
    """A moment in the reader's own time zone: "Mon 3 March, 14:05"."""
    local = moment.astimezone(ZoneInfo(st.context.timezone) if st.context.timezone else None)
    return f"{local:%a} {local.day} {local:%B}, {local:%H:%M}"
