"""Of whom, and with whom: which of a sentence's countries a figure belongs to. Draft and places → `of`, `with`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.figures.draft import BARE, COUNT, MONEY
from bilat.lang.spaced.figures.places import NOBODY, Place, linked
from bilat.lang.spaced.figures.scope import breaks

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.lang.spaced.figures.scope import Scope

_NEXT, _NEAR = 32, 60
"""Characters between a measure and a country that stands right at it, and one still tied to it."""
_MANY = 100
"""Fewer are no statistics that a country could belong to."""
_BOUGHT = frozenset({"aircraft", "imports"})
_GIVES = frozenset({"by", "from"})
_TAKES = {
    "exports": frozenset({"to", "into"}),
    "imports": frozenset({"from"}),
    "trade_deficit": frozenset({"with", "to"}),
    "trade_surplus": frozenset({"with", "to"}),
    "tariff_rate": frozenset({"on", "from", "against", "of"}),
    "tariffed_goods": frozenset({"on", "from", "against"}),
}
"""Measure → the words before the other side; for all others that send something, those of `_TO`."""
_TO = frozenset({"to", "into", "for", "inside", "on", "against", "with"})
GIFTS = frozenset({"aid", "loan", "vaccine_doses"})
"""Measures that one side gives the other."""
_HOSTED = frozenset({"to", "into", "inside", "own", "of"})


class Sides:
    """The sides of one figure under way."""

    def __init__(self, scope: Scope, draft: Draft, places: list[Place], home: str | None, speaker: str | None) -> None:
        self._scope, self._draft, self._places = scope, draft, places
        self._start, self._end = draft.parts
        self._home, self._speaker = home, speaker
        self._text = scope.text

    def set(self) -> None:
        """Fills `of` and `partner` from the countries of the sentence."""
        draft, row = self._draft, self._draft.row
        if "rank" in row.takes:
            self._rank()
        elif row.sides == "pair":
            self._pair()
        elif row.sides == "outward" and ("given" in row.traits or row.measure in GIFTS):
            self._given()
        elif row.sides == "outward":
            self._outward()
        elif row.sides == "inward":
            self._inward()
        else:
            draft.of = self._owner(frozenset({"inside", "to"}))
        if draft.partner == draft.of:
            draft.partner = None

    def _right_before(self) -> Place | None:
        """The country whose the measure is by its place: `Vietnam's exports`, `Chinese investment`."""
        for place in reversed(self._places):
            if place.end <= self._start:
                gap = self._text[place.end : self._start]
                words = gap.removeprefix("'s").removeprefix("'").split()
                close = (
                    len(gap) <= _NEXT and not set(gap) & set(",;:()") and len(words) <= len(["very", "large", "annual"])
                )
                if close and not self._verb(gap) and (place.role in {"own", ""} or not words):
                    return place
                return None
        return None

    def _described(self) -> Place | None:
        """The country right behind its measure, where a language puts it there: `dân số Indonesia`."""
        if not self._scope.words.forms.head_first:
            return None
        return next((p for p in self._places if 0 <= p.start - self._end <= 1), None)

    def _verb(self, gap: str) -> bool:
        return breaks(self._scope.words.forms.copula).search(gap) is not None

    def _after(self, roles: frozenset[str], reach: int) -> Place | None:
        return next(
            (p for p in self._places if 0 <= p.start - self._end <= reach and p.role in roles and self._whole(p)), None
        )

    def _whole(self, place: Place) -> bool:
        return not set(self._text[self._end : place.start]) & set(";:")

    def _subject(self, but: str | None = None) -> Place | None:
        """The last country before the figure that nothing governs, of its clause or of one before."""
        first = min(self._start, self._draft.at)
        free = [p for p in self._places if p.end <= first and p.role in {"", "own", "by"} and p.code != but]
        return free[-1] if free else None

    def _owner(self, more: frozenset[str], but: str | None = None) -> str | None:
        place = (
            self._right_before()
            or self._after(frozenset({"of"}), _NEXT)
            or self._described()
            or self._after(more, _NEAR)
            or self._subject(but)
            or next((p for p in self._places if p.role in more), None)
        )
        if place is None or place.code == but:
            place = self._subject(but)
        return None if place is None or place.code == NOBODY else place.code

    def _nearest(self, roles: frozenset[str], but: Place | None = None) -> Place | None:
        fits = [p for p in self._places if p.role in roles and p.code and p is not but and not self._is_anothers(p)]
        clause = [p for p in fits if self._draft.clause[0] <= p.start <= self._draft.clause[1]]
        return min(clause or fits, key=lambda p: abs(p.start - self._start), default=None)

    def _is_anothers(self, place: Place) -> bool:
        """Whether another such number stands between a figure and a country behind it, but for one in brackets."""
        draft = self._draft
        kinds = {MONEY} if draft.kind == MONEY else {COUNT, BARE} if draft.kind == COUNT else set[str]()
        return any(
            draft.until <= q.start < place.start
            and q.kind in kinds
            and q.value >= _MANY
            and "(" not in self._text[draft.until : q.start]
            for q in self._scope.numbers
        )

    def _given(self) -> None:
        """A gift: who is told first gives, whom the words before or after it name receives."""
        draft, speaker = self._draft, self._speaker
        plain = [p for p in self._places if p.end <= max(self._start, draft.at) and p.role in {"", "own"} and p.code]
        clause = [p for p in plain if p.start >= draft.clause[0]]
        other = self._receiver()
        by = self._named_giver()
        giver = by or next((p for p in clause or plain if other is None or p.code != other.code), None)
        if other is None and giver is not None:
            other = self._other_plain(clause or plain, giver)
        if other is not None and speaker == other.code:
            speaker = None
        draft.of = giver.code if giver is not None else speaker
        draft.partner = other.code if other is not None else None
        if speaker is not None and giver is not None and not clause and by is None and giver.code != speaker:
            draft.of, draft.partner = speaker, draft.partner or giver.code
        got = breaks(self._scope.words.forms.receives)
        told = got.search(self._text, giver.end, max(giver.end, self._start, draft.at)) if giver is not None else None
        anothers = told is not None and any(told.end() <= q.start < draft.at for q in self._scope.numbers)
        if giver is not None and by is None and told is not None and not anothers:
            draft.of, draft.partner = (draft.partner if draft.partner != giver.code else None), giver.code

    def _receiver(self) -> Place | None:
        other = self._nearest(_TO, but=self._at_home())
        country = self._scope.words.speech.packs.country
        if other is not None and other.role in {"inside", "with", "on"} and not country(other.code):
            return None
        return other

    def _named_giver(self) -> Place | None:
        """Who gives in so many words: `aid of A`, `donated by A`, `A's aid` of the publisher's country."""
        owner = breaks(self._scope.words.forms.owner)
        by = [p for p in self._places if p.role in _GIVES and not owner.match(self._text, p.end)]
        near = min(by, key=lambda p: abs(p.start - self._start), default=None)
        return near or self._after(frozenset({"of"}), _NEXT + max(0, self._draft.until - self._end)) or self._at_home()

    def _at_home(self) -> Place | None:
        """The publisher's country right before a measure: `$30 million in U.S. assistance`."""
        before = self._right_before()
        close = before is not None and not self._text[before.end : self._start].strip(" 's")
        return before if close and before is not None and before.code == self._home else None

    def _other_plain(self, places: list[Place], giver: Place) -> Place | None:
        """The last other country, but for those who give together."""
        country = self._scope.words.speech.packs.country
        linking = breaks(self._scope.words.forms.pair)
        for place in reversed(places):
            first, last = sorted((place, giver))
            together = linking.fullmatch(self._text, first.end, last.start) is not None
            if place.code != giver.code and country(place.code) and not together:
                return place
        return None

    def _pair(self) -> None:
        draft = self._draft
        pairs = linked(self._text, self._places, self._scope.words)
        if pairs:
            a, b = min(pairs, key=lambda pair: abs(pair[0].start - self._start))
            draft.of, draft.partner = a.code, b.code
            return
        other = self._nearest(frozenset({"with", "to", "between"}))
        draft.partner = other.code if other is not None else None
        draft.of = self._owner(frozenset({"inside"}), draft.partner)

    def _outward(self) -> None:
        draft, measure = self._draft, self._draft.row.measure
        if self._of_pair():
            return
        takes = _TAKES.get(measure, _TO)
        other = self._nearest(takes)
        gives = frozenset({"into", "inside", "to"}) if measure == "imports" else _GIVES - takes
        if other is not None:
            draft.partner = other.code
        first, last = draft.clause
        given = next((p for p in self._places if p.role in gives and first <= p.start < last and p.code), None)
        if given is not None and (self._right_before() is None or given.code == draft.partner):
            draft.of = given.code
        if draft.of is None or draft.of == draft.partner:
            draft.of = self._owner(frozenset(), draft.partner)
        if draft.of is not None and draft.partner is None:
            before = self._right_before()
            subject = self._subject(draft.of)
            if measure in _BOUGHT and before is not None and subject is not None and subject.code:
                draft.of, draft.partner = subject.code, before.code

    def _of_pair(self) -> bool:
        """`trade between A and B, of which exports …`: the publisher's country is told first, else the one named so."""
        pairs = linked(self._text, self._places, self._scope.words)
        if len(self._places) != len("ab") or not pairs:
            return False
        if any(p.role not in {"pair", "between", ""} for p in self._places):
            return False
        codes = [place.code for place in pairs[0]]
        first = codes.index(self._home) if self._home in codes else 0
        self._draft.of, self._draft.partner = codes[first], codes[1 - first]
        return True

    def _inward(self) -> None:
        draft = self._draft
        source = self._nearest(frozenset({"from"}))
        before = self._right_before()
        behind = self._described()
        if (
            source is None
            and before is not None
            and before.role != "own"
            and self._text[before.end : self._start].isspace()
        ):
            source = before
        if source is None and behind is not None and not behind.role:
            source = behind
        draft.partner = source.code if source is not None else None
        host = self._nearest(_HOSTED, but=source) or self._subject(draft.partner)
        draft.of = host.code or None if host is not None else None

    def _rank(self) -> None:
        draft, text, country = self._draft, self._text, self._scope.words.speech.packs.country
        start, end = draft.at, max(draft.parts[1], draft.until)
        first, last = draft.clause
        places = [p for p in self._places if first <= p.start and p.end <= last] or self._places
        owners = [p for p in places if p.end <= start and text[p.end : start].strip() in {"", "'s", "'", "s'"}]
        inside = [p for p in places if p.role == "inside" and p.start >= end]
        behind = [p for p in places if p.role in {"of", "for"} and 0 <= p.start - end <= _NEXT]
        behind += [p for p in inside if p.start - end <= _NEXT and country(p.code)]
        owner = behind[0] if behind else owners[-1] if owners else None
        others = [p for p in places if p is not owner and p.end <= start and p.role in {"", "own", "pair"}]
        after = [p for p in places if end <= p.start <= end + _NEXT and p is not owner and p.role in {"", "with"}]
        other = others[-1] if others else after[0] if after else None
        if draft.row.sides == "own":
            chosen = other or owner
            draft.of = chosen.code or None if chosen is not None else None
        else:
            draft.of = owner.code or None if owner is not None else None
            draft.partner = other.code or None if other is not None else None
        within = next((p for p in inside if p.code and not country(p.code)), None)
        if within is not None:
            draft.measure += "_" + within.code.lower()
