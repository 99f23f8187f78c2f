"""Flat nouns of a record: what is asked of them → SQL, and rows → items with the report they stand in."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from msgspec.json import decode

from bilat.errors import UsageError
from bilat.model import Evidence, Span
from bilat.model.flat import NOUNS
from bilat.model.item_rows import ItemRow
from bilat.model.rows import ReportRow
from bilat.record.compact import pack_id
from bilat.record.nouns import columns_of, item_from_row
from bilat.record.pack import first_day, last_day
from bilat.record.parties import key_of
from bilat.record.query import LISTED, PUBLISHERS, Asked, day
from bilat.record.terms import fold

Row = tuple[Any, ...]

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "figures": (
        "i.measure",
        'i."of" IS NULL',
        "coalesce(i.\"of\", '')",
        "coalesce(i.partner, '')",
        "coalesce(i.unit, '')",
        "coalesce(replace(i.period, 'as_of ', ''), '')",
    ),
    "undertakings": ("i.kind", "i.what"),
}
"""What the items of a noun are ordered by before the day of their report."""
_BY_DAY: Final = ("d.published IS NULL", "coalesce(d.published, '')", "d.id", "i.position")
_BACK: Final = ("-(d.published IS NULL)", "coalesce(d.published, '')", "d.id", "-i.position")
"""The same by which the latest day comes first, downwards: what has no day last, one document from its beginning on."""
_NEWEST: Final = "coalesce(d.published, '') DESC, d.id DESC, i.position"


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """What is asked of a flat noun; an empty field asks nothing. `countries` are codes, each of which the item must
    have; `since` and `until` bound the day of the report; `publisher` is part of its name; `same` are columns with the
    value they must have, `within` columns with a text they must hold, in any script, `known` columns that must not be
    empty."""

    countries: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    same: Mapping[str, str] = field(default_factory=dict[str, str])
    within: Mapping[str, str] = field(default_factory=dict[str, str])
    known: Sequence[str] = ()


def conditions(noun: str, asked: ItemFilter, keys: Iterable[str]) -> tuple[list[str], list[object]]:
    """The conditions on items `i` and their documents `d`; `keys` are those of the countries asked for (see
    `Parties`). Raises UsageError for a date that is none."""
    where, values = ["d.superseded_by IS NULL"], list[object]()
    if asked.countries:
        where.append(f"{key_of(noun, 'i.')} {LISTED}")
        values.append(json.dumps([*keys], ensure_ascii=False))
    if asked.since is not None:
        where.append("d.published >= ?")
        values.append(day(asked.since, first_day(asked.since)))
    if asked.until is not None:
        where.append("d.published <= ?")
        values.append(day(asked.until, last_day(asked.until)))
    if asked.publisher is not None:
        where.append(f"d.publisher IN (SELECT publisher FROM ({PUBLISHERS}) WHERE instr(fold(publisher), ?) > 0)")
        values.append(fold(asked.publisher))
    for column, value in asked.same.items():
        where.append(f"i.{_known(noun, column)} = ?")
        values.append(value)
    for column, part in asked.within.items():
        where.append(f"instr(fold(coalesce(i.{_known(noun, column)}, '')), ?) > 0")
        values.append(fold(part))
    where.extend(f"i.{_known(noun, column)} IS NOT NULL" for column in asked.known)
    return where, values


def _known(noun: str, column: str) -> str:
    quoted = f'"{column}"'
    if quoted not in columns_of(noun):
        msg = f"{noun} have no {column}"
        raise UsageError(msg)
    return quoted


@dataclass(frozen=True, slots=True)
class Way:
    """How a statement comes to the items it asks for: by the `keys` of their countries, and `by_day`, document by
    document in the order of days, where so many fit that it is quicker to stop at the limit than to sort them."""

    keys: Sequence[str] = ()
    by_day: bool = False

    def source(self, noun: str) -> str:
        """Items and documents in the order in which they are looked at: SQLite keeps to it."""
        both = ("documents d", f"{noun} i") if self.by_day else (f"{noun} i", "documents d")
        return f"{' CROSS JOIN '.join(both)} USING (document)"


def items(
    noun: str, asked: ItemFilter, limit: int | None, way: Way, *, after: str | None = None, also: str = "1"
) -> Asked:
    """Items of documents that count, with their reports; those behind the item of an id; `also` is one more condition.
    Raises UsageError for a column that is none."""
    where, values = conditions(noun, asked, way.keys)
    where.append(also)
    order = ", ".join((*_KEYS.get(noun, ()), *_BY_DAY))
    if way.by_day and asked.since is not None:
        where.append("(d.published IS NULL) = 0 AND coalesce(d.published, '') >= ?")  # as the index has it
        values.append(first_day(asked.since))
    if after is not None:
        where.append(
            f"({order}) > (SELECT {order} FROM {noun} i JOIN documents d USING (document) WHERE i.id = ? LIMIT 1)"
        )
        values.append(pack_id(after))
    chosen = f"SELECT i.item FROM {way.source(noun)} WHERE {' AND '.join(where)}"
    if limit is not None:
        chosen += f" ORDER BY {order} LIMIT ?"
        values.append(limit)
    return f"{select(noun)} WHERE i.item IN ({chosen}) ORDER BY {order}", values


def newest_items(
    noun: str, asked: ItemFilter, limit: int | None, way: Way, *, after: str | None = None, dated: bool
) -> Asked:
    """The same with the latest report first, whatever the noun: those of a known day, or the others, which stand last.
    Asked apart, since so the index of days is read backwards."""
    where, values = conditions(noun, asked, way.keys)
    where.append(f"(d.published IS NULL) = {int(not dated)}")
    if after is not None:
        anchor = f"FROM {noun} i JOIN documents d USING (document) WHERE i.id = ? LIMIT 1"
        back = ", ".join(_BACK)
        where.append(f"coalesce(d.published, '') <= (SELECT coalesce(d.published, '') {anchor})")
        where.append(f"({back}) < (SELECT {back} {anchor})")
        values += [pack_id(after)] * 2
    chosen = f"SELECT i.item FROM {way.source(noun)} WHERE {' AND '.join(where)}"
    if limit is not None:
        chosen += f" ORDER BY {_NEWEST} LIMIT ?"
        values.append(limit)
    return f"{select(noun)} WHERE i.item IN ({chosen}) ORDER BY {_NEWEST}", values


def checked(noun: str) -> str:
    """A noun that there is. Raises UsageError for another."""
    if noun not in NOUNS:
        msg = f"unknown noun {noun!r}; known are {', '.join(NOUNS)}"
        raise UsageError(msg)
    return noun


INDEXED: Final = frozenset(("speaker", "phrase", "mechanism", "measure"))
"""Columns by which items are found."""


def is_by_day(noun: str, asked: ItemFilter, fitting: int, limit: int | None) -> bool:
    """Whether items are quicker found document by document, of which about so many fit: a sheet of a long list that
    no index makes short."""
    return limit is not None and noun not in _KEYS and fitting > _MANY and INDEXED.isdisjoint(asked.same)


_MANY: Final = 4_000
"""Items that are sorted in the time in which those of a sheet are found among all, about 5 ms."""

_PARTIES: Final = (
    "min(coalesce({0}.\"of\", ''), coalesce({0}.partner, '')), max(coalesce({0}.\"of\", ''), coalesce({0}.partner, ''))"
)
SEVERAL_VALUES: Final = (
    f"(i.measure, i.period, {_PARTIES.format('i')}) IN (SELECT s.measure, s.period, {_PARTIES.format('s')}"
    ' FROM figures s WHERE s.period IS NOT NULL AND s."of" IS NOT NULL GROUP BY 1, 2, 3, 4'
    " HAVING min(s.value) < max(s.value) OR min(s.change_pct) < max(s.change_pct))"
)
"""Figures of a measure, period and two parties (in any order) of which there are several values."""


def select(noun: str) -> str:
    """The statement that `from_row` understands the rows of, without conditions."""
    columns = ", ".join(f"i.{column}" for column in columns_of(noun))
    return (
        f"SELECT lower(hex(i.id)), d.id, d.publisher, d.published, d.title, d.url, {_QUOTES}, {columns}"
        f" FROM {noun} i JOIN documents d USING (document)"
    )


_QUOTES: Final = "quotes(d.text, i.evidence)"


def from_row(noun: str, row: Row) -> ItemRow[Any]:
    """A row of `select` → the item and the report it stands in."""
    id_, document, publisher, published, title, url, quotes, *columns = row
    quoted = iter(decode(quotes))

    item = item_from_row(noun, tuple(columns), document, lambda _start, _end: next(quoted))
    evidence: tuple[Evidence, ...] = item.evidence
    return ItemRow(id_, noun, item, ReportRow(document, publisher, published, title, url, "reported", evidence))


PHRASE_USES: Final = (
    "SELECT i.phrase, i.item, i.document, d.id, d.published, d.publisher, i.side, count_spans(i.evidence)"
    " FROM {source} WHERE {where} ORDER BY i.item"
)
"""Each telling of a phrase with how often it stands there."""

SESSIONS: Final = (
    "SELECT e.document, e.mechanism, e.ordinal, e.status, e.start_date, e.end_date, e.place, e.earliest,"
    " (SELECT min(l.id) FROM reports r JOIN events l USING (event) WHERE r.telling = e.telling),"
    " (SELECT json_group_array(json_array(p.name, p.country)) FROM participants p WHERE p.telling = e.telling),"
    " d.id, d.publisher, d.published, d.title, d.url,"
    " (SELECT json_group_array(json_array(v.start_char, v.end_char, v.quote)) FROM evidence v"
    " WHERE v.telling = e.telling)"
    " FROM tellings e JOIN documents d USING (document)"
    " WHERE e.type = 'session' AND d.superseded_by IS NULL AND e.mechanism IS NOT NULL"
    f" AND e.document {LISTED} ORDER BY e.document, e.position"
)
"""Events of some documents that are sessions, with the names that take part and their quotations."""


_WITHIN: Final = "sum(count_within(m.evidence, v.start_char, v.end_char))"
CALLED: Final = (
    "SELECT m.mechanism FROM events e JOIN reports r USING (event) JOIN tellings t USING (telling)"
    " JOIN evidence v USING (telling) JOIN mechanisms m ON m.document = t.document "
    f" WHERE e.mechanism = ? GROUP BY m.mechanism HAVING {_WITHIN} > 0 ORDER BY {_WITHIN} DESC, m.mechanism LIMIT 1"
)
"""The mechanism that the words of events hold which name it otherwise."""


def quotations(document: str, packed: str) -> tuple[Evidence, ...]:
    """Evidence out of a JSON array of [start, end, quote]."""
    return tuple(Evidence(document, Span(start, end), quote) for start, end, quote in decode(packed))
