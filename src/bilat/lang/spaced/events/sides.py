"""Who takes part: the actors before and after a trigger, and where it takes them."""

from collections.abc import Iterator
from typing import Final

from bilat.lang.spaced.events.groups import STOP, WORD, Groups, Who
from bilat.lang.spaced.events.row import Item, Kind, trigger_form
from bilat.lang.spaced.events.where import place_name, usual_name

_LEADERS: Final = 3
"""So many leaders of one country do not receive a guest together."""
_ASKED: Final = 40
"""Characters before a signing in which a word of asking makes it no more than a wish."""
_FAR: Final = 12
"""Words between those who sign and the word that says so."""
_OF: Final = 8
"""Words between a trip and the one whose it is."""
_BY_VOICE: Final = 8
"""Words from who is spoken to up to the word that says by which means."""
_NEAR: Final = 5
"""Words between a traveller and a word that tells of other things as well as trips."""


class Sides(Groups):
    """Participants of the contacts of one document. `letters` once it has told of a letter or telegram: only then
    congratulations are a message."""

    def contact(self, row: list[Item], at: int, *, needs_with: bool) -> Iterator[tuple[Who, int, int]]:
        """Meetings and calls: subject and object of a verb, both named after `between`, owner and object of a noun."""
        after = self._of_with(row, at) or self._after(row, at, needs_with=needs_with)
        before = self._before(row, at)
        form = trigger_form(row[at])
        if self._met_behind(row, at, before, after, needs_with=needs_with):
            yield self._who(after), after[0].start, after[-1].end
            return
        far = bool(before) and any(i.pronoun for i in before) and self._words(before[-1], row[at]) > _NEAR
        alone = (form == "noun" and not far and self._is_held(row, at, before)) or (
            form == "verb" and self._stands_alone(row, at)
        )
        if alone and not after and before and self._of_two_sides(before):
            yield self._who(before), before[0].start, row[at].end
            return
        if after and not before and (form == "noun" or self._is_led_in(row, at)):
            before = self._behind(row, at, after)
        if not before or not after or self._is_named(row[at], after[-1]):
            return
        if form == "hosting" and self._of_two_sides(before):
            return
        first, last = before[0].start, after[-1].end
        together = self._joined(row, at, after)
        if len(after) == 1 and self._one_by_one(row, at, before):
            for each in before:
                yield self._who([each, *after]), each.start, last
        elif together or len(after) == 1:
            yield self._who([*before, *after]), first, last
        else:
            for each in after:
                yield self._who([*before, each]), first, each.end

    def told_by_voice(self, row: list[Item], at: int) -> Iterator[tuple[Who, int, int]]:
        """Who told whom, in a sentence whose item `at` says that it was by telephone: `A told B over the phone`."""
        group = self._told_to(row[:at], self._groups(self._actors(row[:at], sides=False)))
        if group and self._of_two_sides(group) and self._words(group[-1], row[at]) <= _BY_VOICE:
            yield self._who(group), group[0].start, max(group[-1].end, row[at].end)

    def remarks(self, row: list[Item], at: int) -> Iterator[tuple[Who, int, int]]:
        """A headline's `Remarks by A and B before meeting`: those who speak at a meeting are those who meet."""
        if self._after(row, at, needs_with=True) or self._before(row, at):
            return
        for group in self._groups(self._actors(row[:at], sides=False))[-1:]:
            if self._of_two_sides(group) and not STOP.search(self._text, group[-1].end, row[at].start):
                yield self._who(group), group[0].start, row[at].end

    def visit(self, row: list[Item], at: int) -> Iterator[tuple[Who, str, str, int, int]]:
        """Visits: the traveller, the country visited and the place as named; one for each country."""
        trigger = row[at]
        form = trigger_form(trigger)
        visitors = self._after(row, at, needs_with=False)[:1] if form == "participle" else self._traveller(row, at)
        if not visitors or (form == "weak" and not self._travels(row, at, visitors)):
            return
        if not any(self._people.persons[n].is_public for item in visitors for n in item.persons):
            return
        who = self._who(visitors)
        own = {country for _, country, _ in who}
        places = [i for i in self._places(row, at, visitors) if self._is_led_to(i, visitors, trigger)]
        if not places and form == "participle":
            places = [i for i in row[:at] if i.kind in (Kind.SIDE, Kind.CITY) and i.side not in own][:1]
            hosts = [self._country(i) for i in row[:at] if i.kind is Kind.ACTOR and i.persons]
            host = next((code for code in reversed(hosts) if code and len(code) == 2 and code not in own), None)
            if host is not None and not places:
                yield who, host, usual_name(host, self._speech), trigger.start, visitors[0].end
                return
        places = places or self._where_they_are(row, at, visitors)
        done: set[str] = set()
        for place in places:
            if place.side is None or len(place.side) != len("VN") or place.side in own or place.side in done:
                continue
            done.add(place.side)
            named = place_name(self._text, place, self._speech)
            first = min(v.start for v in visitors)
            last = max(place.end, *(v.end for v in visitors))
            yield who, place.side, named, first, last

    def _where_they_are(self, row: list[Item], at: int, visitors: list[Item]) -> list[Item]:
        """The country that a traveller is in: `A is in China on a visit`."""
        if trigger_form(row[at]) != "noun" or visitors[-1].end > row[at].start:
            return []
        for item in row[:at]:
            if item.kind not in (Kind.SIDE, Kind.CITY) or item.adjective or item.start < visitors[-1].end:
                continue
            ahead = WORD.findall(self._text[visitors[-1].end : item.start].lower())
            behind = self._text[item.end : row[at].start]
            if ahead[-1:] and ahead[-1] in self._speech.of_role("in") and len(ahead) <= 2 and "," not in behind:
                return [item]
        return []

    @property
    def _with_or_from(self) -> list[list[str]]:
        """Words that lead to no place visited: `a trip on which he made a deal with Japan`."""
        return [[word] for word in (*self._speech.of_role("with"), *self._speech.of_role("from"))]

    def calls_on(self, row: list[Item], at: int) -> bool:
        """Whether a word of visiting takes a person: `đến thăm Chủ tịch nước`."""
        if trigger_form(row[at]) != "verb" or not self._speech.noun_takes_object or at + 1 >= len(row):
            return False
        after = row[at + 1]
        return after.kind is Kind.ACTOR and len(WORD.findall(self._text[row[at].end : after.start])) <= 1

    def message(self, row: list[Item], at: int) -> Iterator[tuple[Who, int, int]]:
        """Messages: the sender before, the recipient after `to`; what is exchanged, both before or one `with` other."""
        if trigger_form(row[at]) == "mutual":
            yield from self._exchanged(row, at)
            return
        if trigger_form(row[at]) == "weak" and not self.letters:
            return
        before, after = self._before(row, at), self._after(row, at, needs_with=False, way="to")
        if before and after:
            senders = before if self._of_two_sides(before) else before[:1]
            for sender in senders:
                who = [(*each[:2], "sender") for each in self._who([sender])[:1]]
                for recipient in after:
                    yield (
                        [*who, *((*each[:2], "recipient") for each in self._who([recipient]))],
                        sender.start,
                        recipient.end,
                    )

    def issuing(self, row: list[Item]) -> Who:
        """Who issues a document: the persons named where they are of two sides, else the countries."""
        persons = self._actors(row, sides=False)
        return self._who(persons if self._of_two_sides(persons) else self._actors(row, sides=True))

    def _exchanged(self, row: list[Item], at: int) -> Iterator[tuple[Who, int, int]]:
        both = [*self._before(row, at), *self._after(row, at, needs_with=True)]
        both = [item for item in both if not item.pronoun]
        if both and self._of_two_sides(both):
            yield [(*each[:2], "both") for each in self._who(both)], both[0].start, max(both[-1].end, row[at].end)

    def signing(self, row: list[Item], at: int) -> Iterator[tuple[Who, int, int]]:
        """Signings: the two sides, before the verb or around it, or behind `signed between`."""
        behind = self._after(row, at, needs_with=True, sides=True)
        before = self._before(row, at, sides=True)
        if behind and self._of_two_sides(behind) and self._is_between(row, at, behind):
            who = self._signers(row, at) or self._who(behind)
            yield who, row[at].start, behind[-1].end
            return
        asked = any(i.has("say") and i.has("plan") and 0 <= row[at].start - i.end < _ASKED for i in row)
        if asked or (before and self._words(before[-1], row[at]) > _FAR):
            return
        if before and self._of_two_sides(before):
            seen = any(i.has("witness") and before[-1].end <= i.start < row[at].start for i in row)
            yield self._countries(before) if seen else self._who(before), before[0].start, row[at].end
            return
        after = self._after(row, at, needs_with=True, sides=True)
        if before and after:
            yield self._who([*before, *after]), before[0].start, after[-1].end

    def _signers(self, row: list[Item], at: int) -> Who:
        """The persons of two sides who sign what is named as between their countries."""
        before = self._before(row, at)
        if not before or not self._of_two_sides(before) or self._words(before[-1], row[at]) > _FAR:
            return []
        seen = any(i.has("witness") and before[-1].end <= i.start < row[at].start for i in row)
        return [] if seen or any(not i.persons for i in before) else self._who(before)

    def _countries(self, group: list[Item]) -> Who:
        """The countries of those who see a document signed, as the text writes them: witnesses do not sign."""
        codes = dict.fromkeys(code for _, code, _ in self._who(group) if code)
        return [(usual_name(code, self._speech), code, None) for code in codes]

    def attending(self, row: list[Item], actors: list[Item]) -> Who:
        """Those who attend: the group that acts."""
        groups = self._groups([item for item in actors if not self._is_owner(item)]) or [actors]
        free = [group for group in groups if not self._is_governed(group[0])]
        if self._receives(row, free):
            return self._who([*free[-2], *free[-1]])
        return self._who((free or groups)[-1])

    def _receives(self, row: list[Item], groups: list[list[Item]]) -> bool:
        """Whether the last group is what the one before it received: `A hosted B for the Dialogue`."""
        if len(groups) < 2:
            return False
        one, other = groups[-2:]
        return any(trigger_form(i) == "hosting" and one[-1].end <= i.start and i.end <= other[0].start for i in row)

    def is_aside(self, row: list[Item], at: int) -> bool:
        """Whether a trigger stands in a clause that another leads in: `after he canceled a trip`."""
        start = max((i.end for i in row[:at] if i.kind is Kind.TRIGGER), default=row[0].start)
        clause = self._text[start : row[at].start]
        opened = max(clause.rfind(", "), clause.rfind("; "))
        words = clause[opened + 1 :].lower().split()
        if opened < 0 or not words or " ".join(words[:3]) in self._speech.of_role("within"):
            return False
        return words[0] in self._speech.of_role("amid")

    def _behind(self, row: list[Item], at: int, after: list[Item]) -> list[Item]:
        """Who acts when the contact comes first: `In a call with A, B said`."""
        for item in self._actors(row[at + 1 :], sides=False):
            if item.start > after[-1].end and "," in self._text[after[-1].end : item.start]:
                return [item]
        return []

    def _is_held(self, row: list[Item], at: int, before: list[Item]) -> bool:
        """Whether a noun of contact is that of those before it: theirs, held by them, or where they do something."""
        trigger = row[at]
        if (
            self._speech.noun_takes_object
            or not before
            or self._owns(before[-1], trigger)
            or self._is_owner(before[-1])
        ):
            return True
        between = self._text[before[-1].end : trigger.start].lower().split()
        holds = self._speech.of_role("hold") | self._speech.of_role("own") | self._speech.of_role("in")
        return not holds.isdisjoint(between)

    def _stands_alone(self, row: list[Item], at: int) -> bool:
        """Whether a verb of contact has no object of its own: those before it met each other."""
        trigger = row[at]
        words = trigger.word.text.split() if trigger.word is not None else []
        if words and words[-1] in self._speech.of_role("with") | self._speech.of_role("to"):
            return False
        behind = next((i for i in row[at + 1 :] if i.start >= trigger.end), None)
        if behind is not None and behind.kind is Kind.DAY and behind.start - trigger.end <= 1:
            return True
        after = self._text[trigger.end : trigger.end + 20]
        if not after.strip() or after.lstrip()[:1] in ".,;:(\n":
            return True
        return after.split()[0].lower().strip(".,;:") in self._speech.of_role("alone")

    def _met_behind(self, row: list[Item], at: int, before: list[Item], after: list[Item], *, needs_with: bool) -> bool:
        """Whether those named behind a trigger met each other, without whoever acts before it."""
        if not after or not self._of_two_sides(after) or not (needs_with or not before):
            return False
        between = self._is_between(row, at, after) or self._of_with(row, at) == after
        if not self._speech.noun_takes_object:
            return between
        return not (before and needs_with and not between and self._leads(row, at, after))

    def _of_with(self, row: list[Item], at: int) -> list[Item]:
        """The two of a contact told as one's with another: `the meeting of A with B`, `cuộc gặp của A với B`."""
        if trigger_form(row[at]) != "noun" or not row[at + 1 :] or not row[at + 1].has("of"):
            return []
        actors = self._actors(row[at + 1 :], sides=False)[:2]
        if len(actors) < len(("A", "B")):
            return []
        one, other = actors
        led = self._text[row[at].end : one.start].strip().lower()
        joint = self._text[one.end : other.start].strip().lower()
        joins = self._speech.of_role("with") | self._speech.of_role("and")
        return actors if led in self._speech.of_role("of") and joint in joins else []

    def _leads(self, row: list[Item], at: int, after: list[Item]) -> bool:
        """Whether the one who acts meets all of those named after `with`: `A có cuộc họp với B và C`."""
        gap = self._text[row[at].end : after[0].start].lower()
        return any(word in self._speech.of_role("with") for word in WORD.findall(gap))

    def _one_by_one(self, row: list[Item], at: int, before: list[Item]) -> bool:
        """Whether several of one country each met the one named after: three leaders, or where the words say so."""
        if len(before) < 2 or self._of_two_sides(before):
            return False
        apart = any(i.has("apart") and before[-1].end <= i.start <= row[at].end + 12 for i in row)
        return apart or len(before) >= _LEADERS

    def _joined(self, row: list[Item], at: int, after: list[Item]) -> bool:
        """Whether several after a trigger met together: told as between, or with one word for all."""
        between = self._is_between(row, at, after)
        apart = any(i.has("apart") and (i.end <= after[0].start or i.start >= after[-1].end) for i in row)
        return between or (len(after) > 1 and not apart)

    def _travels(self, row: list[Item], at: int, visitors: list[Item]) -> bool:
        """Whether a word that has other uses tells of a trip: the traveller close before, the country at once after."""
        gap = self._text[visitors[-1].end : row[at].start]
        near = visitors[-1].end <= row[at].start and len(WORD.findall(gap)) <= _NEAR and "," not in gap
        return near and self._leads_at_once(row, at)

    def _is_led_to(self, place: Item, visitors: list[Item], trigger: Item) -> bool:
        """Whether a place named behind a traveller who is named behind the trip is led to by a word of its own."""
        last = visitors[-1].end
        if not trigger.end <= last <= place.start or trigger_form(trigger) == "participle":
            return True
        words = set(WORD.findall(self._text[last : place.start].lower()))
        return bool(words & (self._speech.of_role("in") | self._speech.of_role("to")))

    def is_invited(self, traveller: int) -> bool:
        """Whether the traveller, who is named from there on, is asked to come: `mời A sang thăm`."""
        ahead = self._text[max(traveller - 20, 0) : traveller].lower().split()
        return bool(ahead) and ahead[-1] in self._speech.of_role("invite")

    def _leads_at_once(self, row: list[Item], at: int) -> bool:
        """Whether a word that has other uses is followed by a country or city."""
        after = next((i for i in row[at + 1 :] if i.kind is not Kind.WORD), None)
        if after is None or after.kind not in (Kind.SIDE, Kind.CITY):
            return False
        return len(WORD.findall(self._text[row[at].end : after.start])) <= 2

    def _traveller(self, row: list[Item], at: int) -> list[Item]:
        """Who travels: named after `by` or `of` behind a noun, else the one who acts."""
        before = self._before(row, at)
        trigger = row[at]
        by = self._speech.of_role("by") | self._speech.of_role("of")
        if trigger_form(trigger) == "noun" and self._text[trigger.end : trigger.end + 5].lower().split()[:1] in [
            [word] for word in by
        ]:
            before = []
        told = any(i.has("say") and before and before[-1].end <= i.start < trigger.start for i in row)
        if before and not (told and self._speech.noun_takes_object and trigger_form(trigger) == "noun"):
            return before
        if trigger_form(trigger) == "noun":
            for item in self._actors(row[at + 1 :], sides=False):
                ahead = self._text[max(item.start - 12, 0) : item.start].lower().split()
                if self._words(trigger, item) > _OF:
                    break
                if ahead and ahead[-1] in by and not STOP.search(self._text, trigger.end, item.start):
                    return [item]
            return self._led_in(row, at)
        return self._led_in(row, at) if self._is_led_in(row, at) else []

    def _led_in(self, row: list[Item], at: int) -> list[Item]:
        """Who travels where a trip leads the sentence: `During a visit to Japan on Monday, A said`."""
        places = self._places(row, at, [])
        if not places or any(i.kind is Kind.ACTOR and i.persons for i in row[:at]):
            return []
        actors = [i for i in self._actors(row[at + 1 :], sides=False) if i.start > places[-1].end]
        if not actors or actors[0].pronoun or STOP.search(self._text, row[at].end, actors[0].start):
            return []
        gap = self._text[places[-1].end : actors[0].start].rstrip()
        return actors[:1] if gap.endswith(",") or (gap and gap.split()[-1] in self._speech.of_role("honorific")) else []

    def _is_led_in(self, row: list[Item], at: int) -> bool:
        """Whether a verb of contact stands for a noun: `tại hội đàm với B, A nói`."""
        if not self._speech.noun_takes_object:
            return False
        if at and row[at - 1].has("background") and row[at].start - row[at - 1].end <= 1:
            return True
        ahead = self._text[max(row[at].start - 10, 0) : row[at].start].lower().split()
        return bool(ahead) and ahead[-1] in self._speech.of_role("in") | self._speech.of_role("amid")

    def _places(self, row: list[Item], at: int, visitors: list[Item]) -> list[Item]:
        """Countries and cities that the trigger leads to, joined ones too."""
        trigger = row[at]
        out: list[Item] = []
        last = trigger.end
        for item in row[at + 1 :]:
            if item.kind in (Kind.SIDE, Kind.CITY) and not item.adjective and item not in visitors:
                gap = self._text[last : item.start]
                if STOP.search(gap) or (out and not self._is_and(gap)):
                    break
                if not out and (len(WORD.findall(gap)) > 8 or (self._speech.noun_takes_object and "," in gap)):
                    break
                if not out and WORD.findall(gap.lower())[-1:] in self._with_or_from:
                    break
                out.append(item)
                last = item.end
            elif item.kind is Kind.TRIGGER and not (item.has("to") or item.has("in")):
                break
        return out
