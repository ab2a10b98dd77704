"""`simulator serve`: the page in the browser."""

from typing import Annotated

import typer

from simulator.cli import library


def serve(
    port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535, help="The port to serve at.")] = 8501,
    address: Annotated[str, typer.Option(help="The address to serve at; the default can be reached from this machine only.")] = "127.0.0.1",
) -> None:
    """Serve the page in the browser, for this machine only unless another address is given."""
    from simulator.ui.serving import serve as serve_page

    library.index()
    typer.echo(f"Serving at http://{address}:{port}. Ctrl-C stops it.")
    serve_page(address, port)
