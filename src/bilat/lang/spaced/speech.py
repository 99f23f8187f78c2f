"""What a language must say of itself to be read by these rules."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from bilat.lang.alternation import NEVER, alternation
from bilat.lang.spaced.documents import Documents
from bilat.lang.spaced.lexicon import Lexicon, lexicon
from bilat.lang.spaced.sentences import LOWER, UPPER
from bilat.lang.spaced.turns import Sayings, Turns
from bilat.packs import Packs
from bilat.packs.tables.spaced import Custom, Term, TitleWord

LETTER = UPPER + LOWER


def same(text: str) -> str:
    """A text as it is: for languages whose words have one spelling."""
    return text


def as_it_is(_: "Speech", text: str) -> str:
    """A text as it is: for languages that nobody types without marks."""
    return text


def any_word(_: str) -> bool:
    """Every word can be all that a person is called by."""
    return True


class Mechanism(NamedTuple):
    """A mechanism as named between `start` and `end`, with the number of its session."""

    start: int
    end: int
    name: str
    ordinal: int | None


class Shape(NamedTuple):
    """How a language writes names of mechanisms. `small` are words that tell nothing apart; `numbered` looks around a
    name for the number of a session: text, start and end → the wider stretch and the number; `sessions` matches what
    the meetings of a body add to its name, without spaces; `talks` matches kinds that are a mechanism only with a
    number; `no_name` words that no name holds."""

    small: frozenset[str]
    numbered: Callable[[str, int, int], tuple[int, int, int | None]]
    sessions: re.Pattern[str]
    talks: re.Pattern[str]
    no_name: re.Pattern[str]


@dataclass(frozen=True)
class Speech:
    """A language's words and habits.

    `cut` takes the capitalised words between two offsets and gives the stretch that can be a person's name, or None;
    `title_gap` is what may stand between the parts of a title and the name after it, `side_gap` between a country and
    the title after it. `native` finds names by their own shape, before any known word is looked at; `can_be_whole` says
    whether one word can be all that a person is called by; with `side_after_title` the country stands behind the title;
    with `noun_takes_object` a noun of contact takes its object without a preposition; words of the roles `title_breaks`
    never stand in a title; `body` matches behind a country the ministry or office of it, as its first group, `office`
    the same right before a country; `takes_office` stands between a name and the office its bearer is congratulated on;
    `mechanisms` finds the standing mechanisms named between two offsets; `documents`
    how signed documents are named; `turns` how promises are told, `sayings` what is
    said.
    """

    code: str
    packs: Packs
    cut: "Callable[[Speech, str, int, int], tuple[int, int] | None]"
    title_gap: re.Pattern[str]
    side_gap: re.Pattern[str]
    mechanisms: "Callable[[Speech, str, int, int], list[Mechanism]]"
    shape: Shape
    documents: Documents
    turns: Turns
    sayings: Sayings
    side_after_title: bool = False
    noun_takes_object: bool = False
    native: "Callable[[Speech, str, int, int], list[tuple[int, int]]] | None" = None
    can_be_whole: Callable[[str], bool] = any_word
    title_breaks: frozenset[str] = frozenset()
    body: re.Pattern[str] | None = None
    office: re.Pattern[str] | None = None
    takes_office: re.Pattern[str] | None = None
    respell: Callable[[str], str] = field(default=same)
    restored: "Callable[[Speech, str], str]" = as_it_is

    @cached_property
    def lexicon(self) -> Lexicon:
        """The known words; made when first needed."""
        return lexicon(self.packs, self.respell)

    @cached_property
    def terms(self) -> dict[str, frozenset[str]]:
        """Role → the words that have it, as written in the table."""
        out: dict[str, set[str]] = {}
        for term in self.packs.of(Term):
            out.setdefault(term.role, set()).add(term.word)
        return {role: frozenset(words) for role, words in out.items()}

    @cached_property
    def family_first(self) -> frozenset[str]:
        """The countries whose people are later called by the first part of their names."""
        return frozenset(row.country for row in self.packs.of(Custom) if row.custom == "family_first")

    @cached_property
    def default_home(self) -> str | None:
        """The country of those whom nothing else places."""
        return next((row.country for row in self.packs.of(Custom) if row.custom == "home"), None)

    @cached_property
    def titles(self) -> dict[str, str]:
        """Words that make a title, each with the kind of its office."""
        return {row.word: row.kind for row in self.packs.of(TitleWord)}

    def of_role(self, role: str) -> frozenset[str]:
        """The words of a role."""
        return self.terms.get(role, frozenset())

    @cached_property
    def media(self) -> re.Pattern[str]:
        """A medium that is named as a source, as the first group."""
        names = alternation(self.of_role("medium")) or NEVER
        verbs = alternation(self.of_role("reports")) or NEVER
        tells = alternation(self.of_role("tells")) or NEVER
        return re.compile(rf"\b(?:(?:{tells}) )?({names})(?:(?<=\w) (?:{verbs})\b|(?<=\w)(?=[.,;\s]|$))")

    @cached_property
    def linking(self) -> frozenset[str]:
        """Words that link two nouns, and so end what can be a title right before a name."""
        return self.of_role("of") | self.of_role("in") | self.of_role("to") | self.of_role("and") | {"on"}

    @cached_property
    def chunk(self) -> re.Pattern[str]:
        """A run of capitalised words with the particles between them: what may hold a name."""
        particle = alternation(self.of_role("particle")) or NEVER
        word = rf"(?:[{UPPER}]\.(?:[{UPPER}]\.)*|[{UPPER}][{LETTER}]*(?:[-'](?!s\b)[{LETTER}]+)*)"
        later = r"(?:(?<=\b[JS]r)\.(?!\w)|,? (?:Jr|Sr)\.?(?!\w)|(?: I{2,3}| IV)\b)?"
        return re.compile(rf"(?<![{LETTER}]){word}(?: (?:(?:{particle})[ -])*{word})*{later}")
