"""Who does what to whom around a trigger verb: subject, partner, object of a sentence's row of items."""

from __future__ import annotations

import re

from bilat.lang.zh.events.items import BODY, COUNTRY, OFFICE, PERSON, VERB, Actor, Item, Row

_ACTORS = {PERSON, OFFICE, BODY, COUNTRY}
_JOIN = re.compile(
    r"(?:\([^()]*\))?(?:等|一行|夫妇(?=[、和及与同]))?\s*(?:、|和|及|以及|暨|,以及|,和|与|同|偕|偕同|携|并与)?\s*(?:\([^()]*\))?(?:其)?(?:夫人)?"
)
_JOIN_BEGINS = frozenset("(等一、和及以暨,偕携并其夫")
_PARTNER = frozenset("与同跟")
_PREP = re.compile(
    r"(同|与|和|跟|应|向|给|对|由|(?<!别)代表|替|(?<![图作成认因以])为|随|陪同|偕同?|携|就|率领?|带领|据|致|除|除了|被|受|获|遭|让|请|使|以)$"
)
_PREP_ENDS = frozenset("同与和跟应向给对由表替为随陪偕携就率领带据致除了被受获遭让请使以")
_PREP_FAR = re.compile(
    r"(同|与|跟)(?:在[^,。;:]{1,16}之间)?(?![^,。;]{1,16}之?间的)(?:该国|对方|其|[^,。;:、同与跟和对向]{1,24}的(?:该国)?"
    r"|(?:应邀)?来(?:华|访)[^,。;:、同与跟和对向]{1,44}的)$"
)
"""与该国总统佐科, 与8月就任首相的洪玛奈, 同来华出席论坛并进行访问的总统: a preposition before a description."""
FAR_PREP = 60
"""Characters before an actor in which such a preposition may stand."""
_WITH = {"同", "与", "和", "跟"}


class Group:
    """Actors named one after the other, from `start` to `end`: `prep` is the preposition right before them, if any."""

    __slots__ = ("_who", "clause", "end", "items", "prep", "start")

    def __init__(self, items: list[Item], prep: str) -> None:
        self.items = items
        self.prep = prep
        self.start = items[0].start
        self.end = items[-1].end
        self.clause = items[0].clause
        self._who: list[Actor] | None = None

    def actors(self) -> list[Actor]:
        """The actors, each once."""
        seen: dict[str, Actor] = {}
        for item in self.items:
            if item.actor is not None:
                seen.setdefault(item.actor.name, item.actor)
        return list(seen.values())

    def who(self) -> list[Actor]:
        """Those of its actors that can take part in a meeting, each once: people, offices, delegations."""
        if self._who is None:
            kinds = {i.actor.name: i.kind for i in self.items if i.actor is not None}
            self._who = [a for a in self.actors() if not a.voice and (kinds[a.name] != BODY or _SENT.search(a.name))]
        return self._who

    def has(self, kinds: set[str]) -> bool:
        """Whether any of its items is of one of these kinds."""
        return any(i.kind in kinds for i in self.items)


_SENT = re.compile(r"(?:代表团|访问团|工作组)$")


def people_groups(row: Row, text: str) -> list[Group]:
    """Groups that can act: those with a person, an office or a body; a bare country among them is left out.

    、和 及 join; 与 同 跟 join nobody, so that the caller sees partners from `prep`.
    """
    runs: list[tuple[int, list[Item]]] = []
    last: Item | None = None
    for at, item in enumerate(row.items):
        if item.kind in _ACTORS:
            if last is not None and _joined(text[last.end : item.start]):
                runs[-1][1].append(item)
            else:
                runs.append((at, [item]))
            last = item
    out: list[Group] = []
    for at, run in runs:
        who = [i for i in run if i.kind in _WHO]
        if who:
            out.append(Group(who, _prep(row, text, at)))
    return out


def _joined(gap: str) -> bool:
    """Whether the words between two actors make them one group."""
    if not gap or (gap[0] not in _JOIN_BEGINS and not gap[0].isspace()):
        return False
    return bool(gap.strip()) and _JOIN.fullmatch(gap) is not None and _PARTNER.isdisjoint(gap)


def _prep(row: Row, text: str, at: int) -> str:
    """The preposition before the noun phrase of the item at an index."""
    low, start = row.sentence.start, _first_word(row, text, at)
    if start == low:
        return ""
    if text[start - 1] in _PREP_ENDS:
        found = _PREP.search(text[max(low, start - 3) : start])
        if found is not None:
            return found.group(1)
    lead = text[max(low, start - FAR_PREP) : start]
    found = _PREP_FAR.search(lead) if "同" in lead or "与" in lead or "跟" in lead else None
    return found.group(1) if found is not None else ""


def _first_word(row: Row, text: str, at: int) -> int:
    """Where the noun phrase of the item at an index begins when words unknown as titles stand before it:
    与朝鲜外务省副相朴明浩."""
    items = row.items
    first = start = items[at].start
    for back in range(at - 1, -1, -1):
        other = items[back]
        if other.end > first:
            continue
        gap = text[other.end : start]
        if other.kind not in (BODY, COUNTRY) or len(gap) > UNKNOWN_TITLE or _BREAK.search(gap):
            break
        start = other.start
    return start


UNKNOWN_TITLE = 4
"""Characters of a title that no pack knows, between its body and its holder."""
_BREAK = re.compile(r"[,、。;:的在于与同和跟向对]")
_WHO = {PERSON, OFFICE, BODY}


def left_of(all_groups: list[Group], at: int) -> list[Group]:
    """Groups that end before an offset, nearest first."""
    return [g for g in reversed(all_groups) if g.end <= at]


def right_of(all_groups: list[Group], at: int) -> list[Group]:
    """Groups that start after an offset, nearest first."""
    return [g for g in all_groups if g.start >= at]


_TAKES_OBJECT = {"meet", "talk"}
_POSSESSIVE = re.compile(r"(?:\([^()]*\))?(?:\d{1,2}日|今天|昨天|当天)?(?:的|之)(?!专机|座机|飞机|专列|车队)")
"""总统的专机飞往…: whose plane it is travels."""
_POSSESSIVE_BEGINS = frozenset("(0123456789今昨当的之")
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
    if row is not None:
        for item in row.items:
            if item.end == group.start and item.kind == VERB and item.sense in _TAKES_OBJECT:
                return False
    end = group.end
    return text[end : end + 1] not in _POSSESSIVE_BEGINS or _POSSESSIVE.match(text, end, end + 40) is None


def with_prep(group: Group) -> bool:
    """Whether a group is introduced as a partner (同, 与, 和, 跟)."""
    return group.prep in _WITH
