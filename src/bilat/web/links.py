"""Addresses of the site, each made in one place. They are stable: a page may be cited by its address."""

from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote, urlencode

from bilat.model import Evidence

Query = Iterable[tuple[str, object]]


def address(path: str, query: Query = ()) -> str:
    """A path with a query, what is None or empty left out: `/timeline?country=CN&country=VN`."""
    pairs = [(key, str(value)) for key, value in query if value is not None and value != ""]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def of_days(path: str, query: Query = ()) -> Callable[[str], str]:
    """What makes the address of a month (or year, or day) of a list: made for many at a time."""
    base = address(path, query)
    begun = f"{base}{'&' if '?' in base else '?'}since="
    return lambda days: f"{begun}{days}&until={days}"


def event(id: str) -> str:  # noqa: A002 -- the word used everywhere
    """An event's page."""
    return f"/event/{quote(id, safe='')}"


def compare(id: str, by: str | None = None) -> str:  # noqa: A002
    """Its reports side by side."""
    return address(f"{event(id)}/compare", (("by", by),))


def document(id: str, at: Evidence | None = None) -> str:  # noqa: A002
    """A document's page; with evidence, the very words in it."""
    where = "" if at is None else f"#c{at.span.start}-{at.span.end}"
    return f"/document/{quote(id, safe='')}{where}"


def words(at: Evidence) -> str:
    """Any words of a document, marked in it, whether anything was found there or not."""
    place = f"{at.span.start}-{at.span.end}"
    return f"{address(document(at.document), (('at', place),))}#c{place}"


def person(id: str) -> str:  # noqa: A002
    """A person's page."""
    return f"/person/{quote(id, safe='')}"


def office(country: str | None, name: str) -> str:
    """An office's page: who was seen in it, over time."""
    return f"/office/{quote(country or '-', safe='')}/{quote(name, safe='')}"


def relation(one: str, other: str) -> str:
    """The page of two countries, whichever is named first."""
    first, second = sorted((one, other))
    return f"/relation/{quote(first, safe='')}/{quote(second, safe='')}"


def calendar(month: str, query: Query = ()) -> str:
    """The calendar of a month."""
    return address(f"/calendar/{quote(month, safe='')}", query)


def phrase(name: str) -> str:
    """A phrase's page."""
    return f"/phrase/{quote(name, safe='')}"


def mechanism(name: str) -> str:
    """A mechanism's page."""
    return f"/mechanism/{quote(name, safe='')}"


def measure(name: str, countries: Sequence[str] = ()) -> str:
    """The chart of a measure."""
    return address(f"/figures/{quote(name, safe='')}", (("country", code) for code in countries))


def about(path: str, countries: Sequence[str] = ()) -> str:
    """A list of the site, of these countries: `/phrases?country=CN&country=VN`."""
    return address(path, (("country", code) for code in countries))


def undertaking(id: str) -> str:  # noqa: A002
    """An undertaking's page, by the id of any stage of it."""
    return f"/undertaking/{quote(id, safe='')}"


def dispute(name: str) -> str:
    """A contested name's page, by its entry in the packs or as written."""
    return f"/dispute/{quote(name, safe='')}"
