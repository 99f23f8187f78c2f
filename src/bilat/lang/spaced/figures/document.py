"""A document's sentences → drafts: which sentences are read, and what goes on from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.figures.draft import MONEY
from bilat.lang.spaced.events.row import Item, Kind
from bilat.lang.spaced.figures.change import attach, changes
from bilat.lang.spaced.figures.listing import listed
from bilat.lang.spaced.figures.measuring import add_levels
from bilat.lang.spaced.figures.naming import name
from bilat.lang.spaced.figures.period import periods, set_period
from bilat.lang.spaced.figures.places import Place, Voice, linked, places_of, with_voice
from bilat.lang.spaced.figures.quantity import quantities
from bilat.lang.spaced.figures.ranks import find_ranks
from bilat.lang.spaced.figures.scope import Scope, breaks
from bilat.lang.spaced.figures.sides import GIFTS, Sides
from bilat.lang.spaced.figures.source import source_of
from bilat.lang.spaced.figures.voices import voices
from bilat.lang.spaced.home import is_state

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bilat.lang.figures.draft import Draft
    from bilat.lang.spaced.analysis import Analysis, Line
    from bilat.lang.spaced.figures.words import Named, Words
    from bilat.lang.spaced.people import People
    from bilat.model import Claim

LONGEST = 900
"""Characters of a sentence that is read; longer ones are tables or no text."""
_PAIR_BACK = 6
"""Sentences back in which the two of `bilateral` may have been named."""
_LARGE, _SMALL = 10**8, 10**5
"""Money below the one is no state's where few but states deal in such sums, below the other nobody's but a person's."""


class Reader:
    """The figures of one document under way."""

    def __init__(
        self,
        analysis: Analysis,
        people: People,
        rows: list[list[Item]],
        claims: Sequence[Claim],
        words: Words,
        today: date | None,
    ) -> None:
        self._analysis, self._people, self._rows, self._claims = analysis, people, rows, claims
        self._words, self._today = words, today
        self._drafts: list[Draft] = []
        self._source: tuple[int, str] | None = None
        self._voices: list[str | None] = []
        self._is_state = is_state(analysis.doc)

    def read(self) -> list[Draft]:
        """The drafts of the document, in order."""
        analysis, words = self._analysis, self._words
        hits = words.hits(analysis.small)
        if not hits:
            return []
        self._voices = voices(analysis, self._people, self._claims)
        at, count = 0, len(hits)
        for order, line in enumerate(analysis.lines):
            while at < count and hits[at][0] < line.start:
                at += 1
            first = at
            while at < count and hits[at][1] <= line.end:
                at += 1
            if first == at or line.end - line.start > LONGEST:
                continue
            ranks = any("rank" in words.row(which).takes for _, _, which in hits[first:at])
            if ranks or words.digits.search(analysis.text, line.start, line.end):
                named = words.fitting(hits[first:at], analysis.small, line.start, line.end)
                if named:
                    self._read(order, line, named)
        return self._drafts

    def _read(self, order: int, line: Line, named: list[Named]) -> None:
        text, words = self._analysis.text, self._words
        numbers = quantities(text, line.start, line.end, words)
        scope = Scope(text, self._analysis.small, line, order, words, named, numbers)
        grown = changes(scope)
        starts = {change.start for change in grown}
        levels = [q for q in numbers if q.start not in starts]
        add_levels(scope, levels)
        for change in grown:
            attach(scope, change)
        for rank in find_ranks(scope):
            draft = scope.draft(rank.named, rank.start, rank.end)
            draft.rank, draft.at, draft.until = rank.rank, rank.start, rank.end
            scope.drafts.append(draft)
        if scope.drafts:
            scope.drafts.sort(key=lambda d: d.at)
            self._complete(scope)
        if numbers and self._drafts and self._drafts[-1].paragraph == line.sentence.paragraph:
            self._add_listed(scope)

    def _add_listed(self, scope: Scope) -> None:
        for draft in listed(scope, self._places(scope.order), self._drafts):
            if draft.kind == MONEY and draft.unit is None:
                draft.unit = self._unit_of(scope, draft)
            draft.attributed_to = self._drafts[-1].attributed_to
            name(scope, draft, self._today)
            self._drafts.append(draft)

    def _complete(self, scope: Scope) -> None:
        """Countries, periods, source and name of the figures of a sentence."""
        places = self._places(scope.order)
        source = self._source_of(scope)
        days = [item.day for item in self._rows[scope.order] if item.kind is Kind.DAY and item.day is not None]
        found = periods(scope, days, self._today)
        last = self._drafts[-1] if self._drafts else None
        for draft in scope.drafts:
            given = draft.row.measure in GIFTS or "given" in draft.row.traits
            self._set_sides(scope, draft, self._places(scope.order, people=True) if given else places)
            set_period(scope, draft, found, last)
            if draft.kind == MONEY and draft.unit is None:
                draft.unit = self._unit_of(scope, draft)
            draft.attributed_to = source
            name(scope, draft, self._today)
            told = self._told_enough(draft, places)
            draft.partner = draft.partner or None
            if told:
                last = draft
                self._drafts.append(draft)

    def _unit_of(self, scope: Scope, draft: Draft) -> str | None:
        """The currency that a word means which several share: the publisher's where it is a sign, else the figure's."""
        word = next((q.word for q in scope.numbers if q.start == draft.at), "")
        home = (self._people.at_home,)
        return self._words.paid_with(word, (draft.of, draft.partner, *home) if word.isalpha() else home)

    def _source_of(self, scope: Scope) -> str | None:
        source, data = source_of(self._analysis, scope, self._claims)
        paragraph = scope.line.sentence.paragraph
        if source is None:
            return self._source[1] if self._source is not None and self._source[0] == paragraph else None
        if data:
            self._source = paragraph, source
        return source

    def _places(self, order: int, *, people: bool = False) -> list[Place]:
        line = self._analysis.lines[order]
        text, span = self._analysis.text, (line.start, line.end)
        numbers = quantities(text, *span, self._words)
        row = self._people.rows[order]
        places = places_of(text, span, row, numbers, self._words, self._people if people else None)
        if not people:
            return places
        voice = Voice(self._voices[order], self._people.at_home if self._is_state else None)
        return with_voice(text, span, places, voice, self._words)

    def _set_sides(self, scope: Scope, draft: Draft, places: list[Place]) -> None:
        forms, line, home = self._words.forms, scope.line, self._people.at_home
        Sides(scope, draft, places, home, self._speaker(line)).set()
        row = draft.row
        if "rank" in row.takes:
            return
        voice = self._voices[scope.order]
        given = "given" in row.traits and breaks(forms.receives).search(scope.text, line.start, draft.at)
        if (
            draft.of is None
            and voice is not None
            and not given
            and breaks(forms.ours).search(scope.text, *draft.clause)
        ):
            draft.of = voice if draft.partner != voice else None
        if draft.of is None and "given" in row.traits and draft.partner not in {None, voice} and self._is_state:
            draft.of = voice
        two = row.sides in {"pair", "outward"} and (draft.of is None or draft.partner is None)
        if two and breaks(forms.both).search(scope.text, line.start, line.end):
            pair = self._pair(scope.order)
            if pair is not None and (draft.of not in pair or draft.partner is None):
                draft.of = draft.of if draft.of in pair else pair[pair[0] == draft.partner]
                draft.partner = pair[1] if draft.of == pair[0] else pair[0]
            elif pair is None and row.sides == "pair" and not self._words.speech.packs.country(draft.of or ""):
                draft.of = None
        if draft.of is None and draft.partner is None and not any(p.code for p in places):
            self._as_before(scope, draft)
        elif draft.of is None and not any(p.code and p.code != draft.partner for p in places):
            self._goes_on(scope, draft)
        elif draft.partner is None and row.measure in GIFTS:
            self._gives_again(scope, draft)
        if draft.of is None and draft.partner is not None:
            if row.measure == "fdi":
                draft.of, draft.partner = draft.partner, None
            elif row.measure in _TRADE and home != draft.partner:
                draft.of = home or self._only_other(places, draft.partner)

    @staticmethod
    def _only_other(places: list[Place], partner: str) -> str | None:
        """The only other country that a sentence names."""
        codes = {p.code for p in places} - {partner, ""}
        return codes.pop() if len(codes) == 1 else None

    def _as_before(self, scope: Scope, draft: Draft) -> None:
        """A sentence that names nobody goes on about those of the figure before it, else about the publisher's."""
        last = scope.drafts[scope.drafts.index(draft) - 1] if scope.drafts[0] is not draft else None
        last = last or (self._drafts[-1] if self._drafts else None)
        if last is not None and scope.line.sentence.paragraph - last.paragraph <= 1:
            draft.of = last.of
            if draft.row.sides == last.row.sides or {draft.row.sides, last.row.sides} == {"pair", "outward"}:
                draft.partner = last.partner
            return
        local = breaks(self._words.forms.local).search(scope.text, scope.line.start, scope.line.end)
        if not local and draft.row.measure in _NATIONAL:
            home = self._people.at_home
            around = range(max(0, scope.order - 2), scope.order)
            if not any(p.code and p.code != home for order in around for p in self._places(order)):
                draft.of = home

    def _goes_on(self, scope: Scope, draft: Draft) -> None:
        """A sentence that names only the other side goes on about the one of the figure before it."""
        at = scope.drafts.index(draft)
        last = scope.drafts[at - 1] if at else self._drafts[-1] if self._drafts else None
        if draft.row.measure == "troops":
            return
        if last is not None and scope.line.sentence.paragraph == last.paragraph and last.of != draft.partner:
            draft.of = last.of

    def _gives_again(self, scope: Scope, draft: Draft) -> None:
        """Who is said to give in the sentence before, and gives more, gives it to the same."""
        last = self._drafts[-1] if self._drafts else None
        near = last is not None and scope.order - last.sentence == 1 and scope.line.sentence.paragraph == last.paragraph
        if last is not None and near and (last.measure, last.of) == (draft.measure, draft.of):
            draft.partner = last.partner

    def _pair(self, order: int) -> tuple[str, str] | None:
        """The two countries named last: as two, else the only two, else the publisher's and the only other one."""
        home = self._people.at_home
        here = {p.code: None for p in self._places(order, people=True) if self._words.speech.packs.country(p.code)}
        if len(here) == len("ab"):
            first, second = here
            return first, second
        seen: dict[str, None] = {}
        for back in range(order, max(-1, order - _PAIR_BACK), -1):
            places = self._places(back)
            pairs = linked(self._analysis.text, places, self._words)
            if pairs:
                return pairs[-1][0].code, pairs[-1][1].code
            seen |= dict.fromkeys(p.code for p in places if p.code and self._words.speech.packs.country(p.code))
        codes = list(seen)
        if len(codes) == len("ab"):
            return codes[0], codes[1]
        return (home, codes[0]) if len(codes) == 1 and home is not None and home != codes[0] else None

    def _speaker(self, line: Line) -> str | None:
        """The country of who speaks in a sentence."""
        first, last = self._analysis.folded.span(line.start, line.end)
        said = (c for c in self._claims if first <= c.evidence[0].span.start < last)
        country = next((c.speaker_country for c in said), None)
        return country if country is None or "," not in country else None

    def _told_enough(self, draft: Draft, places: list[Place]) -> bool:
        """A figure needs a country, and money a sum that states deal in."""
        first, last = draft.clause
        if not draft.sure and not any(p.code == draft.partner and first <= p.start < last for p in places):
            return False
        if draft.of is None and (draft.partner is None or "given" not in draft.row.traits):
            return False
        if draft.row.measure == "funding" and (draft.of is None or draft.partner is None):
            return False
        if draft.row.measure == "members_count" and self._words.speech.packs.country(draft.of or ""):
            return False
        if draft.row.measure in _BETWEEN and draft.partner is None:
            return False
        if draft.kind != MONEY:
            return True
        value = draft.value or 0
        return draft.unit is not None and value >= (
            _LARGE if "private" in draft.row.traits and draft.partner is None else _SMALL
        )


_TRADE = frozenset({"exports", "imports", "trade_deficit", "trade_surplus"})
_BETWEEN = frozenset({"documents_signed", "sister_cities", "seminars_held", "exercises"})
_NATIONAL = frozenset(
    {
        "budget",
        "budget_deficit",
        "budget_revenue",
        "debt",
        "exports",
        "gdp",
        "gdp_growth",
        "imports",
        "industrial_output",
    }
    | {"inflation", "jobless_claims", "jobs", "population", "retail_sales", "unemployment", "wages"}
)
"""Measures that a publisher tells of its own country without naming it."""
