"""A workshop as its people see it: made, joined by its code, practised, steered; and nobody else's."""

import csv
import re
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from simulator.errors import OwnerError
from simulator.evaluation.scorecard import Estimate
from simulator.export import Format, as_bytes
from simulator.export.terms import called_there
from simulator.people.cookie import NAME
from simulator.people.person import Person, Role
from simulator.ui import room_files
from simulator.workshop.room import Round, Workshop
from tests.ui.rooms import SCENARIO, Room, lead
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


def practised(room: Room, made: Workshop, name: str, *talks: tuple[str, ...]) -> Person:
    """Somebody joins, says these things in talks one after the other, guesses that half of it was asked, and ends each."""
    person = room.visitor(name)
    theirs = room.services.of(person)
    theirs.rooms.join(made.code)
    for said in talks:
        talk = theirs.rooms.begin(made.id)
        for words in said:
            theirs.practice.say(talk.id, words).whole()
        theirs.practice.finish(talk.id, Estimate(asked_share=0.5))
    return person


TOLD = ("You should rest more.", "Just hand it all to Kim.", "What do you think?", "Send me a plan by Friday.", "Trust me, it works.")
ASKED = (
    "What has it been like since Deb left?",
    "So the days end with a second day.",
    "You carry it alone.",
    "What would help you most?",
    "What could you try?",
)


def test_the_group_is_told_together_to_who_leads_it_and_names_nobody(room: Room) -> None:
    made, fay = lead(room)
    seen = Seen("workshops")
    assert "The group together" in seen.said
    practised(room, made, "Ann", TOLD + ASKED, ASKED + TOLD)
    room.visitor("Ada", Role.ADMIN)
    looks_on = Seen("workshops")
    assert "Who is here (1)" in looks_on.said
    assert "The group together" not in looks_on.said
    assert not looks_on.can("Pause")
    assert not looks_on.can("Remove")
    assert looks_on.can("Delete this workshop")
    room.cookies[NAME] = fay
    together = unfolded(made)
    assert "2 scored talks of 1 person" in together.said
    assert "1 person tried a situation twice, with enough said both times to measure. Fewer than 5 say nothing of a group" in together.said
    assert "Person" in together.said.split("<table")[1]
    assert re.search(r"<td>\d+ %, (\d+ points? (up|down)|no change)</td>", together.said)
    assert "Of 2 guesses" in together.said
    assert "had the most room" in together.said
    assert "What people asked is theirs" in together.said
    assert "belongs in no file on anybody" in together.said
    assert "Ann" not in together.said
    assert len(together.page.get("vega_lite_chart")) == 4
    assert all(one.proto.alt for one in together.page.get("vega_lite_chart"))


def unfolded(made: Workshop) -> Seen:
    """The page of who leads it, with the group's debrief unfolded."""
    seen = Seen("workshops")
    seen.page.session_state[f"together-{made.id}"] = True
    seen.run()
    return seen


def test_a_pause_is_told_in_the_talk_and_it_goes_on_with_every_word(room: Room) -> None:
    made, fay = lead(room)
    room.visitor("Ann")
    seen = Seen("join", code=made.code)
    seen.say("How have you been these last weeks?")
    anns, room.cookies[NAME] = room.cookies[NAME], fay
    leads = Seen("workshops")
    leads.press("Pause")
    assert "those under way stand still" in leads.said
    room.cookies[NAME] = anns
    seen.run()
    assert "Your words are kept" in seen.said
    assert len(seen.turns) == 3
    assert seen.page.chat_input[0].disabled
    assert not seen.can("End the talk")
    room.services.of(room.person()).rooms.kept.change(replace(made, round=Round.OPEN))
    seen.run()
    assert "Your words are kept" not in seen.said
    seen.say("What would help you most?")
    assert len(seen.turns) == 5


def test_who_is_told_what_the_facilitator_sees_is_called_so_on_their_page(room: Room) -> None:
    made, fay = lead(room)
    room.visitor("Ann")
    joined = Seen("join", code=made.code)
    (called,) = re.findall(r"and you as (Person [0-9a-f]{6})", joined.said)
    assert called in Seen("join").said
    anns, room.cookies[NAME] = room.cookies[NAME], fay
    leads = Seen("workshops")
    assert called in leads.said
    assert "Ann" not in leads.said
    room.services.rooms.kept.change(replace(made, names=True))
    assert "Ann" in Seen("workshops").said
    room.cookies[NAME] = anns
    assert "sees your name beside your figures" in Seen("join").said


def test_where_a_workshop_wants_no_nudges_there_are_none(room: Room) -> None:
    for nudges in (True, False):
        made, _ = lead(room, nudges=nudges)
        room.visitor(f"Ann {nudges}")
        seen = Seen("join", code=made.code)
        for words in ("You should rest more.", "Just hand it all to Kim.", "Send me a plan by Friday."):
            seen.say(words)
        assert any(one.label == "Nudges" for one in seen.page.toggle) is nudges
        assert ('class="nudge"' in seen.said) is nudges


def test_questions_that_worked_are_shown_where_names_are(room: Room) -> None:
    made, fay = lead(room, names=True)
    practised(room, made, "Ann", ASKED + TOLD)
    room.cookies[NAME] = fay
    together = unfolded(made)
    assert "What people asked is theirs" not in together.said
    assert "Ann" in together.said


def test_progress_says_that_scores_are_kept_back_and_shows_none(room: Room) -> None:
    made, _ = lead(room, held=True)
    practised(room, made, "Ann", ASKED + TOLD, TOLD + ASKED)
    seen = Seen("progress")
    assert "2 talks of a workshop whose scores are opened together are not in it yet" in seen.said
    assert not seen.page.get("vega_lite_chart")
    assert "had the most room" not in Seen("find").said
    room.services.rooms.kept.change(replace(made, scores_held=True, scores_opened=True))
    assert Seen("progress").page.get("vega_lite_chart")


def test_situations_are_offered_in_the_language_of_the_workshop(room: Room) -> None:
    room.visitor("Fay", Role.FACILITATOR)
    seen = Seen("workshops")
    seen.page.selectbox(key="workshop-language").set_value("de")
    seen.run()
    seen.page.text_input(key="workshop-name").set_value("Dienstag")
    offered = seen.page.multiselect(key="workshop-scenarios-de")
    assert offered.options == [one.title for one in room.services.catalogue.scenarios if one.language == "de"]
    offered.set_value(["krank-und-keiner-fragt"])
    seen.press("Make it")
    assert room.made().language == "de"


def test_the_files_of_a_workshop_have_its_talks_and_nobodys_words_or_name(room: Room) -> None:
    made, fay = lead(room)
    ann = practised(room, made, "Ann", ASKED + TOLD)
    room.services.of(ann).practice.start(SCENARIO)
    room.cookies[NAME] = fay
    together = unfolded(made)
    assert "without what was said" in together.said
    assert "people by pseudonyms" in together.said
    leads = room.services.of(room.person())
    with ZipFile(BytesIO(as_bytes(leads.rooms.taken(made.id), Format.CSV, room_files.room_terms(leads, made)))) as packed:
        files = {name: packed.read(name).decode() for name in packed.namelist()}
    (row,) = csv.DictReader(StringIO(files["attempts.csv"].removeprefix("\ufeff")))
    assert row["workshop"] == made.id
    assert row["score"]
    called = called_there(leads.settings, leads.people.registry, made.id, names=False)(ann.id)
    assert called.removeprefix("Person ") == row["person"][:6]
    everything = "".join(files.values())
    for never in ("Ann", ann.id, *ASKED, *TOLD):
        assert never not in everything
    gil = room.visitor("Gil", Role.FACILITATOR)
    with pytest.raises(OwnerError):
        room.services.of(gil).rooms.taken(made.id)


def test_from_scores_that_are_kept_back_one_tap_leads_to_the_next_talk(room: Room) -> None:
    made, _ = lead(room, held=True)
    ann = practised(room, made, "Ann", ASKED)
    first = room.services.rooms.kept.talks(made.id)[0].id
    seen = Seen("debrief", attempt=first)
    seen.press("Go on")
    assert seen.talk != first
    assert room.services.repository.get(seen.talk).workshop == made.id
    room.services.of(ann).practice.finish(seen.talk)
    seen.open("debrief", attempt=first)
    seen.press("Go on")
    assert "You have practised all of" in seen.said
