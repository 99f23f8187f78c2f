"""Packs → what the people rules look up while they read: sets, patterns, surnames, short names of countries."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bilat.lang.alternation import NEVER
from bilat.lang.zh.fold import fold
from bilat.lang.zh.lexicon import Entry
from bilat.lang.zh.short_forms import short_forms
from bilat.packs import Packs

PUNCTUATION = frozenset(",。、;:!?()[]《》<>“”‘’\"'…—~/|\n\t #@*【】%–〔〕「」=+&")
"""What ends any name or title. The dots and hyphens inside foreign names are not here."""


_HEADS = frozenset(("head_of_state", "head_of_government", "royalty"))
_LOOSE = ("主席", "领导人", "领袖", "候选人", "参选人")
"""Offices of a state's head that other bodies have too (峰会主席), and so take any words before them."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Words by what they do beside names and titles; sets of one character end in 1, of two in 2.

    `after1`, `after2` end a name, `perhaps` may, `may_follow` are both, `ends1` adds marks to the first; `before1`,
    `before2` end a title to the left, `edges1`, `edges2` are all that does, and all that is looked at closer,
    `in_title` pairs excuse such a character, and `walls` are those that nothing excuses where no word ends before them;
    `fields` are what a ministry may be for (外交, 农业), which 和 may join; `modifiers` stand before the office of a
    head of state (前, 候任); `never` pairs begin no name; `keeps` words keep the country before them in a title
    (中国人民大学). `surnames` give the cultures of a surname, `heads` are their first characters, `common` those that
    shape alone may be trusted with; `natives` are the countries whose names are written in characters of their own,
    `kanji` those with Japanese ones. `sounds` write foreign names, `inside` also stand in them, `run` matches one from
    its start, `worded` matches what begins one though its first character is a word elsewhere
    (若昂, 提努布); `never_last` end none; `row` is what a row of names has, if nobody attends. `short` maps short forms
    of countries to codes, `countries` full ones, `regions` a special region to its state; `bodies` are the names of
    bodies; `ranks` are the offices in 长 by their word, `honorifics` those of two characters that may follow a name
    (博士), `honorific_heads` the first characters of all such, `strict` those before which only known words may stand
    (审判总统布什 is no title).
    """

    after1: frozenset[str]
    perhaps: frozenset[str]
    may_follow: frozenset[str]
    ends1: frozenset[str]
    after2: frozenset[str]
    before1: frozenset[str]
    before2: frozenset[str]
    edges1: frozenset[str]
    edges2: frozenset[str]
    walls: frozenset[str]
    in_title: frozenset[str]
    natives: frozenset[str]
    kanji: frozenset[str]
    common: frozenset[str]
    fields: frozenset[str]
    modifiers: frozenset[str]
    regions: dict[str, str]
    keeps: tuple[str, ...]
    bodies: frozenset[str]
    never: frozenset[str]
    ranks: dict[str, Entry]
    honorifics: frozenset[str]
    honorific_heads: frozenset[str]
    strict: frozenset[str]
    surnames: dict[str, frozenset[str]]
    heads: frozenset[str]
    sounds: frozenset[str]
    inside: frozenset[str]
    run: re.Pattern[str]
    worded: re.Pattern[str]
    never_last: frozenset[str]
    row: re.Pattern[str]
    short: dict[str, tuple[str, ...]]
    countries: dict[str, str]


def _pattern(chars: str, head: str, tail: str, pieces: str) -> re.Pattern[str]:
    first = f"(?:{pieces}|[{chars}{head}])"
    more = f"(?:{pieces}|[{chars}{tail}])"
    return re.compile(
        f"{first}{more}*(?:[·\\-–]{first}{more}*|[·\\-–][A-Z]\\.?(?=[·\\-–]))*(?:[二三四五六七八]世|[一二]世)?"
    )


def _worded(pieces: str, sounds: str, words: frozenset[str]) -> re.Pattern[str]:
    """Pieces that begin with a word of one character, and such a one that two sounds follow."""
    both = "".join(sorted(words & frozenset(sounds)))
    begun = [re.escape(piece) for piece in pieces.split("|") if piece[:1] in words]
    return re.compile("|".join([*begun, f"[{both}][{sounds}]{{2}}" if both and sounds else NEVER]))


def _row(common: frozenset[str]) -> re.Pattern[str]:
    """Two of three names in a row begin with a common surname, and none has more than four characters."""
    singles = "".join(word for word in sorted(common) if len(word) == 1)
    head = f"[{singles}]" if singles else NEVER
    return re.compile(f"[、和](?:{head}.{{0,3}}[、和]|.{{1,4}}[、和]{head})")


def _strict(packs: Packs) -> frozenset[str]:
    kinds = {fold(office.word): office.kind for office in packs.offices}
    return frozenset(word for word, kind in kinds.items() if kind in _HEADS and not word.endswith(_LOOSE))


def _regions(packs: Packs) -> dict[str, str]:
    """Special administrative regions → the state whose name theirs begins with: their officials speak for it."""
    whole = [
        (fold(n), c.code)
        for c in packs.countries
        for n in c.zh
        if any("特别行政区" in fold(m) for m in c.zh) and len(n) > 6
    ]
    states = {fold(name): c.code for c in packs.countries for name in c.zh}
    return {code: states[name[:2]] for name, code in whole if name[:2] in states and states[name[:2]] != code}


@lru_cache(maxsize=4)
def tables(packs: Packs) -> Tables:
    """The tables of a set of packs, made once per process."""
    roles: dict[str, set[str]] = {}
    for word in packs.words:
        roles.setdefault(word.role, set()).add(fold(word.word))
    verbs = {fold(v.word) for v in packs.verbs if len(v.word) == 2}
    after, before = roles.get("after_name", set()), roles.get("before_name", set())
    honorifics = frozenset(fold(o.word) for o in packs.offices if o.honorific and len(o.word) == 2)
    surnames: dict[str, frozenset[str]] = {}
    for surname in packs.surnames:
        folded = fold(surname.word)
        surnames[folded] = surnames.get(folded, frozenset()) | frozenset(surname.cultures)
    groups = {row.group: fold(row.chars) for row in packs.transliteration}
    sounds = groups.get("sound", "")
    inside = frozenset(sounds) | (frozenset(groups.get("tail", "")) - before) | frozenset("·-")
    after1 = frozenset(w for w in after if len(w) == 1)
    perhaps = frozenset(roles.get("perhaps_after_name", set()))
    in_title = frozenset(roles.get("in_title", set()))
    before1 = frozenset(w for w in before if len(w) == 1)
    before2 = frozenset(w[-2:] for w in (*before, *verbs) if len(w) > 1)
    short = short_forms(packs).countries
    common = frozenset(roles.get("common_surname", set()))
    return Tables(
        after1=after1,
        perhaps=perhaps,
        may_follow=perhaps | after1,
        ends1=after1 | PUNCTUATION,
        after2=frozenset(w[:2] for w in (*after, *verbs) if len(w) > 1) | honorifics,
        before1=before1,
        before2=before2,
        edges1=before1 | PUNCTUATION | frozenset("的兼暨"),
        edges2=before2 | {f"驻{state}" for state in short},
        walls=(PUNCTUATION - frozenset("、”》) "))
        | (before1 - frozenset("".join(in_title)) - frozenset("兼暨的和与及") - frozenset(short)),
        in_title=in_title,
        kanji=frozenset(roles.get("kanji_names", set())),
        natives=frozenset(roles.get("native_names", set())),
        common=common,
        row=_row(common),
        modifiers=frozenset(roles.get("modifier", set())),
        regions=_regions(packs),
        fields=frozenset(roles.get("field", set())),
        keeps=tuple(sorted(roles.get("keeps_country", set()))),
        bodies=frozenset(fold(n) for body in packs.bodies for n in body.names),
        ranks={
            fold(o.word): Entry(fold(o.word), office=o)
            for o in packs.offices
            if len(o.word) == 2 and o.word[1] in "长長"
        },
        honorifics=honorifics,
        honorific_heads=frozenset(fold(o.word)[0] for o in packs.offices if o.honorific),
        strict=_strict(packs),
        never=frozenset(roles.get("never_name", set())),
        surnames=surnames,
        heads=frozenset(surname[0] for surname in surnames),
        sounds=frozenset(sounds),
        inside=inside,
        never_last=(after1 | PUNCTUATION) - inside,
        worded=_worded(groups.get("piece", ""), sounds, after1),
        run=_pattern(sounds, groups.get("head", ""), groups.get("tail", ""), groups.get("piece", "")),
        short=short,
        countries={fold(name): country.code for country in packs.countries for name in country.zh},
    )
