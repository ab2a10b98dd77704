"""A workshop's page as several people look at it, each from a browser of their own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace

import pytest

from simulator.app import Services
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

    def person(self) -> Person:
        """Who looks."""
        found = self.services.people.registry.get(signer(self.services.settings).read(self.cookies[NAME]) or "")
        assert found
        return found

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


def lead(room: Room, *, held: bool = False, names: bool = False, nudges: bool = True) -> tuple[Workshop, str]:
    """Fay makes a workshop on her page; what it is, and her cookie."""
    room.visitor("Fay", Role.FACILITATOR)
    seen = Seen("workshops")
    seen.page.text_input(key="workshop-name").set_value("Tuesday")
    seen.page.multiselect(key="workshop-scenarios-en").set_value([SCENARIO])
    seen.page.toggle(key="workshop-held").set_value(held)
    seen.page.toggle(key="workshop-names").set_value(names)
    seen.page.toggle(key="workshop-nudges").set_value(nudges)
    seen.press("Make it")
    made = room.made()
    assert made.code in seen.said
    assert "learning aid" in seen.said
    return made, room.cookies[NAME]
