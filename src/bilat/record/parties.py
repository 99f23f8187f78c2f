"""Whose items are: the countries of an item as one key, which an index holds, and which keys name a country.

There are few keys beside many items. So a country is looked for among the keys, and the items are found by their keys.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from bilat.model.flat import NOUNS, slots_of

COUNTRY_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "figures": ("of", "partner"),
    "claims": ("speaker_country",),
    "phrases": ("side", "between"),
    "mechanisms": ("members",),
    "undertakings": ("parties", "giver", "receiver"),
    "disputes": ("between",),
}
"""Where the countries of a noun stand: a code, several with commas, or a JSON array of codes."""
_BETWEEN: Final = "|"
"""Stands between the columns of a key; no code has it."""


def key_of(noun: str, item: str = "") -> str:
    """The key of an item in SQL, `item` before its columns: as the index has it."""
    return f" || '{_BETWEEN}' || ".join(f"coalesce({item}\"{column}\", '')" for column in COUNTRY_COLUMNS[noun])


def create_indexes() -> dict[str, str]:
    """Name → statement: the items of every noun by their countries."""
    return {
        f"{noun}_countries": f"CREATE INDEX {noun}_countries ON {noun}({key_of(noun)}, document)"
        for noun in COUNTRY_COLUMNS
    }


class Parties:
    """The keys of a record that does not change, each read once."""

    def __init__(self, db: sqlite3.Connection, noun: str) -> None:
        rows = db.execute(f"SELECT {key_of(noun)} AS key, count(*) FROM {noun} GROUP BY 1 ORDER BY 1")
        self._counts: Final[Mapping[str, int]] = dict(rows.fetchall())
        lists = {slot.name for slot in slots_of(NOUNS[noun]) if slot.kind == "texts"}
        are_lists = [column in lists for column in COUNTRY_COLUMNS[noun]]
        self._of: Final = defaultdict[str, dict[str, None]](dict)
        for key in self._counts:
            for code in _codes(are_lists, key):
                self._of[code][key] = None
        self.items: Final = sum(self._counts.values())

    def keys(self, codes: Iterable[str]) -> list[str]:
        """The keys that name each of some countries."""
        each = sorted((self._of.get(code.upper(), {}) for code in codes), key=len)
        if not each:
            return list(self._counts)
        rarest, *others = each
        return [key for key in rarest if all(key in other for other in others)]

    def count(self, keys: Iterable[str]) -> int:
        """How many items have these keys, superseded documents counted in."""
        return sum(self._counts[key] for key in keys)


def _codes(are_lists: Iterable[bool], key: str) -> frozenset[str]:
    found = set[str]()
    for is_list, said in zip(are_lists, key.split(_BETWEEN), strict=True):
        found.update(json.loads(said or "[]") if is_list else said.split(","))
    return frozenset(found) - {""}
