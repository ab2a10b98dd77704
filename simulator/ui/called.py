"""What people of a workshop are called in it: by their names where it shows them, else by the beginning of their pseudonyms."""

from typing import Final

from simulator.app import Services
from simulator.export.terms import pseudonym_of, workshop_key
from simulator.ui import style
from simulator.ui.wording import say
from simulator.workshop.telling import Called

_SHOWN: Final = 6
"""Figures of a pseudonym, which is longer in files: enough for one room."""


def caller(services: Services, workshop_id: str, *, names: bool) -> Called:
    """Says what the person of an id is called there, as it stands: escape it before it is Markdown. `names` is the workshop's."""
    if names:
        return lambda person: kept.name if (kept := services.people.registry.get(person)) else person[:_SHOWN]
    key = workshop_key(services.settings, workshop_id)
    return lambda person: say("workshops.somebody", letters=pseudonym_of(person, key)[:_SHOWN])


def sees(services: Services, workshop_id: str, *, names: bool) -> str:
    """What who leads a workshop sees of who asks, as a sentence for them."""
    if names:
        return say("joining.sees_names")
    return say("joining.sees", name=style.verbatim(caller(services, workshop_id, names=False)(services.who.id)))
