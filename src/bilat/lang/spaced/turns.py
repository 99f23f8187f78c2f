"""Turns of phrase that a language must tell of: around a verb of saying, around a noun that is promised."""

import re
from typing import NamedTuple


class Turns(NamedTuple):
    """Patterns of one language, for text as written, in capitals or not. `firm` matches who signs papers that are none
    of countries; `field` what cooperation is in, right behind the word for it; `no_field` a field that says nothing;
    `being` what makes a verb that stands alone the predicate of a noun; `that` what begins a clause of its own between
    a verb and a noun; `nominal` what, right before a verb, makes it a noun (`the transfer`); `known`, right before a
    paper, and `known_behind`, right behind it, that it was told of before (`the deal`, `thỏa thuận này`); `compound`,
    right behind a noun, that it is only a part of another (`port security`)."""

    firm: re.Pattern[str]
    field: re.Pattern[str]
    no_field: re.Pattern[str]
    being: re.Pattern[str]
    that: re.Pattern[str]
    nominal: re.Pattern[str]
    known: re.Pattern[str]
    known_behind: re.Pattern[str]
    compound: re.Pattern[str]


class Sayings(NamedTuple):
    """How a language leads in what is said. `lead` matches what stands between a verb of saying and the statement;
    `told`, right behind the verb, to whom or where it was said, up to the word that leads in what (`nói với báo chí
    rằng …`); `where` are words right behind a verb that tell where or to whom, and no statement (`phát biểu tại …`);
    `passive` those right before somebody who only does what a noun before is about (`sáng kiến do A đề xuất`); `of_its`
    what may stand between an official and the country."""

    lead: re.Pattern[str]
    told: re.Pattern[str]
    where: frozenset[str]
    passive: frozenset[str]
    of_its: tuple[str, ...]
