"""One process, and one thread, at a time."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def one_at_a_time(folder: Path | None) -> Iterator[None]:
    """Wait until nobody else is inside for this folder. None waits for nobody.

    The lock goes with the process that holds it, however that ends. On Windows, which has no such lock, nobody waits.
    """
    if folder is None or sys.platform == "win32":
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "in-use.lock").open("a", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
