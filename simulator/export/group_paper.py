"""A group's debrief on two pages: a tagged PDF (PDF/UA-1) in greys, each picture with its words."""

from functools import partial
from pathlib import Path
from typing import Any, Final

from simulator.codes import Move
from simulator.evaluation.criteria.levels import texts
from simulator.export.paper import LONGEST, Paper, cut_short, pages, typeset
from simulator.numbers import percent, rounded
from simulator.workshop import telling
from simulator.workshop.group import Group
from simulator.workshop.telling import Called, GroupWords

FILE_NAME: Final = "group.pdf"
_SOURCE: Final = Path(__file__).with_name("group.typ")
_PAGES: Final = 2
_GREYS: Final = {Move.ASK: 30, Move.LISTEN: 50, Move.TELL: 72, Move.SELL: 84, Move.OTHER: 94}
"""How light the part of each move is, in percent."""
_LETTER: Final = 0.05
_SHARE: Final = 0.12
"""A narrower part of a bar has no room for its letter, and for its share beside it."""


def group_paper(group: Group, name: str, called: Called) -> bytes:
    """The debrief of the workshop of that name; the same group gives the same bytes on the same machine."""
    for longest in LONGEST:
        done = typeset(_SOURCE, _values(group, name, called, longest))
        if pages(done) == _PAGES:
            break
    return done


def _values(group: Group, name: str, called: Called, longest: int) -> dict[str, Any]:
    """All that the pages say."""
    words, cut = GroupWords.of(), partial(cut_short, longest)
    shown = [one for one in group.shifts if one.pairs]
    most = 1 if not shown or shown[0].id != "score" else 100
    return {
        "language": "en",
        "title": cut(words.title.format(name=name)),
        "made_of": telling.made_of(group) if group.talks else words.nothing,
        "carries": words.carries,
        "labels": {**words.model_dump(exclude={"figure", "stance", "layer", "third"}), **_heads()},
        "shifts": list(dict.fromkeys(map(telling.shift_in_words, shown))) or [words.none_twice],
        "pairs": [[one.first / most, one.last / most] for one in shown[0].pairs] if shown else [],
        "pairs_said": telling.pairs_in_words(shown[0], called) if shown else "",
        "guesses": [{"guess": one.guess, "measured": one.measured, "again": one.again} for one in group.guesses],
        "guesses_said": telling.guesses_in_words(group),
        "levels": [[texts(one.id).name, rounded(one.level, 1), str(one.talks)] for one in group.levels],
        "missed": [
            {"said": cut(telling.missed_in_words(one)), "openers": [cut(said) for said in telling.openers_in_words(one, called)]}
            for one in group.missed
        ],
        "unheard": "" if all(one.summary for one in group.missed) else words.unheard,
        "questions": [cut(words.asked_by.format(question=one.text, name=called(one.person))) for one in group.questions],
        "questions_why": words.no_questions if group.quoted else words.not_quoted,
        "thirds": [
            [third, [_part(move, share) for move, share in telling.shares_of(counts).items() if share]]
            for third, counts in zip(words.third, group.thirds, strict=False)
        ],
        "thirds_said": telling.thirds_in_words(group),
        "moves": ", ".join(f"{move.letter} {move.value}" for move in telling.MOVES),
        "stances_said": telling.stances_in_words(group),
    }


def _heads() -> dict[str, str]:
    words, paper = GroupWords.of(), Paper.of()
    return {
        "criterion": paper.criterion,
        "level": paper.level,
        "talks": words.talks,
        "guess_measured": f"{words.guess} → {words.measured} ↑",
    }


def _part(move: Move, share: float) -> dict[str, Any]:
    shown = f"{move.letter} {percent(share)}" if share >= _SHARE else move.letter if share >= _LETTER else ""
    return {"share": share, "grey": _GREYS[move], "shown": shown}
