"""What people of a workshop are called on its pages, and what each of them is told of that."""

from simulator.app import Services
from simulator.export.terms import called_there
from simulator.ui import style
from simulator.ui.wording import say
from simulator.workshop.telling import Called


def caller(services: Services, workshop_id: str, *, names: bool) -> Called:
    """Says what the person of an id is called there, as it stands: escape it before it is Markdown. `names` is the workshop's."""
    return called_there(services.settings, services.people.registry, workshop_id, names=names)


def sees(services: Services, workshop_id: str, *, names: bool) -> str:
    """What who leads a workshop sees of who asks, as a sentence for them."""
    if names:
        return say("joining.sees_names")
    return say("joining.sees", name=style.verbatim(caller(services, workshop_id, names=False)(services.who.id)))
