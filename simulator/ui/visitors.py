"""What stands in front of the page: this machine alone where that is set, a cookie for each browser in a workshop, no flood of sign-ins."""

import ipaddress
from http.cookies import SimpleCookie
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from simulator.errors import TooOftenError
from simulator.people import cookie
from simulator.people.rates import Counted, Rates
from simulator.settings import Access, Settings
from simulator.ui.wording import say

_SIGN_IN: Final = "/auth/login"
_CLOSED: Final = 1008
"""WebSocket code for what a rule does not allow (RFC 6455)."""


class Visitors:
    """ASGI middleware around the whole page."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._access, self._rates = app, settings.access, Rates()
        self._signer = cookie.signer(settings) if settings.access is Access.WORKSHOP else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or say why not."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif self._access is Access.LOCAL and not _from_here(scope):
            await _refuse(scope, receive, send, say("visitors.local"), 403)
        elif self._signer and scope["type"] == "http" and not self._known(scope):
            await self._greet(scope, receive, send, self._signer)
        elif self._access is Access.ACCOUNTS and scope["path"].endswith(_SIGN_IN) and (why := self._too_often(scope)):
            await _refuse(scope, receive, send, why, 429)
        else:
            await self._app(scope, receive, send)

    def _known(self, scope: Scope) -> bool:
        value = HTTPConnection(scope).cookies.get(cookie.NAME, "")
        return self._signer is not None and self._signer.read(value) is not None

    async def _greet(self, scope: Scope, receive: Receive, send: Send, signer: cookie.Signer) -> None:
        """Give a browser that is new here its cookie with the first page; nothing else of the page brings one."""
        if "text/html" not in Headers(scope=scope).get("accept", ""):
            await self._app(scope, receive, send)
            return
        if why := self._too_often(scope):
            await _refuse(scope, receive, send, why, 429)
            return

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", _cookie(signer.new(), scope))
                    headers["cache-control"] = "no-store"
            await send(message)

        await self._app(scope, receive, with_cookie)

    def _too_often(self, scope: Scope) -> str:
        try:
            self._rates.admit(Counted.SIGN_IN, "", address_of(scope))
        except TooOftenError as error:
            return str(error)
        return ""


def address_of(scope: Scope) -> str:
    """Where a request comes from: the peer, or whom a proxy on this machine names."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def _from_here(scope: Scope) -> bool:
    """Whether it comes from this machine, and asks for it by a name of this machine: another site's page could ask by that site's name."""
    host = (HTTPConnection(scope).url.hostname or "").rstrip(".")
    return loopback(address_of(scope)) and loopback(host)


def loopback(address: str) -> bool:
    """Whether an address, or a name, means this machine to itself."""
    if address.rstrip(".") == "localhost" or address.endswith(".localhost"):
        return True
    try:
        found = ipaddress.ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback


def _cookie(value: str, scope: Scope) -> str:
    made: SimpleCookie = SimpleCookie()
    made[cookie.NAME] = value
    made[cookie.NAME].update(
        {"path": "/", "httponly": True, "samesite": "Lax", "max-age": cookie.SECONDS, "secure": scope["scheme"] == "https"}
    )
    return made.output(header="").strip()


async def _refuse(scope: Scope, receive: Receive, send: Send, why: str, status: int) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": _CLOSED})
    else:
        await PlainTextResponse(why, status_code=status)(scope, receive, send)
