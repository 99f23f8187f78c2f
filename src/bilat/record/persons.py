"""People over all documents: counted while a record is written, and rows about them → PersonRow."""

import json
import sqlite3
from collections.abc import Collection
from typing import Any, Final

from bilat.model.rows import PersonRow, TenureRow, TitleRow
from bilat.record.load import texts
from bilat.record.query import LISTED

Row = tuple[Any, ...]

NAMES: Final = (
    f"SELECT actor, name FROM names WHERE actor {LISTED} ORDER BY actor, chosen DESC, as_name DESC, as_alias DESC, name"
)
TITLES: Final = (
    f"SELECT actor, title, first, last, documents FROM titles WHERE actor {LISTED}"
    " ORDER BY actor, last DESC, first DESC, documents DESC, title"
)
TENURES: Final = (
    "SELECT t.actor, t.office, t.sole, t.first, t.last, t.documents,"
    " (SELECT json_group_array(o.actor) FROM (SELECT o.actor FROM tenures o WHERE t.sole AND o.sole"
    " AND o.office = t.office AND o.country = t.country AND o.actor <> t.actor AND o.first <= t.last"
    f" AND o.last >= t.first ORDER BY o.documents DESC, o.actor) o) FROM tenures t WHERE t.actor {LISTED}"
    " ORDER BY t.actor, t.last DESC, t.first DESC, t.documents DESC, t.office"
)

_COUNTRY: Final = (
    "(SELECT o.country FROM locals o WHERE o.actor = {actor}"
    " ORDER BY o.country IS NULL, o.documents DESC, o.country LIMIT 1)"
)
_PEOPLE: Final = "min(d.published), max(d.published), count(DISTINCT p.document), sum(p.mentions)"
_TITLES: Final = "p.title, max(p.country), min(d.published), max(d.published), count(DISTINCT p.document)"
_OF_RECOUNTED: Final = (
    "FROM recounted r CROSS JOIN locals l USING (actor) CROSS JOIN people p USING (local)"
    " CROSS JOIN documents d USING (document) WHERE d.superseded_by IS NULL"
)
_OF_FRESH: Final = (
    "FROM json_each(?) f CROSS JOIN documents d ON d.document = f.value CROSS JOIN people p ON p.document = f.value"
    " WHERE d.superseded_by IS NULL AND p.actor NOT IN (SELECT actor FROM recounted)"
)
_SPAN: Final = (
    "first = coalesce(min(first, excluded.first), first, excluded.first),"
    " last = coalesce(max(last, excluded.last), last, excluded.last), documents = documents + excluded.documents"
)
_RECOUNTED: Final = {
    "persons": (
        f"INSERT INTO persons SELECT r.actor, {_COUNTRY.format(actor='r.actor')}, {_PEOPLE} {_OF_RECOUNTED}"
        " GROUP BY r.actor"
    ),
    "titles": (
        f"INSERT INTO titles SELECT r.actor, {_TITLES} {_OF_RECOUNTED} AND p.title IS NOT NULL"
        " GROUP BY r.actor, p.title"
    ),
}
_ADDED: Final = (
    (
        f"INSERT INTO persons SELECT p.actor, {_COUNTRY.format(actor='p.actor')}, {_PEOPLE} {_OF_FRESH}"
        f" GROUP BY p.actor ON CONFLICT (actor) DO UPDATE SET country = excluded.country, {_SPAN},"
        " mentions = mentions + excluded.mentions"
    ),
    (
        f"INSERT INTO titles SELECT p.actor, {_TITLES} {_OF_FRESH} AND p.title IS NOT NULL GROUP BY p.actor, p.title"
        " ON CONFLICT (actor, title) DO UPDATE"
        f" SET country = coalesce(max(country, excluded.country), country, excluded.country), {_SPAN}"
    ),
)


class Counted:
    """The counts of persons that change. Made before `people` tells who is whose actor now, renewed after.

    What documents that came tell is added. Those named in documents that went, and those of whom a local came or went,
    are counted anew; so is everybody in a record that has counted nobody yet."""

    def __init__(
        self, db: sqlite3.Connection, moved: Collection[str], fresh: Collection[int], gone: Collection[int]
    ) -> None:
        self._db = db
        self._moved = json.dumps(sorted(moved), ensure_ascii=False)
        self._fresh = json.dumps(sorted(fresh))
        self._adds = db.execute("SELECT 1 FROM persons LIMIT 1").fetchone() is not None
        self._anew = json.dumps(sorted(gone if self._adds else {*fresh, *gone}))
        _ = db.execute("CREATE TEMP TABLE recounted (actor TEXT PRIMARY KEY)")
        self._note()

    def _note(self) -> None:
        for column, listed in (("local", self._moved), ("document", self._anew)):
            _ = self._db.execute(
                f"INSERT OR IGNORE INTO recounted SELECT DISTINCT actor FROM people WHERE {column} {LISTED}", (listed,)
            )

    def renew(self) -> None:
        """Writes the counts anew."""
        self._note()
        for table, renewed in _RECOUNTED.items():
            _ = self._db.execute(f"DELETE FROM {table} WHERE actor IN (SELECT actor FROM recounted)")
            _ = self._db.execute(renewed)
        for added in _ADDED if self._adds else ():
            _ = self._db.execute(added, (self._fresh,))
        _ = self._db.execute("DROP TABLE recounted")


def person(row: Row, names: list[Row], titles: list[Row], tenures: list[Row]) -> PersonRow:
    actor, country, first, last, documents, mentions = row
    forms = tuple(name for (name,) in names)
    return PersonRow(
        actor,
        forms[0],
        forms,
        country,
        tuple(TitleRow(*title) for title in titles),
        first,
        last,
        documents,
        mentions,
        tuple(
            TenureRow(office, bool(sole), first, last, count, texts(others))
            for office, sole, first, last, count, others in tenures
        ),
    )
