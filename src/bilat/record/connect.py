"""A path → an open SQLite connection, or a StoreError that says in one line why not."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from bilat.errors import LimitError, StoreError
from bilat.record import compact
from bilat.record.schema import APPLICATION_ID, SCHEMA_VERSION
from bilat.record.shape import stranger
from bilat.record.terms import fold

_FULL: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE)
_SHORT: Final = sqlite3.SQLITE_IOERR_SHORT_READ
"""The file ends before a page that it should have."""
_SPOILED: Final = (
    *("Could not decode to UTF-8", "no such table", "no such fts5 table", "vtable constructor failed"),
    "user-defined function raised",
)
"""How errors without a code of their own begin: bytes in a text that are none, a schema without what every record has,
compact columns that cannot be read."""


@contextmanager
def storing(path: Path) -> Generator[None]:
    """SQLite's and the system's errors become StoreErrors that name the file."""
    try:
        yield
    except sqlite3.Error as err:
        if getattr(err, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            msg = "that asks for more than there is time for: ask for a shorter time, fewer countries or fewer rows"
            raise LimitError(msg) from err
        if _is_damage(err):
            raise DamagedError(path, str(err)) from err
        raise StoreError(_told(path, err)) from err
    except compact.SpoiledError as err:
        raise DamagedError(path, str(err)) from err
    except UnicodeDecodeError as err:  # overwritten pages, in what SQLite quotes of them
        raise DamagedError(path, "not UTF-8") from err
    except OSError as err:
        msg = f"{path}: {err.strerror or err}"
        raise StoreError(msg) from err


class OlderRecordError(StoreError):
    """A record of an older schema: to be brought up to date before it is asked."""


class UnfinishedError(StoreError):
    """A record in the making that lies where a finished one should."""


class DamagedError(StoreError):
    """A record that is not as it was written. When its first page tells that it is one (`ours`), a build takes from it
    what is whole, and reads the rest anew."""

    def __init__(self, path: Path, why: str) -> None:
        self.why = why
        self.ours = _begins_as_record(path)
        if self.ours:
            super().__init__(f"{path}: damaged ({why}); make it anew with: bilat build PATH... --rehash -o {path}")
        else:
            super().__init__(f"{path}: damaged, or no record ({why}); move it away before another is made there")


def _begins_as_record(path: Path) -> bool:
    """Whether the first page of a file is that of a record; see https://sqlite.org/fileformat.html, 1.3."""
    try:
        with path.open("rb") as stream:
            head = stream.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and int.from_bytes(head[68:72], "big") == APPLICATION_ID


def _is_damage(err: sqlite3.Error) -> bool:
    code = getattr(err, "sqlite_errorcode", 0) or 0
    lost = code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB} or code == _SHORT
    return lost or str(err).startswith(_SPOILED)


def _told(path: Path, err: sqlite3.Error) -> str:
    code = getattr(err, "sqlite_errorcode", 0) or 0
    if code in _FULL or code & 0xFF == sqlite3.SQLITE_FULL:
        return f"{path}: no space left to write; what was kept before is whole. Make room and build again: it goes on"
    if code & 0xFF in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return f"{path}: cannot be opened ({err})"
    if code & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return f"{path}: in use by another program ({err})"
    if code & 0xFF == sqlite3.SQLITE_IOERR:
        return f"{path}: the disk does not answer as it should ({err}); what was kept before is as it was"
    return f"{path}: {err}"


def address(path: Path) -> str:
    """What SQLite calls a file that nobody writes into."""
    return f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"


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
        connection = sqlite3.connect(address(path), uri=True, check_same_thread=not shared)
        try:
            guard(connection)
            check_kind(connection, path)
            state = _state(connection, path)
        except BaseException:
            connection.close()
            raise
    if state != ("complete",):
        connection.close()
        msg = f"{path}: an unfinished build; complete it with: bilat build PATH... -o {path}"
        raise UnfinishedError(msg)
    prepare(connection)
    return connection


def _state(connection: sqlite3.Connection, path: Path) -> object:
    size = path.stat().st_size
    pages, page_size = (connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size"))
    if size != pages * page_size:
        raise DamagedError(path, f"it has {size} bytes, and should have {pages * page_size}")
    try:
        return connection.execute("SELECT value FROM meta WHERE key = 'state'").fetchone()
    except sqlite3.OperationalError as err:
        raise DamagedError(path, str(err)) from err


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
        msg = f"{path}: made by an older bilat (schema {version}); bring it up to date with: bilat migrate {path}"
        raise OlderRecordError(msg)
    strange = stranger(connection)
    if strange is not None:
        raise DamagedError(path, strange)


def guard(connection: sqlite3.Connection) -> None:
    """Before a file is read that may be a stranger's: what it defines may call no function that could do harm, its
    pages are checked as they are read, and no other file comes in beside it."""
    _ = connection.execute("PRAGMA trusted_schema = OFF")
    _ = connection.execute("PRAGMA cell_size_check = ON")
    _ = connection.execute("PRAGMA mmap_size = 0")
    _ = connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def prepare(connection: sqlite3.Connection) -> None:
    """What every connection has: `fold(text)` and what reads `compact` columns in SQL, and room to work in memory."""
    for function, given in ((fold, 1), (compact.quotes, 2), (compact.count_spans, 1), (compact.count_within, 3)):
        connection.create_function(function.__name__, given, function, deterministic=True)
    _ = connection.execute("PRAGMA cache_size = -65536")
    _ = connection.execute("PRAGMA temp_store = MEMORY")
