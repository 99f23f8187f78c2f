"""The country of a document's publisher."""

from functools import lru_cache
from urllib.parse import urlsplit

from bilat.lang.spaced.speech import Speech
from bilat.model import Document
from bilat.packs import Packs
from bilat.packs.tables.spaced import Domain, Publisher, Side

_STATES = frozenset({"gob", "gouv", "gov", "gub"})
"""Parts of the addresses of governments."""


def home(doc: Document, speech: Speech) -> str | None:
    """The country of the publisher by its name or its domain, else the one where this language's media are at home."""
    by_name = _of(speech.packs, doc.publisher) if doc.publisher else None
    return by_name or (_of_domain(speech.packs, doc.url) if doc.url else None) or speech.default_home


def is_state(doc: Document) -> bool:
    """Whether a government publishes a document itself, by its address."""
    try:
        return not _STATES.isdisjoint((urlsplit(doc.url or "").hostname or "").split("."))
    except ValueError:
        return False


def _of_domain(packs: Packs, url: str) -> str | None:
    """The country whose domain an address is in."""
    try:
        top = (urlsplit(url).hostname or "").rpartition(".")[2]
    except ValueError:
        return None
    known = _domains(packs).get(top)
    if known is not None:
        return known or None
    return top.upper() if packs.country(top.upper()) else None


@lru_cache(maxsize=8)
def _domains(packs: Packs) -> dict[str, str]:
    return {row.domain: row.country for row in packs.of(Domain)}


@lru_cache(maxsize=512)
def _of(packs: Packs, publisher: str) -> str | None:
    """The country of a body by its English name or another of its names, else the one its name holds."""
    wanted = publisher.casefold()
    short = wanted.removeprefix("the ")
    for known in packs.of(Publisher):
        if known.name.casefold() == short:
            return known.country
    for body in packs.bodies:
        if body.country and wanted in (body.en.casefold(), *(name.casefold() for name in body.names)):
            return body.country
    words = f" {publisher} "
    return next((side.code for side in packs.of(Side) if any(f" {name} " in words for name in side.names)), None)
