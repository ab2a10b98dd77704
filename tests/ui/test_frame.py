"""The frame as a person sees it: every page, by mode, role and owner; and the way in where one is needed."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any, Final

import pytest
from limits import RateLimitItemPerHour

from simulator import app
from simulator.people.cookie import NAME, signer
from simulator.people.person import GIVEN, LOCAL_ID, Person, Role
from simulator.people.rates import PERSON, Counted
from simulator.settings import Access
from simulator.ui import state, who
from tests.ui.seen import Seen, behind

SCENARIO: Final = "forecast-slips-every-month"
TITLE: Final = "The forecast that slips every month"
ISSUER: Final = "https://login.example"
ME, OTHER = "a" * 32, "b" * 32
PAGES: Final = ("practice", "debrief")
SAYS: Final = {"practice": "Say something to Declan", "debrief": "This talk is still going on", "refused": "This talk is somebody else's"}


@dataclass(frozen=True, kw_only=True)
class House:
    """One database served in every mode, with a talk of each owner."""

    services: app.Services
    talks: dict[str, str]
    me: Person

    def served(self, access: Access) -> app.Services:
        """The same in another mode."""
        more = (
            {"oidc_metadata_url": f"{ISSUER}/.well-known/openid-configuration", "roles_claim": "roles"} if access is Access.ACCOUNTS else {}
        )
        return replace(self.services, settings=self.services.settings.model_copy(update={"access": access, **more}))


@pytest.fixture(scope="module")
def house(furnished: Callable[[], app.Services]) -> House:
    services = furnished()
    registry = services.people.registry
    registry.call(ME, "Ann")
    account = registry.signed_in(ISSUER, "42", "Ann")
    owners = {"mine": ME, "my account's": account.id, "nobody's": LOCAL_ID, "somebody else's": OTHER}
    talks = {name: services.of(Person(id=owner)).practice.start(SCENARIO, seed=1).id for name, owner in owners.items()}
    return House(services=services, talks=talks, me=account)


@pytest.fixture
def serve(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Serve the house in a mode, to a browser with that cookie."""
    with ExitStack() as served:

        def put_up(access: Access, cookie: str = "") -> None:
            served.enter_context(behind(house.served(access)))
            monkeypatch.setattr(who, "cookies", lambda: {NAME: cookie})

        yield put_up


def account(role: Role) -> dict[str, Any]:
    return {"is_logged_in": True, "iss": ISSUER, "sub": "42", "iat": 1, "name": "Ann", "roles": [role.value]}


def signed(house: House, person: str) -> str:
    """That person's cookie."""
    return str(signer(house.services.settings)._signer.dumps(person))


MODES: Final = [
    *((Access.LOCAL, None, owner) for owner in ("nobody's", "somebody else's", "mine")),
    *((Access.WORKSHOP, role, owner) for role in sorted(GIVEN) for owner in ("mine", "nobody's", "somebody else's", "my account's")),
    *((Access.ACCOUNTS, role, owner) for role in sorted(GIVEN) for owner in ("my account's", "nobody's", "somebody else's", "mine")),
]
OWN: Final = {Access.LOCAL: "nobody's", Access.WORKSHOP: "mine", Access.ACCOUNTS: "my account's"}


@pytest.mark.parametrize(("access", "role", "owner"), MODES)
def test_each_page_shows_a_talk_to_its_owner_and_to_nobody_else(
    access: Access, role: Role | None, owner: str, house: House, serve: Any
) -> None:
    if access is Access.WORKSHOP and role:
        house.services.people.registry.appoint(ME, {role})
    serve(access, signed(house, ME))
    user = account(role) if access is Access.ACCOUNTS and role else None
    reads = owner == OWN[access] or (owner == "nobody's" and role is Role.ADMIN)
    for path in PAGES:
        shown = Seen(path, user=user, attempt=house.talks[owner]).said
        assert (SAYS[path] in shown, SAYS["refused"] in shown) == (reads, not reads), path
    history = Seen("history", user=user).said
    assert history.count(TITLE) == 1
    assert ("People" in history) == (role is Role.ADMIN)
    assert ("Sign out" in Seen("settings", user=user).said) == (access is Access.ACCOUNTS)


def test_an_admin_who_looks_into_a_talk_of_nobodys_cannot_speak_in_it(house: House, serve: Any) -> None:
    serve(Access.ACCOUNTS)
    seen = Seen("practice", user=account(Role.ADMIN), attempt=house.talks["nobody's"])
    before = house.services.repository.get(house.talks["nobody's"])
    seen.say("Let me say something.")
    assert SAYS["refused"] in seen.said
    assert house.services.repository.get(before.id) == before


def test_an_admin_gives_a_talk_to_its_owner(house: House, serve: Any) -> None:
    lost = house.services.practice.start(SCENARIO, seed=2, player="ann b")
    serve(Access.ACCOUNTS)
    seen = Seen("people", user=account(Role.ADMIN))
    assert "ann b" in seen.said
    seen.page.selectbox(key=f"whose-{lost.id}").set_value(ME)
    seen.run()
    seen.press("Give it to them")
    assert house.services.repository.owner(lost.id) == ME
    house.services.repository.delete(lost.id)


def test_who_is_not_signed_in_sees_the_way_in_on_every_page(house: House, serve: Any) -> None:
    serve(Access.ACCOUNTS)
    strangers: list[dict[str, Any] | None] = [
        None,
        {"is_logged_in": False},
        {**account(Role.ADMIN), "iss": "https://another.example"},
        {**account(Role.ADMIN), "sub": ""},
    ]
    for user in strangers:
        for path in ("", *PAGES, "history", "settings"):
            shown = Seen(path, user=user, attempt=house.talks["my account's"]).said
            assert "Sign in" in shown
            assert "History" not in shown


def test_a_browser_without_a_cookie_is_told_and_one_without_a_name_is_asked(house: House, serve: Any) -> None:
    serve(Access.WORKSHOP, "")
    assert "your browser sent none" in Seen("history").said
    serve(Access.WORKSHOP, signed(house, "c" * 32))
    seen = Seen("practice", attempt=house.talks["mine"])
    assert "What are you called?" in seen.said
    for name, says in ((" aNN ", "Somebody here is called that already"), ("Cy", SAYS["refused"])):
        seen.page.text_input[0].set_value(name)
        seen.press("Come in")
        assert says in seen.said
    house.services.people.registry.forget("c" * 32)


def test_one_person_who_signs_in_again_and_again_is_told_to_wait(house: House, serve: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PERSON, Counted.SIGN_IN, RateLimitItemPerHour(4))
    serve(Access.ACCOUNTS)
    for number in range(4):
        user = {**account(Role.MANAGER), "sub": "77", "iat": number}
        for _ in range(2):  # a page that is drawn again is no second sign-in
            assert "History" in Seen(user=user).said
    waiting = Seen(user={**account(Role.MANAGER), "sub": "77", "iat": "again"}).said
    assert "very many sign-ins" in waiting
    assert "History" not in waiting
    assert "History" in Seen(user=account(Role.MANAGER)).said


def test_a_claim_gives_the_roles_it_names_and_no_others() -> None:
    cases = {
        None: set(),
        "admin": {Role.ADMIN},
        "Trainer, facilitator": {Role.TRAINER, Role.FACILITATOR},
        ("ADMIN", "operator", "boss"): {Role.ADMIN},
        ("not-admin", "admin2"): set(),
        7: set(),
    }
    for claim, roles in cases.items():
        assert who._claimed(list(claim) if isinstance(claim, tuple) else claim) == roles | {Role.MANAGER}


def test_a_name_given_once_is_there_at_the_next_visit(house: House, serve: Any) -> None:
    serve(Access.LOCAL)
    seen = Seen("practice", scenario=SCENARIO)
    seen.page.text_input(key=state.PLAYER).set_value("Kim")
    seen.press("Start the talk")
    assert Seen("practice", scenario=SCENARIO).page.text_input(key=state.PLAYER).value == "Kim"
