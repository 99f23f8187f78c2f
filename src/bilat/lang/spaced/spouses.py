"""Who is whose husband or wife: `A, phu nhân Tổng thống B` tells of A, and of B only that A is of the same country."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilat.lang.spaced.events.row import Item
    from bilat.lang.spaced.people import People

_BESIDE = 4
"""Characters between a name and the word that says whose husband or wife it is: a comma or a dash."""


def marry(people: People, text: str) -> None:
    """Gives a person the country of the one whose husband or wife the text says it is."""
    for row in people.rows:
        for at, piece in enumerate(row):
            if not piece.has("spouse") or at == 0 or at + 1 == len(row):
                continue
            name = row[at - 1]
            holder = next((p for p in row[at + 1 :] if p.person is not None), None)
            if name.person is None or holder is None or piece.start - name.end > _BESIDE:
                continue
            one, other = people.persons[name.person], people.persons[holder.person or 0]
            titled = any(
                s.piece is holder and s.title is not None and s.title.begins >= piece.end for s in other.sightings
            )
            if titled and other.country is not None and not one.kinds and "," not in text[piece.end : holder.start][:2]:
                one.country = other.country


def is_relation(row: list[Item], at: int, text: str, name_start: int) -> bool:
    """Whether an actor is named only to say whose husband or wife another is: the word stands before the title."""
    item = row[at]
    ahead = [each for each in row[:at] if not each.adjective]
    before = ahead[-1] if ahead else None
    if before is None or not before.has("spouse"):
        return False
    between = text[before.end : row[at - 1].start if row[at - 1] is not before else item.start].strip()
    return not between.removeprefix("the") and (item.bare or item.start < name_start)
