"""`simulator serve`: the page in the browser."""

import os
import socket
from typing import Annotated, Final

import typer

from simulator.cli import library
from simulator.errors import SettingError
from simulator.settings import Access, Settings
from simulator.settings import load as load_settings

_HERE: Final = "127.0.0.1"
_EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 - what a room is for; only where --workshop, or who serves, says so
_NOWHERE: Final = ("192.0.2.1", 9)
"""An address of RFC 5737 that nobody has. Nothing is sent to it: the system says which of its own addresses it would send from."""


def serve(
    port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535, help="The port to serve at.")] = 8501,
    address: Annotated[
        str | None, typer.Option(help="The address to serve at; the default can be reached from this machine only.", show_default=_HERE)
    ] = None,
    workshop: Annotated[bool, typer.Option("--workshop", help="Serve a room: everybody in this network who opens the address.")] = False,
) -> None:
    """Serve the page in the browser, for this machine only unless another address, or a workshop, is asked for."""
    from simulator.ui.serving import serve as serve_page
    from simulator.ui.visitors import loopback

    if workshop:
        os.environ["ACCESS"] = Access.WORKSHOP.value  # for this run, and for the page that it starts
    settings = load_settings()
    at = address or (_EVERYWHERE if workshop else _HERE)
    if settings.access is Access.LOCAL and not loopback(at):
        raise SettingError(
            f"{at} can be reached by others, and ACCESS is local: whoever came would see the talks of everybody. "
            "Set ACCESS=workshop or ACCESS=accounts to serve the page to others, each with talks of their own."
        )
    library.index()
    if workshop:
        _welcome(settings, f"http://{_own_address() if at == _EVERYWHERE else at}:{port}")
    else:
        typer.echo(f"Serving at http://{at}:{port}. Ctrl-C stops it.")
    serve_page(at, port)


def _welcome(settings: Settings, page: str) -> None:
    """What a facilitator needs: the address as words and as a picture, their own link, and what all this opens."""
    import segno

    from simulator.people.invitation import SECONDS, invitation

    typer.echo(f"Serving a workshop at {page}. Ctrl-C stops it.\n")
    segno.make(page, micro=False).terminal(compact=True)
    typer.echo(
        f"\nYour own link, for whoever leads the workshop: {page}/?lead={invitation(settings)}\n"
        f"The first who opens it, and gives a name, is the facilitator. It works once, for {SECONDS // 3600} hours.\n\n"
        "Everybody in this network who opens the address can come in and practise, each with talks of their own. Words travel in the "
        "clear: in a network that you do not trust, put a proxy with TLS before it (docs/running.md)."
    )


def _own_address() -> str:
    """This machine's address in the network it is in; its loopback address where it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way_out:
        try:
            way_out.connect(_NOWHERE)
        except OSError:
            return _HERE
        return str(way_out.getsockname()[0])
