"""Words of a brief in one language: dates, countries, places, numbers and lists as that language writes them.

Every word goes through a translator (`gettext`, `ngettext`); what packs name in several languages comes from them.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, Protocol

from bilat.messages import numerals, tag
from bilat.model.figure import Number
from bilat.packs import Packs
from bilat.packs.naming import actor_names
from bilat.packs.rows import Mechanism
from bilat.packs.tables.linking import WorldName
from bilat.packs.tables.phrases import Phrase
from bilat.packs.tables.spaced import Rendering
from bilat.packs.tables.undertakings import UndertakingWord
from bilat.record.terms import fold
from bilat.views.brief.model import Labels
from bilat.views.brief.terms import CURRENCIES, KINDS, MEASURES, UNITS
from bilat.views.figures import digits, plural

CHINESE: Final = "zh"
ENGLISH: Final = "en"
VIETNAMESE: Final = "vi"
_DAY: Final = 3
"""Parts of a date that has a day."""


class Translator(Protocol):
    """What `gettext` gives for a language."""

    @property
    def gettext(self) -> Callable[[str], str]: ...
    @property
    def ngettext(self) -> Callable[[str, str, int], str]: ...


Others = Callable[[Callable[[str, str, int], str], int], str]
"""How many others there are, in the words of a language."""


def others(ngettext: Callable[[str, str, int], str], count: int) -> str:
    """Others of those who tell."""
    return ngettext("{count} other", "{count} others", count)


def other_documents(ngettext: Callable[[str, str, int], str], count: int) -> str:
    """Others of what was signed."""
    return ngettext("{count} other document", "{count} other documents", count)


class Wording:
    """How a language says what all sections need."""

    def __init__(self, language: str, translator: Translator, packs: Packs) -> None:
        self.language = language
        self.gettext = translator.gettext
        self.ngettext = translator.ngettext
        self.packs = packs

    @property
    def chinese(self) -> bool:
        """Whether names stay as Chinese articles write them."""
        return self.language.startswith(CHINESE)

    @property
    def vietnamese(self) -> bool:
        """Whether names stand as Vietnamese articles write them, where any does."""
        return self.language == VIETNAMESE

    @property
    def english(self) -> bool:
        """Whether nouns take an article, and an ending where there are several."""
        return self.language.startswith(ENGLISH)

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        return actor_names(self.packs, self.language)

    @cached_property
    def _names_of(self) -> Mapping[str, frozenset[str]]:
        rows = (*self.packs.organisations, *self.packs.countries)
        return {row.code: frozenset(name for name in (*row.zh, *row.short, row.en, row.vi) if name) for row in rows}

    @cached_property
    def _places(self) -> Mapping[str, tuple[str, str]]:
        """Every name of a place, folded → the usual name in this language, and its country."""
        found: dict[str, tuple[str, str]] = {}
        for row in self.packs.countries:
            named = (self.country(row.code), row.code)
            found.update((fold(name), named) for name in row.zh)
        for row in self.packs.places:
            usual = row.name if self.chinese else self._renderings.get(row.name) or row.en or row.name
            named = (usual, row.country)
            found.update((fold(name), named) for name in (row.name, *row.aliases))
        return found

    @cached_property
    def _renderings(self) -> Mapping[str, str]:
        return {row.name: row.rendering for row in self.packs.only(self.language).of(Rendering)}

    @cached_property
    def _figures(self) -> Mapping[tuple[str, str], WorldName]:
        return {(row.name, row.country): row for row in self.packs.of(WorldName)}

    def rendering(self, names: Iterable[str], country: str | None) -> str | None:
        """How this language writes a person with any of these names in characters, None where no pack tells."""
        for name in map(fold, names):
            known = self._figures.get((name, country or ""))
            if self.vietnamese and known is not None and known.vi:
                return known.vi[0]
            if name in self._renderings:
                return self._renderings[name]
        return None

    def english_name(self, names: Iterable[str], country: str | None) -> str | None:
        """How English writes a public figure with any of these names, None where no pack tells."""
        known = (self._figures.get((fold(name), country or "")) for name in names)
        return next((row.en[0] for row in known if row is not None), None)

    @cached_property
    def _mechanisms(self) -> Mapping[str, Mechanism]:
        """Every name of a mechanism, bare."""
        return {_bare(name): row for row in self.packs.mechanisms for name in (row.name, *row.aliases)}

    @cached_property
    def _phrases(self) -> Mapping[str, Phrase]:
        return {row.phrase: row for row in self.packs.of(Phrase)}

    @cached_property
    def _fields(self) -> frozenset[str]:
        """Kinds of undertaking whose words name a field of work more often than a thing."""
        roles: dict[str, list[bool]] = {}
        for row in self.packs.of(UndertakingWord):
            roles.setdefault(row.kind, []).append(row.role == "field")
        return frozenset(kind for kind, each in roles.items() if sum(each) * 2 > len(each))

    def country(self, code: str | None) -> str:
        """The usual name of a country or organisation."""
        return self._countries.get(code or "", code or self.gettext("country unknown"))

    def the(self, code: str) -> str:
        """A country as it stands inside a sentence."""
        name = self.country(code)
        return f"the {name}" if self.english and _WITH_ARTICLE.search(name) else name

    def is_country(self, name: str, code: str) -> bool:
        """Whether a word is a name of the country, in full or short."""
        return name in self._names_of.get(code, ())

    def holds(self, text: str, code: str) -> bool:
        """Whether a text holds any name of a country, short ones too."""
        folded = fold(text)
        return any(fold(name) in folded for name in self._names_of.get(code, ()))

    def names_of(self, code: str) -> frozenset[str]:
        """All full names of a country or organisation, in every language of the packs."""
        return frozenset(name for name in self._names_of.get(code, ()) if len(name) > 1)

    def place(self, name: str) -> str:
        """A place by its usual name; as written where no pack has it in this language."""
        return self._places.get(fold(name), (name, ""))[0]

    def country_of(self, place: str) -> str | None:
        """The country a place lies in, None where no pack tells."""
        return self._places.get(fold(place), ("", ""))[1] or None

    def mechanism(self, name: str) -> str:
        """A mechanism by its name in the packs, with that of this language or English; as written if neither is."""
        known = self._known(name)
        if known is None:
            return name
        named = "" if self.chinese else self._renderings.get(known.name) or known.en
        return f"{named} ({known.name})" if named else known.name

    def members(self, mechanism: str) -> tuple[str, ...]:
        """The members of a mechanism as the packs have them."""
        known = self._known(mechanism)
        return () if known is None else known.members

    def _known(self, mechanism: str) -> Mechanism | None:
        """The mechanism of the packs with the longest name that another name holds."""
        written = _bare(mechanism)
        found = max((each for each in self._mechanisms if each in written), key=len, default=None)
        return None if found is None else self._mechanisms[found]

    def phrase(self, phrase: str) -> str:
        """A phrase as it is said, in its marks, with its official equivalent."""
        known = self._phrases.get(phrase)
        said = self.quoted(phrase)
        equivalent = "" if known is None or self.chinese else self._equivalent(known)
        return f"{said} ({equivalent})" if equivalent else said

    def _equivalent(self, phrase: Phrase) -> str:
        """The official equivalent of a phrase in this language, else in English."""
        return (phrase.vi if self.vietnamese else "") or phrase.en

    def is_plain(self, phrase: str) -> bool:
        """Whether a phrase is said outside diplomacy too."""
        known = self._phrases.get(phrase)
        return known is not None and known.plain

    def measure(self, measure: str) -> str:
        """What is measured, in words."""
        if (known := MEASURES.get(measure)) is not None:
            return self.gettext(known)
        return " ".join(_ABBREVIATED.get(word, word) for word in measure.split("_"))

    def kind(self, kind: str) -> str:
        """A kind of undertaking, in words."""
        return self.gettext(KINDS.get(kind, kind.replace("_", " ")))

    def is_field(self, kind: str) -> bool:
        """Whether undertakings of a kind are work in a field rather than a thing that is given or built."""
        return kind in self._fields

    def quoted(self, text: str) -> str:
        """A text in quotation marks: none where it has them around it, others where it has them inside."""
        if text[:1] in _OPENING and text[-1:] in _CLOSING:
            return text
        if any(mark in text for mark in "“”"):
            return f"「{text}」"
        return self.gettext("“{text}”").format(text=text)

    def listed(self, things: Iterable[str]) -> str:
        """`a`, `a and b`, `a, b and c`."""
        each = list(things)
        if len(each) < 2:
            return "".join(each)
        before = self.gettext(", ").join(each[:-1])
        return self.gettext("{before} and {last}").format(before=before, last=each[-1])

    def some(self, things: Sequence[str], most: int, others: Others = others) -> str:
        """A list of at most `most`, with how many others there are."""
        if len(things) <= most:
            return self.listed(things)
        rest = len(things) - most
        return self.listed([*things[:most], others(self.ngettext, rest).format(count=rest)])

    def people(self, names: Sequence[str], most: int) -> str:
        """The same of people: `a, b and 3 others`."""
        rest = len(names) - most
        more = [self.ngettext("{count} other person", "{count} other people", rest).format(count=rest)] * (rest > 0)
        listed = [*names[:most], *more]
        return self.gettext(", ").join(listed) if self.chinese else self.listed(listed)

    def day(self, iso: str) -> str:
        """A date of any precision."""
        parts = [int(part) for part in iso.split("-")]
        month = self._month(parts[1]) if len(parts) > 1 else ""
        if len(parts) == _DAY:
            return self.gettext("{day} {month} {year}").format(day=parts[2], month=month, year=parts[0])
        if month:
            return self.gettext("{month} {year}").format(month=month, year=parts[0])
        return self.gettext("{year}").format(year=parts[0])

    def days(self, start: str | None, end: str | None) -> str:
        """A stretch of days; the empty text where no day is known."""
        first, last = start or end, end or start
        if first is None or last is None:
            return ""
        if first == last:
            return self.day(first)
        if first[:8] == last[:8] and len(first) == len(last) == 10:
            return self.gettext("{first}–{last} {month} {year}").format(
                first=int(first[8:]), last=int(last[8:]), month=self._month(int(first[5:7])), year=int(first[:4])
            )
        if first[:4] == last[:4] and len(first) == len(last) == 10:
            form = self.gettext("{first} {first_month} to {last} {last_month} {year}")
            months = (self._month(int(first[5:7])), self._month(int(last[5:7])))
            return form.format(
                first=int(first[8:]),
                first_month=months[0],
                last=int(last[8:]),
                last_month=months[1],
                year=int(first[:4]),
            )
        return self.gettext("{first} to {last}").format(first=self.day(first), last=self.day(last))

    def on(self, start: str | None, end: str | None) -> str:
        """When, as the beginning of a sentence: `12 December 2023: `; empty where no day is known."""
        days = self.days(start, end)
        return self.gettext("{days}: {rest}").format(days=days[:1].upper() + days[1:], rest="") if days else ""

    def period(self, period: str) -> str:
        """The period of a figure."""
        since, slash, until = period.partition("/")
        if period.startswith("as_of "):
            return self.gettext("as of {day}").format(day=self.day(period.removeprefix("as_of ")))
        if slash and not until:
            return self.gettext("since {day}").format(day=self.day(since))
        if slash and len(since) == len(until) == 7 and since[:4] == until[:4]:
            first, last = self._month(int(since[5:])), self._month(int(until[5:]))
            return self.gettext("{first}–{last} {year}").format(first=first, last=last, year=int(since[:4]))
        return self.days(since, until) if slash else self.day(since)

    def _month(self, number: int) -> str:
        _ = self.gettext
        return (
            _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
            _("September"), _("October"), _("November"), _("December"),
        )[number - 1]  # fmt: skip

    def amount(self, value: Number, unit: str | None) -> str:
        """A value with its unit, all digits that are known."""
        _ = self.gettext
        if unit == "percent":
            return f"{self.number(value)}%"
        scales = (
            (10**12, _("{number} trillion {unit}")),
            (10**9, _("{number} billion {unit}")),
            (10**6, _("{number} million {unit}")),
        )
        if self.chinese:
            scales = ((10**12, "{number}万亿{unit}"), (10**8, "{number}亿{unit}"), (10**4, "{number}万{unit}"))
        for size, form in scales:
            if abs(value) >= size and unit is not None and unit.isupper():
                return form.format(number=numerals(digits(value, size), self.language), unit=self._unit(unit, value))
        return f"{self.number(value)}{self._space}{self._unit(unit, value)}" if unit is not None else self.number(value)

    def number(self, value: Number, form: str = ",") -> str:
        """A number with its thousands apart, in any other form that Python has (`+,`)."""
        return numerals(f"{value:{form}}", self.language)

    def _unit(self, unit: str, value: Number) -> str:
        """A unit behind its number."""
        if unit.isupper():
            return self.gettext(CURRENCIES.get(unit, unit))
        if abs(value) == 1 and self.english:
            return unit.replace("_", " ")
        return self.gettext(UNITS[unit]) if unit in UNITS else plural(unit)

    @property
    def _space(self) -> str:
        return "" if self.chinese else " "

    def labels(self) -> Labels:
        """The words around the sentences."""
        _ = self.gettext
        return Labels(
            language=tag(self.language),
            sources=_("Sources"),
            more=_("And {count} more: {command}"),
            nothing=_("The record has nothing of this in the period."),
            back=_("back"),
            unknown=_("publisher unknown"),
            place=_("document {document}, characters {start}–{end}"),
            open_quote=_("“{text}”").partition("{")[0],
            close_quote=_("“{text}”").rpartition("}")[2],
            space=self._space,
        )


_WITH_ARTICLE: Final = re.compile(
    r"^(?:United|European|African|Arab|Eurasian|World) |(?:ines|lands|ives|elles|amas)$"
    r"|(?:Republic|Kingdom|Islands|States|Emirates|Union|Nations|Organi[sz]ation|Bank|Fund|League|Council)$"
)
"""English names that want an article: those with a common noun in them, and plurals."""
_OPENING: Final = '“「『《"〈'
_CLOSING: Final = '”」』》"〉'
_NO_MARKS: Final = dict.fromkeys(map(ord, '“”‘’「」『』"'))
_ABBREVIATED: Final = {"fdi": "FDI", "gdp": "GDP", "pmi": "PMI", "cpi": "CPI", "ppi": "PPI", "asean": "ASEAN"}


def _bare(name: str) -> str:
    """A name as it is compared: without quotation marks, which articles set, drop and lose by halves."""
    return fold(name).translate(_NO_MARKS)
