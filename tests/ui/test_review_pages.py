"""A talk of a workshop looked at on the page: by who leads it, and seen by its player once it is signed."""

from dataclasses import dataclass

import pytest

from simulator.people.cookie import NAME
from simulator.people.person import Person, Role
from simulator.practice.attempt import Attempt
from simulator.workshop.room import Workshop
from tests.ui.rooms import Room, lead
from tests.ui.seen import Seen

SAID = (
    "How have you been these last weeks?",
    "So the days end with a second day of work.",
    "You should take a week off, and I will tell the others.",
    "What would help you most?",
    "It sounds like you carry it alone.",
    "You must hand over the Larsen account by Friday.",
    "What have you tried so far?",
    "What will you do, and by when?",
)


@dataclass
class Looked:
    """Ann's talk in Fay's workshop, and the cookies of both."""

    room: Room
    workshop: Workshop
    ann: Person
    talk: str
    anns: str
    fays: str

    def seen(self, cookie: str, path: str, attempt: str = "") -> Seen:
        """A page in the browser that has this cookie."""
        self.room.cookies[NAME] = cookie
        return Seen(path, attempt=attempt) if attempt else Seen(path)

    def review(self) -> Seen:
        """The talk as Fay looks at it."""
        return self.seen(self.fays, "review", attempt=self.talk)

    def debrief(self) -> Seen:
        """The same as Ann does."""
        return self.seen(self.anns, "debrief", attempt=self.talk)

    def kept(self) -> Attempt:
        """The talk as it is kept."""
        return self.room.services.of(self.ann).repository.get(self.talk)


@pytest.fixture
def looked(room: Room) -> Looked:
    workshop, fays = lead(room)
    ann = room.visitor("Ann")
    mine = room.services.of(ann)
    mine.rooms.join(workshop.code)
    talk = mine.rooms.begin(workshop.id)
    for words in SAID:
        mine.practice.say(talk.id, words).whole()
    mine.practice.finish(talk.id)
    return Looked(room, workshop, ann, talk.id, room.cookies[NAME], fays)


def choose(seen: Seen, number: int) -> None:
    """Open that cell of the strip."""
    next(one for one in seen.page.button if (one.key or "").startswith("cell-") and f"-{number}" in (one.key or "")).click()
    seen.run()


def fill(seen: Seen, start: str, text: str) -> None:
    """Type into the first box whose key begins so."""
    boxes = [*seen.page.text_input, *seen.page.text_area]
    next(one for one in boxes if (one.key or "").startswith(start)).set_value(text)


def test_who_leads_finds_the_talk_comments_and_signs_and_the_player_sees_it(looked: Looked) -> None:
    seen = looked.seen(looked.fays, "workshops")
    assert "Talks to look at (1)" in seen.said
    assert "Ann" not in seen.said
    assert "not looked at yet" in seen.said
    seen.press("Look at it")
    assert looked.talk in seen.page.query_params["attempt"]
    seen = looked.review()
    assert "Choose a cell or a criterion" in seen.said
    choose(seen, 0)
    fill(seen, "review-comment-", "*A good* way in.")
    seen.press("Keep this")
    assert "Not signed yet: 1 comment." in seen.said
    assert "A good" not in looked.debrief().said
    assert "looked at this talk" not in looked.debrief().said
    seen = looked.review()
    seen.press("Sign off")
    assert "Fay looked at this talk" in seen.said.replace("*", "")
    debrief = looked.debrief()
    assert "Fay looked at this talk" in debrief.said.replace("*", "")
    assert "1 comment" in debrief.said
    assert SAID[0] in debrief.said
    choose(debrief, 0)
    assert "*A good* way in." in debrief.said
    assert "signed" in looked.seen(looked.fays, "workshops").said


def test_another_level_needs_a_reason_moves_the_score_when_signed_and_is_marked_everywhere(looked: Looked) -> None:
    before = looked.kept().scorecard
    assert before is not None
    assert before.score is not None
    seen = looked.review()
    level = next(one for one in seen.page.selectbox if (one.key or "").startswith("level-value-listening"))
    level.set_value(4 if level.value != 4 else 0)
    keep = next(one for one in seen.page.button if (one.key or "").startswith("level-keep-listening"))
    keep.click()
    seen.run()
    assert "Say why" in seen.said
    fill(seen, "level-why-listening", "They went on for a page.")
    next(one for one in seen.page.button if (one.key or "").startswith("level-keep-listening")).click()
    seen.run()
    assert "Signed, the score goes from" in seen.said
    assert looked.kept().scorecard == before
    seen.press("Sign off")
    after = looked.kept().scorecard
    assert after is not None
    assert after.score != before.score
    debrief = looked.debrief()
    for mark in ("Given in a review. Measured:", "They went on for a page.", f"Measured alone, the score is {before.score:.0f}"):
        assert mark in debrief.said
    assert f"put right by people (measured: {before.score:.0f})" in looked.seen(looked.anns, "history").said


def test_the_players_own_code_waits_is_shown_as_theirs_and_is_decided_with_a_yes(looked: Looked) -> None:
    card = looked.kept().scorecard
    assert card is not None
    seen = looked.debrief()
    choose(seen, 0)
    box = next(one for one in seen.page.selectbox if (one.key or "").startswith("correct-"))
    other = next(one for one in card.segments if one.code.move is not card.segments[0].code.move).code
    box.set_value(other)
    seen.run()
    assert "It counts once whoever leads the workshop signs it" in seen.said
    assert looked.kept().scorecard == card
    seen = looked.review()
    assert "What they would put right" in seen.said
    seen.press("No,")
    assert "Say why" in seen.said
    seen.press("Yes,")
    assert "Your answer:" in seen.said
    seen.press("Sign off")
    after = looked.kept().scorecard
    assert after is not None
    assert (after.segments[0].code, after.segments[0].signed) == (other, True)
    assert "What they would put right" not in looked.review().said
    debrief = looked.debrief()
    choose(debrief, 0)
    assert "Put right in a review" in debrief.said


def test_nobody_else_opens_it_and_the_page_is_in_no_menu(looked: Looked) -> None:
    for name, roles in (("Bo", ()), ("Gil", (Role.FACILITATOR,)), ("Tia", (Role.TRAINER,))):
        looked.room.visitor(name, *roles)
        seen = Seen("review", attempt=looked.talk)
        assert "Sign off" not in seen.said
        assert SAID[0] not in seen.said
    assert "Sign off" not in looked.seen(looked.anns, "review", attempt=looked.talk).said
    links = [str(one.proto.label) for one in looked.review().page.get("page_link")]
    assert "Workshops" in links
    assert "Review" not in links


def test_a_trainer_who_is_in_the_workshop_looks_too(looked: Looked) -> None:
    tia = looked.room.visitor("Tia", Role.TRAINER)
    assert "for who leads a workshop" in Seen("workshops").said
    looked.room.services.of(tia).rooms.join(looked.workshop.code)
    seen = Seen("workshops")
    assert "Talks to look at (1)" in seen.said
    assert not seen.can("Pause")
    assert Seen("review", attempt=looked.talk).can("Sign off")


def test_with_nothing_chosen_the_page_leads_to_the_workshops(looked: Looked) -> None:
    seen = looked.seen(looked.fays, "review")
    assert "Choose a talk under Workshops" in seen.said
    seen.press("To the workshops")
    assert "Talks to look at" in seen.said


def test_who_comes_in_is_told_who_can_read_their_talks(looked: Looked) -> None:
    assert "can read the talks you end here" in looked.seen(looked.anns, "join").said
