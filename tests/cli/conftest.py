"""The databases that commands are tested on."""

from tests.databases import address, postgres

__all__ = ["address", "postgres"]
