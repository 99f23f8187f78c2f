"""Versions of documents → which one counts.

A thin first pass: no event of one document is compared with one of another. Two rules, on exact equality only:

1. The same document (same id, same text) read twice with different particulars, or the same address with different
   texts: the newest counts, the others are kept as `superseded` and their events are not counted a second time.
   Newest is the latest published; then the last fetched, where crawls brought the same page on several days; then the
   one whose `key` (a hash of all it says) is smallest, so that the choice depends on nothing but the documents.
2. Different articles that were given one id, or superseded ones beside the one that counts: the newest keeps the id,
   each other one gets `id~` and the first eight digits of its key.

A bare address of a site, as feeds give when they have none, is no address of an article.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from bilat.model.rows import Settled, Version

K = TypeVar("K")

_NO_ARTICLE: Final = re.compile(r"[a-z]+://[^/?#]*/?", re.IGNORECASE)


def settle(versions: Iterable[Version]) -> list[Settled]:
    """The id of every document, and the version that counts instead of it, if any. Independent of the order given."""
    known = sorted(sorted(versions, key=lambda v: v.key), key=lambda v: (v.published, v.fetched), reverse=True)
    counts: dict[int, int] = {}
    for group in _groups(known, lambda v: (v.given, v.text)):
        _supersede(group, counts)
    current = [v for v in known if v.number not in counts]
    for group in _groups(current, _address):
        _supersede(group, counts)
    ids: dict[int, str] = {}
    for group in _groups(sorted(known, key=lambda v: v.number in counts), lambda v: v.given):
        for at, version in enumerate(group):
            ids[version.number] = version.given if at == 0 else f"{version.given}~{version.key[:8]}"
    return [Settled(v.number, ids[v.number], _last(v.number, counts)) for v in known]


def is_article(url: str) -> bool:
    """Whether an address is that of one article."""
    return _NO_ARTICLE.fullmatch(url) is None


def _address(version: Version) -> str | None:
    return version.url if version.url and is_article(version.url) else None


def _groups(versions: Sequence[Version], key: Callable[[Version], K]) -> Iterator[list[Version]]:
    groups: defaultdict[K, list[Version]] = defaultdict(list)
    for version in versions:
        groups[key(version)].append(version)
    return (group for value, group in groups.items() if value is not None)


def _supersede(group: list[Version], counts: dict[int, int]) -> None:
    newest, *older = group
    for version in older:
        counts[version.number] = newest.number


def _last(number: int, counts: dict[int, int]) -> int | None:
    """Follows a chain of versions to the one that counts."""
    found = counts.get(number)
    while found is not None and found in counts:
        found = counts[found]
    return found
