"""A look at the search index that changes nothing: opening an embedded index would write to it, so its file is only counted."""

import sqlite3
from contextlib import closing
from pathlib import Path

from simulator.library.chroma import connected
from simulator.library.errors import mapped


def passages(folder: Path, url: str = "") -> int | None:
    """How many passages are indexed, in the folder or on the Chroma server at `url`; None where nothing has been indexed yet.

    Raises:
        CatalogueIndexError: no server answers, or the folder's file cannot be read.
    """
    with mapped(url or str(folder), server=bool(url), opening=True):
        if url:
            found = [one.count() for one in connected(folder, url).list_collections() if one.name.startswith("scenarios-")]
            return sum(found) if found else None
        file = folder / "chroma.sqlite3"
        return _counted(file) if file.exists() else None


def _counted(file: Path) -> int:
    mode = "mode=ro" if file.with_name(f"{file.name}-wal").exists() else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{mode}", uri=True)) as database:
        return int(database.execute("SELECT count(*) FROM embeddings").fetchone()[0])
