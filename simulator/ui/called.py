"""What people of a workshop are called in it: by their names where it shows them, else by the beginning of their pseudonyms."""

from typing import Final

from simulator.app import Services
from simulator.export.terms import pseudonym_of, workshop_key
from simulator.ui.wording import say
from simulator.workshop.room import Workshop
from simulator.workshop.telling import Called

_SHOWN: Final = 6
"""Figures of a pseudonym, which is longer in files: enough for one room."""


def caller(services: Services, workshop: Workshop) -> Called:
    """Says what the person of an id is called there, as it stands: escape it before it is Markdown."""
    if workshop.names:
        return lambda person: kept.name if (kept := services.people.registry.get(person)) else person[:_SHOWN]
    key = workshop_key(services.settings, workshop.id)
    return lambda person: say("workshops.somebody", letters=pseudonym_of(person, key)[:_SHOWN])
