"""Address → file of a copy of the site, and the way from one to another."""

import hashlib
import posixpath
import re
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

KEPT_QUERIES: Final = frozenset({"country", "after", "before", "page", "by"})
"""What may stand in the address of a page that is copied: filters beyond these have no end of combinations."""
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}\Z")
_LONGEST: Final = 120


def kept(address: str) -> bool:
    """Whether a page has a place in a copy by the form of its address."""
    parts = urlsplit(address)
    if parts.path.startswith(("/api", "/language/", "/search", "/review", "/enter")):
        return False
    return {key for key, _ in parse_qsl(parts.query)} <= KEPT_QUERIES


def file_of(address: str) -> str:
    """The file, with forward slashes: `/` → `index.html`, `/timeline?country=CN` → `timeline/country-CN.html`. What is
    no plain name in every file system goes by a hash of it."""
    parts = urlsplit(address)
    if parts.path.startswith("/static/"):
        return parts.path.lstrip("/")
    names = [_plain(unquote(name)) for name in parts.path.split("/") if name] or ["index"]
    asked = ".".join(_plain(f"{key}-{value}") for key, value in parse_qsl(parts.query))
    if asked:
        names.append(asked if len(asked) <= _LONGEST else _hash(asked))
    return "/".join(names) + ".html"


def way(start: str, to: str) -> str:
    """The relative address of a file as seen from another: `../event/1.html`."""
    return posixpath.relpath(to, posixpath.dirname(start) or ".")


def _plain(name: str) -> str:
    return name if _PLAIN.match(name) and not name.endswith(".") else _hash(name)


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
