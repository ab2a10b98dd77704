"""Serves the page. Streamlit is started in this process, so that whatever stops the one stops the other."""

from typing import Any

from simulator.settings import PROJECT


def serve(address: str, port: int) -> None:
    """Serve the page until the process is stopped."""
    from streamlit import net_util
    from streamlit.web import cli

    own: Any = net_util
    own.get_external_ip = lambda: None  # it asks an outside host for this machine's address whenever a visitor came by another name
    page = str(PROJECT / "streamlit_app.py")
    cli.main(["run", page, "--server.address", address, "--server.port", str(port), "--server.headless", "true"])
