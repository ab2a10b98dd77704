"""Finds a Chromium for the tests of the page."""

import os
import shutil
from typing import Final

FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
MISSING: Final = (
    "No Chromium was found, so the tests in tests/ui/in_browser cannot run. "
    "Get one with `apt install chromium`, or name yours with CHROMIUM=/path/to/chromium."
)


def find_chromium() -> str | None:
    """Path of a Chromium: `CHROMIUM` where it is set, else the first of the usual names; None where there is none."""
    wanted = os.environ.get("CHROMIUM")
    if wanted:
        return shutil.which(wanted)
    return next((path for path in map(shutil.which, NAMES) if path), None)


def browser_is_required() -> bool:
    """On CI a missing browser is a failure, not something to leave out."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")
