"""The board, as a room sees it: counts, dots in words, the way in; for who leads it alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from simulator.app import Services
from simulator.people.cookie import NAME, signer
from simulator.people.invitation import invitation
from simulator.people.person import Person, Role
from simulator.settings import Access
from simulator.ui import board, who
from simulator.workshop.board import Dot
from simulator.workshop.room import Workshop
from tests.ui.seen import Seen, behind

SCENARIO = "burnt-out-and-leaving"


@pytest.fixture
def house(furnished: Callable[[], Services], monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """A room is served, and Fay's browser looks at it."""
    services = furnished()
    services = replace(services, settings=services.settings.model_copy(update={"access": Access.WORKSHOP}))
    value = signer(services.settings).new()
    monkeypatch.setattr(who, "cookies", lambda: {NAME: value})
    found = signer(services.settings).read(value)
    assert found
    services.people.registry.call(found, "Fay")
    with behind(services):
        yield services


def fay(house: Services) -> Person:
    """Who looks, as she is kept."""
    found = signer(house.settings).read(who.cookies()[NAME])
    kept = house.people.registry.get(found or "")
    assert kept
    return kept


def made(house: Services) -> Workshop:
    """A workshop of hers, for two hours."""
    house.people.registry.appoint(fay(house).id, {Role.MANAGER, Role.FACILITATOR})
    return house.of(fay(house)).rooms.make("Tuesday", [SCENARIO], datetime.now(UTC) + timedelta(hours=2))


def test_the_link_of_whoever_serves_makes_its_first_visitor_the_facilitator(house: Services) -> None:
    assert "Board" not in Seen("find").said
    link = invitation(house.settings)
    assert "Board" in Seen("find", lead=link).said
    assert Role.FACILITATOR in fay(house).roles
    assert "No workshop of yours is on" in Seen("board").said


def test_the_board_counts_sixty_people_and_names_nobody(house: Services) -> None:
    room = made(house)
    for number in range(60):
        one = house.people.registry.call(f"{number:032x}", f"Guest {number}")
        theirs = house.of(one).rooms
        theirs.join(room.code)
        if number < 3:
            theirs.begin(room.id)
    seen = Seen("board")
    figures = {one.label: one.value for one in seen.page.metric}
    assert figures == {"joined": "60", "talking": "3", "finished": "0"}
    assert room.code in seen.said
    assert "A dot for each scored talk" in seen.said
    assert "Guest" not in seen.said


def test_who_leads_nothing_sees_no_board(house: Services) -> None:
    made(house)
    house.people.registry.appoint(fay(house).id, {Role.MANAGER})
    assert "Tuesday" not in Seen("board").said


def test_the_dots_are_said_in_words_and_none_hides_another() -> None:
    dots = [Dot(again=False, asked_told=2.0, ask_listen_share=0.5)] * 2 + [Dot(again=True, asked_told=None, ask_listen_share=0.6)]
    shares = board.dot_rows([(one, one.ask_listen_share) for one in dots])
    assert len({(row["round"], row["value"], row["place"]) for row in shares}) == 3
    assert board.dots_in_words(shares, "Shares") == "Shares. First tries: 50 %, 50 %. Later tries: 60 %."
    ratios = board.dot_rows([(one, one.asked_told) for one in dots])
    assert board.dots_in_words(ratios, "Ratios", ratio=True) == "Ratios. First tries: 2.0 : 1, 2.0 : 1. Later tries: none yet."
