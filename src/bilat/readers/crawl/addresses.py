"""The address that a crawled page is known by: its own where it may speak for itself, without what only tells who came.

A page says under which address it wants to be known (`rel=canonical`, `og:url`): that joins its print, mobile and AMP
views. It is believed about its own site only, and only when that is the address of an article.
"""

import re
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_TRACKING: Final = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|spm|scm|from|ref|ref_src|referrer|source|share\w*"
    r"|cmpid|ncid|ocid|wt\.\w+|at_\w+|xtor|isappinstalled|timestamp|_t|amp|outputtype)",
    re.IGNORECASE,
)
"""Parameters that no site needs to find an article."""
_VIEW: Final = re.compile(r"^(?:www|m|mobile|amp|wap|3g|touch)\.")


def identity_of(own: str | None, fetched: str) -> str:
    """The address a page is known by, of the one it gives as its own and the one it was fetched from."""
    if own and _speaks_for(own, fetched):
        return plain_address(own)
    return plain_address(fetched)


def plain_address(url: str) -> str:
    """An address without tracking parameters and fragment, its host in lower case, without the usual port."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname or ""
    except ValueError:
        return url
    if port and port != {"http": 80, "https": 443}.get(parts.scheme):
        host = f"{host}:{port}"
    query = parts.query
    if query:
        asked = parse_qsl(query, keep_blank_values=True)
        kept = [(key, value) for key, value in asked if _TRACKING.fullmatch(key) is None]
        if len(kept) < len(asked):
            query = urlencode(kept, quote_via=quote)
    return urlunsplit((parts.scheme.lower(), host, parts.path, query, ""))


def _speaks_for(own: str, fetched: str) -> bool:
    """Whether an address is one of an article on the site that a page came from."""
    try:
        mine, there = urlsplit(own), urlsplit(fetched)
        hosts = (mine.hostname or "").lower(), (there.hostname or "").lower()
    except ValueError:
        return False
    if not hosts[0] or not (mine.path.strip("/") or mine.query):
        return False
    bare = _VIEW.sub("", hosts[0]), _VIEW.sub("", hosts[1])
    return bare[0] == bare[1]
