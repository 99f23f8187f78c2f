"""Who takes part: the actors before and after a trigger, and where it takes them."""

import re
from collections.abc import Iterator
from typing import Final

from bilat.lang.spaced.events.row import Item, Kind
from bilat.lang.spaced.people import People
from bilat.lang.spaced.speech import Speech
from bilat.packs.tables.spaced import Side

Who = list[tuple[str, str | None, str | None]]
_STOP: Final = re.compile(r"[;:]|\. |\n")
_OWNS: Final = ("'s", "' ")
_WORD: Final = re.compile(r"\w+")


class Sides:
    """Participants of the contacts of one document."""

    def __init__(self, text: str, people: People, speech: Speech) -> None:
        self._text = text
        self._people = people
        self._speech = speech

    def contact(self, row: list[Item], at: int, *, needs_with: bool) -> Iterator[tuple[Who, int, int]]:
        """Meetings and calls: subject and object of a verb, both named after `between`, owner and object of a noun."""
        after = self._after(row, at, needs_with=needs_with)
        before = self._before(row, at)
        form = self._form(row[at])
        between = self._speech.noun_takes_object or (bool(after) and self._is_between(row, at, after))
        if after and self._of_two_sides(after) and between and (needs_with or not before):
            yield self._who(after), after[0].start, after[-1].end
            return
        alone = (form == "noun" and self._is_held(row, at, before)) or (form == "verb" and self._stands_alone(row, at))
        if alone and not after and before and self._of_two_sides(before):
            yield self._who(before), before[0].start, row[at].end
            return
        if after and not before and form == "noun":
            before = self._behind(row, at, after)
        if not before or not after or self._is_named(row[at], after[-1]):
            return
        first, last = before[0].start, after[-1].end
        together = self._joined(row, at, after)
        if together or len(after) == 1:
            yield self._who([*before, *after]), first, last
        else:
            for each in after:
                yield self._who([*before, each]), first, each.end

    def remarks(self, row: list[Item], at: int) -> Iterator[tuple[Who, int, int]]:
        """A headline's `Remarks by A and B before meeting`: those who speak at a meeting are those who meet."""
        if self._after(row, at, needs_with=True) or self._before(row, at):
            return
        for group in self._groups(self._actors(row[:at], sides=False))[-1:]:
            if self._of_two_sides(group) and not _STOP.search(self._text, group[-1].end, row[at].start):
                yield self._who(group), group[0].start, row[at].end

    def visit(self, row: list[Item], at: int) -> Iterator[tuple[Who, str, str, int, int]]:
        """Visits: the traveller, the country visited and the place as named; one for each country."""
        trigger = row[at]
        form = self._form(trigger)
        visitors = self._after(row, at, needs_with=False)[:1] if form == "participle" else self._traveller(row, at)
        if not visitors or (form == "weak" and not self._leads_at_once(row, at)):
            return
        who = self._who(visitors)
        own = {country for _, country, _ in who}
        places = self._places(row, at, visitors)
        if not places and form == "participle":
            places = [i for i in row[:at] if i.kind in (Kind.SIDE, Kind.CITY) and i.side not in own][:1]
            hosts = [self._country(i) for i in row[:at] if i.kind is Kind.ACTOR and i.persons]
            host = next((code for code in reversed(hosts) if code and len(code) == 2 and code not in own), None)
            if host is not None and not places:
                yield who, host, self._name_of(host), trigger.start, visitors[0].end
                return
        done: set[str] = set()
        for place in places:
            if place.side is None or place.side in own or place.side in done:
                continue
            done.add(place.side)
            named = self._text[place.start : place.end]
            first = min(v.start for v in visitors)
            last = max(place.end, *(v.end for v in visitors))
            yield who, place.side, named, first, last

    def calls_on(self, row: list[Item], at: int) -> bool:
        """Whether a word of visiting takes a person: `đến thăm Chủ tịch nước`."""
        if self._form(row[at]) != "verb" or not self._speech.noun_takes_object or at + 1 >= len(row):
            return False
        after = row[at + 1]
        return after.kind is Kind.ACTOR and len(_WORD.findall(self._text[row[at].end : after.start])) <= 1

    def message(self, row: list[Item], at: int) -> Iterator[tuple[Who, int, int]]:
        """Messages: the sender before, the recipient after `to`; what is exchanged, both before or one `with` other."""
        if self._form(row[at]) == "mutual":
            yield from self._exchanged(row, at)
            return
        before, after = self._before(row, at), self._after(row, at, needs_with=False, way="to")
        if before and after:
            who = [(*each[:2], "sender") for each in self._who(before)[:1]]
            for recipient in after:
                yield (
                    [*who, *((*each[:2], "recipient") for each in self._who([recipient]))],
                    before[0].start,
                    recipient.end,
                )

    def issuing(self, row: list[Item]) -> Who:
        """Who issues a document: the persons named where they are of two sides, else the countries."""
        persons = self._actors(row, sides=False)
        return self._who(persons if self._of_two_sides(persons) else self._actors(row, sides=True))

    def _exchanged(self, row: list[Item], at: int) -> Iterator[tuple[Who, int, int]]:
        both = [*self._before(row, at), *self._after(row, at, needs_with=True)]
        if both and self._of_two_sides(both):
            yield [(*each[:2], "both") for each in self._who(both)], both[0].start, max(both[-1].end, row[at].end)

    def signing(self, row: list[Item], at: int) -> Iterator[tuple[Who, int, int]]:
        """Signings: the two sides, before the verb or around it, or behind `signed between`."""
        behind = self._after(row, at, needs_with=True, sides=True)
        if behind and self._of_two_sides(behind) and self._is_between(row, at, behind):
            yield self._who(behind), row[at].start, behind[-1].end
            return
        before = self._before(row, at, sides=True)
        if before and self._of_two_sides(before):
            yield self._who(before), before[0].start, row[at].end
            return
        after = self._after(row, at, needs_with=True, sides=True)
        if before and after:
            yield self._who([*before, *after]), before[0].start, after[-1].end

    def attending(self, actors: list[Item]) -> Who:
        """Those who attend: the group that acts."""
        groups = self._groups(actors)
        free = [group for group in groups if not self._is_governed(group[0])]
        return self._who((free or groups)[-1])

    def place(self, row: list[Item], at: int) -> str | None:
        """The city named nearest with the trigger; a venue stands for its city."""
        cities = [i for i in row if i.kind is Kind.CITY and i.word is not None and i.word.city is not None]
        near = [i for i in cities if self._is_where(i) and not self._is_topic(row[at], i)]
        if not near:
            return None
        best = min(near, key=lambda i: abs(i.start - row[at].start))
        city = best.word.city if best.word is not None else None
        if city is not None and city.kind == "venue":
            return city.city or None
        return self._text[best.start : best.end]

    def _is_topic(self, trigger: Item, city: Item) -> bool:
        """Whether a city is in what they talk about: `met to discuss the war in Gaza`."""
        between = _WORD.findall(self._text[trigger.end : city.start].lower())
        return not self._speech.of_role("topic").isdisjoint(between)

    def is_aside(self, row: list[Item], at: int) -> bool:
        """Whether a trigger stands in a clause that another leads in: `after he canceled a trip`."""
        start = max((i.end for i in row[:at] if i.kind is Kind.TRIGGER), default=0)
        clause = self._text[start : row[at].start]
        opened = max(clause.rfind(", "), clause.rfind("; "))
        words = clause[opened + 1 :].lower().split()
        return opened >= 0 and bool(words) and words[0] in self._speech.of_role("amid")

    def _behind(self, row: list[Item], at: int, after: list[Item]) -> list[Item]:
        """Who acts when the contact comes first: `In a call with A, B said`."""
        for item in self._actors(row[at + 1 :], sides=False):
            if item.start > after[-1].end and "," in self._text[after[-1].end : item.start]:
                return [item]
        return []

    def _country(self, item: Item) -> str | None:
        return self._people.persons[item.persons[0]].country

    def _name_of(self, code: str) -> str:
        return next((side.names[0] for side in self._speech.packs.of(Side) if side.code == code), code)

    def _is_where(self, item: Item) -> bool:
        behind = self._text[item.end : item.end + 10].lower().split()
        if behind and behind[0].strip(".,") in ("talks", "meeting", "summit"):
            return True
        ahead = self._text[max(item.start - 14, 0) : item.start].lower().split()
        return bool(ahead) and (
            ahead[-1].strip("(,") in self._speech.of_role("in") or ahead[-1] in ("the", "thủ", "phố")
        )

    @staticmethod
    def _form(item: Item) -> str:
        return item.word.trigger.form if item.word is not None and item.word.trigger is not None else ""

    def _actors(self, row: list[Item], *, sides: bool) -> list[Item]:
        return [
            i
            for at, i in enumerate(row)
            if ((i.kind is Kind.ACTOR and i.persons) or (sides and i.kind is Kind.SIDE and not i.adjective))
            and not (self._is_owner(i) and at + 1 < len(row) and self._owned(i, row[at + 1]))
        ]

    def _before(self, row: list[Item], at: int, *, sides: bool = False) -> list[Item]:
        """The group that acts: the nearest one before the trigger that no preposition governs."""
        trigger = row[at]
        clause = max((i.end for i in row[:at] if i.has("clause")), default=0)
        actors = [
            i
            for i in self._actors(row[:at], sides=sides)
            if i.start >= clause and not _STOP.search(self._text, i.end, trigger.start)
        ]
        owner = next((i for i in reversed(row[:at]) if i.kind is Kind.ACTOR), None)
        if owner is not None and not owner.persons and not owner.pronoun and self._owns(owner, trigger):
            return []
        groups = self._groups(actors)
        for group in reversed(groups):
            if not self._is_governed(group[0]) or self._owns(group[-1], trigger):
                return group
        return []

    def _owns(self, item: Item, trigger: Item) -> bool:
        between = self._text[item.end : trigger.start]
        return between.startswith(("'s", "'")) and len(between.split()) < 6

    def _is_governed(self, item: Item) -> bool:
        """Whether a preposition stands before it."""
        ahead = self._text[max(item.start - 20, 0) : item.start].lower().split()
        if not ahead:
            return False
        word = ahead[-1]
        if word == "the" and len(ahead) > 1:
            word = ahead[-2]
        roles = ("with", "to", "of", "by", "in", "amid")
        if word in self._speech.of_role("by") and len(ahead) > 1 and ahead[-2] in self._speech.of_role("led"):
            return False
        return any(word in self._speech.of_role(role) for role in roles) or word in (
            "from",
            "on",
            "about",
            "against",
            "than",
        )

    def _groups(self, actors: list[Item]) -> list[list[Item]]:
        """Actors joined by `and` or commas."""
        out: list[list[Item]] = []
        for item in actors:
            if out and self._is_and(self._text[out[-1][-1].end : item.start]):
                out[-1].append(item)
            else:
                out.append([item])
        return out

    def _is_and(self, gap: str) -> bool:
        gap = gap.strip().lower()
        if gap in ("", ","):
            return bool(gap)
        words = gap.strip(", ").split()
        plain = " ".join(word for word in words if word != "the" and word not in self._speech.of_role("own"))
        return plain in self._speech.of_role("and")

    def _after(
        self, row: list[Item], at: int, *, needs_with: bool, sides: bool = False, way: str = "with"
    ) -> list[Item]:
        """The group that the trigger reaches: at once, or by a preposition."""
        trigger = row[at]
        actors = [
            i
            for i in self._actors(row[at + 1 :], sides=sides)
            if not _STOP.search(self._text, trigger.end, i.start) and not self._is_owner(i)
        ]
        if not actors:
            return []
        first = actors[0]
        gap = self._text[trigger.end : first.start].lower()
        words = _WORD.findall(gap)
        reached = self._speech.of_role(way) | self._speech.of_role("between")
        if trigger.word is not None and trigger.word.trigger is not None and trigger.word.trigger.type == "call":
            reached |= self._speech.of_role("to")
        if self._form(trigger) == "hosting" and (len(words) > 1 or self._text[first.end : first.end + 2] in _OWNS):
            return []
        own = trigger.word.text.split()[-1] if trigger.word is not None else ""
        direct = len(words) <= 3 and "," not in gap
        linked = any(word in reached for word in words) or own in reached
        if (
            (needs_with and not linked and not (direct and self._speech.noun_takes_object))
            or (not linked and not direct)
            or len(words) > 14
            or not self._speech.of_role("amid").isdisjoint(words)
        ):
            return []
        if any(i.has("say") for i in row[at + 1 :] if i.end <= first.start):
            return []
        return self._groups(actors)[0]

    def _is_held(self, row: list[Item], at: int, before: list[Item]) -> bool:
        """Whether a noun of contact is that of those before it: theirs, held by them, or where they do something."""
        trigger = row[at]
        if self._speech.noun_takes_object or not before or self._owns(before[-1], trigger):
            return True
        between = self._text[before[-1].end : trigger.start].lower().split()
        holds = self._speech.of_role("hold") | self._speech.of_role("own") | self._speech.of_role("in")
        return not holds.isdisjoint(between)

    def _is_between(self, row: list[Item], at: int, after: list[Item]) -> bool:
        """Whether a contact is told as one among those behind it."""
        word = row[at].word
        own = word.text.split()[-1:] if word is not None else []
        gap = self._text[row[at].end : after[0].start].lower()
        return not self._speech.of_role("between").isdisjoint([*own, *_WORD.findall(gap)])

    def _is_named(self, trigger: Item, item: Item) -> bool:
        """Whether a word of calling gives somebody a name: `called him a friend`."""
        behind = self._text[item.end : item.end + 12].lower().split()
        text = trigger.word.text if trigger.word is not None else ""
        return text in self._speech.of_role("naming") and bool(behind) and behind[0] in ("a", "an", "the", "one")

    def _is_owner(self, item: Item) -> bool:
        """Whether a pronoun only says whose the next word is: `his counterpart`."""
        return item.pronoun and self._text[item.start : item.end].lower() in self._speech.of_role("own")

    @staticmethod
    def _owned(owner: Item, item: Item) -> bool:
        """Whether a named person follows at once: `his counterpart A`."""
        return item.kind is Kind.ACTOR and bool(item.persons) and not item.pronoun and item.start - owner.end <= 1

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

    def _joined(self, row: list[Item], at: int, after: list[Item]) -> bool:
        """Whether several after a trigger met together: told as between, or with one word for all."""
        between = self._is_between(row, at, after)
        apart = any(i.has("apart") and (i.end <= after[0].start or i.start >= after[-1].end) for i in row)
        return between or (len(after) > 1 and not apart)

    def _of_two_sides(self, group: list[Item]) -> bool:
        return len({country for _, country, _ in self._who(group) if country}) > 1

    def _who(self, group: list[Item]) -> Who:
        out: Who = []
        for item in group:
            if item.kind is Kind.SIDE:
                out.append((item.body or self._text[item.start : item.end], item.side, None))
            for person in item.persons:
                known = self._people.persons[person]
                if all(name != known.name for name, _, _ in out):
                    out.append((known.name, known.country, None))
        return out

    def _leads_at_once(self, row: list[Item], at: int) -> bool:
        """Whether a word that has other uses is followed by a country or city."""
        after = next((i for i in row[at + 1 :] if i.kind is not Kind.WORD), None)
        if after is None or after.kind not in (Kind.SIDE, Kind.CITY):
            return False
        return len(_WORD.findall(self._text[row[at].end : after.start])) <= 2

    def _traveller(self, row: list[Item], at: int) -> list[Item]:
        """Who travels: named after `by` or `of` behind a noun, else the one who acts."""
        before = self._before(row, at)
        trigger = row[at]
        by = self._speech.of_role("by") | self._speech.of_role("of")
        if self._form(trigger) == "noun" and self._text[trigger.end : trigger.end + 5].lower().split()[:1] in [
            [word] for word in by
        ]:
            before = []
        if before:
            return before
        if self._form(trigger) == "noun":
            for item in self._actors(row[at + 1 :], sides=False):
                ahead = self._text[max(item.start - 12, 0) : item.start].lower().split()
                if ahead and ahead[-1] in by and not _STOP.search(self._text, trigger.end, item.start):
                    return [item]
        return []

    def _places(self, row: list[Item], at: int, visitors: list[Item]) -> list[Item]:
        """Countries and cities that the trigger leads to, joined ones too."""
        trigger = row[at]
        out: list[Item] = []
        last = trigger.end
        for item in row[at + 1 :]:
            if item.kind in (Kind.SIDE, Kind.CITY) and not item.adjective and item not in visitors:
                gap = self._text[last : item.start]
                if _STOP.search(gap) or (out and not self._is_and(gap)):
                    break
                if not out and len(_WORD.findall(gap)) > 8:
                    break
                out.append(item)
                last = item.end
            elif item.kind is Kind.TRIGGER:
                break
        return out
