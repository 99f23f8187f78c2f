"""A path → an open SQLite connection, or a StoreError that says in one line why not."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from bilat.errors import LimitError, StoreError
from bilat.record.schema import APPLICATION_ID, SCHEMA_VERSION
from bilat.record.shape import stranger
from bilat.record.terms import fold

_FULL: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)


@contextmanager
def storing(path: Path) -> Generator[None]:
    """SQLite's and the system's errors become StoreErrors that name the file."""
    try:
        yield
    except sqlite3.Error as err:
        if getattr(err, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            msg = "that asks for more than there is time for: ask for a shorter time, fewer countries or fewer rows"
            raise LimitError(msg) from err
        raise StoreError(_told(path, err)) from err
    except UnicodeDecodeError as err:  # overwritten pages, in what SQLite quotes of them
        msg = f"{path}: damaged, or no record (not UTF-8); build it again from the articles"
        raise StoreError(msg) from err
    except OSError as err:
        msg = f"{path}: {err.strerror or err}"
        raise StoreError(msg) from err


def _told(path: Path, err: sqlite3.Error) -> str:
    code = getattr(err, "sqlite_errorcode", 0) or 0
    if code in _FULL or code & 0xFF == sqlite3.SQLITE_FULL:
        return f"{path}: no space left to write; what was kept before is whole. Make room and build again: it goes on"
    if code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return f"{path}: damaged, or no record ({err}); build it again from the articles"
    if code & 0xFF in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return f"{path}: cannot be opened ({err})"
    if code & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return f"{path}: in use by another program ({err})"
    return f"{path}: {err}"


def open_kept(path: Path, *, shared: bool = False) -> sqlite3.Connection:
    """A finished record, read-only; `shared` for use by several threads. Raises StoreError where it is missing,
    damaged, unfinished or too new.

    The file is opened as immutable: builds replace it as a whole and never write into it, so no lock is needed and it
    can be read from a read-only disk.
    """
    if not path.exists():
        msg = f"{path}: no such record; make it with: bilat build PATH... -o {path}"
        raise StoreError(msg)
    if path.is_dir():
        msg = f"{path}: a folder, not a record"
        raise StoreError(msg)
    with storing(path):
        address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=not shared)
        try:
            guard(connection)
            check_kind(connection, path)
            state = connection.execute("SELECT value FROM meta WHERE key = 'state'").fetchone()
        except BaseException:
            connection.close()
            raise
    if state != ("complete",):
        connection.close()
        msg = f"{path}: an unfinished build; run bilat build again to go on with it"
        raise StoreError(msg)
    prepare(connection)
    return connection


def check_kind(connection: sqlite3.Connection, path: Path) -> None:
    """Raises StoreError unless the file is a record of this version, and nothing else."""
    kind = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if kind != APPLICATION_ID:
        msg = f"{path}: not a record of bilat (application id {kind:#x})"
        raise StoreError(msg)
    if version > SCHEMA_VERSION:
        msg = f"{path}: made by a newer bilat (schema {version}, this one reads {SCHEMA_VERSION}); update bilat"
        raise StoreError(msg)
    if version < SCHEMA_VERSION:
        msg = f"{path}: made by an older bilat (schema {version}); build it again: bilat build PATH... -o {path}"
        raise OlderRecordError(msg)
    strange = stranger(connection)
    if strange is not None:
        msg = f"{path}: no record, or changed by somebody ({strange}); build it again from the articles"
        raise StoreError(msg)


class OlderRecordError(StoreError):
    """A record of an older schema: readable by nobody, but a build may replace it."""


def guard(connection: sqlite3.Connection) -> None:
    """Before a file is read that may be a stranger's: what it defines may call no function that could do harm, its
    pages are checked as they are read, and no other file comes in beside it."""
    _ = connection.execute("PRAGMA trusted_schema = OFF")
    _ = connection.execute("PRAGMA cell_size_check = ON")
    _ = connection.execute("PRAGMA mmap_size = 0")
    _ = connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def prepare(connection: sqlite3.Connection) -> None:
    """What every connection has: `fold(text)` in SQL, and room to work in memory."""
    connection.create_function("fold", 1, fold, deterministic=True)
    _ = connection.execute("PRAGMA cache_size = -65536")
    _ = connection.execute("PRAGMA temp_store = MEMORY")
