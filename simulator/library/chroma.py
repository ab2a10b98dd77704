"""Chroma, loaded so that it takes no setting from a `.env` in the working folder, and the client we use of it.

Chroma reads its settings while it is imported, from whatever `.env` lies where the program was started: a line there that it does not
understand would end the program, one that it does would change ours. Import Chroma from here alone.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

__all__ = [
    "ChromaError",
    "DuplicateIDError",
    "InvalidArgumentError",
    "InvalidDimensionException",
    "InvalidUUIDError",
    "chroma_settings",
    "connected",
]


def _without_file(
    settings_cls: type[BaseSettings],
    init_settings: PydanticBaseSettingsSource,
    env_settings: PydanticBaseSettingsSource,
    dotenv_settings: PydanticBaseSettingsSource,
    file_secret_settings: PydanticBaseSettingsSource,
) -> tuple[PydanticBaseSettingsSource, ...]:
    return init_settings, env_settings, file_secret_settings


_as_it_was = BaseSettings.__dict__["settings_customise_sources"]
BaseSettings.settings_customise_sources = staticmethod(_without_file)  # type: ignore[method-assign]
try:
    import chromadb
    from chromadb.config import Settings
    from chromadb.errors import (
        ChromaError,
        DuplicateIDError,
        InvalidArgumentError,
        InvalidDimensionException,
        InvalidUUIDError,
    )
finally:
    BaseSettings.settings_customise_sources = _as_it_was  # type: ignore[method-assign]


def chroma_settings() -> Settings:
    """Ours, new for every client: Chroma writes into those that it is given."""
    return Settings(_env_file=None, anonymized_telemetry=False)


def connected(folder: Path, url: str) -> Any:
    """Chroma's client for the index in `folder`, or on the server at `url`."""
    if url:
        address = urlsplit(url)
        port = address.port or (443 if address.scheme == "https" else 80)
        return chromadb.HttpClient(host=address.hostname or "", port=port, ssl=address.scheme == "https", settings=chroma_settings())
    folder.mkdir(parents=True, exist_ok=True)
    return chromadb.PersistentClient(path=str(folder), settings=chroma_settings())
