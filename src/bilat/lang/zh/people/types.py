"""What is found about the people of one document: persons, their mentions, and holders of an office left unnamed."""

from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct

from bilat.model import Problem


class Form(StrEnum):
    """How a mention names its person."""

    FULL = "full"
    """By the name, or by another whole name of the person."""
    PARTIAL = "partial"
    """By a part of the name (穆尔穆) or a surname with an honorific (习主席)."""
    TITLE = "title"
    """By the office alone (越南总理, after he was named; 两国总理 stands for two persons)."""
    PRONOUN = "pronoun"


class PersonMention(Struct, gc=False):
    """A stretch that names the person with index `person`.

    `start`:`end` is the name (or title, or pronoun) itself; `phrase_start`:`phrase_end` the whole noun phrase, with
    country and titles in front of it and an honorific after it. `country` is the person's.
    """

    start: int
    end: int
    person: int
    form: Form
    phrase_start: int
    phrase_end: int
    country: str | None


class OfficeMention(Struct, gc=False):
    """Holders of an office who are not named: 越南外长, 两国防长, 中越两国总理.

    `countries` are those the phrase names; for 两国 or 双方 with nothing named it is empty and `number` tells how many.
    `office` is the head word, `title` the words as written without the country.
    """

    start: int
    end: int
    office: str
    title: str
    countries: tuple[str, ...]
    number: int = 1

    @property
    def country(self) -> str | None:
        """The one country named, None when it is none or several."""
        return self.countries[0] if len(self.countries) == 1 else None


class PersonDraft(Struct, gc=False):
    """A person as the document shows them. `title` is the first one written with the name (body before headline),
    `titles` all of them in order; `named` the first span of `name`."""

    name: str
    country: str | None
    title: str | None
    named: tuple[int, int]
    aliases: list[str] = []
    titles: list[str] = []
    mentions: list[PersonMention] = []


@dataclass(slots=True)
class People:
    """All that was found: `persons` in order of first mention, `mentions` and `offices` by place, and the problems."""

    persons: list[PersonDraft] = field(default_factory=list)
    mentions: list[PersonMention] = field(default_factory=list)
    offices: list[OfficeMention] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
