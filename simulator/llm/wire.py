"""What comes over the wire, bounded: an answer ends where it has grown beyond any use, and when nobody listens any more.

A provider's client reads on as long as bytes come. A server that sends signs of life but no words would keep a reading thread for ever,
and a packed answer of a few kilobytes can unfold to gigabytes; so answers are asked for unpacked, and counted as they come.
"""

import math
from collections.abc import Iterator
from typing import Final

import httpx

from simulator.llm.patience import waited_for

MOST_BYTES: Final = 4_000_000
"""The longest answer that is read: a stream sends some 300 bytes for each of its few thousand pieces."""


class Bounded(httpx.BaseTransport):
    """A transport whose answers are bounded in bytes, not packed, and end when nobody listens."""

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
            if not waited_for():
                raise httpx.ReadError("nobody listens any more")
            yield piece

    def close(self) -> None:
        self._stream.close()


def bounded_client(timeout: float) -> httpx.Client:
    """A client for one provider that waits `timeout` seconds for each sign of life; infinity waits without end."""
    waits = None if math.isinf(timeout) else timeout
    return httpx.Client(transport=Bounded(httpx.HTTPTransport()), timeout=waits, follow_redirects=True)
