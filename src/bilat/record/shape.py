"""Whether a file's tables are those of a record, before anything is asked of it: a record may come from a stranger.

In a database file tables may be views in disguise, views and triggers run SQL of their maker, and columns, checks and
indexes may be computed. So what the file defines is compared, word by word, with what this version writes itself. After
"Security: untrusted database files" in SQLite's own documentation (sqlite.org/security.html).
"""

import re
import sqlite3
from collections.abc import Mapping
from functools import cache
from typing import Final

from bilat.record.indexes import INDEXES, LINKED_INDEXES
from bilat.record.schema import TABLES
from bilat.record.views import VIEWS

_ADDED_TABLE: Final = re.compile(r'CREATE TABLE "flat_\w+" \("\w+" [A-Z]+(?:, "\w+" [A-Z]+)*\) STRICT', re.ASCII)
"""What `bilat export --format sqlite` adds to a copy."""
_PLAIN_INDEX: Final = re.compile(r'CREATE (?:UNIQUE )?INDEX "?\w+"? ON "?\w+"?\("?\w+"?(?:, "?\w+"?)*\)', re.ASCII)
"""An index over columns as they are: nothing in it is computed. One that another version kept does no harm."""
_STATEMENT: Final = re.compile(r"CREATE (?:UNIQUE |VIRTUAL )?(TABLE|INDEX|VIEW) (\w+)", re.ASCII)
_OF_SEARCH: Final = {
    "search_data": "CREATE TABLE search_data(id INTEGER PRIMARY KEY, block BLOB)",
    "search_idx": "CREATE TABLE search_idx(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "search_config": "CREATE TABLE search_config(k PRIMARY KEY, v) WITHOUT ROWID",
}
"""The tables that SQLite makes for the search index, without the quotation marks that it writes (3.40 to 3.53)."""


def stranger(connection: sqlite3.Connection) -> str | None:
    """The first thing that an open file defines and a record does not, as words for a person; None for a record."""
    expected = _expected()
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY rowid"):
        if sql is None and kind == "index" and str(name).startswith("sqlite_autoindex_"):
            continue
        known = expected.get(str(name))
        if known is None and _harmless(kind, str(sql)):
            continue
        if known is None:
            return f"a {kind} '{name}' that no record has"
        if known not in ((kind, sql), (kind, str(sql).replace("'", ""))):
            return f"'{name}' defined in another way than in a record"
    return None


def _harmless(kind: str, sql: str) -> bool:
    grammar = {"table": _ADDED_TABLE, "index": _PLAIN_INDEX}.get(kind)
    return grammar is not None and grammar.fullmatch(sql) is not None


@cache
def _expected() -> Mapping[str, tuple[str, str]]:
    """Name → type and statement of all that a record defines: SQLite keeps statements as they were given."""
    found: dict[str, tuple[str, str]] = {name: ("table", sql) for name, sql in _OF_SEARCH.items()}
    for part in ";".join((TABLES, VIEWS, *INDEXES.values(), *LINKED_INDEXES.values())).split(";"):
        statement = part.strip()
        begins = _STATEMENT.match(statement)
        if begins:
            found[begins[2]] = (begins[1].lower(), statement)
    return found
