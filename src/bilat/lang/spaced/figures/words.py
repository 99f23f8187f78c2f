"""What the packs of a language say of figures, in the shape that the rules ask for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from bilat.lang.alternation import NEVER, alternation
from bilat.lang.spaced.lexicon import lower
from bilat.packs.tables.figures import Currency, FigureWord, Measure, Unit
from bilat.packs.tables.spaced import Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilat.lang.spaced.figures.forms import Forms
    from bilat.lang.spaced.speech import Speech

_DIGITS = r"\d+(?:[.,]\d+)*"


_FLOWS = frozenset({"exports", "imports"})
WARES = frozenset({"coal_output", "gas", "grain", "oil_output", "steel_output"})
"""Wares whose own measures give way to that of the trade in them: `imports of soybeans`."""
_OFWARES = len(" of natural ")


class Named(NamedTuple):
    """A measure named at `start`:`end` of the folded text."""

    start: int
    end: int
    row: Measure
    sure: bool = True
    """Whether a word it needs stands beside it."""


Hit = tuple[int, int, int]
"""Start and end of a word of the rules, and its number among them."""


class Words:
    """The words of a language about figures, ready to be looked for."""

    def __init__(self, speech: Speech, forms: Forms) -> None:
        packs = speech.packs
        self.speech, self.forms = speech, forms

        def folded(word: str) -> str:
            return speech.respell(lower(word))

        rows = {folded(word): row for row in packs.of(Measure) for word in row.words}
        roles: dict[str, list[str]] = {}
        for word in packs.of(FigureWord):
            roles.setdefault(word.role, []).append(word.word)
        others = [word for word in map(folded, roles.get("no_measure", ())) if word not in rows]
        self._rows = list(rows.values())
        self._by_name = {row.measure: row for row in self._rows}
        self._automaton = CharwiseDoubleArrayAhoCorasick(
            [*rows, *dict.fromkeys(others)], MATCH_KIND_LEFTMOST_LONGEST, use_prefilter=True
        )
        plural = f"(?:{forms.plural})?"
        self._needs = {
            row.measure: re.compile(rf"\b(?:{alternation(map(folded, row.needs))}){plural}\b")
            for row in packs.of(Measure)
            if row.needs
        }
        self.units = {word.lower(): row.unit for row in packs.of(Unit) for word in row.words}
        self._currencies = {word: row.code for row in packs.of(Currency) for word in row.words}
        self._lower = {word.lower(): code for word, code in self._currencies.items()}
        self._shared: dict[str, list[Currency]] = {}
        for row in packs.of(Currency):
            for word in row.short:
                self._shared.setdefault(word, []).append(row)
        self._paid_in: dict[str, str] = {}
        for row in packs.of(Currency):
            self._paid_in |= dict.fromkeys(row.countries, row.code)
        self.range, self.number = self._numbers()
        numerals = alternation(forms.numerals)
        self.digits = re.compile(rf"\d|\b(?:{numerals})\b" if numerals else r"\d", re.IGNORECASE)
        self.of_gdp = re.compile(rf"(?:{forms.of_gdp})$")
        self.inexact = re.compile(rf"(?:^|(?<=\W))((?:{forms.inexact})) (?:(?:a|the) )?$", re.IGNORECASE)
        moves = {role: [w.lower() for w in roles.get(role, ())] for role in ("rise", "fall")}
        self.falls = frozenset(moves["fall"])
        verbs = alternation((*moves["rise"], *moves["fall"]))
        self.moved = re.compile(rf"\b(?P<verb>{verbs})(?:{forms.grown})$", re.IGNORECASE)
        self.moved_by = re.compile(rf"\b(?P<verb>{verbs})(?:{forms.moved_by})$", re.IGNORECASE)
        self.moving = re.compile(rf"(?:{forms.growth_after})(?P<verb>{verbs})\b", re.IGNORECASE)
        self.move = re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)
        self.peoples = {
            f"{word}{forms.plural}": row.code
            for row in packs.of(Side)
            for word in row.adjectives
            if forms.plural and word[-1] in "ni"
        }
        self.people = re.compile(rf"\b(?:{alternation(self.peoples) or NEVER})\b")
        self.estimate = _any(roles.get("estimate", ()))
        self.share = _any(roles.get("share", ()))
        self.no_figure = _any(roles.get("no_figure", ()))
        self.no_count = _any(roles.get("no_count", ()))

    def _numbers(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """How a range is written, and a number alone."""
        forms = self.forms
        money = [*self._currencies, *self._shared]
        signs = alternation(word for word in money if not any(map(str.islower, word)))
        scale = rf"(?:{forms.scale})(?!\w)"
        few = alternation(word for word, value in forms.numerals.items() if value == 1) or NEVER
        many = alternation(word for word, value in forms.numerals.items() if value > 1) or NEVER
        number = rf"{_DIGITS}|(?i:(?:{many})(?![\w-])|(?<!half )(?:{few})(?={scale}))"
        begin = rf"(?<![\w.,/'$€£-])(?:(?P<sign>{signs}) ?)?(?P<n>{number})(?P<scale>{scale})?"
        range_ = (
            rf"(?:(?:{forms.percent})(?:{forms.join})(?P<n3>{number})(?={forms.percent})"
            rf"|(?:{forms.join})(?(sign)(?:(?:{signs}) ?)?)(?P<n2>{number})(?P<scale2>{scale})?)"
        )
        unit = (
            rf"(?:(?P<points>{forms.points})(?!\w)|(?P<percent>{forms.percent})(?!\w)"
            rf"|[ -]?(?!{forms.not_unit})(?P<money>{alternation(money)})(?!\w)"
            rf"|[ -](?!{forms.not_unit})(?P<count>(?i:{alternation(self.units)}))(?!\w))?(?!\w|[.,]\d|[/-]\d)"
        )
        return re.compile(begin + range_ + unit), re.compile(begin + unit)

    def currency(self, word: str) -> str | None:
        """The currency that a word means alone."""
        return self._currencies.get(word) or self._lower.get(word.lower())

    def paid_with(self, word: str, countries: Iterable[str | None]) -> str | None:
        """The currency that a shared word means in the first of some countries that has such, else by custom."""
        rows = self._shared.get(word) or self._shared.get(word.lower(), [])
        for code in countries:
            for row in rows:
                if code in row.countries:
                    return row.code
        if len(rows) == 1:
            return rows[0].code
        return next((row.code for row in rows if row.script), None)

    def paid_in(self, country: str | None) -> str | None:
        """The currency of a country."""
        return self._paid_in.get(country or "")

    def hits(self, small: str) -> list[Hit]:
        """Where measures are named in a text in small letters, in order: start, end, and which word."""
        found: list[Hit] = []
        measures, plural = len(self._rows), self.forms.plural
        for start, end, which in self._automaton.find(small):
            if which >= measures or (start and small[start - 1].isalnum()):
                continue
            if plural and small.startswith(plural, end):
                end += len(plural)  # noqa: PLW2901
            if not small[end : end + 1].isalnum():
                found.append((start, end, which))
        return found

    def measure(self, name: str) -> Measure | None:
        """The measure of a name."""
        return self._by_name.get(name)

    def row(self, which: int) -> Measure:
        """The measure of a word."""
        return self._rows[which]

    def fitting(self, hits: list[Hit], small: str, start: int, end: int) -> list[Named]:
        """The measures of some hits that have in a sentence what they need beside them."""
        found: list[Named] = []
        for at, stop, which in hits:
            row = self._rows[which]
            needs = self._needs.get(row.measure)
            if row.measure == "gdp" and self.of_gdp.search(small, max(start, at - _OFWARES), at):
                continue
            before = found[-1] if found else None
            if (
                before is not None
                and row.measure in WARES
                and before.row.measure in _FLOWS
                and at - before.end < _OFWARES
            ):
                continue
            sure = needs is None or needs.search(small, start, end) is not None
            if sure or row.measure == "fdi":
                if row.measure == "aid" and before is not None and before.row.measure == "funding":
                    del found[-1 if at - before.end < _OFWARES else len(found) :]
                found.append(Named(at, stop, row, sure))
        return found


def _any(words: Iterable[str]) -> re.Pattern[str]:
    known = alternation(words)
    return re.compile(rf"(?:(?<!\w)|(?=\W))(?:{known})(?!\w)" if known else NEVER, re.IGNORECASE)
