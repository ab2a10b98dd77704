"""The databases that workshops are kept in."""

from tests.databases import address, postgres

__all__ = ["address", "postgres"]
