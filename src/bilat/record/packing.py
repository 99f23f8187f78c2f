"""A finished record file → one of the same content without gaps, each table in one piece, beside it."""

import sqlite3
from pathlib import Path


def pack_file(db: sqlite3.Connection, path: Path) -> Path:
    """Packs the open file of a path. Returns the other one, which is to be put in its place."""
    packed = _beside(path)
    try:
        _ = db.execute("INSERT INTO search (search) VALUES ('optimize')")
        _ = db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # the other file, for a moment
        _ = db.execute("VACUUM INTO ?", (str(packed),))
    except BaseException:
        remove_packed(path)
        raise
    return packed


def remove_packed(path: Path) -> None:
    """Removes what a build that was ended left of the other file."""
    for end in ("", "-journal"):
        _beside(path, end).unlink(missing_ok=True)


def _beside(path: Path, end: str = "") -> Path:
    return path.with_name(f"{path.name}.packed{end}")
