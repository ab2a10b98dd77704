"""What a reviewer says of a talk: reasons are asked for, the newest word on a place stands, and what counts is marked as theirs."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.errors import ReviewError
from simulator.evaluation.corrections import Correction, applied, waiting
from simulator.evaluation.review import GONE, MOST_WORDS, Comment, GivenLevel, Review, counting, given_levels, signed_codes
from simulator.evaluation.scorecard import Measured, Scorecard
from simulator.evaluation.scoring import score
from simulator.state import RepState
from tests.evaluation.talks import VERSIONS, talk
from tests.scenarios_for_tests import make_scenario

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SAID = [("Okay. ", Code.SOCIAL), ("Have you called her?", Code.CLOSED_QUESTION)]
_, SEGMENTS = talk("Hm.", SAID)
CALLED = SEGMENTS[1]
FAY = Review(by="fay")
TEN = [
    ("How did it go?", Code.OPEN_QUESTION),
    ("You should call them.", Code.ADVICE),
    ("You must send it today.", Code.INSTRUCTION),
    ("So it slipped again.", Code.REFLECTION),
    ("Do it by Friday.", Code.INSTRUCTION),
    ("What could you try?", Code.OPEN_QUESTION),
    ("You have to call them by noon.", Code.INSTRUCTION),
    ("The list goes out on Monday.", Code.INFORMATION),
    ("Bring me every quote.", Code.INSTRUCTION),
    ("So you wait for others.", Code.REFLECTION),
]


def fix(code: Code | None, reason: str = "", minutes: int = 0) -> Correction:
    return Correction(turn=2, start=CALLED.start, end=CALLED.end, code=code, reason=reason, made_at=NOON + timedelta(minutes=minutes))


def signed(review: Review, minutes: int = 0) -> Review:
    return replace(review, signed_at=NOON + timedelta(minutes=minutes))


@pytest.mark.parametrize("blank", ["", "  \n", "\x00\x1b"])
def test_a_change_without_a_reason_and_a_blank_comment_are_not_kept(blank: str) -> None:
    with pytest.raises(ReviewError, match="Say why"):
        FAY.with_code(fix(Code.OPEN_QUESTION, blank))
    with pytest.raises(ReviewError, match="Say why"):
        FAY.with_level(GivenLevel(criterion="close", level=3, reason=blank))
    with pytest.raises(ReviewError, match="nothing to keep"):
        FAY.with_comment(Comment(turn=2, start=0, end=6, text=blank))


@pytest.mark.parametrize("level", [-1, 5])
def test_a_level_is_0_to_4_and_a_reason_has_an_end(level: int) -> None:
    with pytest.raises(ReviewError, match="0 to 4"):
        FAY.with_level(GivenLevel(criterion="close", level=level, reason="x"))
    with pytest.raises(ReviewError, match="shorten"):
        FAY.with_comment(Comment(turn=2, start=0, end=6, text="x" * (MOST_WORDS + 1)))


def test_the_newest_word_on_a_place_stands_and_can_be_taken_away() -> None:
    first = FAY.with_code(fix(Code.ADVICE, "a")).with_comment(Comment(turn=2, start=0, end=6, text="one"))
    again = first.with_code(fix(Code.OPEN_QUESTION, " it asks ")).with_comment(Comment(turn=2, start=0, end=6, text="two"))
    again = again.with_level(GivenLevel(criterion="close", level=1, reason="a")).with_level(
        GivenLevel(criterion="close", level=2, reason="b")
    )
    assert [(one.code, one.reason, one.by) for one in again.codes] == [(Code.OPEN_QUESTION, "it asks", "fay")]
    assert [one.text for one in again.comments] == ["two"]
    assert [one.level for one in again.levels] == [2]
    assert again.without(code=CALLED.span).codes == ()
    assert again.without(comment=(2, 0, 6)).comments == ()
    assert again.without(code=CALLED.span, comment=(2, 0, 6), criterion="close").says_nothing


def test_in_a_workshop_a_players_own_correction_counts_when_somebody_else_has_signed_it() -> None:
    own = [fix(Code.OPEN_QUESTION)]
    assert applied(SEGMENTS, counting(own, [], together=True))[0] == SEGMENTS
    alone = applied(SEGMENTS, counting(own, [], together=False))[0][1]
    assert (alone.code, alone.labelled, alone.signed) == (Code.OPEN_QUESTION, Code.CLOSED_QUESTION, False)
    review = signed(FAY.with_code(fix(Code.OPEN_QUESTION, "Yes.")), 5)
    counted = applied(SEGMENTS, counting(own, [review], together=True))[0][1]
    assert (counted.code, counted.labelled, counted.signed) == (Code.OPEN_QUESTION, Code.CLOSED_QUESTION, True)


def test_a_reviewer_can_say_that_the_labeller_was_right() -> None:
    review = signed(FAY.with_code(fix(None, "It is closed.")), 5)
    (_, kept), _ = applied(SEGMENTS, counting([fix(Code.OPEN_QUESTION)], [review], together=True))
    assert (kept.code, kept.labelled, kept.signed) == (Code.CLOSED_QUESTION, None, True)


def test_what_waits_for_a_yes_or_no() -> None:
    def left(own: list[Correction], *reviews: Review) -> list[Code | None]:
        codes = signed_codes(reviews)
        return [one.code for one in waiting(applied(SEGMENTS, codes)[0], own, codes).values()]

    asked = fix(Code.OPEN_QUESTION, minutes=1)
    yes, no = (signed(FAY.with_code(fix(code, "So.")), 2) for code in (Code.OPEN_QUESTION, None))
    assert left([asked]) == [Code.OPEN_QUESTION]
    assert left([asked, fix(None, minutes=2)]) == []
    assert left([asked], yes) == left([asked], no) == []
    assert left([asked, fix(Code.ADVICE, minutes=3)], no) == [Code.ADVICE]
    assert left([asked, fix(None, minutes=3)], yes) == [None]
    elsewhere = signed(FAY.with_code(replace(fix(Code.ADVICE, "So."), start=0, end=5)), 2)
    assert left([asked], elsewhere) == [Code.OPEN_QUESTION]


def test_what_an_author_wrote_goes_with_them_and_the_figures_stay() -> None:
    said = signed(
        FAY.with_code(fix(Code.OPEN_QUESTION, "secret"))
        .with_comment(Comment(turn=2, start=0, end=6, text="secret"))
        .with_level(GivenLevel(criterion="close", level=2, reason="secret"))
    )
    left = said.without_author()
    assert "secret" not in repr(left)
    assert "fay" not in repr(left)
    assert (left.by, left.signed_at, left.codes[0].code, left.levels[0].level) == (GONE, NOON, Code.OPEN_QUESTION, 2)


def test_the_newest_level_counts_and_can_be_given_up() -> None:
    two, four, none = (signed(FAY.with_level(GivenLevel(criterion="close", level=level, reason="So."))) for level in (2, 4, None))
    assert given_levels([two, four]) == {"close": 4}
    assert given_levels([two, none]) == {}


TALK, CODED = talk(*[part for one in TEN for part in ("Hm.", [one])])


def scored(segments: tuple[Segment, ...], **levels: int) -> Scorecard:
    return score(TALK, segments, versions=VERSIONS, scenario=make_scenario(), state=RepState(openness=0.5, seed=1), levels=levels)


def test_a_given_level_counts_and_what_was_measured_stays_beside_it() -> None:
    bare, given = scored(CODED), scored(CODED, balance=4)
    assert bare.score is not None
    assert given.score is not None
    was, now = (next(one for one in card.criteria if one.id == "balance") for card in (bare, given))
    assert was.level is not None
    assert (was.given, was.measured, bare.measured) == (False, None, None)
    assert (now.level, now.given, now.measured, now.next) == (4, True, Measured(value=was.level), "")
    assert given.score > bare.score
    assert given.measured == Measured(value=bare.score)
    others = [(one.id, one.level, one.given, one.measured) for one in given.criteria if one.id != "balance"]
    assert others == [(one.id, one.level, False, None) for one in bare.criteria if one.id != "balance"]


def test_a_level_can_be_given_where_none_was_measured() -> None:
    few = CODED[:5]
    before = next(one for one in scored(few).criteria if one.level is None)
    after = next(one for one in scored(few, **{before.id: 3}).criteria if one.id == before.id)
    assert (after.level, after.unscored, after.measured) == (3, "", Measured(value=None, unscored=before.unscored))


def test_a_code_that_was_put_right_moves_levels_and_score_and_both_are_there() -> None:
    right = tuple(one.corrected(Code.OPEN_QUESTION, signed=True) if one.code is Code.INSTRUCTION else one for one in CODED)
    bare, after = scored(CODED), scored(right)
    assert after.measured == Measured(value=bare.score)
    assert after.score != bare.score
    levels = {one.id: one.level for one in bare.criteria}
    moved = [one for one in after.criteria if one.level != levels[one.id]]
    assert moved
    assert all(one.measured and one.measured.value == levels[one.id] and not one.given for one in moved)


def test_the_next_step_is_nothing_that_a_reviewer_found_done() -> None:
    bare = scored(CODED)
    assert bare.one_thing is not None
    done = scored(CODED, **{one.id: 4 for one in bare.criteria if one.level is not None})
    assert done.one_thing is None
