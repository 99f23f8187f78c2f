"""The country a person speaks for: the title's, else the packs', the list's, the context's, the publisher's."""

import re
from collections import Counter
from functools import lru_cache

from bilat.lang.zh.analysis import Analysis
from bilat.lang.zh.fold import fold
from bilat.lang.zh.people.names import surname_size
from bilat.lang.zh.people.resolve import Known, said_country
from bilat.lang.zh.people.sightings import SOLE
from bilat.lang.zh.people.tables import Tables
from bilat.packs import Packs
from bilat.packs.rows import PersonName

_ONE_EACH = SOLE | {"party"}
"""Kinds of office that two persons hold only for two countries."""
_NONE: frozenset[str] = frozenset()
_DATELINE = re.compile(r"网?(?:消息|记者|讯|\W{0,3}[^,。]{0,14}(?:电|讯))")
"""What follows a medium's name where an article says whose it is."""


def home(analysis: Analysis, packs: Packs) -> str | None:
    """The country of the publisher, else of the medium that the document opens with (央视网消息, 共同社12月18日电)."""
    publisher = analysis.doc.publisher
    if publisher:
        code = _publishers(packs, publisher)
        if code:
            return code
    for sentence in analysis.sentences[:4]:
        for hit in sentence.hits:
            body = hit.entry.body
            if body is not None and body.kind == "media" and body.country and _DATELINE.match(analysis.text, hit.end):
                return body.country
    return None


@lru_cache(maxsize=512)
def _publishers(packs: Packs, publisher: str) -> str | None:
    """The country of a medium by its name in any script, its English name or the initials of that (CNA)."""
    words = frozenset(fold(publisher).replace("(", " ").replace(")", " ").upper().split())
    for body in packs.bodies:
        if body.kind != "media" or not body.country:
            continue
        english = body.en.upper().split()
        initials = "".join(word[0] for word in english)
        if words & {fold(name).upper() for name in body.names} or (len(initials) > 2 and initials in words):
            return body.country
        if english and len(english[0]) > 4 and english[0] in words:
            return body.country
    return None


def certain(known: Known, gazetteer: dict[str, PersonName]) -> str | None:
    """The country or organisation that the document itself or the packs give the person."""
    return said_country(known) or _listed(known, gazetteer)


def likely(known: Known, analysis: Analysis, at_home: str | None, tables: Tables) -> str | None:
    """The country or organisation of a person for whom none is certain, None where nothing tells."""
    hint: str | None = None
    for sighting in known.sightings:
        if sighting.country:
            return sighting.country
        if hint is None and sighting.title is not None:
            hint = sighting.title.hint
    return hint or _guess(known, analysis, at_home, tables)


def _guess(known: Known, analysis: Analysis, at_home: str | None, tables: Tables) -> str | None:
    """What the shape of the name and the countries around it let one guess."""
    size = surname_size(known.name, 0, tables)
    cultures = tables.surnames[known.name[:size]] if size else _NONE
    latin = known.name[0] < "⺀"
    foreign = not latin and tables.sounds.issuperset(known.name.replace("·", "").replace("-", ""))
    if len(cultures) == 1 and not foreign:
        (culture,) = cultures
        if culture != "CN":
            return culture
    if not foreign and not latin and (at_home in tables.kanji or (size and at_home in tables.natives)):
        return at_home
    avoid = frozenset((at_home, *tables.natives)) if foreign else _NONE
    only = tables.natives if size and not foreign and not latin else _NONE
    for sighting in known.sightings:
        if sighting.title is not None:
            near = _near(analysis, sighting.phrase, avoid, only)
            if near:
                return near
    return _most(analysis, avoid, only)


def other_side(
    people: list[Known], sure: list[str | None], codes: list[str | None], analysis: Analysis
) -> list[str | None]:
    """The countries again, with 习近平总书记和苏林总书记 told apart: where two hold one office and only one of them is
    placed for certain, the other belongs to the other country."""
    if len(people) < 2 or None not in sure:
        return codes
    text = analysis.text
    held: dict[str, str] = {}
    for known, code in zip(people, sure, strict=True):
        if code is not None:
            for title in _sole_titles(text, known):
                held.setdefault(title, code)
    out: list[str | None] = []
    for known, code, told in zip(people, codes, sure, strict=True):
        rivals = {held[t] for t in _sole_titles(text, known) if t in held} if told is None else _NONE
        out.append(_most(analysis, frozenset(rivals)) if rivals and (code is None or code in rivals) else code)
    return out


def _listed(known: Known, gazetteer: dict[str, PersonName]) -> str | None:
    for name in known.names:
        row = gazetteer.get(name)
        if row is not None and row.country:
            return row.country
    return None


def _sole_titles(text: str, known: Known) -> list[str]:
    titles = (s.title for s in known.sightings)
    return [text[t.start : t.end] for t in titles if t is not None and t.kind in _ONE_EACH]


def _near(analysis: Analysis, at: int, avoid: frozenset[str | None], only: frozenset[str] = frozenset()) -> str | None:
    """The country named last before the title in its sentence."""
    sentence = analysis.sentence_at(at)
    last = None
    for hit in sentence.hits if sentence is not None else ():
        if hit.start >= at:
            break
        code = hit.entry.country.code if hit.entry.country is not None else None
        if code and code not in avoid and (not only or code in only):
            last = code
    return last


def _most(analysis: Analysis, avoid: frozenset[str | None], only: frozenset[str] = frozenset()) -> str | None:
    """The country the document names most often, the first on a tie."""
    votes = Counter(analysis.named.countries)
    return next((code for code, _ in votes.most_common() if code not in avoid and (not only or code in only)), None)
