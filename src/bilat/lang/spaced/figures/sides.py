"""Of whom, and with whom: which of a sentence's countries a figure belongs to. Draft and places → `of`, `with`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bilat.lang.figures.draft import BARE, COUNT, MONEY
from bilat.lang.spaced.figures.places import NOBODY, Place, linked
from bilat.lang.spaced.figures.scope import breaks
from bilat.lang.spaced.figures.words import WARES

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.lang.spaced.figures.scope import Scope

_NEXT, _NEAR = 32, 60
"""Characters between a measure and a country that stands right at it, and one still tied to it."""
_MANY = 100
"""Fewer are no statistics that a country could belong to."""
_BOUGHT = frozenset({"aircraft", "contract_value", "imports"})
_GIVES = frozenset({"by", "from"})
_TAKES = {
    "exports": frozenset({"to", "into"}),
    "fdi": frozenset({"to", "into", "for", "inside"}),
    "imports": frozenset({"from"}),
    "troops": frozenset({"to", "into", "inside"}),
    "trade_deficit": frozenset({"with", "to"}),
    "trade_surplus": frozenset({"with", "to"}),
    "tariff_rate": frozenset({"on", "from", "against", "of"}),
    "tariffed_goods": frozenset({"on", "from", "against"}),
}
"""Measure → the words before the other side; for all others that send something, those of `_TO`."""
_TO = frozenset({"to", "into", "for", "inside", "on", "against", "with"})
_TAKEN_IN = frozenset({"migrants", "refugees", "troops"})
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
        part = breaks(self._scope.words.forms.attribute)
        aloud = [p for p in free if self._text[p.start - 1 : p.start] != "(" and not part.match(self._text, p.end)]
        return (aloud or free or [None])[-1]

    def _owner(self, more: frozenset[str], but: str | None = None) -> str | None:
        behind = self._after(frozenset({"of"}), _NEXT) if self._scope.words.forms.head_first else None
        place = (
            behind
            or self._right_before()
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
        by = self._named_giver(self._draft.clause[0] if clause else 0) or self._thanked()
        free = self._unpaired(clause) or self._unpaired(plain)
        giver = by or next((p for p in free if other is None or p.code != other.code), None)
        if other is None and giver is not None:
            other = self._other_plain(clause or plain, giver)
        if giver is None and other is not None and any(p.code == other.code for p in clause or plain):
            giver, other = next(p for p in clause or plain if p.code == other.code), None
        if other is not None and speaker == other.code:
            speaker = None
        draft.of = giver.code if giver is not None else speaker
        if other is not None:
            draft.partner = NOBODY if self._is_one_of_several(other) else other.code
        if speaker is not None and giver is not None and not clause and by is None and giver.code != speaker:
            draft.of, draft.partner = speaker, draft.partner or giver.code
        got = breaks(self._scope.words.forms.receives)
        told = got.search(self._text, giver.end, max(giver.end, self._start, draft.at)) if giver is not None else None
        anothers = told is not None and any(told.end() <= q.start < draft.at for q in self._scope.numbers)
        if giver is not None and by is None and told is not None and not anothers:
            draft.of, draft.partner = (draft.partner if draft.partner != giver.code else None), giver.code

    def _unpaired(self, places: list[Place]) -> list[Place]:
        """Some countries but for those of a pair that something is named after: `the A-B Fund`."""
        pairs = [pair for pair in pairwise(places) if self._text[pair[0].end : pair[1].start].strip() == "-"]
        return [place for place in places if not any(place in pair for pair in pairs)]

    def _thanked(self) -> Place | None:
        """`A thanked B for the gift`: B gives."""
        thanks = breaks(self._scope.words.forms.thanks).search(self._text, self._scope.line.start, self._draft.at)
        if thanks is None:
            return None
        behind = (p for p in self._places if thanks.end() <= p.start < self._draft.at and p.code)
        return next((p for p in behind if p.end - p.start > 1 and self._text[p.start].isupper()), None)

    def _is_one_of_several(self, place: Place) -> bool:
        """Whether a country stands in a list with others, none of which has the number alone."""
        named = [p for p in self._places if p is place or self._text[p.start].isupper()]
        at = named.index(place)
        for one, other in pairwise(named[max(0, at - 1) : at + 2]):
            alike = other.role in {"", one.role} and one.code != other.code and place in {one, other}
            if (
                alike
                and one.role
                and breaks(self._scope.words.forms.listed).fullmatch(self._text, one.end, other.start)
            ):
                return True
        return False

    def _receiver(self) -> Place | None:
        home = self._at_home()
        other = self._nearest(_TO, but=home)
        if other is None:
            shared = [p for p in self._places if p.role in _TO and p.code and p is not home]
            other = shared[0] if len(shared) == 1 and self._goes_with_next(shared[0]) else None
        other = other or self._served()
        country = self._scope.words.speech.packs.country
        if other is not None and other.role in {"inside", "with", "on"} and not country(other.code):
            return None
        return other

    def _goes_with_next(self, place: Place) -> bool:
        """Whether a country behind the next sum receives both: `gave $5 million in aid and lent $3 million to A`."""
        also = breaks(self._scope.words.forms.also)
        between = (q for q in self._scope.numbers if self._end <= q.start < place.start)
        return all(also.search(self._text, self._end, q.start) for q in between) and place.start > self._end

    def _named_giver(self, first: int) -> Place | None:
        """Who gives in so many words behind an offset: `aid of A`, `donated by A`, `A's aid` of the publisher's
        country."""
        owner = breaks(self._scope.words.forms.owner)
        by = [p for p in self._places if p.role in _GIVES and p.start >= first and not owner.match(self._text, p.end)]
        near = min((p for p in by if not self._is_anothers(p)), key=lambda p: abs(p.start - self._start), default=None)
        near = near or self._owner_behind()
        return near or self._at_home() or self._gives_it()

    def _owner_behind(self) -> Place | None:
        """`aid of A`, but no `aid for the efforts of A`."""
        place = self._after(frozenset({"of"}), _NEXT + max(0, self._draft.until - self._end))
        return None if place is None or self._is_served(place) else place

    def _served(self) -> Place | None:
        """`aid for the efforts of A`: A receives."""
        place = self._after(frozenset({"of"}), _NEAR)
        return place if place is not None and self._is_served(place) else None

    def _is_served(self, place: Place) -> bool:
        whom = breaks(rf"(?:^|\W)(?:{self._scope.words.forms.roles['for']})")
        return whom.search(self._text, self._end, place.start) is not None

    def _gives_it(self) -> Place | None:
        """Who begins a clause about the gift right behind it: `the aid A will provide`."""
        forms, text = self._scope.words.forms, self._text
        behind = next((p for p in self._places if p.start >= self._end), None)
        if behind is None or behind.role or not breaks(forms.that).fullmatch(text, self._end, behind.start):
            return None
        return behind if breaks(forms.gives).match(text, behind.end) else None

    def _at_home(self) -> Place | None:
        """The publisher's country, or an organisation, between sum and measure: `$30 million in U.S. assistance`."""
        between = range(self._draft.until, self._start)
        country = self._scope.words.speech.packs.country
        here = (p for p in self._places if p.start in between and p.code)
        return next((p for p in here if p.code == self._home or not country(p.code)), None)

    def _other_plain(self, places: list[Place], giver: Place) -> Place | None:
        """The last other country, but for those who give together."""
        country = self._scope.words.speech.packs.country
        linking = breaks(self._scope.words.forms.pair)
        told = breaks(self._scope.words.forms.tells)
        for place in reversed(places):
            first, last = sorted((place, giver))
            together = linking.fullmatch(self._text, first.end, last.start) is not None
            if (
                place.code != giver.code
                and country(place.code)
                and not together
                and not told.match(self._text, place.end)
            ):
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
        if draft.row.measure in _BOUGHT and draft.partner is None:
            draft.of, draft.partner = self._buyer_and_seller()

    def _buyer_and_seller(self) -> tuple[str | None, str | None]:
        """`A intends to purchase $5 billion of B goods`: who acts, and the only other country of the clause."""
        first, last = self._draft.clause
        at = min(self._start, self._draft.at)
        before = [p for p in self._places if p.end <= at and p.code]
        named = [p for p in self._places if first <= p.start < last and p.code and p.role != "inside"]
        buyer = next((p.code for p in [*(p for p in before if p.start >= first), *named, *before]), None)
        sellers = {p.code: None for p in self._places if p.code and (p in before or first <= p.start < last)}
        others = [code for code in sellers if code != buyer]
        return buyer or self._draft.of, others[0] if buyer and len(others) == 1 else None

    def _outward(self) -> None:
        draft, measure = self._draft, self._draft.row.measure
        if self._of_pair():
            return
        takes = _TAKES.get(measure, _TO)
        other = self._nearest(takes)
        gives = frozenset({"into", "inside", "to"}) if measure == "imports" else _GIVES - takes
        if other is not None:
            draft.partner = NOBODY if self._is_one_of_several(other) else other.code
        first, last = draft.clause
        given = next((p for p in self._places if p.role in gives and first <= p.start < last and p.code), None)
        if given is not None and (self._right_before() is None or given.code == draft.partner):
            draft.of = given.code
        if draft.of is None or draft.of == draft.partner:
            draft.of = self._owner(frozenset(), draft.partner)
        if draft.of is not None and draft.partner is None and given is not None and measure in WARES:
            buyer = self._subject(draft.of)
            draft.partner = buyer.code if buyer is not None else None
        if draft.of is not None and draft.partner is None and measure in _TAKEN_IN:
            draft.partner = self._host()
        if draft.of is not None and draft.partner is None:
            before = self._right_before()
            subject = self._subject(draft.of)
            if measure in _BOUGHT and before is not None and subject is not None and subject.code:
                draft.of, draft.partner = subject.code, before.code

    def _host(self) -> str | None:
        """Who takes in the people that are counted: `A is hosting 9,000 soldiers of B`."""
        draft = self._draft
        hosts = breaks(self._scope.words.forms.hosts)
        verbs = [found.start() for found in hosts.finditer(self._text, draft.clause[0], draft.at)]
        before = [p for p in self._places if verbs and p.end <= verbs[-1] and p.code and p.code != draft.of]
        return before[-1].code if before else None

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
