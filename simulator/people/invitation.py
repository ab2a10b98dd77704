"""The link that makes who opens it a facilitator: signed, good for half a day, and used up by the first who opens it."""

import hashlib
import secrets
from dataclasses import replace
from datetime import datetime
from typing import Final

from itsdangerous import BadSignature, URLSafeTimedSerializer

from simulator.people.cookie import signing_key
from simulator.people.person import Person, Role
from simulator.people.registry import Registry
from simulator.settings import Settings

SECONDS: Final = 12 * 3600
"""How long it can be opened."""
_SALT: Final = "facilitator"


def invitation(settings: Settings) -> str:
    """A new one, as it stands in the address; SettingError as `signing_key`."""
    return str(_signer(settings).dumps(secrets.token_hex(16)))


def accepted(settings: Settings, registry: Registry, person: Person, token: str, now: datetime) -> Person:
    """The person, as a facilitator where the invitation is good; as they were where it is forged, too old, or used up. StoreError."""
    used = hashlib.sha256(f"{_SALT} {token}".encode("utf-8", "replace")).hexdigest()
    try:
        _signer(settings).loads(token, max_age=SECONDS)
    except (BadSignature, UnicodeError):
        return person
    if registry.ended(used):
        return person
    registry.end(used, now)
    roles = person.roles | {Role.FACILITATOR}
    registry.appoint(person.id, roles)
    return replace(person, roles=roles)


def _signer(settings: Settings) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(signing_key(settings), salt=_SALT)
