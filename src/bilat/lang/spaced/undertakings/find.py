"""Candidates of a sentence: a noun, the verb that tells its stage, and the sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from bilat.lang.spaced.events.row import Kind, governing, trigger_type
from bilat.lang.spaced.undertakings.scene import BREAK, actors, name_of
from bilat.lang.spaced.undertakings.sides import PAIR, Clause, Sides, given, handed, joins, together
from bilat.lang.stages import stage_told
from bilat.model import Part, Stage

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from bilat.lang.spaced.analysis import Analysis, Line
    from bilat.lang.spaced.events.row import Item
    from bilat.lang.spaced.people import People
    from bilat.lang.spaced.speech import Speech
    from bilat.lang.spaced.undertakings.rules import Rules
    from bilat.lang.spaced.undertakings.scene import Actor
    from bilat.lang.stages import Noun, Verb
    from bilat.packs.tables.undertakings import StageWord

GAP: Final = 70
"""Characters between a verb and its object."""
BEFORE: Final = 120
"""Characters before a verb in which a firm that acts is named."""
NEAR: Final = 30
"""Characters between a verb of dropping or proposing and its object."""
AFTER: Final = 40
"""Characters between a noun and its predicate."""
RARE: Final = 2
"""A country named so many times less often than another is not meant by `the two countries`."""
BACK: Final = 4
"""Sentences back in which the two of `the two countries` may have been named as two."""
_MORE: Final = re.compile(r"(?:(?:, [A-Z][\w-]+)+,? \w+ [A-Z][\w-]+(?: [A-Z][\w-]+)*|(?: [-–] [A-Z][\w-]+)+)")
"""What goes on with a name behind a capital letter: `, Fair, and Balanced Trade`, ` - Mexico - Canada`."""
_OBJECT: Final = ("give", "receive", "object")
_QUESTION: Final = "?"
_SETTLED: Final = frozenset({Stage.PROPOSED, Stage.AGREED})


class Found(Struct, frozen=True, gc=False):
    """An undertaking as one clause tells it: the stretch of its name, of what shows it, and where its verb stands."""

    name: tuple[int, int]
    kind: str
    stage: Stage
    sides: Sides
    start: int
    end: int
    verb: int
    line: Line
    row: Sequence[Item]


@dataclass(slots=True)
class Story:
    """What all sentences of one document have in common; `sides` counts how often each country is named."""

    analysis: Analysis
    people: People
    speech: Speech
    rules: Rules
    small: str
    sides: Counter[str]
    rows: Sequence[list[Item]]

    def pair_at(self, order: int) -> tuple[str, ...]:
        """The two that `the two countries` means in a sentence: named as two shortly before, in the headline, else the
        two the document is about."""
        for at in range(order, max(-1, order - BACK), -1):
            joined = self._joined(at)
            if joined:
                return joined
        headline = {a.code for at in self._headlines() for a in self._actors(at)}
        return tuple(sorted(headline)) if len(headline) == PAIR else self.pair

    def _headlines(self) -> list[int]:
        lines = self.analysis.lines
        return [at for at in range(min(len(lines), 2)) if lines[at].sentence.part is Part.HEADLINE]

    def _actors(self, at: int) -> list[Actor]:
        return actors(self.rows[at], self.people, self.speech, self.analysis.text)

    def _joined(self, at: int) -> tuple[str, ...]:
        """The last two of a sentence that are named as two; none where a third is joined to them."""
        text = self.analysis.text
        found: list[tuple[str, ...]] = []
        country = self.speech.packs.country
        visits = [item.end for item in self.rows[at] if trigger_type(item) == "visit"]
        for one, other in pairwise(a for a in self._actors(at) if country(a.code)):
            if any(0 <= one.start - end < NEAR for end in visits):
                continue
            if one.code != other.code and joins(text[one.end : other.start], self.speech):
                found.append(tuple(sorted({one.code, other.code})))
        return found[0] if len(set(found)) == 1 else ()

    @property
    def pair(self) -> tuple[str, ...]:
        """The two countries a document is about; empty where a third is named nearly as often."""
        most = [(code, count) for code, count in self.sides.most_common(PAIR + 1)]
        if len(most) > PAIR and most[PAIR][1] * RARE > most[1][1]:
            return ()
        return tuple(code for code, _ in most[:PAIR])


def candidates(story: Story, order: int, nouns: list[Noun]) -> Iterator[Found]:
    """The undertakings that a sentence tells of."""
    line, row = story.analysis.lines[order], story.rows[order]
    text = story.analysis.text
    if text[line.end - 1] == _QUESTION:
        return
    verbs = story.rules.verbs(story.small[line.start : line.end], line.start, nouns)
    if not verbs:
        return
    taking = actors(row, story.people, story.speech, text)
    they = [item for item in row if item.has("they")]
    if not taking and not they:
        return
    scene = _Scene(story, line, row, verbs, taking, they, order)
    done = -1
    for noun in nouns:
        if noun.start >= done and story.speech.turns.compound.match(text, noun.end) is None:
            made = scene.by_object(noun) or scene.by_predicate(noun)
            if made is not None:
                done = made.name[1]
                yield made


class _Scene:
    """One sentence with its verbs and actors."""

    def __init__(
        self,
        story: Story,
        line: Line,
        row: list[Item],
        verbs: list[Verb],
        taking: list[Actor],
        they: list[Item],
        order: int,
    ) -> None:
        self._story = story
        self._text = story.analysis.text
        self._line = line
        self._row = row
        self._verbs = verbs
        self._actors = taking
        self._they = they
        self._turns = story.speech.turns
        self._order = order

    def by_object(self, noun: Noun) -> Found | None:
        """The undertaking of the nearest verb that governs a noun."""
        low = max(self._clause_start(noun.start), noun.start - GAP)
        for verb in reversed([v for v in self._verbs if low <= v.start and v.end <= noun.start]):
            uses = [row for use in _OBJECT if (row := verb.uses.get(use)) is not None]
            if self._turns.that.search(self._text, verb.end, noun.start) is not None:
                return None
            if self._turns.nominal.search(self._text[max(verb.start - 8, 0) : verb.start]) is not None:
                continue
            row = next((row for row in uses if not row.of or noun.row.role in row.of), None)
            if row is not None:
                return self._told(noun, verb, row)
            if uses:
                return None
        return None

    def by_predicate(self, noun: Noun) -> Found | None:
        """The undertaking of the verb that a noun is the subject of."""
        stop = min(self._clause_end(noun.end), noun.end + AFTER)
        for verb in (v for v in self._verbs if noun.end <= v.start and v.start < stop):
            row = verb.uses.get("subject")
            if row is None or (row.of and noun.row.role not in row.of):
                if any(use in verb.uses for use in _OBJECT):
                    return None
                continue
            if self._turns.being.search(self._text, noun.end, verb.end) is None and len(verb.uses) > 1:
                return None
            return self._predicated(noun, verb, row)
        return None

    def _told(self, noun: Noun, verb: Verb, row: StageWord) -> Found | None:
        role = noun.row.role
        clause = self._clause_start(verb.start)
        name = self._name(noun, verb.end)
        if row.stage in ("dropped", "proposed") and noun.start - verb.end > NEAR:
            return None
        if role == "work" and (
            self._turns.field.match(self._text, noun.end) is None or self._turns.no_field.search(self._text, *name)
        ):
            return None
        if self._is_led(self._turns.led, name[0]) or (role == "paper" and self._is_of_others(noun, name)):
            return None
        if role == "paper" and (self._is_told_before(noun, name) or self._is_of_foes(name)):
            return None
        if (
            role == "paper"
            and self._turns.firm.search(self._text, max(self._line.start, verb.start - BEFORE), name[1]) is not None
        ):
            return None
        asked = self._clause(clause, (verb.start, verb.end), name)
        giving = row.use in ("give", "receive") or role == "gift"
        sides = (
            given(asked, self._story.speech, received=row.use == "receive")
            if giving
            else together(asked, self._story.speech)
        )
        if sides is None:
            return None
        over = self._over(self._hedged_from(clause, sides, verb), verb.start)
        if row.stage == "agreed":
            over = [told for told in over if told != "done"]
        stage = stage_told(row, role, over, past=False, bare=False)
        if (role == "work" and stage not in _SETTLED) or (
            noun.row.kind == "ceasefire" and (stage is Stage.UNDER_STUDY or stage is Stage.PROPOSED)
        ):
            return None
        if stage is not None and role == "level" and stage is Stage.UNDER_WAY:
            stage = Stage.DONE
        return self._made(noun, stage, sides, name, verb, max(name[1], verb.end))

    def _hedged_from(self, clause: int, sides: Sides, verb: Verb) -> int:
        """Where the words begin that may stand over a verb: its clause, that of its sides, all where it depends."""
        if self._turns.that.search(self._text, max(clause - 1, self._line.start), verb.start) is not None:
            return self._line.start
        return min(clause, self._clause_start(sides.start)) if sides.start >= self._line.start else clause

    def _is_led(self, words: re.Pattern[str], start: int) -> bool:
        """Whether words stand right before a name."""
        return words.search(self._text, max(start - BEFORE // 4, self._line.start), start) is not None

    def _is_of_others(self, noun: Noun, name: tuple[int, int]) -> bool:
        """Whether a paper is one between firms or people who are no country: `an MoU between A Inc and B Ltd`."""
        words = "|".join(sorted(self._story.speech.of_role("between")))
        found = re.compile(rf" (?:{words}) ").match(self._text, noun.end)
        if found is None:
            return False
        end = max(name[1], found.end() + AFTER)
        return not any(found.end() - 1 <= i.start < end for i in [*self._actors, *self._they])

    def _is_of_foes(self, name: tuple[int, int]) -> bool:
        """Whether a paper is one of parties at war, which those who speak of it only wish for."""
        end = min(name[1] + BEFORE, self._line.end)
        return self._turns.foes.search(self._text, name[0], end) is not None

    def _is_told_before(self, noun: Noun, name: tuple[int, int]) -> bool:
        """Whether a paper is one told of before, not named here: `the deal`, `thỏa thuận này`."""
        behind = self._turns.known_behind
        if self._text[max(name[0] - 2, 0) : name[0]] == '("' or behind.match(self._text, noun.end) is not None:
            return True
        if self._story.speech.documents.is_name(self._text[slice(*name)]):
            return False
        before = self._text[max(name[0] - 8, 0) : name[0]]
        return self._turns.known.search(before) is not None or behind.match(self._text, name[1]) is not None

    def _predicated(self, noun: Noun, verb: Verb, row: StageWord) -> Found | None:
        role, clause = noun.row.role, self._clause_start(noun.start)
        name = self._name(noun, clause)
        asked = self._clause(clause, (noun.start, noun.start), name)
        if role == "paper" and self._turns.firm.search(self._text, clause, verb.end) is not None:
            return None
        if self._is_led(self._turns.led, name[0]) or self._is_led(self._turns.kept, name[0]):
            return None
        sides = handed(asked) if role in ("gift", "supply") else together(asked, self._story.speech)
        if sides is None:
            return None
        over = self._over(clause, noun.start) + self._over(noun.end, verb.start)
        return self._made(noun, stage_told(row, role, over, past=False, bare=False), sides, name, verb, verb.end)

    def _made(
        self, noun: Noun, stage: Stage | None, sides: Sides, name: tuple[int, int], verb: Verb, end: int
    ) -> Found | None:
        if stage is None:
            return None
        if self._line.sentence.part is Part.HEADLINE and stage is Stage.UNDER_WAY:
            return None
        start, last = min(sides.start, verb.start, name[0]), max(end, sides.end)
        if start < self._line.start or last > self._line.end:
            return None
        return Found(name, noun.row.kind, stage, sides, start, last, verb.start, self._line, self._row)

    def _over(self, start: int, end: int) -> list[str]:
        """What the words over a verb tell, between two offsets."""
        told = [v.uses["modal"].stage for v in self._verbs if start <= v.start and v.end <= end and "modal" in v.uses]
        return ["proposed" if stage == "asked" else stage for stage in told]

    def _clause(self, start: int, verb: tuple[int, int], name: tuple[int, int]) -> Clause:
        end = self._clause_end(name[1])
        before = [i for i in self._they if i.start <= verb[0] and self._turns.of.match(self._text, i.end) is None]
        meant = [(i.start, i.end) for i in before if not self._owns(i) or verb[0] - i.end < NEAR]
        spoken = next((span for span in meant if span[0] >= start), meant[0] if meant else None)
        both = (self._both() or self._story.pair_at(self._order)) if spoken else ()
        return Clause(self._text, self._actors, start, verb, name, end, both, spoken)

    def _both(self) -> tuple[str, ...]:
        """The two countries of those whom a word of the sentence means: `they`, `the two leaders`."""
        people = self._story.people.persons
        for item in self._they:
            codes = {code for n in item.persons if (code := people[n].country)}
            if len(codes) == PAIR:
                return tuple(sorted(codes))
        return ()

    def _owns(self, they: Item) -> bool:
        """Whether `their` is of something, and so acts itself only right before a verb: `their intention to sign`."""
        return they.has("their")

    def _name(self, noun: Noun, low: int) -> tuple[int, int]:
        """The stretch of a thing's name; a paper's with its topic."""
        high = self._clause_end(noun.end)
        if noun.row.role == "paper":
            documents = self._story.speech.documents
            for found in documents.name.finditer(self._text, low, self._line.end):
                if found.start() <= noun.start < found.end():
                    start = found.start() + len(found[0]) - len(found[0].lstrip("[*_"))
                    return start, self._before_place(noun, self._whole(start, found.end()))
                if found.start() > noun.start:
                    break
        start, end = name_of(self._text, noun, low, high, self._story.speech)
        end = self._whole(start, end)
        field = self._turns.field.match(self._text, noun.end) if noun.row.role == "work" else None
        return (start, field.end()) if field is not None else (start, end)

    def _whole(self, start: int, end: int) -> int:
        """Where a name ends that goes on behind a comma or a hyphen, or whose bracket closes right behind."""
        text = self._text
        last = text[start:end].rpartition(" ")[2]
        more = _MORE.match(text, end, self._line.end) if last[:1].isupper() else None
        if more is not None:
            return more.end()
        return end + 1 if "(" in last and ")" not in last and text[end : end + 1] == ")" else end

    def _before_place(self, noun: Noun, end: int) -> int:
        """The end of a paper's name without the city where it is signed."""
        cities = [i for i in self._row if i.kind is Kind.CITY and noun.end < i.start < end]
        led = (i.start - 1 for i in cities if governing(self._text, i.start)[0] in self._places)
        at = next(led, None)
        return end if at is None else self._text.rindex(" ", noun.end, at)

    @property
    def _places(self) -> frozenset[str]:
        return self._story.speech.documents.places

    def _clause_start(self, offset: int) -> int:
        found = [mark.end() for mark in BREAK.finditer(self._text, self._line.start, offset)]
        return found[-1] if found else self._line.start

    def _clause_end(self, offset: int) -> int:
        found = BREAK.search(self._text, offset, self._line.end)
        return found.start() if found is not None else self._line.end
