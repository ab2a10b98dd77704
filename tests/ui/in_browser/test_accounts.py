"""Signing in with an account, at a real provider: in, roles, out, and nobody by a cookie that is forged, copied or another's."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Cookie, Page, expect

from tests.patience import MILLISECONDS, SECONDS
from tests.ui.server import free_port, serve

SESSION = "_streamlit_user"


@dataclass(frozen=True, kw_only=True)
class Company:
    """A page with accounts, and the provider its people sign in at."""

    url: str
    log: Path
    provider: str
    browser: Browser

    def knows(self, subject: str, **claims: Any) -> None:
        """Have the provider say so of somebody from their next sign-in on."""
        httpx.put(f"{self.provider}/users/{subject}", json=claims, timeout=SECONDS).raise_for_status()

    def visitor(self) -> Page:
        """A browser that was never here."""
        return self.window(self.browser.new_context())

    @staticmethod
    def window(context: BrowserContext) -> Page:
        """One more window of that browser."""
        page = context.new_page()
        page.set_default_timeout(MILLISECONDS)
        return page

    def sign_in(self, subject: str) -> Page:
        """A new browser, signed in as that person."""
        page = self.visitor()
        page.goto(self.url)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_placeholder("sub").fill(subject)
        page.get_by_role("button", name="Authorize").click()
        page.get_by_role("heading", name="What is going on with your rep?").wait_for()
        return page


def cookie_of(page: Page) -> Cookie:
    found: Cookie = next(one for one in page.context.cookies() if one["name"] == SESSION)
    return found


def with_cookie(company: Company, cookie: Cookie, value: str) -> Page:
    """A browser with nothing but that cookie."""
    context = company.browser.new_context()
    context.add_cookies([{"name": SESSION, "value": value, "domain": cookie["domain"], "path": "/", "httpOnly": True}])
    page = company.window(context)
    page.goto(company.url)
    return page


def asked_to_sign_in(page: Page) -> None:
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page.get_by_role("link", name="History")).to_have_count(0)


def settings(port: int, provider: str, client: str = "coaching") -> dict[str, str]:
    return {
        "ACCESS": "accounts",
        "PUBLIC_URL": f"http://localhost:{port}",
        "OIDC_METADATA_URL": f"{provider}/.well-known/openid-configuration",
        "OIDC_CLIENT_ID": client,
        "OIDC_CLIENT_SECRET": "hunter2-and-more",
        "ROLES_CLAIM": "roles",
    }


@contextmanager
def signing_in() -> Iterator[str]:
    """A provider in a process of its own; its address."""
    port = free_port()
    url = f"http://localhost:{port}"
    process = subprocess.Popen([sys.executable, "-m", "oidc_provider_mock", "--port", str(port)], stdout=DEVNULL, stderr=DEVNULL)
    try:
        assert answered(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=SECONDS)


def answered(url: str, process: "subprocess.Popen[bytes]") -> bool:
    """Wait until somebody answers there; False where the process ended instead."""
    while process.poll() is None:
        with suppress(httpx.TransportError):
            if httpx.get(url, timeout=SECONDS).is_success:
                return True
        time.sleep(0.1)
    return False


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with signing_in() as url:
        yield url


@pytest.fixture(scope="module")
def company(browser: Browser, provider: str, folder: Callable[[], Path]) -> Iterator[Company]:
    port = free_port()
    with serve(folder(), port=port, **settings(port, provider)) as page:
        yield Company(url=f"http://localhost:{port}", log=page.log, provider=provider, browser=browser)


def test_who_signs_in_has_talks_of_their_own_and_a_name(company: Company) -> None:
    company.knows("anna", name="Anna Berg")
    stranger = company.visitor()
    stranger.goto(f"{company.url}/history")
    asked_to_sign_in(stranger)
    anna = company.sign_in("anna")
    anna.goto(f"{company.url}/practice?scenario=forecast-slips-every-month")
    anna.get_by_role("button", name="Start the talk").click()
    anna.get_by_placeholder("Say something").wait_for()
    talk = anna.url
    anna.goto(f"{company.url}/settings")
    expect(anna.get_by_text("You are signed in as Anna Berg")).to_be_visible()
    company.knows("bela", name="Béla")
    bela = company.sign_in("bela")
    bela.goto(talk)
    expect(bela.get_by_text("This talk is somebody else's")).to_be_visible()
    expect(bela.get_by_placeholder("Say something")).to_have_count(0)


def test_roles_are_those_of_the_newest_sign_in(company: Company) -> None:
    company.knows("cleo", name="Cleo", roles=["admin", "operator"])
    admin = company.sign_in("cleo")
    expect(admin.get_by_role("link", name="People")).to_be_visible()
    company.knows("cleo", name="Cleo", roles=["manager"])
    again = company.sign_in("cleo")
    expect(again.get_by_role("link", name="History")).to_be_visible()
    expect(again.get_by_role("link", name="People")).to_have_count(0)


def test_a_copy_of_the_cookie_opens_nothing_after_signing_out(company: Company) -> None:
    company.knows("dana", name="Dana")
    dana = company.sign_in("dana")
    copied = cookie_of(dana)
    still_in = with_cookie(company, copied, copied["value"])
    expect(still_in.get_by_role("link", name="History")).to_be_visible()
    dana.goto(f"{company.url}/settings")
    dana.get_by_role("button", name="Sign out").click()
    dana.wait_for_url(lambda url: "/settings" not in url)
    asked_to_sign_in(with_cookie(company, copied, copied["value"]))
    expect(company.sign_in("dana").get_by_role("link", name="History")).to_be_visible()


def test_a_forged_cookie_is_no_cookie(company: Company) -> None:
    company.knows("edda", name="Edda")
    real = cookie_of(company.sign_in("edda"))
    swapped = "A" if real["value"][5] != "A" else "B"
    asked_to_sign_in(with_cookie(company, real, real["value"][:5] + swapped + real["value"][6:]))
    asked_to_sign_in(with_cookie(company, real, "eyJzdWIiOiAiZWRkYSJ9"))


def test_another_provider_says_nothing_here(provider: str, browser: Browser, folder: Callable[[], Path]) -> None:
    port, data = free_port(), folder()
    with serve(data, port=port, **settings(port, provider)) as page:
        company = Company(url=f"http://localhost:{port}", log=page.log, provider=provider, browser=browser)
        company.knows("fay", name="Fay", roles=["admin"])
        old = cookie_of(company.sign_in("fay"))
        expect(with_cookie(company, old, old["value"]).get_by_role("link", name="People")).to_be_visible()
    with signing_in() as other, serve(data, port=port, **settings(port, other)):
        asked_to_sign_in(with_cookie(company, old, old["value"]))


def test_no_secret_cookie_or_word_is_in_the_log(company: Company) -> None:
    company.knows("gil", name="Gil Zebedee")
    gil = company.sign_in("gil")
    gil.goto(f"{company.url}/practice?scenario=forecast-slips-every-month")
    gil.get_by_role("button", name="Start the talk").click()
    gil.get_by_placeholder("Say something").fill("What about the marmalade?")
    gil.keyboard.press("Enter")
    expect(gil.get_by_test_id("stChatMessage")).to_have_count(3)
    log = company.log.read_text(encoding="utf-8")
    key = (company.log.parent / "signing.key").read_text()
    for secret in ("hunter2", "marmalade", "Zebedee", key, cookie_of(gil)["value"]):
        assert secret not in log
