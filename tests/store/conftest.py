"""The databases that the store is tested on."""

from tests.databases import address, postgres, repository

__all__ = ["address", "postgres", "repository"]
