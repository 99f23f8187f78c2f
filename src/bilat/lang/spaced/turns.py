"""Turns of phrase that a language must tell of: around a verb of saying, around a noun that is promised."""

import re
from typing import NamedTuple


class Turns(NamedTuple):
    """Patterns of one language, for text as written, in capitals or not. `firm` matches who signs papers that are none
    of countries; `field` what cooperation is in, right behind the word for it; `no_field` a field that says nothing;
    `being` what makes a verb that stands alone the predicate of a noun; `that` what begins a clause of its own between
    a verb and a noun; `nominal` what, right before a verb, makes it a noun (`the transfer`); `known`, right before a
    paper, and `known_behind`, right behind it, that it was told of before (`the deal`, `thỏa thuận này`); `compound`,
    right behind a noun, that it is only a part of another (`port security`); `of`, right behind `the leaders`, that
    these are others than those named before; `foes`, in or behind a paper's name, that it is one of parties at war;
    `blamed`, behind a country, that another acts, up to the next verb (`hold A accountable and give B …`); `led`, right
    before a noun, that it is only where or by what something is done (`under the agreement`), `kept`, that it is one
    made before (`implement the agreement reached`); `serves`, behind a noun, what it is for: who is named behind has no
    part in it."""

    firm: re.Pattern[str]
    field: re.Pattern[str]
    no_field: re.Pattern[str]
    being: re.Pattern[str]
    that: re.Pattern[str]
    nominal: re.Pattern[str]
    known: re.Pattern[str]
    known_behind: re.Pattern[str]
    compound: re.Pattern[str]
    of: re.Pattern[str]
    foes: re.Pattern[str]
    blamed: re.Pattern[str]
    led: re.Pattern[str]
    kept: re.Pattern[str]
    serves: re.Pattern[str]


class Sayings(NamedTuple):
    """How a language leads in what is said. `lead` matches what stands between a verb of saying and the statement;
    `told`, right behind the verb, to whom or where it was said, up to the word that leads in what (`nói với báo chí
    rằng …`); `where` are words right behind a verb that tell where or to whom, and no statement (`phát biểu tại …`);
    `passive` those right before somebody who only does what a noun before is about (`sáng kiến do A đề xuất`); `of_its`
    what may stand between an official and the country; `places` are words that make a country a place. Where nouns
    begin with what they are: `opens` are words that no noun goes on over, `leads_elsewhere` those right before a
    country that does not speak, `persons` those that make a country's noun a person, `anothers` matches what stands
    before somebody to whom the speaker only belongs (`con trai ông A`); `asks`, right behind a verb of saying, that
    nothing is told (`nói gì`)."""

    lead: re.Pattern[str]
    told: re.Pattern[str]
    where: frozenset[str]
    passive: frozenset[str]
    of_its: tuple[str, ...]
    places: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    leads_elsewhere: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    anothers: re.Pattern[str] | None = None
    asks: re.Pattern[str] | None = None
