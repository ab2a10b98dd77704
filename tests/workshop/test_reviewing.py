"""Talks of a workshop looked at by who leads it: drafted, signed, counted, shown to the player; and by nobody else. On both databases."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.errors import AttemptError, OwnerError, ReviewError
from simulator.evaluation.corrections import Correction
from simulator.evaluation.review import GONE, Comment, GivenLevel
from simulator.evaluation.scorecard import Measured, Scorecard
from simulator.people.person import OPERATOR, Person, Role
from simulator.practice.attempt import Attempt
from simulator.practice.owned import OwnedTalks
from simulator.practice.use_cases import Practice
from simulator.store.people import SqlPeople
from simulator.store.repository import SqlRepository
from simulator.store.reviews import SqlReviews
from simulator.store.workshops import SqlWorkshops
from simulator.workshop.reviewing import Reviewing, SignedSoFar
from simulator.workshop.use_cases import Rooms
from tests.practising import COACH, SCENARIO, practice

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
FAY = Person(id="f" * 32, name="Fay", roles=frozenset({Role.MANAGER, Role.FACILITATOR}))
TIM = Person(id="e" * 32, name="Tim", roles=frozenset({Role.MANAGER, Role.TRAINER}))
ANN = Person(id="a" * 32, name="Ann")


@dataclass
class Room:
    """A workshop of Fay's in which Ann has ended a talk, for whoever asks; a minute passes with every look at the clock."""

    base: Practice
    rooms: SqlWorkshops
    reviews: SqlReviews
    people: SqlPeople
    workshop: str = ""
    talk: str = ""
    now: datetime = NOON

    def clock(self) -> datetime:
        self.now += MINUTE
        return self.now

    def practice(self, who: Person) -> Practice:
        return replace(self.base, repository=OwnedTalks(self.base.repository, who), who=who, now=self.clock)

    def reviewing(self, who: Person = FAY) -> Reviewing:
        return Reviewing(kept=self.reviews, rooms=self.rooms, talks=self.base.repository, practice=self.practice(who))

    def held(self, who: Person, said: list[str]) -> Attempt:
        """A talk in the workshop with what was said, ended."""
        practice = self.practice(who)
        Rooms(kept=self.rooms, practice=practice, talks=self.base.repository).join(self.rooms.workshop(self.workshop).code)
        talk = practice.start(SCENARIO.id, seed=3, workshop=self.workshop)
        for words in said:
            practice.say(talk.id, words).whole()
        return practice.finish(talk.id)

    def anns(self) -> Attempt:
        """The talk as Ann sees it."""
        return self.practice(ANN).repository.get(self.talk)


@pytest.fixture
def room(address: str, tmp_path: Path) -> Iterator[Room]:
    talks, rooms, reviews, people = SqlRepository(address), SqlWorkshops(address), SqlReviews(address), SqlPeople(address)
    made = Room(replace(practice(tmp_path), repository=talks), rooms, reviews, people)
    made.workshop = Rooms(kept=rooms, practice=made.practice(FAY), talks=talks).make("Tuesday", [SCENARIO.id], NOON + 20 * 60 * MINUTE).id
    made.talk = made.held(ANN, COACH[:9]).id
    yield made
    for one in (talks, rooms, reviews, people):
        one.close()


def card_of(attempt: Attempt) -> Scorecard:
    assert attempt.scorecard is not None
    return attempt.scorecard


def question(card: Scorecard) -> Segment:
    return next(one for one in card.segments if one.code is Code.OPEN_QUESTION)


def code_for(one: Segment, code: Code | None, reason: str = "") -> Correction:
    return Correction(turn=one.turn, start=one.start, end=one.end, code=code, reason=reason)


def test_a_players_own_correction_in_a_workshop_moves_nothing_until_somebody_else_signs_it(room: Room) -> None:
    before = card_of(room.anns())
    asked = question(before)
    own = room.practice(ANN).correct(room.talk, code_for(asked, Code.ADVICE))
    assert card_of(own) == before
    assert [(one.code, one.labelled, one.by) for one in own.corrections] == [(Code.ADVICE, Code.OPEN_QUESTION, "")]
    assert card_of(room.practice(ANN).rescore(room.talk)).score == before.score
    look = room.reviewing().look(room.talk)
    ((place, waits),) = look.open.items()
    assert (look.card.segments[place], waits.code) == (asked, Code.ADVICE)
    room.reviewing().agree(room.talk, waits)
    assert card_of(room.anns()) == before
    after = card_of(room.reviewing().sign(room.talk))
    assert after.measured == Measured(value=before.score)
    assert after.score != before.score
    now = after.segments[place]
    assert (now.code, now.labelled, now.signed) == (Code.ADVICE, Code.OPEN_QUESTION, True)
    assert room.reviewing().look(room.talk).open == {}
    assert card_of(room.practice(ANN).rescore(room.talk)) == after


def test_a_refused_correction_waits_no_more_and_another_one_waits_again(room: Room) -> None:
    before = card_of(room.anns())
    asked = question(before)
    room.practice(ANN).correct(room.talk, code_for(asked, Code.ADVICE))
    room.reviewing().recode(room.talk, code_for(asked, None, "It asks."))
    after = room.reviewing().sign(room.talk)
    assert card_of(after).score == before.score
    assert card_of(after).measured is None
    assert room.reviewing().look(room.talk).open == {}
    assert room.reviewing().to_look_at(room.workshop)[0][1] == SignedSoFar(signed_at=after.reviews[0].signed_at, corrected=0)
    room.practice(ANN).correct(room.talk, code_for(asked, Code.LEADING_QUESTION))
    assert [one.code for one in room.reviewing().look(room.talk).open.values()] == [Code.LEADING_QUESTION]
    assert room.reviewing().to_look_at(room.workshop)[0][1].corrected == 1


def test_a_draft_is_the_reviewers_alone_and_counts_when_it_is_signed(room: Room) -> None:
    before, reviewing = room.anns(), room.reviewing()
    asked = question(card_of(before))
    reviewing.say(room.talk, Comment(turn=asked.turn, start=asked.start, end=asked.end, text="This one opened it."))
    reviewing.recode(room.talk, code_for(asked, Code.LEADING_QUESTION, "It has its answer in it."))
    reviewing.regrade(room.talk, GivenLevel(criterion="listening", level=4, reason="They went on for a page."))
    assert room.anns() == before
    draft = reviewing.look(room.talk)
    ahead = reviewing.ahead(draft)
    assert room.reviews.draft(room.talk, FAY.id) == draft.draft
    after = reviewing.sign(room.talk)
    assert card_of(after) == ahead
    assert room.anns() == after
    (review,) = after.reviews
    assert (review.by, review.codes[0].by, review.codes[0].labelled) == (FAY.id, FAY.id, Code.OPEN_QUESTION)
    assert review.signed_at
    assert review.signed_at > NOON
    assert review.comments[0].text == "This one opened it."
    listening = next(one for one in card_of(after).criteria if one.id == "listening")
    measured = next(one for one in card_of(before).criteria if one.id == "listening")
    assert (listening.level, listening.given, listening.measured) == (4, True, Measured(value=measured.level))
    assert room.reviews.draft(room.talk, FAY.id).says_nothing
    assert card_of(room.practice(ANN).rescore(room.talk)) == card_of(after)
    assert len(room.base.repository.scorecards(room.talk)) == 3


def test_what_is_drafted_can_be_taken_back(room: Room) -> None:
    reviewing = room.reviewing()
    asked = question(card_of(room.anns()))
    reviewing.recode(room.talk, code_for(asked, Code.ADVICE, "x"))
    reviewing.regrade(room.talk, GivenLevel(criterion="close", level=1, reason="x"))
    reviewing.take_back(room.talk, code=asked.span)
    assert [one.criterion for one in reviewing.look(room.talk).draft.levels] == ["close"]
    reviewing.take_back(room.talk, criterion="close")
    assert reviewing.look(room.talk).draft.says_nothing
    assert room.reviews.written_by(FAY.id) == ()


def test_what_cannot_be_is_refused_and_nothing_is_kept(room: Room) -> None:
    reviewing, asked = room.reviewing(), question(card_of(room.anns()))
    with pytest.raises(ReviewError, match="Say why"):
        reviewing.recode(room.talk, code_for(asked, Code.ADVICE))
    with pytest.raises(ReviewError, match="not cut that way"):
        reviewing.say(room.talk, Comment(turn=asked.turn, start=asked.start, end=asked.end + 1, text="x"))
    with pytest.raises(ReviewError, match="not judged by that"):
        reviewing.regrade(room.talk, GivenLevel(criterion="looks", level=1, reason="x"))
    with pytest.raises(ReviewError, match="any more"):
        reviewing.agree(room.talk, code_for(asked, Code.ADVICE))
    assert room.reviews.written_by(FAY.id) == ()


def test_two_who_sign_at_once_leave_nothing_out(room: Room) -> None:
    room.people.call(TIM.id, "Tim")
    Rooms(kept=room.rooms, practice=room.practice(TIM), talks=room.base.repository).join(room.rooms.workshop(room.workshop).code)
    tims, fays = room.reviewing(TIM), room.reviewing()
    asked = question(card_of(room.anns()))
    tims.recode(room.talk, code_for(asked, Code.ADVICE, "Tim's."))
    fays.regrade(room.talk, GivenLevel(criterion="close", level=4, reason="Fay's."))
    stale = fays.look(room.talk)
    tims.sign(room.talk)
    with pytest.raises(ReviewError, match="Somebody else"):
        room.reviews.sign_off(room.talk, room.clock(), stale.draft, stale.card, after=len(stale.attempt.reviews))
    after = card_of(fays.sign(room.talk))
    assert [one.code for one in after.segments if one.signed] == [Code.ADVICE]
    assert [one.id for one in after.criteria if one.given] == ["close"]


def test_nobody_else_reads_or_reviews_a_talk(room: Room) -> None:
    bo = Person(id="b" * 32, name="Bo")
    room.held(bo, COACH[:2])
    asked = question(card_of(room.anns()))
    player, another = replace(ANN, roles=frozenset(Role) - {Role.OPERATOR}), replace(FAY, id="9" * 32)
    for person in (player, another, TIM, bo, Person(id="c" * 32, roles=frozenset({Role.ADMIN})), OPERATOR):
        reviewing = room.reviewing(person)
        with pytest.raises(OwnerError):
            reviewing.look(room.talk)
        with pytest.raises(OwnerError):
            reviewing.say(room.talk, Comment(turn=asked.turn, start=asked.start, end=asked.end, text="x"))
        with pytest.raises(OwnerError):
            reviewing.sign(room.talk)
        assert room.talk not in [one.id for one, _ in reviewing.to_look_at(room.workshop)]


def test_a_trainer_who_was_sent_out_looks_at_nothing_any_more(room: Room) -> None:
    Rooms(kept=room.rooms, practice=room.practice(TIM), talks=room.base.repository).join(room.rooms.workshop(room.workshop).code)
    assert [one.id for one, _ in room.reviewing(TIM).to_look_at(room.workshop)] == [room.talk]
    room.rooms.remove(room.workshop, [TIM.id], room.clock())
    with pytest.raises(OwnerError):
        room.reviewing(TIM).look(room.talk)


def test_a_talk_outside_any_workshop_and_one_that_goes_on_are_not_looked_at(room: Room) -> None:
    alone = room.practice(ANN).start(SCENARIO.id)
    with pytest.raises(OwnerError):
        room.reviewing().look(alone.id)
    running = room.practice(ANN).start(SCENARIO.id, workshop=room.workshop)
    with pytest.raises(AttemptError, match="still going on"):
        room.reviewing().look(running.id)
    assert [one.id for one, _ in room.reviewing().to_look_at(room.workshop)] == [room.talk]


def signed(room: Room) -> None:
    """Fay has signed a code, a comment and a level on Ann's talk, and drafted another comment."""
    reviewing, asked = room.reviewing(), question(card_of(room.anns()))
    reviewing.recode(room.talk, code_for(asked, Code.ADVICE, "Kumquat."))
    reviewing.say(room.talk, Comment(turn=asked.turn, start=asked.start, end=asked.end, text="Kumquat."))
    reviewing.regrade(room.talk, GivenLevel(criterion="close", level=4, reason="Kumquat."))
    reviewing.sign(room.talk)
    reviewing.say(room.talk, Comment(turn=asked.turn, start=asked.start, end=asked.end, text="Kumquat again."))


@pytest.mark.parametrize("how", ["talk", "everything of the player's", "workshop"])
def test_what_was_said_of_a_talk_goes_with_it(room: Room, address: str, how: str) -> None:
    signed(room)
    if how == "talk":
        room.practice(ANN).delete(room.talk)
    elif how == "workshop":
        Rooms(kept=room.rooms, practice=room.practice(FAY), talks=room.base.repository).clear(room.workshop)
    else:
        room.practice(ANN).delete_all()
    engine = create_engine(address)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT COUNT(*) FROM reviews")).scalar() == 0
    engine.dispose()


def test_what_a_reviewer_wrote_goes_with_them_and_the_score_stays(room: Room) -> None:
    signed(room)
    before = room.anns()
    room.people.forget(FAY.id)
    after = room.anns()
    assert card_of(after) == card_of(before)
    assert [one.by for one in after.reviews] == [GONE]
    assert room.reviews.written_by(FAY.id) == ()
    assert "Kumquat" not in json.dumps([repr(after), repr(room.reviews.written_by(GONE))])
    assert card_of(room.practice(ANN).rescore(room.talk)) == card_of(before)


def test_in_sqlite_no_word_of_a_review_is_left_in_the_files(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'talks.db'}"
    made = Room(practice(tmp_path), SqlWorkshops(address), SqlReviews(address), SqlPeople(address))
    made.workshop = (
        Rooms(kept=made.rooms, practice=made.practice(FAY), talks=made.base.repository)
        .make("Tuesday", [SCENARIO.id], NOON + 20 * 60 * MINUTE)
        .id
    )
    made.talk = made.held(ANN, COACH[:9]).id
    signed(made)
    made.people.forget(FAY.id)
    held = b"".join(path.read_bytes() for path in tmp_path.glob("talks.db*"))
    assert b"Kumquat" not in held
    assert made.talk.encode() in held


def test_what_was_tried_again_from_a_reviewed_talk_begins_without_the_review(room: Room) -> None:
    signed(room)
    assert room.practice(ANN).branch(room.talk, 4).reviews == ()


def test_a_review_is_kept_back_from_its_player_with_the_scores(room: Room) -> None:
    rooms = Rooms(kept=room.rooms, practice=room.practice(FAY), talks=room.base.repository)
    signed(room)
    room.rooms.change(replace(room.rooms.workshop(room.workshop), scores_held=True))
    assert (room.anns().scorecard, room.anns().reviews) == (None, ())
    assert room.reviewing().look(room.talk).attempt.reviews
    rooms.steer(room.workshop, scores_opened=True)
    assert [one.by for one in room.anns().reviews] == [FAY.id]
