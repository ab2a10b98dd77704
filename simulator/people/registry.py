"""What keeps people: names, accounts, roles, and sessions that ended."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from simulator.people.person import Goal, Person, Role


class Registry(Protocol):
    """Keeps people. Every call is one transaction. All raise StoreError."""

    def get(self, person_id: str) -> Person | None:
        """The person of that id, or None where nobody gave a name yet."""
        ...

    def call(self, person_id: str, name: str) -> Person:
        """Keep what this person is called; somebody new is kept with it, as a manager."""
        ...

    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody of that name, without regard to case and blanks."""
        ...

    def signed_in(self, issuer: str, subject: str, name: str) -> Person:
        """The person of that account, by whatever name it gives today; somebody new is kept, as a manager."""
        ...

    def everybody(self) -> tuple[Person, ...]:
        """All who are kept, by name."""
        ...

    def appoint(self, person_id: str, roles: Iterable[Role]) -> None:
        """Keep what somebody is here for; PersonError if there is no such person."""
        ...

    def aim(self, person_id: str, goal: Goal | None) -> None:
        """Keep what somebody wants of their talks; None takes it back."""
        ...

    def forget(self, person_id: str) -> None:
        """Remove a person: the name, the account, the roles. Nothing happens where there is none."""
        ...

    def end(self, session: str, at: datetime) -> None:
        """Keep that a session, told by a hash of it, was signed out of: whoever shows it again is not signed in."""
        ...

    def ended(self, session: str) -> bool:
        """Whether that session was signed out of."""
        ...
