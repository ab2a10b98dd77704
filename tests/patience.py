"""How long tests wait for what has to come. Only a failure takes that long, and a machine may be many times slower than usual."""

from typing import Final

SECONDS: Final = 600.0
"""Less than pytest's time-out, so that what did not come is told."""
MILLISECONDS: Final = SECONDS * 1000
