"""What is counted over events → one statement each: pairs, months, days, whom a person met, travels, ties.

Pure functions; `{events}` of another statement is a condition on `e`, as `query.matching` gives it.
"""

from typing import Final

from bilat.record.query import Asked, EventFilter, conditions

NAME: Final = (
    "(SELECT n.name FROM names n WHERE n.actor = {actor}"
    " ORDER BY n.chosen DESC, n.as_name DESC, n.as_alias DESC, n.name LIMIT 1)"
)
"""What an actor is called."""

_BOTH: Final = (
    "WITH taking (event, country, day) AS MATERIALIZED ("
    "SELECT e.event, s.country, e.earliest FROM events e JOIN sides s USING (event)"
    " WHERE s.country IS NOT NULL AND {where}"
    " UNION SELECT e.event, e.host, e.earliest FROM events e WHERE e.host IS NOT NULL AND {where})"
)
"""Each event with each country that takes part in it or is its host, once."""


def pairs(asked: EventFilter, limit: int | None) -> Asked:
    """Pairs of countries with their events; most events first, then by codes."""
    where, values = conditions(asked)
    sql = (
        f"{_BOTH.format(where=where)} SELECT a.country, b.country, count(*) AS events, min(a.day), max(a.day)"
        " FROM taking a JOIN taking b ON b.event = a.event AND a.country < b.country"
        " GROUP BY a.country, b.country ORDER BY events DESC, a.country, b.country LIMIT ?"
    )
    return sql, [*values, *values, _most(limit)]


def months(asked: EventFilter) -> Asked:
    """How many events of each level and type began in each month, in order."""
    where, values = conditions(asked)
    sql = (
        "SELECT substr(coalesce(e.start_date, e.end_date, e.earliest), 1, 7) AS month, e.level, e.type, count(*)"
        f" FROM events e WHERE {where} GROUP BY 1, 2, 3 ORDER BY month IS NULL, 1, 2, 3"
    )
    return sql, values


def days(asked: EventFilter) -> Asked:
    """Events whose first and last day are known, in order, each with its countries."""
    where, values = conditions(asked)
    start, end = "coalesce(e.start_date, e.end_date)", "coalesce(e.end_date, e.start_date)"
    sql = (
        f"SELECT e.id, e.type, e.status, e.level, {start}, {end}, e.place,"
        " (SELECT json_group_array(country) FROM (SELECT s.country FROM sides s WHERE s.event = e.event"
        " AND s.country IS NOT NULL UNION SELECT e.host WHERE e.host IS NOT NULL ORDER BY 1))"
        f" FROM events e WHERE length({start}) = 10 AND length({end}) = 10 AND {where}"
        " ORDER BY e.earliest, e.latest, e.id"
    )
    return sql, values


def met(actor: str, limit: int | None) -> Asked:
    """Who was on another side of the events of an actor; most often met first."""
    sql = (
        f"SELECT o.actor, {NAME.format(actor='o.actor')}, max(o.country), count(DISTINCT e.event) AS events,"
        " min(e.earliest), max(e.earliest) FROM sides s JOIN events e USING (event) JOIN sides o USING (event)"
        " WHERE s.actor = ? AND o.actor <> s.actor AND o.country <> s.country AND NOT e.background"
        " GROUP BY o.actor ORDER BY events DESC, max(e.earliest) DESC, o.actor LIMIT ?"
    )
    return sql, [actor, _most(limit)]


def travels(actor: str, limit: int | None) -> Asked:
    """The events of an actor in other countries, the latest first. An event within a visit has its host."""
    sql = (
        "SELECT e.id, e.type, e.status, e.start_date, e.end_date, e.place, coalesce(e.host, v.host) AS visited"
        " FROM sides s JOIN events e USING (event) LEFT JOIN events v ON v.event = e.part_of"
        " WHERE s.actor = ? AND visited <> s.country AND NOT e.background"
        " GROUP BY e.event ORDER BY e.earliest DESC, e.latest DESC, e.id DESC LIMIT ?"
    )
    return sql, [actor, _most(limit)]


def people_ties(asked: EventFilter, limit: int | None) -> Asked:
    """Pairs of people on different sides; most events first."""
    where, values = conditions(asked)
    sql = (
        "SELECT one, (SELECT country FROM persons WHERE actor = one), other, (SELECT country FROM persons WHERE actor"
        f" = other), events, first, last, {NAME.format(actor='one')}, {NAME.format(actor='other')} FROM ("
        "SELECT a.actor AS one, b.actor AS other, count(DISTINCT e.event) AS events,"
        " min(e.earliest) AS first, max(e.earliest) AS last FROM events e JOIN sides a USING (event)"
        " JOIN sides b ON b.event = e.event AND a.actor < b.actor AND a.country <> b.country"
        f" WHERE {where} GROUP BY 1, 2 ORDER BY events DESC, 1, 2 LIMIT ?)"
    )
    return sql, [*values, _most(limit)]


def offices(country: str | None, limit: int | None) -> Asked:
    """Offices of countries; those in most documents first."""
    where = "country IS NOT NULL" if country is None else "country = ?"
    values = [] if country is None else [country.upper()]
    sql = (
        "SELECT office, country, max(sole), count(DISTINCT actor), sum(documents) AS documents, min(first), max(last)"
        f" FROM tenures WHERE {where} GROUP BY office, country ORDER BY documents DESC, country, office LIMIT ?"
    )
    return sql, [*values, _most(limit)]


def holders(office: str, country: str | None) -> Asked:
    """Who was seen in an office, in the order in which they were first seen in it."""
    more = "" if country is None else " AND t.country = ?"
    values = [office] if country is None else [office, country.upper()]
    sql = (
        f"SELECT t.actor, {NAME.format(actor='t.actor')}, t.country, t.sole, t.first, t.last, t.documents, t.titles"
        f" FROM tenures t WHERE t.office = ?{more} ORDER BY t.first IS NULL, t.first, t.last, t.actor"
    )
    return sql, [*values]


def _most(limit: int | None) -> int:
    return -1 if limit is None else limit
