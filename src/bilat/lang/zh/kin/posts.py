"""A title → the offices it names, by their usual names."""

import re
from functools import lru_cache
from typing import Final

from bilat.lang.base import Post
from bilat.lang.zh.fold import fold
from bilat.lang.zh.lexicon import lexicon
from bilat.packs import Packs
from bilat.packs.tables.linking import PostName

_PARTS: Final = re.compile(r"[、,;/·]|和|兼|及|暨")
_NOT_NOW: Final = re.compile(
    r"(?:前|原|前任|时任|候任|当选|候选|参选|退休|已故|首任|历任|第[一二三四五六七八九十0-9]+任)"
)
"""Words that tell of an office held before or not yet; 前 also inside (前外长)."""
_NO_HOLDER: Final = re.compile(
    "夫人|候选人|参选人|助理|发言人|顾问$|特使|代表$|特别代表|办公室|秘书$|之[子女妻]|当选人"
)
"""Not the holder of the office but someone by their side; a post with such a word in its own name is found first."""
_RELATIVE: Final = re.compile("(?:夫人|之[子女妻])$")
"""Ends the offices of somebody else: 总书记、国家主席某某夫人."""
_MINISTRY: Final = re.compile("部部长$")


class Posts:
    """The offices of the packs by every form of their names."""

    def __init__(self, packs: Packs) -> None:
        self._lexicon = lexicon(packs)
        self._offices = frozenset(fold(office.word) for office in packs.offices)
        self._rows = {fold(form): row for row in packs.of(PostName) for form in (row.office, *row.forms)}
        self._longest = max(map(len, self._rows), default=0)

    def of(self, title: str) -> tuple[Post, ...]:
        """The offices that a title names, in its order, each once."""
        parts = [part for part in _PARTS.split(fold(title)) if part]
        own = max((at for at, part in enumerate(parts) if _RELATIVE.search(part)), default=-1) + 1
        found = (self._post(part) for part in parts[own:])
        return tuple(dict.fromkeys(post for post in found if post is not None))

    def _post(self, part: str) -> Post | None:
        part = _MINISTRY.sub("部长", self._without_country(part.strip()))
        for size in range(min(len(part), self._longest), 0, -1):
            row = self._rows.get(part[-size:])
            if row is not None:
                before = part[:-size]
                if _NOT_NOW.search(before):
                    return None
                if not before or (row.any_body and self._bodies_only(before)):
                    return Post(row.office, row.sole)
                break
        if _NOT_NOW.search(part) or _NO_HOLDER.search(part):
            return None
        return Post(part, sole=False) if any(part.endswith(word) for word in self._ends(part)) else None

    def _ends(self, part: str) -> list[str]:
        return [part[-size:] for size in range(1, len(part) + 1) if part[-size:] in self._offices]

    def _without_country(self, part: str) -> str:
        for hit in self._lexicon.find(part):
            if hit.start == 0 and hit.entry.country is not None and hit.end < len(part):
                return part[hit.end :]
            break
        return part

    def _bodies_only(self, words: str) -> bool:
        """Whether words are names of bodies, organisations and countries without a rest (中共中央, 越南政府)."""
        at = 0
        for hit in self._lexicon.find(words):
            entry = hit.entry
            if hit.start != at or not (entry.body or entry.org or entry.country):
                return False
            at = hit.end
        return at == len(words)


@lru_cache(maxsize=4)
def posts(packs: Packs) -> Posts:
    """The offices of a set of packs, made once per process."""
    return Posts(packs)
