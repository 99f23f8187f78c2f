"""Packs → what the people rules look up while they read: sets, patterns, surnames, short names of countries."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bilat.lang.zh.fold import fold
from bilat.packs import Packs

PUNCTUATION = frozenset(",。、;:!?()[]《》<>“”‘’\"'…—~/|\n\t #@*【】%·-–〔〕「」=+&".replace("·", "").replace("-", ""))
"""What ends any name or title. The dots and hyphens inside foreign names are not here."""


@dataclass(frozen=True, slots=True)
class Tables:
    """`after1`, `after2`: a character, a pair that cannot follow inside a name and so ends it; `before1`, `before2`:
    the same to the left of a title; `in_title` pairs that excuse such a character; `never` pairs no name begins with.
    `surnames` give the cultures of a surname. `run` matches a foreign name by sound from its start, `run_back` one
    that ends where the text ends. `short` maps the short forms of countries to their codes."""

    after1: frozenset[str]
    after2: frozenset[str]
    before1: frozenset[str]
    before2: frozenset[str]
    in_title: frozenset[str]
    never: frozenset[str]
    surnames: dict[str, frozenset[str]]
    sounds: frozenset[str]
    run: re.Pattern[str]
    short: dict[str, tuple[str, ...]]
    countries: tuple[str, ...]
    parties: frozenset[str]


def _pattern(chars: str, tail: str) -> re.Pattern[str]:
    first = f"[{chars}]"
    more = f"[{chars}{tail}]"
    return re.compile(f"{first}{more}*(?:[·\\-–]{more}+|[·\\-–][A-Z]\\.?(?=[·\\-–]))*(?:[二三四五六七八]世|[一二]世)?")


@lru_cache(maxsize=4)
def tables(packs: Packs) -> Tables:
    """The tables of a set of packs, made once per process."""
    roles: dict[str, set[str]] = {}
    for word in packs.words:
        roles.setdefault(word.role, set()).add(fold(word.word))
    after, before = roles.get("after_name", set()), roles.get("before_name", set())
    surnames: dict[str, frozenset[str]] = {}
    for surname in packs.surnames:
        folded = fold(surname.word)
        surnames[folded] = surnames.get(folded, frozenset()) | frozenset(surname.cultures)
    groups = {row.group: fold(row.chars) for row in packs.transliteration}
    sounds = groups.get("sound", "")
    short: dict[str, list[str]] = {}
    for country in packs.countries:
        for form in country.short:
            codes = short.setdefault(fold(form), [])
            if country.code not in codes:
                codes.append(country.code)
    names = {fold(name) for country in packs.countries for name in country.zh}
    return Tables(
        after1=frozenset(w for w in after if len(w) == 1),
        after2=frozenset(w[:2] for w in after if len(w) > 1),
        before1=frozenset(w for w in before if len(w) == 1),
        before2=frozenset(w[-2:] for w in before if len(w) > 1),
        in_title=frozenset(roles.get("in_title", set())),
        never=frozenset(roles.get("never_name", set())),
        surnames=surnames,
        sounds=frozenset(sounds),
        run=_pattern(sounds, groups.get("tail", "")),
        short={form: tuple(codes) for form, codes in short.items()},
        countries=tuple(sorted(names, key=len, reverse=True)),
        parties=frozenset(fold(n) for body in packs.bodies if body.kind == "party" for n in body.names),
    )
