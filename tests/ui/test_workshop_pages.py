"""A workshop as its people see it: made, joined by its code, practised, steered; and nobody else's."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace

import pytest

from simulator.app import Services
from simulator.evaluation.scorecard import Estimate
from simulator.people.cookie import NAME, signer
from simulator.people.person import Person, Role
from simulator.settings import Access
from simulator.ui import who
from simulator.workshop.room import Workshop
from tests.ui.seen import Seen, behind

SCENARIO = "burnt-out-and-leaving"


@dataclass
class Room:
    """A page that is served to a room, and whose browser looks at it."""

    services: Services
    cookies: dict[str, str]

    def visitor(self, name: str, *roles: Role) -> Person:
        """Look from this person's browser from now on."""
        signs = signer(self.services.settings)
        self.cookies[NAME] = signs.new()
        found = signs.read(self.cookies[NAME]) or ""
        person = self.services.people.registry.call(found, name)
        if roles:
            self.services.people.registry.appoint(found, {Role.MANAGER, *roles})
        return person

    def made(self) -> Workshop:
        """The newest workshop."""
        return self.services.rooms.kept.made_by()[0]


@pytest.fixture
def room(furnished: Callable[[], Services], monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    services = furnished()
    services = replace(services, settings=services.settings.model_copy(update={"access": Access.WORKSHOP}))
    cookies: dict[str, str] = {}
    monkeypatch.setattr(who, "cookies", lambda: cookies)
    with ExitStack() as served:
        served.enter_context(behind(services))
        yield Room(services, cookies)


def lead(room: Room, *, held: bool = False) -> tuple[Workshop, str]:
    """Fay makes a workshop on her page; what it is, and her cookie."""
    room.visitor("Fay", Role.FACILITATOR)
    seen = Seen("workshops")
    seen.page.text_input(key="workshop-name").set_value("Tuesday")
    seen.page.multiselect(key="workshop-scenarios").set_value([SCENARIO])
    seen.page.toggle(key="workshop-held").set_value(held)
    seen.press("Make it")
    made = room.made()
    assert made.code in seen.said
    assert "learning aid" in seen.said
    return made, room.cookies[NAME]


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
    assert "1 person tried a situation twice. Fewer than 5 say nothing of a group" in together.said
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
