"""The databases that talks are practised on."""

from tests.databases import address, postgres, repository

__all__ = ["address", "postgres", "repository"]
