"""On what terms talks are taken away: with words or not, with names or pseudonyms, with a pass mark or none."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from simulator.evaluation.review import GONE
from simulator.export.columns import Column
from simulator.people.cookie import signing_key
from simulator.people.person import LOCAL_ID, name_key
from simulator.people.registry import Registry
from simulator.practice.attempt import Attempt
from simulator.scenario.model import Scenario
from simulator.settings import Settings
from simulator.workshop.telling import Called, GroupWords

Texts = Callable[[str], Scenario]
"""The scenario whose text has that hash; UserError where it is not kept."""
_DIGITS: Final = 20
"""Of a pseudonym, in base 16: enough for no two of a million people to share one."""
_SHOWN: Final = 6
"""Those of its digits that a person reads: enough for one room."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What goes along.

    With `words` False nothing that anybody said does. With `names` False no names do, and in the place of ids stand pseudonyms; None means
    names in the tables and pseudonyms in xAPI statements, which go to other systems. The same `key` makes the same pseudonyms, and nobody
    can go back from them without it. Names that stand in what was said stay there: who wants none leaves the words out, too.
    `pass_mark`, 0 to 100, is the score from which a talk counts as passed; None: nothing is said of passing. `scenario` says what a
    practised talk called for and in which language, `called` what somebody is called, by their id; without them that stays empty.
    """

    words: bool = True
    names: bool | None = None
    key: bytes = field(default=b"", repr=False)
    pass_mark: float | None = None
    scenario: Texts | None = field(default=None, repr=False)
    called: Called | None = field(default=None, repr=False)

    @property
    def named(self) -> bool:
        """Whether names go along in the tables."""
        return self.names is not False

    def person(self, attempt: Attempt) -> str:
        """Whose talk it is, as far as may be told in a table."""
        return _who(attempt) if self.named else self.pseudonym(attempt)

    def account(self, attempt: Attempt) -> str:
        """The same for another system: a pseudonym, unless names are wanted."""
        return _who(attempt) if self.names else self.pseudonym(attempt)

    def pseudonym(self, attempt: Attempt) -> str:
        """What stands for the person; ValueError without a key, since anybody could then go back from it."""
        return self._hidden(_who(attempt))

    def reviewer(self, person_id: str) -> str:
        """Who said something of another's talk, as far as may be told; nothing of who is not known any more."""
        return "" if person_id == GONE else person_id if self.named else self._hidden(person_id)

    def name_of(self, person_id: str) -> str:
        """What somebody is called."""
        return self.called(person_id) if self.called else ""

    def _hidden(self, who: str) -> str:
        if not self.key:
            raise ValueError("pseudonyms need a key")
        return pseudonym_of(who, self.key)

    def shows(self, column: Column) -> bool:
        """Whether the column goes along."""
        return (self.words or not column.words) and (self.named or not column.names)


OPENLY: Final = Terms()
"""Words and names go along."""


def pseudonym_key(settings: Settings) -> bytes:
    """This installation's key for pseudonyms, made from the one that signs its cookies; SettingError where that cannot be had."""
    return hmac.new(signing_key(settings).encode(), b"pseudonyms", hashlib.sha256).digest()


def workshop_key(settings: Settings, workshop_id: str) -> bytes:
    """A workshop's own key: in it a person has one pseudonym, in another workshop another one."""
    return hmac.new(pseudonym_key(settings), workshop_id.encode(), hashlib.sha256).digest()


def pseudonym_of(who: str, key: bytes) -> str:
    """What stands for a person in hexadecimal figures; nobody can go back from it without the key."""
    return hmac.new(key, who.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:_DIGITS]


def called_there(settings: Settings, registry: Registry, workshop_id: str, *, names: bool) -> Called:
    """Says what people are called in a workshop: by `names` where it shows them, else by the beginning of their pseudonyms in its files."""
    if names:
        return lambda person: kept.name if (kept := registry.get(person)) else person[:_SHOWN]
    key, words = workshop_key(settings, workshop_id), GroupWords.of()
    return lambda person: words.somebody.format(letters=pseudonym_of(person, key)[:_SHOWN])


def _who(attempt: Attempt) -> str:
    """Where nobody is asked who they are, the name given tells people apart."""
    return f"{LOCAL_ID}/{name_key(attempt.player)}" if attempt.owner == LOCAL_ID and attempt.player else attempt.owner
