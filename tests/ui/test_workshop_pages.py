"""A workshop as its people see it: made, joined by its code, practised, steered; and nobody else's."""

import pytest

from simulator.people.cookie import NAME
from simulator.people.person import Role
from tests.ui.rooms import Room, lead
from tests.ui.seen import Seen


def test_who_brings_the_code_is_in_their_first_talk_at_once(room: Room) -> None:
    made, fay = lead(room)
    room.visitor("Ann")
    seen = Seen("join", code=made.code)
    assert room.services.repository.get(seen.talk).workshop == made.id
    seen.say("How have you been these last weeks?")
    assert len(seen.turns) == 3
    room.cookies[NAME] = fay
    assert "Who is here (1)" in Seen("workshops").said


def test_a_code_in_the_address_of_any_page_leads_in(room: Room) -> None:
    made, _ = lead(room)
    room.visitor("Ann")
    Seen("find", code=made.code)
    assert [one.person for one in room.services.rooms.kept.members(made.id)]


@pytest.mark.parametrize("typed", ["", "ABCDEF", "12", "=1+1"])
def test_a_wrong_code_is_said_calmly_and_the_box_stays(room: Room, typed: str) -> None:
    lead(room)
    room.visitor("Ann")
    seen = Seen("join")
    seen.page.text_input(key="joining-code").set_value(typed)
    seen.press("Come in")
    assert "No workshop has that code now" in seen.said
    assert seen.can("Come in")


def test_scores_that_are_kept_back_are_shown_when_the_facilitator_opens_them(room: Room) -> None:
    made, fay = lead(room, held=True)
    ann = room.visitor("Ann")
    mine = room.services.of(ann)
    mine.rooms.join(made.code)
    talk = mine.rooms.begin(made.id)
    for words in ("What has it been like since Deb left?", "So the days end with a second day.", "What would help you most?"):
        mine.practice.say(talk.id, words).whole()
    mine.practice.finish(talk.id)
    anns = room.cookies[NAME]
    seen = Seen("debrief", attempt=talk.id)
    assert "scores are opened together" in seen.said
    assert "Asked" not in "".join(one.label for one in seen.page.expander if one.label != "The whole talk")
    assert "scores are opened together" in Seen("history").said
    assert "score " not in Seen("history").said
    room.cookies[NAME] = fay
    leads = Seen("workshops")
    leads.press("Open the scores")
    room.cookies[NAME] = anns
    assert "scores are opened together" not in Seen("debrief", attempt=talk.id).said


def test_a_paused_round_begins_no_talk_and_goes_on_when_it_is_let(room: Room) -> None:
    made, fay = lead(room)
    leads = Seen("workshops")
    leads.press("Pause")
    room.visitor("Ann")
    assert "No new talk is begun just now" in Seen("join", code=made.code).said
    anns = room.cookies[NAME]
    room.cookies[NAME] = fay
    again = Seen("workshops")
    again.press("Go on")
    room.cookies[NAME] = anns
    seen = Seen("join")
    seen.press("Go on")
    assert room.services.repository.get(seen.talk).workshop == made.id


def test_a_workshop_is_shown_to_who_leads_it_alone(room: Room) -> None:
    lead(room)
    room.visitor("Gil", Role.FACILITATOR)
    assert "Tuesday" not in Seen("workshops").said
    room.visitor("Ann")
    assert "for who leads a workshop" in Seen("workshops").said or "Tuesday" not in Seen("workshops").said
