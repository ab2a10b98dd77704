"""What each column of each table means: the data dictionary, which goes along with every export."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from simulator.evaluation.criteria.levels import CRITERIA, texts
from simulator.evaluation.measures.every import KINDS


class Holds(StrEnum):
    """What kind of value stands in a column."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "yes or no"
    TIME = "time"


TEXT, WHOLE, NUMBER, YES_NO, TIME = Holds
UTC_UNIT: Final = "UTC"
"""The unit of every time."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its name, what kind of value it has, what that means, and in which unit (empty for what has none).

    `words` says that it holds what somebody said, or what they called a file; `names` that it says who somebody is.
    """

    name: str
    kind: Holds
    meaning: str
    unit: str = ""
    words: bool = False
    names: bool = False


def _columns(*rows: tuple[str, Holds, str] | tuple[str, Holds, str, str], words: str = "", names: str = "") -> tuple[Column, ...]:
    spoken, named = words.split(), names.split()
    return tuple(
        Column(
            name=row[0],
            kind=row[1],
            meaning=row[2],
            unit=row[3] if len(row) == 4 else UTC_UNIT if row[1] is TIME else "",
            words=row[0] in spoken,
            names=row[0] in named,
        )
        for row in rows
    )


ATTEMPTS: Final = _columns(
    ("attempt", TEXT, "The talk's id; the other tables point to it."),
    ("player", TEXT, "The name that the manager gave, often empty; left out with names."),
    ("person", TEXT, "Whose talk it is, as an id; a pseudonym where names were left out."),
    ("scenario", TEXT, "Id of the scenario that was practised; of a real talk the one it resembles, or empty."),
    ("scenario_version", WHOLE, "The scenario's version at that time."),
    ("scenario_title", TEXT, "The scenario's title, or whom a real talk was with; that is left out with names."),
    ("started_at", TIME, "When the talk began."),
    ("finished_at", TIME, "When it was ended and scored; empty while it goes on."),
    ("turns", WHOLE, "How many turns both have said.", "turns"),
    ("branch_of", TEXT, "The talk that this one was tried again from; empty for most. Both hold the turns before it: count those once."),
    ("branch_turn", WHOLE, "The first turn of its own in a talk that was tried again.", "turn"),
    ("workshop", TEXT, "Id of the workshop that the talk was held in; empty for most."),
    ("kind", TEXT, "practised or real."),
    ("stance", TEXT, "What the talk called for: coach, lead or manage; empty where the scenario's text is not kept."),
    ("language", TEXT, "What it was held in, as a two-letter code, or und for another language; empty where nothing tells."),
    ("source", TEXT, "The file that a real talk came from."),
    (
        "guess_asked_share",
        NUMBER,
        "The manager's own guess of their asked share, before they saw it; empty where they made none.",
        "0 to 1",
    ),
    ("guess_score", NUMBER, "The manager's own guess of their score, before they saw it; empty where they made none.", "0 to 100"),
    ("score", NUMBER, "The talk's score.", "0 to 100"),
    ("score_unscored", TEXT, "Why there is no score; empty where there is one."),
    ("score_measured", NUMBER, "The score without what people put right; where nobody did, it is the score.", "0 to 100"),
    ("put_right", YES_NO, "Whether codes or levels that people put right count in score, criteria and measures."),
    ("reviewed_at", TIME, "When somebody else last signed what they say of the talk; empty where nobody did."),
    ("app_version", TEXT, "Version of the product that scored the talk."),
    ("codebook_version", TEXT, "Version of the codes."),
    ("labeller_version", TEXT, "Version of what gave them."),
    ("model", TEXT, "The model that coded the talk, as provider:name; empty for the built-in labeller."),
    ("prompt_version", TEXT, "Version of what that model was asked; empty for the built-in labeller."),
    ("measures_version", TEXT, "Version of the measures. Scores whose versions differ are not compared."),
    ("scored_scenario", TEXT, "Id and version of the scenario at the time of the score."),
    ("scored_how", TEXT, "What to know of how the talk was coded, such as that a stand-in coded a part of it; mostly empty."),
    words="source",
    names="player source",
)
"""First in `attempts`; after them come those of each measure and of each criterion."""

TURNS: Final = _columns(
    ("attempt", TEXT, "The talk's id."),
    ("turn", WHOLE, "The turn's number in the talk, from 1."),
    ("speaker", TEXT, "manager or rep."),
    ("voice", TEXT, "Who spoke for the rep: scripted, or a model as provider:name; empty for the manager."),
    ("said_at", TIME, "When it was said; empty in a real talk."),
    ("words", WHOLE, "How long it is.", "words"),
    ("text", TEXT, "What was said."),
    ("note", TEXT, "Why a stand-in took the turn; empty where none did."),
    words="text",
)

_PLACE: Final = (
    ("attempt", TEXT, "The talk's id; of finished talks alone."),
    ("turn", WHOLE, "The manager's turn in which the stretch stands."),
    ("start", WHOLE, "Where the stretch begins there, from 0.", "characters"),
    ("end", WHOLE, "The first character behind it, from 0.", "characters"),
)

_BY: Final = (
    (
        "reviewer",
        TEXT,
        "Id of who signed it; a pseudonym where names were left out, empty for the player and for who is not known any more.",
    ),
    ("reviewer_name", TEXT, "What they are called; left out with names."),
)

SEGMENTS: Final = _columns(
    *_PLACE,
    ("move", TEXT, "tell, sell, ask, listen or other."),
    ("code", TEXT, "What it does, in the words of the codebook; this is what is counted."),
    ("labelled", TEXT, "The labeller's own code; where it is not the code, a person has put it right."),
    ("signed", YES_NO, "Whether somebody else than who spoke stands behind the code."),
    ("confidence", NUMBER, "How sure the labeller was; empty where it does not say.", "0 to 1"),
    ("uncertain", YES_NO, "Whether that is too little to rely on."),
    ("stand_in", TEXT, "What coded it in the labeller's place; mostly empty."),
    ("words", WHOLE, "How long it is.", "words"),
    ("text", TEXT, "The stretch itself."),
    words="text",
)

CRITERIA_COLUMNS: Final = _columns(
    ("attempt", TEXT, "The talk's id; of finished talks alone."),
    ("criterion", TEXT, "Id of the criterion."),
    ("level", WHOLE, "How well it was met; this is what counts.", "0 to 4"),
    ("unscored", TEXT, "Why there is no level; empty where there is one."),
    ("measured", WHOLE, "The level as it is measured, without what people put right; where nobody did, it is the level.", "0 to 4"),
    ("measured_unscored", TEXT, "Why none was measured; empty where one was."),
    ("given", YES_NO, "Whether somebody gave the level."),
    *_BY,
    ("given_at", TIME, "When they signed it; empty where nobody gave one."),
    ("reason", TEXT, "Why they gave it; empty where nobody gave one, or where it went with who wrote it."),
    ("turn", WHOLE, "The turn of the first words that it rests on; empty where it quotes none."),
    ("quote", TEXT, "The first words that it rests on."),
    words="quote reason",
    names="reviewer_name",
)

FACTS: Final = _columns(
    ("attempt", TEXT, "The talk's id; of finished talks alone."),
    ("scenario", TEXT, "Id of the scenario that the fact belongs to."),
    ("fact", TEXT, "Id of the fact in that scenario."),
    ("depth", TEXT, "How deep it lies: surface, concern or root."),
    ("found", YES_NO, "Whether the rep told it."),
    ("outcome", TEXT, "elicited: the manager asked it out; volunteered: told of their own accord; missed: not told."),
    ("turn", WHOLE, "The rep's turn in which it was told; empty where it was missed."),
    ("said", TEXT, "The words in which it was told. What was not told is in no export."),
    words="said",
)

CORRECTIONS: Final = _columns(
    *_PLACE,
    ("labelled", TEXT, "The labeller's code at that time; empty where it had cut the turn elsewhere."),
    ("code", TEXT, "The person's code; empty where an earlier correction was taken back. The newest of a stretch counts."),
    ("made_at", TIME, "When it was made; a reviewer's, when it was signed."),
    ("by", TEXT, "player: who practised; reviewer: somebody else."),
    *_BY,
    ("reason", TEXT, "Why; empty where a player gave none, where somebody only said yes to theirs, or where it went with who wrote it."),
    ("signed", YES_NO, "Whether somebody else than who practised stands behind it. In a workshop nothing else counts."),
    ("counts", YES_NO, "Whether it is what counts of these words now."),
    words="reason",
    names="reviewer_name",
)

COMMENTS: Final = _columns(
    *_PLACE,
    ("text", TEXT, "What somebody said of these words."),
    *_BY,
    ("signed_at", TIME, "When they signed it."),
    words="text",
    names="reviewer_name",
)

PEOPLE: Final = _columns(
    ("person", TEXT, "Id of the person; a pseudonym where names were left out."),
    ("player", TEXT, "The name given with their latest talk here; left out with names."),
    ("attempts", WHOLE, "How many talks of theirs are in this export.", "talks"),
    ("finished", WHOLE, "How many of them are finished.", "talks"),
    ("scored", WHOLE, "How many of them have a score.", "talks"),
    names="player",
)

COLUMNS: Final = _columns(
    ("table", TEXT, "The table; in a workbook, its sheet."),
    ("column", TEXT, "The column in it."),
    ("kind", TEXT, "What kind of value it has. An empty cell means that there is nothing to say; it is never 0."),
    ("unit", TEXT, "In what it is counted, or from where to where it goes; UTC for times. Empty for what has none."),
    ("meaning", TEXT, "What the value means."),
)
"""The dictionary describes itself, too."""

_KINDS: Final = {kind.id: kind for kind in KINDS}
MEASURES: Final = tuple(_KINDS)
RATIOS: Final = {"asked_told": ("asked", "told"), "reflection_to_question": ("back", "asked"), "ideas": ("theirs", "yours")}
"""Measures that set two counts against each other, and what is counted on either side."""
SHARES: Final = ("ask_listen_share", "asked_share", "asked_share_words", "open_question_share", "talk_share", "follow_up_rate")
"""Measures that are one count as a share of another, which is their basis."""


def of_measures(names: Iterable[str]) -> Iterator[Column]:
    """The columns of each measure: its value, the counts it was made of, and why it is not there."""
    for name in names:
        kind, head = _KINDS.get(name), f"measure_{name}"
        meaning = f"{kind.name}. {kind.definition}" if kind else "A measure of older scorecards."
        yield Column(name=head, kind=NUMBER, meaning=meaning, unit=_unit(kind.unit) if kind else "")
        for side in RATIOS.get(name, ()):
            yield Column(name=f"{head}_{side}", kind=WHOLE, meaning=f"The count of {side} in it, also where there is no ratio.")
        if name in SHARES:
            yield Column(name=f"{head}_part", kind=WHOLE, meaning=f"How many of {head}_of it is; empty where it is unscored.")
        yield Column(name=f"{head}_of", kind=WHOLE, meaning=f"How many stretches, turns, words, facts or seconds {head} was counted from.")
        yield Column(name=f"{head}_unscored", kind=TEXT, meaning=f"Why there is no {head}; empty where there is one.")


def of_criteria(names: Sequence[str]) -> Iterator[Column]:
    """The columns of each criterion: its level, and why it is not there."""
    for name in names:
        called = texts(name).name if name in CRITERIA else "A criterion of older scorecards"
        yield Column(name=f"criterion_{name}", kind=WHOLE, meaning=f"{called}.", unit="0 to 4")
        yield Column(name=f"criterion_{name}_unscored", kind=TEXT, meaning=f"Why there is no criterion_{name}; empty where there is one.")


def _unit(unit: str) -> str:
    return {"share": "0 to 1", "ratio": "left : right as one number"}.get(unit, unit)
