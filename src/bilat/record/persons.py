"""Rows about people over all documents → PersonRow."""

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
