"""A group's debrief in sentences: the same on the page, on paper, and for who cannot see a picture."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from simulator.codes import Move
from simulator.evaluation.criteria.levels import texts
from simulator.language.words import Words
from simulator.numbers import count_of, nearest, percent, rounded
from simulator.scenario.model import Layer, Stance
from simulator.workshop.group import FEWEST_PEOPLE, NEAR, SCORE, Group, MissedFact, Shift

Called = Callable[[str], str]
"""What the person of that id is called here."""
MOVES: Final = (Move.ASK, Move.LISTEN, Move.TELL, Move.SELL, Move.OTHER)
"""The order in which moves are told."""


class GroupWords(Words):
    """What is said of a group."""

    topic: ClassVar[str] = "group"
    title: str
    somebody: str
    carries: str
    nothing: str
    made_of: str
    left_out: str
    figure: dict[str, str]
    shift: str
    first: str
    last: str
    none_twice: str
    too_few: str
    change: str
    maybe_none: str
    each: str
    knows_story: str
    up: str
    down: str
    same: str
    pairs: str
    guesses: str
    marks: str
    guess: str
    measured: str
    no_guess: str
    guessed: str
    too_high: str
    too_low: str
    exact: str
    criteria: str
    no_criteria: str
    weakest: str
    talks: str
    criterion: str
    missed: str
    none_missed: str
    fact: str
    fact_unheard: str
    unheard: str
    opens: str
    opened: str
    asked_by: str
    questions: str
    no_questions: str
    not_quoted: str
    thirds: str
    no_thirds: str
    third: tuple[str, str, str]
    third_in_words: str
    stances: str
    stance: dict[Stance, str]
    stance_in_words: str
    no_score: str
    mean_score: str
    layer: dict[Layer, str]


def made_of(group: Group) -> str:
    """What the debrief is made of, and what was left out."""
    words = GroupWords.of()
    said = words.made_of.format(talks=count_of(group.talks, "scored talk"), people=count_of(group.people, "person", "people"))
    return f"{said} {words.left_out.format(talks=count_of(group.other_versions, 'talk'))}" if group.other_versions else said


def value_in_words(name: str, value: float) -> str:
    """A figure as a person reads it: a score, or a share."""
    return rounded(value) if name == SCORE else percent(value)


def change_in_words(name: str, by: float) -> str:
    """A change in points: "4 points up"."""
    words, points = GroupWords.of(), _points(name, by)
    if not points:
        return words.same
    return (words.up if points > 0 else words.down).format(points=count_of(abs(points), "point"))


def shift_in_words(shift: Shift) -> str:
    """How a figure moved, with its uncertainty; or that too few people tried twice."""
    words = GroupWords.of()
    if not shift.pairs:
        return words.none_twice
    people = count_of(len(shift.pairs), "person", "people")
    if shift.by is None or shift.low is None or shift.high is None:
        return words.too_few.format(people=people, fewest=FEWEST_PEOPLE)
    first, last = (sum(ends) / len(shift.pairs) for ends in zip(*((one.first, one.last) for one in shift.pairs), strict=True))
    said = words.change.format(
        figure=words.figure[shift.id],
        first=value_in_words(shift.id, first),
        last=value_in_words(shift.id, last),
        people=people,
        by=change_in_words(shift.id, shift.by),
        low=change_in_words(shift.id, shift.low),
        high=change_in_words(shift.id, shift.high),
    )
    return f"{said} {words.maybe_none}" if shift.low <= 0 <= shift.high else said


def pairs_in_words(shift: Shift, called: Called) -> str:
    """Everybody's first and last try."""
    words = GroupWords.of()
    said = (f"{called(one.person)} {value_in_words(shift.id, one.first)} → {value_in_words(shift.id, one.last)}" for one in shift.pairs)
    return words.pairs.format(figure=words.figure[shift.id], pairs=", ".join(said))


def guesses_in_words(group: Group) -> str:
    """How guesses of the asked share did."""
    words, gap = GroupWords.of(), group.gap
    if gap is None:
        return words.no_guess
    off = [one.guess - one.measured for one in group.guesses]
    near = sum(abs(one) < NEAR for one in off)
    over, points = sum(one >= NEAR for one in off), nearest(gap * 100)
    middle = words.exact if not points else (words.too_high if points > 0 else words.too_low).format(points=count_of(abs(points), "point"))
    return words.guessed.format(
        guesses=count_of(len(off), "guess", "guesses"),
        near=near,
        points=count_of(nearest(NEAR * 100), "point"),
        over=over,
        under=len(off) - near - over,
        by=middle,
    )


def weakest_in_words(group: Group) -> str:
    """The criterion with the most room; Markdown stars stand round its name."""
    words = GroupWords.of()
    if not group.levels:
        return words.no_criteria
    one = group.levels[0]
    return words.weakest.format(name=texts(one.id).name, level=rounded(one.level, 1), talks=count_of(one.talks, "talk"))


def levels_in_words(group: Group) -> str:
    """Every criterion with its mean level."""
    words = GroupWords.of()
    return ", ".join(
        words.criterion.format(name=texts(one.id).name, level=rounded(one.level, 1), talks=count_of(one.talks, "talk"))
        for one in group.levels
    )


def missed_in_words(fact: MissedFact) -> str:
    """What was missed, by how many; not what it is where nobody heard it."""
    words = GroupWords.of()
    said = words.fact if fact.summary else words.fact_unheard
    return said.format(layer=words.layer[fact.layer], missed=fact.missed, people=fact.people, summary=fact.summary)


def openers_in_words(fact: MissedFact, called: Called) -> list[str]:
    """The questions that people opened it with, else the author's that would."""
    words = GroupWords.of()
    asked = [words.opened.format(question=words.asked_by.format(question=one.text, name=called(one.person))) for one in fact.questions]
    return asked or ([words.opens.format(question=fact.opener)] if fact.opener else [])


def shares_of(counts: Mapping[Move, int]) -> dict[Move, float]:
    """Counts of moves as shares of them all."""
    total = sum(counts.values())
    return {move: counts.get(move, 0) / total for move in MOVES} if total else {}


def thirds_in_words(group: Group) -> str:
    """What was done in each third of the talks."""
    words = GroupWords.of()
    return "; ".join(
        words.third_in_words.format(
            third=third, moves=", ".join(f"{move.value} {percent(share)}" for move, share in shares_of(counts).items())
        )
        for third, counts in zip(words.third, group.thirds, strict=False)
    )


def stances_in_words(group: Group) -> str:
    """How much was managed, led and coached, and how it went."""
    words = GroupWords.of()
    return "; ".join(
        words.stance_in_words.format(stance=words.stance[one.stance], talks=count_of(one.talks, "talk"), score=score_in_words(one.score))
        for one in group.stances
    )


def score_in_words(score: float | None) -> str:
    """A mean score, or that there is none."""
    words = GroupWords.of()
    return words.no_score if score is None else words.mean_score.format(score=rounded(score))


def _points(name: str, by: float) -> int:
    return nearest(by if name == SCORE else by * 100)
