"""Who does what to whom around a trigger verb: subject, partner, object of a sentence's row of items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bilat.lang.zh.events.items import BODY, COUNTRY, OFFICE, PERSON, VERB, Actor, Item, Row

_ACTORS = {PERSON, OFFICE, BODY, COUNTRY}
_JOIN = re.compile(
    r"(?:\([^()]*\))?(?:等|一行)?\s*(?:、|和|及|以及|暨|,以及|,和|与|同|偕|偕同|携|并与)?\s*(?:\([^()]*\))?(?:其)?(?:夫人)?"
)
_LOOSE = re.compile(r"(?:\([^()]*\))?[^,。;:]{0,14}?(?:、|和|及|以及)[^,。;:、]{0,12}")
_PREP = re.compile(
    r"(同|与|和|跟|应|向|给|对|由|(?<!别)代表|替|(?<![图作成认因以])为|随|陪同|偕同?|携|就|率领?|带领|据|致|除|除了|被|受|获|遭|让|请|使|以)$"
)
_PREP_FAR = re.compile(
    r"(同|与|跟)(?:在[^,。;:]{1,16}之间)?(?![^,。;]{1,16}之?间的)(?:该国|对方|其|[^,。;:、同与跟和对向]{1,24}的(?:该国)?)$"
)
"""与该国总统佐科, 与8月就任首相的洪玛奈: a preposition before a description."""
_WITH = {"同", "与", "和", "跟"}


@dataclass(slots=True)
class Group:
    """Actors named one after the other: `prep` is the preposition right before them, if any."""

    items: list[Item]
    prep: str

    @property
    def start(self) -> int:
        return self.items[0].start

    @property
    def end(self) -> int:
        return self.items[-1].end

    @property
    def clause(self) -> int:
        return self.items[0].clause

    def actors(self) -> list[Actor]:
        """The actors, each once."""
        seen: dict[str, Actor] = {}
        for item in self.items:
            if item.actor is not None:
                seen.setdefault(item.actor.name, item.actor)
        return list(seen.values())

    def has(self, kinds: set[str]) -> bool:
        """Whether any of its items is of one of these kinds."""
        return any(i.kind in kinds for i in self.items)


def groups(row: Row, text: str) -> list[Group]:
    """The actors of a row in groups: 、和 及 join; 与 同 跟 join only what stands next to each other and are then
    partners rather than a list, which the caller sees from `prep`."""
    out: list[Group] = []
    last: Item | None = None
    for item in row.items:
        if item.kind not in _ACTORS:
            continue
        if last is not None and out:
            gap = text[last.end : item.start]
            if gap.strip() and _JOIN.fullmatch(gap) and not any(mark in gap for mark in "与同跟"):
                out[-1].items.append(item)
                last = item
                continue
        start = _first_word(row, text, item)
        lead = text[max(row.sentence.start, start - 3) : start]
        found = _PREP.search(lead) or _PREP_FAR.search(text[max(row.sentence.start, start - 30) : start])
        out.append(Group([item], found.group(1) if found else ""))
        last = item
    return out


def _first_word(row: Row, text: str, item: Item) -> int:
    """Where the noun phrase of an item begins when words unknown as titles stand before it: 与朝鲜外务省副相朴明浩."""
    start = item.start
    for other in reversed([i for i in row.items if i.end <= item.start]):
        gap = text[other.end : start]
        if other.kind not in (BODY, COUNTRY) or len(gap) > UNKNOWN_TITLE or _BREAK.search(gap):
            break
        start = other.start
    return start


UNKNOWN_TITLE = 4
"""Characters of a title that no pack knows, between its body and its holder."""
_BREAK = re.compile(r"[,、。;:的在于与同和跟向对]")
_WHO = {PERSON, OFFICE, BODY}


def people_groups(row: Row, text: str) -> list[Group]:
    """Groups that can act: those with a person, an office or a body; a bare country among them is left out."""
    return [Group([i for i in g.items if i.kind in _WHO], g.prep) for g in groups(row, text) if g.has(_WHO)]


def left_of(all_groups: list[Group], at: int) -> list[Group]:
    """Groups that end before an offset, nearest first."""
    return [g for g in reversed(all_groups) if g.end <= at]


def right_of(all_groups: list[Group], at: int) -> list[Group]:
    """Groups that start after an offset, nearest first."""
    return [g for g in all_groups if g.start >= at]


_TAKES_OBJECT = {"meet", "talk"}
_POSSESSIVE = re.compile(r"^(?:\([^()]*\))?(?:\d{1,2}日|今天|昨天|当天)?(?:的|之)(?!专机|座机|飞机|专列|车队)")
"""总统的专机飞往…: whose plane it is travels."""
_SPOKEN_TO = {
    "应",
    "向",
    "给",
    "对",
    "由",
    "代表",
    "替",
    "为",
    "随",
    "就",
    "率",
    "率领",
    "带领",
    "据",
    "致",
    "除",
    "除了",
    "以",
    "陪同",
}


def is_subject(group: Group, text: str, row: Row | None = None) -> bool:
    """Whether a group left of a verb can be its subject: no preposition before it, no verb that it is the object of."""
    if group.prep in _WITH or group.prep in _SPOKEN_TO:
        return False
    if row is not None and any(i.kind == VERB and i.sense in _TAKES_OBJECT and i.end == group.start for i in row.items):
        return False
    return not _POSSESSIVE.match(text[group.end : group.end + 40])


def with_prep(group: Group) -> bool:
    """Whether a group is introduced as a partner (同, 与, 和, 跟)."""
    return group.prep in _WITH
