"""How often the rep's answer fits what was asked: rows of one manager turn each, played exactly as a talk would.

A row is a JSON object: `id, scenario, kind, disclosed` (ids of facts that are out, in order), `last_rep` (what the rep said last), `ideas`
({idea, owner}), `openness` (before the turn), `turn` (the manager's words), `expect` (ids of which any is right; empty: no new fact or idea
should come), `may` (ids that are fine besides), `act` (acts separated by |, or `no_new`: nothing new, and nothing that cannot answer such
a turn).
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from simulator.conversation import Conversation, Speaker, Turn
from simulator.errors import TranscriptError
from simulator.evaluation.labelling.labeller import Labeller
from simulator.rep.answering import Answering
from simulator.rep.intent import Act, Intent
from simulator.scenario.model import Scenario
from simulator.state import Disclosure, How, IdeaOnTable, Owner, RepState

NO_NEW: Final = "no_new"
FACTS: Final = (Act.DISCLOSE, Act.OFFER_IDEA)
ANSWERS: Final = frozenset(
    {Act.TELL_MORE, Act.ANSWER, Act.ANSWER_PUBLIC, Act.NOT_KNOW, Act.ELABORATE, Act.DEFLECT, Act.SAY_PLAINLY, Act.ASK_BACK, Act.PUT_RIGHT}
)
"""What can answer a question without anything new."""
FITS: Final = {
    "reflect": ANSWERS | {Act.FEEL_HEARD, Act.TAKE_PRAISE},
    "off": frozenset(Act) - {Act.OPEN, Act.COMMIT_OWN, Act.COMMIT_IMPOSED, Act.CLOSE, Act.DEFEND, Act.NAME_CONTEMPT, Act.TAKE_CONTEMPT},
}
"""What can answer a turn of these kinds; of the other kinds `ANSWERS`."""


class IdeaThere(BaseModel):
    """An idea on the table: its id, empty for one of the manager's that is none of the scenario's."""

    model_config = ConfigDict(frozen=True)
    idea: str
    owner: Owner


class AskedTurn(BaseModel):
    """One turn, where the talk stands, and what fits."""

    model_config = ConfigDict(frozen=True)
    id: str
    scenario: str
    kind: str
    disclosed: tuple[str, ...] = ()
    last_rep: str
    ideas: tuple[IdeaThere, ...] = ()
    openness: float
    turn: str
    expect: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    act: str = ""


@dataclass(frozen=True, kw_only=True)
class Played:
    """What came of a row: the act, what it is about, the fact or idea that came out (also where a detail of it is told), and the line.

    `right`, `alien` (a new fact or idea that does not fit) and `silent` (one was asked for and none came) judge it.
    """

    id: str
    kind: str
    act: str
    about: str
    fact: str
    idea: str
    line: str
    right: bool
    alien: bool
    silent: bool

    def plain(self) -> dict[str, Any]:
        """The line of `--json`."""
        values = asdict(self)
        return {name: values[name] for name in ("id", "act", "about", "fact", "idea", "line", "right")}


def read(path: Path) -> tuple[AskedTurn, ...]:
    """The rows of a file of JSON lines; TranscriptError where it cannot be read, or a line is no such row."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TranscriptError(f"{path} cannot be read as UTF-8 text. Check the name, and that it is a file of JSON lines.") from error
    return tuple(_row(line, f"{path}, line {number}") for number, line in enumerate(lines, start=1) if line.strip())


def _row(line: str, where: str) -> AskedTurn:
    try:
        return AskedTurn.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        raise TranscriptError(f"{where}: {'.'.join(map(str, first['loc'])) or 'the row'} is wrong: {first['msg']}.") from error


def play(row: AskedTurn, scenario: Scenario, labeller: Labeller, answering: Answering) -> Played:
    """Play the row as the next turn of a talk that stands as it says."""
    state = standing_at(row, scenario)
    talk = Conversation(
        turns=(
            Turn(number=1, speaker=Speaker.REP, text=row.last_rep),
            Turn(number=2, speaker=Speaker.MANAGER, text=row.turn),
        )
    )
    segments = labeller.label(row.turn, context=row.last_rep, turn=2)
    intent = answering.meant(scenario, state, talk, segments).reaction.intent
    new = intent.fact if intent.act is Act.DISCLOSE else intent.idea if intent.act is Act.OFFER_IDEA else ""
    told = intent.subject if intent.act is Act.TELL_MORE else ""
    ideas = {idea.id for idea in scenario.ideas}
    came = new or told
    return Played(
        id=row.id,
        kind=row.kind,
        act=intent.act.name,
        about=intent.about,
        fact="" if came in ideas else came,
        idea=came if came in ideas else "",
        line=intent.words,
        right=_right(row, intent, came),
        alien=bool(new) and new not in (*row.expect, *row.may),
        silent=bool(row.expect) and came not in (*row.expect, *row.may),
    )


def standing_at(row: AskedTurn, scenario: Scenario) -> RepState:
    """The rep as the row finds them: what is out, what is on the table, and what was said last."""
    disclosed = tuple(Disclosure(fact=name, turn=1, how=How.ELICITED) for name in row.disclosed)
    ideas = tuple(IdeaOnTable(idea=one.idea, owner=one.owner, turn=1 if one.owner is Owner.REP else 0) for one in row.ideas)
    return RepState(
        openness=row.openness,
        turns=max(1, len(disclosed) + len(ideas)),
        disclosed=disclosed,
        ideas=ideas,
        said=(row.last_rep,),
        subject=_subject(row, scenario),
    )


def _subject(row: AskedTurn, scenario: Scenario) -> str:
    """Whose line the rep said last."""
    facts = ((line, fact.id) for fact in scenario.facts for line in fact.lines)
    ideas = ((line, idea.id) for idea in scenario.ideas for line in idea.lines)
    said = (owner for line, owner in (*facts, *ideas) if line in row.last_rep)
    return next(said, row.disclosed[-1] if row.disclosed else "")


def _right(row: AskedTurn, intent: Intent, came: str) -> bool:
    known = (*row.expect, *row.may)
    new = came if intent.act in FACTS else ""
    if row.expect:
        return came in known
    if row.act and row.act != NO_NEW:
        return intent.act.name in row.act.split("|")
    return new in ("", *row.may) and (bool(new) or not row.act or intent.act in FITS.get(row.kind, ANSWERS))


def fitting(played: Sequence[Played]) -> dict[str, float]:
    """Of these rows the shares that are right, alien, and silent (of those that expect something)."""
    return {
        "right": _share(one.right for one in played),
        "alien": _share(one.alien for one in played),
        "silent": _share(one.silent for one in played),
    }


def _share(those: Iterable[bool]) -> float:
    every = list(those)
    return sum(every) / len(every) if every else 0.0
