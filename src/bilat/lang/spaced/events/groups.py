"""The actors of a row in groups: those before a trigger, those it reaches, and who they are."""

import re
from itertools import pairwise
from typing import Final

from bilat.lang.spaced.events.row import Item, Kind, governing, trigger_form, trigger_type
from bilat.lang.spaced.people import People
from bilat.lang.spaced.speech import Speech

Who = list[tuple[str, str | None, str | None]]
"""Participants: name, country, role."""
STOP: Final = re.compile(r"[;:\n]")
"""Marks that no group reaches across; a full stop inside a sentence is an abbreviation's."""
WORD: Final = re.compile(r"\w+")
_SAID: Final = 2
"""Words from who speaks to who is spoken to."""
_JOINED: Final = 5
"""Words from the object of one verb to the next verb of the same subject."""
_JOINED_NOUNS: Final = 3
"""Words between two nouns of contact that take their object together: `talks and a working lunch with B`."""
_ADVERBS: Final = 2
"""Words between a subject and its verb."""
_OWNS: Final = ("'s", "' ")


class Groups:
    """Actors of one document's rows, joined as its language joins them."""

    def __init__(self, text: str, people: People, speech: Speech) -> None:
        self._text = text
        self._people = people
        self._speech = speech
        self.letters = False

    def _country(self, item: Item) -> str | None:
        return self._people.persons[item.persons[0]].country

    def _actors(self, row: list[Item], *, sides: bool) -> list[Item]:
        return [
            i
            for at, i in enumerate(row)
            if ((i.kind is Kind.ACTOR and i.persons) or (sides and i.kind is Kind.SIDE and not i.adjective))
            and not (self._is_owner(i) and at + 1 < len(row) and self._owned(i, row[at + 1]))
            and not (i.bare and self._text.startswith(" of ", i.end) and any(i.persons == e.persons for e in row[:at]))
        ]

    def _before(self, row: list[Item], at: int, *, sides: bool = False) -> list[Item]:
        """The group that acts: the nearest one before the trigger that no preposition governs."""
        trigger = row[at]
        clause = max((i.end for i in row[:at] if i.has("clause")), default=0)
        acting = [i for i in self._actors(row[:at], sides=sides) if not STOP.search(self._text, i.end, trigger.start)]
        goes_on = any(i.has("plan") and 0 <= i.start - clause <= 1 for i in row[:at])
        actors = [i for i in acting if i.start >= clause or goes_on]
        owner = next((i for i in reversed(row[:at]) if i.kind is Kind.ACTOR), None)
        if owner is not None and not owner.persons and not owner.pronoun and self._owns(owner, trigger):
            return []
        groups = self._groups(actors)
        for group in reversed(groups):
            does = trigger_form(trigger) == "verb" and self._words(group[-1], trigger) <= _ADVERBS
            if (
                not self._is_governed(group[0], clause=does)
                or self._is_at_once(group[-1], trigger)
                or self._owns(group[-1], trigger)
            ):
                return self._goes_on(row, at, group) or group
            if len(group) > 1 and all(self._is_comma(a, b) for a, b in pairwise(group)):
                return group[-1:]
        return []

    def two_sides(self, row: list[Item]) -> tuple[int, ...]:
        """The persons of a row's first group of two who are of two sides: whom `they` may mean next."""
        groups = self._groups(self._actors(row, sides=False))
        for group in (*groups, self._told_to(row, groups)):
            if len(group) == 2 and all(len(item.persons) == 1 for item in group) and self._of_two_sides(group):
                return tuple(item.persons[0] for item in group)
        return ()

    def _told_to(self, row: list[Item], groups: list[list[Item]]) -> list[Item]:
        """The speaker and the hearer: `A told B`."""
        if len(groups) < 2 or self._words(groups[0][-1], groups[1][0]) > _SAID:
            return []
        said = any(i.has("say") and groups[0][-1].end <= i.start and i.end <= groups[1][0].start for i in row)
        return [groups[0][-1], groups[1][0]] if said else []

    def fill_pronouns(self, row: list[Item]) -> None:
        """Gives `their` and `they` the two of two sides who are named together before in the sentence."""
        for at, item in enumerate(row):
            if item.pronoun and item.has("they"):
                named = [i for i in self._actors(row[:at], sides=False) if not i.pronoun]
                groups = self._groups(named)
                groups = [group for group in (self._told_to(row, groups), *groups) if self._of_two_sides(group)]
                if groups:
                    item.persons = tuple(person for i in groups[-1] for person in i.persons)

    def _goes_on(self, row: list[Item], at: int, group: list[Item]) -> list[Item]:
        """The subject of an earlier trigger, where a group is only what that one took and another is joined to it:
        `A met B and later held talks with C`."""
        gap = self._text[group[-1].end : row[at].start].lower()
        words = WORD.findall(gap)
        and_, then = self._speech.of_role("and"), self._speech.of_role("then")
        joined = len(words) <= _JOINED and (words[0] in and_ | then if words else "," in gap)
        if not joined and not (words and trigger_form(row[at]) == "verb" and words[-1] in then):
            return []
        for earlier in reversed(range(at)):
            if row[earlier].kind is Kind.TRIGGER and row[earlier].end <= group[0].start:
                found = self._before(row, earlier)
                return found if found and found[-1].end <= row[earlier].start else []
        return []

    def _is_at_once(self, item: Item, trigger: Item) -> bool:
        """Whether a trip follows a name with nothing but a word of being there between: `với B đang thăm Việt Nam`."""
        between = self._text[item.end : trigger.start].lower().split()
        return (
            trigger_type(trigger) == "visit"
            and bool(between)
            and all(word in self._speech.of_role("being") for word in between)
        )

    def _is_comma(self, a: Item, b: Item) -> bool:
        """Whether only a comma stands between two: `at the invitation of A, B`."""
        return self._text[a.end : b.start].strip() == ","

    def _owns(self, item: Item, trigger: Item) -> bool:
        between = self._text[item.end : trigger.start]
        if (
            self._is_owner(item)
            and (trigger_type(trigger) == "visit" or item.has("they"))
            and "," not in between
            and len(between.split()) < 3
        ):
            return True
        return between.startswith(("'s", "'")) and len(between.split()) < 6

    def _is_governed(self, item: Item, *, clause: bool = False) -> bool:
        """Whether a preposition stands before it; before the subject of a `clause` the same word may only lead that in:
        `after the pair spoke`."""
        word, before = governing(self._text, item.start)
        if word in self._speech.of_role("by") and before in self._speech.of_role("led"):
            return False
        roles = (
            ("with", "to", "of", "by", "in", "governs")
            if clause
            else ("with", "to", "of", "by", "in", "governs", "amid")
        )
        return any(word in self._speech.of_role(role) for role in roles)

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
            if not STOP.search(self._text, trigger.end, i.start) and not self._is_owner(i)
        ]
        if not actors:
            return []
        first = actors[0]
        gap = self._text[trigger.end : first.start].lower()
        words = WORD.findall(gap)
        reached = self._speech.of_role(way) | self._speech.of_role("between")
        if trigger_type(trigger) == "call":
            reached |= self._speech.of_role("to")
        if trigger_form(trigger) == "noun" and (self._is_of_another(row, at, first) or self._is_verb_behind(words)):
            return []
        if first.pronoun and first.has("they") and ("," in gap or len(words) > _JOINED):
            return []
        if trigger_form(trigger) == "hosting" and (len(words) > 1 or self._text[first.end : first.end + 2] in _OWNS):
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

    def _is_of_another(self, row: list[Item], at: int, actor: Item) -> bool:
        """Whether an actor behind a noun of contact belongs to a contact named between: `today's call is to preview the
        meeting of A and B`."""
        for item in row[at + 1 :]:
            if item.start >= actor.start:
                return False
            if trigger_type(item) in ("meeting", "call") and self._words(row[at], item) > _JOINED_NOUNS:
                return True
        return False

    def _is_verb_behind(self, words: list[str]) -> bool:
        """Whether a noun of contact tells what it is for, not with whom: `a call to preview the President's trip`."""
        return not self._speech.noun_takes_object and words[:1] == ["to"] and words[1:2] not in ([], ["the"])

    def _is_between(self, row: list[Item], at: int, after: list[Item]) -> bool:
        """Whether a contact is told as one among those behind it."""
        if not after:
            return False
        word = row[at].word
        own = word.text.split()[-1:] if word is not None else []
        gap = self._text[row[at].end : after[0].start].lower()
        return not self._speech.of_role("between").isdisjoint([*own, *WORD.findall(gap)])

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

    def _words(self, a: Item, b: Item) -> int:
        return len(WORD.findall(self._text[a.end : b.start]))
