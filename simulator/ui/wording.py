"""The page's own words for the values of the domain."""

from datetime import datetime, timedelta, timezone, tzinfo
from typing import ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from simulator.codes import Code, Move
from simulator.conversation import Segment, Turn
from simulator.evaluation.scorecard import Scorecard
from simulator.language.words import Words
from simulator.numbers import count_of, ended, rounded
from simulator.scenario.model import Layer, Stance
from simulator.settings import SCRIPTED, Access


class Page(Words):
    """All that the pages say in words of their own; `says` by page and by what it is for."""

    topic: ClassVar[str] = "page"
    stance: dict[Stance, str]
    stance_means: dict[Stance, str]
    difficulty: tuple[str, str, str, str, str]
    layer: dict[Layer, str]
    stance_done: dict[Stance, str]
    goal: dict[str, str]
    access: dict[Access, str]
    move_means: dict[Move, str]
    says: dict[str, dict[str, str]]


def words() -> Page:
    """The page's words."""
    return Page.of()


def say(key: str, **values: object) -> str:
    """The sentence of that "page.name", its places filled. What is filled in is shown as it stands: escape it before."""
    page, name = key.split(".")
    return words().says[page][name].format(**values)


def difficulty(level: int) -> str:
    """How hard a talk is, from 1 to 5, in words."""
    return words().difficulty[level - 1]


def skill(slug: str) -> str:
    """A skill's short name as words."""
    return slug.replace("-", " ")


def code(value: Code) -> str:
    """A code as words: "open question"."""
    return value.value.replace("_", " ")


def certainty(segment: Segment) -> str:
    """What a screen reader hears after a cell's code."""
    if segment.labelled:
        return ", put right in a review" if segment.signed else ", put right by you"
    if segment.signed:
        return ", agreed in a review"
    return ", not sure" if segment.uncertain else ""


def how_sure(segment: Segment) -> str:
    """Who gave a segment its code, and how sure they were."""
    if segment.labelled:
        return say("wording.reviewed" if segment.signed else "wording.corrected", code=code(segment.labelled))
    if segment.signed:
        return say("wording.agreed")
    by = say("wording.coded_by", by=segment.stand_in) if segment.stand_in else say("wording.coded")
    sure = "" if segment.confidence is None else ", " + say("wording.sure", share=rounded(segment.confidence * 100))
    doubt = ". " + say("wording.doubt") if segment.uncertain else ""
    return f"{by}{sure}{doubt}." + (" " + say("wording.reason", reason=ended(segment.reason)) if segment.reason else "")


def scored(card: Scorecard) -> str:
    """A talk's score in a line, and what it would be without what people put right."""
    if card.score is None:
        return say("wording.not_scored")
    return say("wording.scored", score=counted_score(card))


def counted_score(card: Scorecard) -> str:
    """A score that is there, with what it would be without what people put right."""
    score = rounded(card.score or 0)
    return say("wording.put_right", score=score, measured=measured_score(card)) if card.measured else score


def measured_score(card: Scorecard) -> str:
    """The score without what people put right; a dash where there is none."""
    return "—" if card.measured is None or card.measured.value is None else rounded(card.measured.value)


def voice(turn: Turn) -> str:
    """Who produced a rep's words: "scripted", or "played by" the model's name."""
    return "scripted" if turn.voice == SCRIPTED else f"played by {turn.voice}"


def made_with(card: Scorecard) -> str:
    """What a scorecard was made with, and what that took."""
    made = card.versions
    parts = [made.labeller, made.model, made.prompt, made.codebook, made.measures, made.scenario]
    said = say("wording.made", version=made.app, parts=", ".join(filter(None, parts)))
    used = card.usage
    if used is None:
        return said
    cost = "" if used.cost is None else f", about ${rounded(used.cost, 4)}"
    calls = count_of(used.calls, "call")
    return f"{said} {say('wording.cost', calls=calls, read=f'{used.read:,}', written=f'{used.written:,}', cost=cost)}"


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """The reader's time zone by its name, else by `offset`, the minutes their clock is behind UTC; None, the server's own, without both."""
    try:
        if name:
            return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # browsers know zones that Python does not, such as Etc/Unknown
        pass
    return timezone(timedelta(minutes=-offset)) if offset is not None and abs(offset) < 24 * 60 else None


def when(moment: datetime) -> str:
    """A moment in the reader's own time zone: "Mon 3 March, 14:05"."""
    local = moment.astimezone(_zone(st.context.timezone, st.context.timezone_offset))
    return f"{local:%a} {local.day} {local:%B}, {local:%H:%M}"
