"""How often one person, and one address, may start talks, speak, and sign in: more than any person does, and less than a script."""

from enum import StrEnum
from typing import Final, Protocol

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from simulator.errors import TooOftenError


class Counted(StrEnum):
    """What is counted."""

    START = "start"
    TURN = "turn"
    SIGN_IN = "sign in"
    CODE = "code"
    """A workshop's code that somebody typed, right or wrong."""


PERSON: Final[dict[Counted, RateLimitItem]] = {
    Counted.START: parse("40 per hour"),
    Counted.TURN: parse("30 per minute"),
    Counted.SIGN_IN: parse("30 per hour"),
    Counted.CODE: parse("20 per hour"),
}
"""Most for one person."""
ADDRESS: Final[dict[Counted, RateLimitItem]] = {
    Counted.START: parse("600 per hour"),
    Counted.TURN: parse("900 per minute"),
    Counted.SIGN_IN: parse("300 per hour"),
    Counted.CODE: parse("200 per hour"),
}
"""Most for one address: a room of sixty can share one."""
IN_ALL: Final[dict[Counted, RateLimitItem]] = {Counted.CODE: parse("1000 per hour")}
"""Most from everywhere together: whoever guesses has as many addresses as they like."""
SAID: Final[dict[Counted, str]] = {
    Counted.START: "That is a lot of talks in one hour. The ones you have are kept; go on with one of them, or come back a little later.",
    Counted.TURN: "That came faster than anybody can answer. Nothing was sent, and your text is kept; wait a moment and send it again.",
    Counted.SIGN_IN: "There were very many sign-ins from here. Wait a while, then open the page again.",
    Counted.CODE: "Very many codes were typed. Wait a while, then try again; who is in a workshop already goes on.",
}


class Admission(Protocol):
    """Lets somebody do a thing once more, or raises TooOftenError."""

    def admit(self, kind: Counted) -> None:
        """Count it."""
        ...


class Freely:
    """An `Admission` for whoever shares the machine with nobody."""

    def admit(self, kind: Counted) -> None:
        """Let them."""


class Rates:
    """Counts in the memory of this process; safe to share between threads."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def admit(self, kind: Counted, person: str, address: str) -> None:
        """Count it for the person and for the address, each where it is known, and in all where that is bounded.

        Raises:
            TooOftenError: it would be too often for one of them; then it counts for none.
        """
        asked = [(PERSON[kind], "person", person), (ADDRESS[kind], "address", address)]
        known = [(limit, what, value) for limit, what, value in asked if value]
        if kind in IN_ALL:
            known.insert(0, (IN_ALL[kind], "in all", ""))
        if not all(self._limiter.test(limit, kind, what, value) for limit, what, value in known):
            raise TooOftenError(SAID[kind])
        for limit, what, value in known:
            self._limiter.hit(limit, kind, what, value)

    def of(self, person: str, address: str) -> Admission:
        """The same, for one person at one address."""
        return _Visitor(self, person, address)


class _Visitor:
    def __init__(self, rates: Rates, person: str, address: str) -> None:
        self._rates, self._person, self._address = rates, person, address

    def admit(self, kind: Counted) -> None:
        self._rates.admit(kind, self._person, self._address)
