"""Sightings → persons: which names are one person, the name in full, the title first written, the country.

A later surname belongs to the full name read before it, or to one that bears the same title; two spellings that differ
in one character and share office and country are one person.
"""

from collections import Counter
from enum import Enum
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from bilat.lang.zh.people.sightings import Sighting
from bilat.lang.zh.people.tables import Tables
from bilat.lang.zh.people.titles import Title
from bilat.model import Part


class _Apart(Enum):
    """How a second spelling differs from a first."""

    ONE = "in one character"
    TURNED = "in the order of its characters"
    LONGER = "the first has more"
    SHORTER = "the second has more"


class Known(Struct, gc=False):
    """One person under way: sightings by folded name, in order of the text."""

    name: str
    sightings: list[Sighting] = []
    names: list[str] = []

    def first_in_body(self) -> int:
        """Where the body first shows the person; the headline counts last."""
        return min(_place(s) for s in self.sightings)


_HEADLINE = Part.HEADLINE


def _place(sighting: Sighting) -> int:
    return sighting.start + (1_000_000_000 if sighting.part == _HEADLINE else 0)


_order = attrgetter("start", "end")


def group(text: str, sightings: list[Sighting], tables: Tables) -> list[Known]:
    """One entry for each person."""
    by_name: dict[str, Known] = {}
    for sighting in sorted(sightings, key=_order):
        name = text[sighting.start : sighting.end]
        known = by_name.get(name)
        if known is None:
            by_name[name] = Known(name, [sighting], [name])
        else:
            known.sightings.append(sighting)
    people = list(by_name.values())
    if len(people) > 1:
        _join_written(text, people)
        _join_parts(text, people)
        _join_surnames(people, tables)
        _join_spellings(text, people)
        if not all(known.sightings for known in people):
            people = [known for known in people if known.sightings]
            for known in people:
                known.sightings.sort(key=_order)
            people.sort(key=lambda known: known.sightings[0].start)
    return people


_JOINS = frozenset("·-–")


@lru_cache(maxsize=1024)
def parts(name: str) -> tuple[str, ...]:
    """The parts of a foreign name that may stand alone: each part and each run of last parts."""
    if not name.isascii() and _JOINS.isdisjoint(name):
        return ()
    pieces = name.replace("-", "·").replace("–", "·").split("·") if not name.isascii() else name.split(" ")
    if len(pieces) < 2:
        return ()
    out: list[str] = []
    at = 0
    for piece in pieces:
        tail = name[at:]
        for word in (tail, piece):
            if word != name and len(word) > 1 and word not in out:
                out.append(word)
        at += len(piece) + 1
    return tuple(out)


def bare(name: str) -> str:
    """A name without the honorific that Arab rulers are called by (谢赫·穆罕默德)."""
    return name.removeprefix("谢赫").removeprefix("·") or name


def _titles(text: str, known: Known) -> set[str]:
    return {text[s.title.start : s.title.end] for s in known.sightings if s.title is not None}


def _country(known: Known) -> str | None:
    return next((c for c in (spoken(s) for s in known.sightings) if c), None)


def spoken(sighting: Sighting) -> str | None:
    """The country that stands in a sighting's own words."""
    return sighting.title.country if sighting.title is not None and sighting.title.country else None


_SMALL = "小"
_LATE = ("前", "已故", "老")
_SPOUSE = "夫人"


def _join_written(text: str, people: list[Known]) -> None:
    """乔-拜登 is 乔拜登, and 小马科斯 is 马科斯 where the article gives both one office that neither held before."""
    names = {known.name: known for known in people}
    for known in people:
        plain = known.name.replace("-", "").replace("·", "").replace("–", "")
        other = names.get(plain) if plain != known.name else None
        if other is None and known.name.startswith(_SMALL) and known.sightings:
            other = names.get(known.name.removeprefix(_SMALL))
            if other is not None and not _one_office(text, known, other):
                other = None
        if other is not None and other.sightings and _agree(_country(known), _country(other)):
            _absorb(known, other)


def _one_office(text: str, one: Known, other: Known) -> bool:
    mine, yours = _titles(text, one), _titles(text, other)
    return not any(t.startswith(_LATE) for t in mine | yours) and (
        not mine or not yours or _same_office(text, one, other)
    )


def _weds(text: str, full: Known, known: Known) -> bool:
    """Whether a full name is that of a wife or husband, and the short one holds an office: 吉尔·拜登, 总统拜登."""
    mine = _titles(text, known)
    spouse = any(_SPOUSE in title for title in _titles(text, full))
    return spouse and bool(mine) and not any(_SPOUSE in title for title in mine)


def _join_parts(text: str, people: list[Known]) -> None:
    long = [k for k in people if parts(k.name)]
    for known in people if long else ():
        word = bare(known.name)
        holders = [
            f
            for f in long
            if f is not known and f.sightings and (word in parts(f.name) or f.name.startswith(f"{word}·"))
        ]
        if not holders or not known.sightings:
            continue
        holders = [f for f in holders if not _weds(text, f, known)]
        mine = _titles(text, known)
        same = [f for f in holders if mine & _titles(text, f)]
        before = [f for f in holders if f.first_in_body() < known.first_in_body()]
        later = [f for f in holders if not _titles(text, f) and not any(s.kin for s in f.sightings)]
        full = next(iter((*same, *reversed(before), *later)), None)
        if full is not None and _agree(_country(full), _country(known)):
            _absorb(full, known)


def _join_surnames(people: list[Known], tables: Tables) -> None:
    """岸田 is 岸田文雄, as Japanese news writes it."""
    for known in people:
        if len(known.name) != 2 or "JP" not in tables.surnames.get(known.name, ()) or not known.sightings:
            continue
        full = [k for k in people if k is not known and k.sightings and k.name.startswith(known.name)]
        if len(full) == 1 and _agree(_country(full[0]), _country(known)):
            _absorb(full[0], known)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _absorb(full: Known, known: Known) -> None:
    full.sightings += known.sightings
    full.names += [n for n in known.names if n not in full.names]
    known.sightings = []


def _join_spellings(text: str, people: list[Known]) -> None:
    """古特雷斯 and 古特瑞斯, 魏凤 for 魏凤和: the same office, one character apart, turned round or left out."""
    for at, known in enumerate(people):
        for other in people[at + 1 :]:
            if not known.sightings:
                break
            how = _apart(known.name, other.name) if other.sightings else None
            if how is None or not _same_office(text, known, other) or not _agree(_country(known), _country(other)):
                continue
            if how is _Apart.SHORTER or (how is _Apart.TURNED and text.count(other.name) > text.count(known.name)):
                _absorb(other, known)
            else:
                _absorb(known, other)


def _apart(one: str, other: str) -> _Apart | None:
    """How two spellings of what may be one name differ; None when they are two names."""
    if one[0] != other[0] and (one[-1] != other[-1] or len(one) != len(other)):
        return None
    if len(one) != len(other):
        if min(len(one), len(other)) < 2 or "·" in one + other:
            return None
        if one.startswith(other):
            return _Apart.LONGER
        return _Apart.SHORTER if other.startswith(one) else None
    if len(one) < 3:
        return None
    if sum(a != b for a, b in zip(one, other, strict=True)) == 1:
        return _Apart.ONE
    return _Apart.TURNED if "·" not in one and sorted(one) == sorted(other) else None


def _same_office(text: str, one: Known, other: Known) -> bool:
    mine, yours = _titles(text, one), _titles(text, other)
    longer = any(len(a) > 3 and len(b) > 3 and (a.endswith(b) or b.endswith(a)) for a in mine for b in yours)
    return bool(mine & yours) or longer or (len(one.name) > 3 and bool(mine or yours) and not (mine and yours))


def first_title(titled: list[Sighting]) -> Title | None:
    """The body's first titled mention, else the headline's."""
    if not titled:
        return None
    return titled[0].title if len(titled) == 1 else min(titled, key=_place).title


def said_country(known: Known) -> str | None:
    """The country the document itself gives the person most often."""
    said = [s.title.country for s in known.sightings if s.title is not None and s.title.country]
    return Counter(said).most_common(1)[0][0] if len(said) > 1 else next(iter(said), None)
