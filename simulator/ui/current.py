"""The talk that is open on this page."""

from simulator.app import Services
from simulator.errors import AttemptError
from simulator.practice.attempt import Attempt
from simulator.ui import state


def attempt(services: Services) -> Attempt | None:
    """The open talk, or None.

    Raises:
        AttemptError: the address names a talk that is not there; it is then forgotten, so that the menu works again.
    """
    attempt_id = state.attempt_id()
    if not attempt_id:
        return None
    try:
        return services.repository.get(attempt_id)
    except AttemptError:
        state.forget()
        raise
