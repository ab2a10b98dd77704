"""Stands between a client and a server on this machine, and cuts the connection in the middle of the answer."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit


@contextmanager
def cutting(url: str, *, after: int) -> Iterator[str]:
    """An address that answers as the server at `url` does, and cuts every answer once `after` bytes have passed."""
    server = urlsplit(url)
    upstream = (server.hostname or "127.0.0.1", server.port or 80)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_serve, args=(listener, upstream, after), daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}{server.path}"
        listener.shutdown(socket.SHUT_RDWR)


def _serve(listener: socket.socket, upstream: tuple[str, int], after: int) -> None:
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        with client, socket.create_connection(upstream) as answer:
            threading.Thread(target=_pass_on, args=(client, answer), daemon=True).start()
            passed = 0
            while passed < after and (data := answer.recv(256)):
                client.sendall(data)
                passed += len(data)
            client.shutdown(socket.SHUT_RDWR)


def _pass_on(client: socket.socket, answer: socket.socket) -> None:
    try:
        while data := client.recv(65_536):
            answer.sendall(data)
    except OSError:
        return
