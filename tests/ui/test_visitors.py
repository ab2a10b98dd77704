"""What stands in front of the page, asked as a server asks it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from simulator.people import cookie
from simulator.people.rates import ADDRESS, Counted
from simulator.settings import Settings
from simulator.ui import launching
from simulator.ui.visitors import Visitors, loopback

PAGE = {"accept": "text/html,application/xhtml+xml"}


async def talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("in")
    await socket.close()


def inner() -> Starlette:
    return Starlette(
        routes=[
            Route("/", lambda _: HTMLResponse("<p>page</p>")),
            Route("/data", lambda _: PlainTextResponse("data")),
            Route("/auth/login", lambda _: PlainTextResponse("to the provider")),
            WebSocketRoute("/_stcore/stream", talk),
        ]
    )


def visiting(folder: Path, host: str = "testserver", client: str = "10.0.0.9", scheme: str = "http", **settings: Any) -> TestClient:
    """A browser at that address, asking for the page by that name."""
    made = Settings.model_validate({"data_dir": folder, **settings})
    return TestClient(Visitors(inner(), made), base_url=f"{scheme}://{host}", client=(client, 5000))


def cookies(answers: Iterable[str]) -> list[str]:
    return [one for one in answers if one.startswith(cookie.NAME)]


@pytest.mark.parametrize(
    ("client", "host", "well"),
    [
        ("127.0.0.1", "localhost", True),
        ("127.0.0.1", "127.0.0.1:8501", True),
        ("::1", "[::1]:8501", True),
        ("::ffff:127.0.0.1", "localhost:8501", True),
        ("127.0.0.1", "coaching.localhost", True),
        ("10.0.0.9", "localhost", False),
        ("192.168.1.4", "192.168.1.4:8501", False),
        ("127.0.0.1", "evil.example", False),
        ("127.0.0.1", "127.0.0.1.evil.example", False),
        ("127.0.0.1", "localhost.evil.example", False),
    ],
)
def test_a_page_for_this_machine_alone_is_for_nobody_else(client: str, host: str, well: bool, tmp_path: Path) -> None:
    visitor = visiting(tmp_path, host, client)
    answer = visitor.get("/", headers=PAGE)
    assert answer.status_code == (200 if well else 403)
    assert "set-cookie" not in answer.headers
    if well:
        with visitor.websocket_connect(f"ws://{host}/_stcore/stream") as socket:
            assert socket.receive_text() == "in"
    else:
        assert "ACCESS=workshop" in answer.text
        with pytest.raises(WebSocketDisconnect), visitor.websocket_connect(f"ws://{host}/_stcore/stream"):
            pass
    assert not (tmp_path / "signing.key").exists()


def test_a_new_browser_gets_its_cookie_with_the_first_page_and_keeps_it(tmp_path: Path) -> None:
    visitor = visiting(tmp_path, access="workshop")
    assert "set-cookie" not in visitor.get("/data").headers
    given = visitor.get("/", headers=PAGE).headers["set-cookie"]
    for part in ("HttpOnly", "SameSite=Lax", "Path=/", f"Max-Age={cookie.SECONDS}"):
        assert part in given
    assert "Secure" not in given
    assert "set-cookie" not in visitor.get("/", headers=PAGE).headers
    assert "Secure" in visiting(tmp_path, scheme="https", access="workshop").get("/", headers=PAGE).headers["set-cookie"]


def test_a_cookie_that_was_made_up_is_replaced(tmp_path: Path) -> None:
    visitor = visiting(tmp_path, access="workshop")
    visitor.cookies.set(cookie.NAME, "ImFhYWEi.made-up")
    answer = visitor.get("/", headers=PAGE)
    assert len(cookies(answer.headers.get_list("set-cookie"))) == 1


def test_a_flood_of_new_browsers_is_told_to_wait(tmp_path: Path) -> None:
    visitor = visiting(tmp_path, access="workshop")
    for _ in range(ADDRESS[Counted.SIGN_IN].amount):
        visitor.cookies.clear()
        assert visitor.get("/", headers=PAGE).status_code == 200
    visitor.cookies.clear()
    answer = visitor.get("/", headers=PAGE)
    assert (answer.status_code, "sign-ins" in answer.text, cookies(answer.headers.get_list("set-cookie"))) == (429, True, [])


def test_a_flood_of_sign_ins_is_told_to_wait_and_the_page_is_not(tmp_path: Path) -> None:
    accounts = {"public_url": "http://p", "oidc_metadata_url": "http://i/.well-known/openid-configuration", "oidc_client_id": "c"}
    visitor = visiting(tmp_path, access="accounts", oidc_client_secret="s", **accounts)
    for _ in range(ADDRESS[Counted.SIGN_IN].amount):
        assert visitor.get("/auth/login").status_code == 200
    assert visitor.get("/auth/login").status_code == 429
    answer = visitor.get("/", headers=PAGE)
    assert (answer.status_code, "set-cookie" in answer.headers) == (200, False)


def test_a_page_whose_key_cannot_be_had_is_put_up_to_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "file"))
    for mode, options in (("workshop", set()), ("local", {"middleware", "secrets", "lifespan"})):
        monkeypatch.setenv("ACCESS", mode)
        assert set(launching.options()) == options


@pytest.mark.parametrize("name", ["", "testclient", "999.1.1.1", "[", "%", "localhost.example", "xlocalhost"])
def test_what_is_no_address_of_this_machine_is_none(name: str) -> None:
    assert not loopback(name)
