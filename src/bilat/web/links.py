"""Addresses of the site, each made in one place. They are stable: a page may be cited by its address."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import quote, quote_plus

from bilat.model import Evidence

_KEPT: Final = 8192
"""Words whose form in an address is kept: names come again and again."""


def _quoted(word: str) -> str:
    """A word as one part of a path."""
    return word if word.isascii() and word.isalnum() else _percent(word)


@lru_cache(_KEPT)
def _percent(word: str) -> str:
    return quote(word, safe="")


def _plus(word: str) -> str:
    """A word of a query."""
    return word if word.isascii() and word.isalnum() else _percent_plus(word)


@lru_cache(_KEPT)
def _percent_plus(word: str) -> str:
    return quote_plus(word)


Query = Iterable[tuple[str, object]]


def address(path: str, query: Query = ()) -> str:
    """A path with a query, what is None or empty left out: `/timeline?country=CN&country=VN`."""
    pairs = [f"{_plus(key)}={_plus(str(value))}" for key, value in query if value is not None and value != ""]
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def of_days(path: str, query: Query = ()) -> Callable[[str], str]:
    """What makes the address of a month (or year, or day) of a list: made for many at a time."""
    base = address(path, query)
    begun = f"{base}{'&' if '?' in base else '?'}since="
    return lambda days: f"{begun}{days}&until={days}"


def event(id: str) -> str:  # noqa: A002 -- the word used everywhere
    """An event's page."""
    return f"/event/{_quoted(id)}"


def compare(id: str, by: str | None = None) -> str:  # noqa: A002
    """Its reports side by side."""
    return address(f"{event(id)}/compare", (("by", by),))


def document(id: str, at: Evidence | None = None) -> str:  # noqa: A002
    """A document's page; with evidence, the very words in it."""
    where = "" if at is None else f"#c{at.span.start}-{at.span.end}"
    return f"/document/{_quoted(id)}{where}"


def words(at: Evidence) -> str:
    """Any words of a document, marked in it, whether anything was found there or not."""
    place = f"{at.span.start}-{at.span.end}"
    return f"{address(document(at.document), (('at', place),))}#c{place}"


def person(id: str) -> str:  # noqa: A002
    """A person's page."""
    return f"/person/{_quoted(id)}"


def office(country: str | None, name: str) -> str:
    """An office's page: who was seen in it, over time."""
    return f"/office/{_quoted(country or '-')}/{_quoted(name)}"


def relation(one: str, other: str) -> str:
    """The page of two countries, whichever is named first."""
    first, second = sorted((one, other))
    return f"/relation/{_quoted(first)}/{_quoted(second)}"


def calendar(month: str, query: Query = ()) -> str:
    """The calendar of a month."""
    return address(f"/calendar/{_quoted(month)}", query)


def phrase(name: str) -> str:
    """A phrase's page."""
    return f"/phrase/{_quoted(name)}"


def mechanism(name: str) -> str:
    """A mechanism's page."""
    return f"/mechanism/{_quoted(name)}"


def measure(name: str, countries: Sequence[str] = ()) -> str:
    """The chart of a measure."""
    return address(f"/figures/{_quoted(name)}", (("country", code) for code in countries))


def about(path: str, countries: Sequence[str] = ()) -> str:
    """A list of the site, of these countries: `/phrases?country=CN&country=VN`."""
    return address(path, (("country", code) for code in countries))


def undertaking(id: str) -> str:  # noqa: A002
    """An undertaking's page, by the id of any stage of it."""
    return f"/undertaking/{_quoted(id)}"


def dispute(name: str) -> str:
    """A contested name's page, by its entry in the packs or as written."""
    return f"/dispute/{_quoted(name)}"
