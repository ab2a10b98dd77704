"""What the rep takes in of one manager turn."""

from dataclasses import dataclass

from simulator.conversation import Segment


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One manager turn as the rep takes it in.

    `topics` are ids of facts the turn asks about or names, the closest first; `invited` ids of ideas it invites;
    `says_goodbye` is for a farewell that asks nothing besides. `given` ids of the rep's own ideas that the manager gave away as
    advice or an order. `misread` is the place of the scenario's misreading that was given back to them, None where they were read
    rightly. `silent` says that nothing was said, `hollow` that nothing was but another bare prompt after one.
    """

    segments: tuple[Segment, ...] = ()
    topics: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    misread: int | None = None
    silent: bool = False
    hollow: bool = False
    asks_options: bool = False
    asks_commitment: bool = False
    says_goodbye: bool = False
