"""What a tool cut is whole again: the same words give the same turns, and so the same score, however they were cut."""

import random
from collections.abc import Sequence

import pytest

from simulator.conversation import Conversation, Segment, Speaker
from simulator.evaluation.feedback.rewriter import NoRewriter
from simulator.evaluation.labelling.labeller import Said, TurnByTurn
from simulator.evaluation.labelling.trained import built_in
from simulator.evaluation.scoring import assess
from simulator.transcripts import parse
from simulator.transcripts.joining import joined
from simulator.transcripts.utterance import Utterance
from tests.played import SHIPPED, played

MOVES = 3.0
"""Points by which a score may move when a talk is cut."""
ENGLISH = [one for one in SHIPPED if one.language == "en"]
SCENARIOS, WAYS, PARTS = 25, 20, 5
"""Two talks a scenario, each cut in so many ways, in so many tests."""


def said(*lines: str) -> list[Utterance]:
    pairs = [line.partition(": ") for line in lines]
    return [Utterance(name=name, words=words, line=number) for number, (name, _, words) in enumerate(pairs, start=1)]


def whole(*lines: str) -> list[str]:
    return [f"{one.name}: {one.words}" for one in joined(said(*lines))]


def test_a_sentence_that_goes_on_behind_the_others_words_is_joined_where_it_began() -> None:
    assert whole("K: How did the visit", "D: Yeah.", "K: go for you? And what did", "D: It was hard.", "K: you try?", "D: Little.") == [
        *("K: How did the visit go for you?", "D: Yeah.", "K: And what did you try?", "D: It was hard. Little."),
    ]


def test_a_listeners_word_inside_a_turn_comes_after_it() -> None:
    assert whole("D: I froze there.", "K: Mhm.", "D: I had nothing.", "K: So you stood there.") == [
        *("D: I froze there. I had nothing.", "K: Mhm. So you stood there."),
    ]


def test_an_answer_is_no_listeners_word() -> None:
    lines = ("K: Was it hard?", "D: Yeah.", "K: What was hard?", "D: The price.")
    assert whole(*lines) == list(lines)


def test_without_points_nothing_is_told_from_them() -> None:
    lines = ("k: how was the visit", "d: it was hard", "k: what was hard about it", "d: the price", "k: and then", "d: i left")
    assert whole(*lines) == list(lines)


def cut_nowhere(talk: Conversation) -> str:
    return "\n".join(f"{'Kim' if turn.speaker is Speaker.MANAGER else 'Dana'}: {' '.join(turn.text.split())}" for turn in talk)


def cut(talk: Conversation, chance: random.Random) -> str:
    """The talk as a tool may write it: turns in pieces, the manager's sentences parted by a listener's word."""
    lines = []
    for turn in talk:
        name = "Kim" if turn.speaker is Speaker.MANAGER else "Dana"
        words = turn.text.split()
        while words:
            count = chance.choice([len(words), len(words), chance.randint(1, len(words))])
            lines.append(f"{name}: {' '.join(words[:count])}")
            rest = words[count:]
            if rest and name == "Kim" and not words[count - 1].endswith((".", "?", "!", "…", "”", '"')) and chance.random() < 0.4:
                lines.append("Dana: Mhm.")
            words = rest
    return "\n".join(lines)


class Recalling:
    """The built-in labeller, which remembers what it made of a turn: what is cut and joined again is mostly the same."""

    def __init__(self) -> None:
        self._labeller, self._made = built_in(), dict[Said, tuple[Segment, ...]]()
        self.version = self._labeller.version

    def label(self, text: str, *, context: str = "", turn: int = 0) -> tuple[Segment, ...]:
        return self.label_many([Said(text=text, context=context, turn=turn)])[0]

    def label_many(self, said: Sequence[Said]) -> list[tuple[Segment, ...]]:
        new = [one for one in said if one not in self._made]
        self._made |= dict(zip(new, self._labeller.label_many(new), strict=True))
        return [self._made[one] for one in said]


@pytest.mark.parametrize("part", range(PARTS))
def test_a_talk_that_was_cut_scores_as_it_did_whole(part: int) -> None:
    judge, chance = TurnByTurn(labeller=Recalling()), random.Random(part)
    for scenario in ENGLISH[part:SCENARIOS:PARTS]:
        for play in played(scenario.id, "coach", "teller"):
            once = parse(cut_nowhere(play.talk), manager=["Kim"])
            right = assess(once.talk, judge, NoRewriter(), app="0").score
            assert right is not None
            for _ in range(WAYS):
                again = parse(cut(play.talk, chance), manager=["Kim"])
                assert [turn.text for turn in again.talk.by(Speaker.MANAGER)] == [turn.text for turn in once.talk.by(Speaker.MANAGER)]
                score = assess(again.talk, judge, NoRewriter(), app="0").score
                assert score is not None
                assert abs(score - right) < MOVES
