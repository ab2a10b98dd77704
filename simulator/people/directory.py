"""What one person may know and change of the people here: their own name, and as an admin who is here for what."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from simulator.errors import OwnerError, PersonError
from simulator.people.person import GIVEN, Goal, Person, Role, kept_name
from simulator.people.registry import Registry

NO_ADMIN: Final = "Only an admin can see or change who is here for what."
TAKEN: Final = "Somebody here is called that already. Add an initial, so that you can be told apart."


@dataclass(frozen=True)
class Directory:
    """The people that a registry keeps, for one of them."""

    registry: Registry
    who: Person

    def me(self) -> Person:
        """Who asks, by the name that was kept between visits; without one where none was given yet."""
        kept = self.registry.get(self.who.id)
        return replace(self.who, name=kept.name if kept else "", goal=kept.goal if kept else None)

    def called(self, person_id: str) -> str:
        """What somebody is called who signed something of another's; empty where they are not known. StoreError."""
        kept = self.registry.get(person_id)
        return kept.name if kept else ""

    def call_me(self, name: str) -> Person:
        """Keep what they are called.

        Raises:
            PersonError: it is blank, or where others are told apart by names, somebody has it already.
            StoreError: it could not be kept.
        """
        if not kept_name(name):
            raise PersonError("Type what you are called; a first name will do.")
        if not self.who.local and any(one.id != self.who.id for one in self.registry.named(name)):
            raise PersonError(TAKEN)
        return self.registry.call(self.who.id, name)

    def aim(self, goal: Goal | None) -> None:
        """Keep what they want of their talks; None takes it back. StoreError."""
        self.registry.aim(self.who.id, goal)

    def everybody(self) -> tuple[Person, ...]:
        """All who are kept, by name; OwnerError for who is no admin."""
        self._as_admin()
        return self.registry.everybody()

    def appoint(self, person_id: str, roles: Collection[Role]) -> None:
        """Say what somebody is here for.

        Raises:
            OwnerError: who asks is no admin.
            PersonError: there is no such person, no such role can be given, or an admin would lock themselves out.
        """
        self._as_admin()
        if not set(roles) <= GIVEN:
            raise PersonError(f"Roles are {', '.join(sorted(role.value for role in GIVEN))}.")
        if person_id == self.who.id and Role.ADMIN not in roles:
            raise PersonError("You would not be an admin any more, and could not take that back. Let another admin do it.")
        self.registry.appoint(person_id, roles)

    def forget_me(self) -> None:
        """Remove the name, the account and the roles of who asks; StoreError."""
        self.registry.forget(self.who.id)

    def _as_admin(self) -> None:
        if not (self.who.has(Role.ADMIN) or self.who.has(Role.OPERATOR)):
            raise OwnerError(NO_ADMIN)
