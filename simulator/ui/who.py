"""Who sits in front of the page: told by nothing, by a cookie, or by an account, as `ACCESS` says."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final, NoReturn

import streamlit as st

from simulator.app import Services
from simulator.people import cookie
from simulator.people.invitation import accepted
from simulator.people.person import GIVEN, LOCAL, LONGEST_NAME, Person, Role, kept_name
from simulator.people.rates import Counted
from simulator.practice.attempt import Selection, held_by
from simulator.settings import Access, Settings
from simulator.ui import state
from simulator.ui.wording import say

_DISCOVERY: Final = "/.well-known/openid-configuration"
"""What follows the issuer in the address of its metadata (OpenID Connect Discovery 1.0, section 4)."""
_LEAD: Final = "lead"
"""What the facilitator's link has in its address."""
_MOST_SEEN: Final = 100_000
_seen: Final[set[str]] = set()
"""Sign-ins that were counted."""
_SESSION: Final = ("iss", "sub", "iat", "nonce", "sid", "jti")
"""Claims that tell one sign-in from another."""


def asking(services: Services) -> Person | None:
    """The person; None where nobody can be told: no cookie, or not signed in."""
    if services.settings.access is Access.WORKSHOP:
        return _by_cookie(services)
    if services.settings.access is Access.ACCOUNTS:
        return _by_account(services)
    return LOCAL


def introduced(person: Person) -> bool:
    """Whether somebody has to be asked for no name any more."""
    return person.local or bool(person.name)


def invited(services: Services, person: Person) -> Person:
    """The person, as a facilitator where they opened the link that says so; it is then gone from the address."""
    if services.settings.access is not Access.WORKSHOP or _LEAD not in st.query_params:
        return person
    token = str(st.query_params.pop(_LEAD))
    return accepted(services.settings, services.people.registry, person, token, datetime.now(UTC))


def address() -> str:
    """Where they come from; empty for this machine."""
    return st.context.ip_address or ""


def held_under(services: Services) -> str:
    """What talks are held under: on a machine for one, the name given last in this session or before; else the person's own."""
    return (state.player() or services.people.me().name) if services.who.local else services.who.name


def ask_name(services: Services, width: int | None = None) -> str:
    """On a machine for one, the box for the name to hold talks under, with the one of last time in it; returns what is in it."""
    if not services.who.local:
        return services.who.name
    if state.PLAYER not in st.session_state:
        st.session_state[state.PLAYER] = services.people.me().name
    typed = st.text_input(
        say("who.name"),
        key=state.PLAYER,
        max_chars=LONGEST_NAME,
        persist_state="session",
        width=width or "stretch",
        placeholder=say("who.optional"),
    )
    return kept_name(typed or "")


def keep_name(services: Services, called: str) -> None:
    """Keep it for the next visit."""
    if services.who.local and called and called != services.people.me().name:
        services.people.call_me(called)


def theirs(services: Services) -> Selection:
    """The talks of who sits here."""
    return held_by(services.who.id, held_under(services))


def cookies() -> Mapping[str, str]:
    """What the browser sent."""
    return st.context.cookies


def claims() -> Mapping[str, Any]:
    """What the sign-in says of who is there; empty for nobody."""
    said = st.user.to_dict()
    return said if said.get("is_logged_in") is True else {}


def sign_out(services: Services) -> NoReturn:
    """End this sign-in for good: a copy of its cookie opens nothing any more."""
    services.people.registry.end(_session(claims()), datetime.now(UTC))
    state.forget()
    st.logout()
    st.stop()


def _by_cookie(services: Services) -> Person | None:
    found = cookie.signer(services.settings).read(cookies().get(cookie.NAME, ""))
    return (services.people.registry.get(found) or Person(id=found)) if found else None


def _by_account(services: Services) -> Person | None:
    said, settings, registry = claims(), services.settings, services.people.registry
    issuer, subject = str(said.get("iss") or ""), str(said.get("sub") or "")
    session = _session(said)
    if not subject or not _ours(issuer, settings) or registry.ended(session):
        return None
    called = said.get("name") or said.get("preferred_username") or said.get("email") or subject
    person = registry.signed_in(issuer, subject, str(called))
    _counted(services, session, person)
    return replace(person, roles=_claimed(said.get(settings.roles_claim))) if settings.roles_claim else person


def _counted(services: Services, session: str, person: Person) -> None:
    """Count a sign-in the first time it is seen; TooOftenError where one person signs in again and again."""
    if session not in _seen:
        services.rates.admit(Counted.SIGN_IN, person.id, "")
        if len(_seen) >= _MOST_SEEN:
            _seen.clear()
        _seen.add(session)


def _ours(issuer: str, settings: Settings) -> bool:
    """Whether the sign-in that is set is the one that said so; a cookie of the one before it says nothing here."""
    return settings.oidc_metadata_url.removesuffix(_DISCOVERY).rstrip("/") == issuer.rstrip("/")


def _claimed(value: Any) -> frozenset[Role]:
    """The roles that a claim lists, by their names; whoever signs in may practise."""
    listed = value if isinstance(value, list) else str(value or "").replace(",", " ").split()
    said = {str(one).strip().casefold() for one in listed}
    return frozenset(role for role in GIVEN if role.value in said) | {Role.MANAGER}


def _session(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps([str(said.get(claim, "")) for claim in _SESSION]).encode()).hexdigest()
