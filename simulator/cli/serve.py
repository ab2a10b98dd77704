"""`simulator serve`: the page in the browser."""

from typing import Annotated

import typer

from simulator.cli import library
from simulator.errors import SettingError
from simulator.settings import Access
from simulator.settings import load as load_settings


def serve(
    port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535, help="The port to serve at.")] = 8501,
    address: Annotated[str, typer.Option(help="The address to serve at; the default can be reached from this machine only.")] = "127.0.0.1",
) -> None:
    """Serve the page in the browser, for this machine only unless another address is given."""
    from simulator.ui.serving import serve as serve_page
    from simulator.ui.visitors import loopback

    access = load_settings().access
    if access is Access.LOCAL and not loopback(address):
        raise SettingError(
            f"{address} can be reached by others, and ACCESS is local: whoever came would see the talks of everybody. "
            "Set ACCESS=workshop or ACCESS=accounts to serve the page to others, each with talks of their own."
        )
    library.index()
    typer.echo(f"Serving at http://{address}:{port}. Ctrl-C stops it.")
    serve_page(address, port)
