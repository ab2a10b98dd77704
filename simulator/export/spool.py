"""Talks on their way into files: taken once, as they come, and read again from the disk, so that memory holds one at a time."""

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from simulator.practice.attempt import Attempt


class Spool:
    """Attempts that can be gone through again and again, in their order."""

    def __init__(self, attempts: Iterable[Attempt], file: IO[bytes]) -> None:
        """Put the attempts into the file, which nobody else reads."""
        self._file = file
        for attempt in attempts:
            pickle.dump(attempt, file)
        self._end = file.tell()

    def __iter__(self) -> Iterator[Attempt]:
        place = 0
        while place < self._end:
            self._file.seek(place)
            attempt: Attempt = pickle.load(self._file)  # noqa: S301 (written above, by this very process)
            place = self._file.tell()
            yield attempt


@contextmanager
def spooled(attempts: Iterable[Attempt]) -> Iterator[Spool]:
    """The attempts in a file without a name, which is gone at the end."""
    with tempfile.TemporaryFile() as file:
        yield Spool(attempts, file)
