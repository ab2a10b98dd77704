"""What comes over the wire, bounded: an answer ends where it has grown beyond any use, and when nobody listens any more.

A provider's client reads on as long as bytes come. A server that sends signs of life but no words would keep a reading thread for ever,
and a packed answer of a few kilobytes can unfold to gigabytes; so answers are asked for unpacked, counted as they come, and every read
asks whether somebody still waits.
"""

import math
import ssl
from collections.abc import Iterable, Iterator
from typing import Any, Final

import httpcore
import httpx

from simulator.llm.patience import waited_for

MOST_BYTES: Final = 4_000_000
"""The longest answer that is read: a stream sends some 300 bytes for each of its few thousand pieces."""


class Bounded(httpx.BaseTransport):
    """A transport whose answers are bounded in bytes and not packed."""

    def __init__(self, inner: httpx.BaseTransport, most: int = MOST_BYTES) -> None:
        """Send through `inner`; read up to `most` bytes of an answer."""
        self._inner, self._most = inner, most

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """As `httpx.BaseTransport`.

        Raises:
            httpx.DecodingError: the answer is packed although it was asked for unpacked.
        """
        request.headers["accept-encoding"] = "identity"
        answer = self._inner.handle_request(request)
        if answer.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
            answer.close()
            raise httpx.DecodingError("packed, although it was asked for unpacked")
        assert isinstance(answer.stream, httpx.SyncByteStream)
        answer.stream = _Counted(answer.stream, self._most)
        return answer

    def close(self) -> None:
        """As `httpx.BaseTransport`."""
        self._inner.close()


class _Counted(httpx.SyncByteStream):
    def __init__(self, stream: httpx.SyncByteStream, most: int) -> None:
        self._stream, self._left = stream, most

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._stream:
            self._left -= len(piece)
            if self._left < 0:
                raise httpx.DecodingError("longer than any answer of use")
            yield piece

    def close(self) -> None:
        self._stream.close()


class _Listening(httpcore.NetworkStream):
    """A connection that is read only while somebody waits for what it says: its head and its framing as well as its words."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, timeout)
        if not waited_for():
            raise httpcore.ReadError("nobody listens any more")
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> "_Listening":
        return _Listening(self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Network(httpcore.SyncBackend):
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        return _Listening(super().connect_tcp(host, port, timeout, local_address, socket_options))


class _Wire(httpx.HTTPTransport):
    def __init__(self) -> None:
        trusted = httpx.create_ssl_context()  # reading the certificates takes longest: once for both
        super().__init__(verify=trusted)
        self._pool = httpcore.ConnectionPool(ssl_context=trusted, network_backend=_Network())


def bounded_client(timeout: float) -> httpx.Client:
    """A client for one provider that waits `timeout` seconds for each sign of life; infinity waits without end."""
    waits = None if math.isinf(timeout) else timeout
    return httpx.Client(transport=Bounded(_Wire()), timeout=waits, follow_redirects=True)
