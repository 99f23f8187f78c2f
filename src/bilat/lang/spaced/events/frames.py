"""Rows of items → contacts: around each trigger its participants, day, place and status."""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bilat.lang.spaced.days import Day, shifted
from bilat.lang.spaced.events.candidate import Candidate
from bilat.lang.spaced.events.groups import Who
from bilat.lang.spaced.events.papers import signed, titled
from bilat.lang.spaced.events.row import Item, Kind, Recall, row_of, trigger_form, trigger_type
from bilat.lang.spaced.events.sessions import sessions
from bilat.lang.spaced.events.sides import Sides
from bilat.lang.spaced.events.weight import is_old, is_weak
from bilat.lang.spaced.events.when import News, is_ahead, status_of, when
from bilat.lang.spaced.events.where import place as place_of
from bilat.lang.spaced.sentences import LOWER, UPPER
from bilat.model import EventType, Part, Status

if TYPE_CHECKING:
    from bilat.lang.spaced.analysis import Analysis
    from bilat.lang.spaced.language import Calendar
    from bilat.lang.spaced.people import People
    from bilat.lang.spaced.speech import Mechanism, Speech

_LATELY: Final = timedelta(days=30)
"""How far from today a day can be that `the same day` means."""
_ENDS: Final = 30
"""Characters from a word of ending to what ends."""
_SPEAKER: Final = re.compile(
    rf"^(?:Q|[{UPPER}][{UPPER}'. -]{{2,40}}(?<![- ]))(?: \([^)\n]{{1,30}}\))?:? {{1,2}}(?=[^\s\-–—][^\n]*[{LOWER}])",
    re.MULTILINE,
)
"""Who speaks in a transcript, and no dateline or line in capitals: what stands in it is quotation."""
_REACH: Final = 60
"""Items before and after a trigger that can bear on it: more than the longest list of names met, and time stays in
proportion to the text, whatever it is."""


def _is_letter(item: Item) -> bool:
    trigger = item.word.trigger if item.word is not None else None
    return trigger is not None and trigger.type == EventType.MESSAGE and trigger.form != "weak"


def _around(row: list[Item], at: int) -> tuple[list[Item], int]:
    """The items that can bear on a trigger, and its place among them."""
    first = max(at - _REACH, 0)
    return row[first : at + _REACH + 1], at - first


def _nearer(day: Day, today: date | None) -> Day | None:
    """A day in the reading that is nearer to today, as its only one; None for what is longer or far from today."""
    read = [each for each in (day.past, day.future) if each is not None]
    days = [each for each in read if each[0] == each[1] and len(each[0]) == len("YYYY-MM-DD")]
    if not days or len(days) < len(read) or today is None:
        return None
    near = min(days, key=lambda each: (abs(date.fromisoformat(each[0]) - today), each))
    if abs(date.fromisoformat(near[0]) - today) > _LATELY:
        return None
    return day._replace(past=near, future=near, exact=True)


class Frames:
    """The contacts of one document, sentence after sentence."""

    def __init__(
        self, analysis: Analysis, people: People, speech: Speech, calendar: Calendar, today: date | None
    ) -> None:
        self.analysis = analysis
        self.people = people
        self.speech = speech
        self.calendar = calendar
        self.today = today
        self.recall = Recall(people)
        self.sides = Sides(analysis.text, people, speech)
        self.news = News()
        self.rows: list[list[Item]] = []
        self.namings: list[Mechanism] = []
        self.last_day: Day | None = None
        self.spoken = len(_SPEAKER.findall(analysis.text, analysis.title_end)) > 1
        self.named = {known.name for known in people.persons}

    def find(self) -> list[Candidate]:
        """All candidates, in order."""
        out: list[Candidate] = []
        for number, (line, pieces) in enumerate(zip(self.analysis.lines, self.people.rows, strict=True)):
            days = self.calendar.find(self.analysis.text, line.start, line.end, self.today)
            row = row_of(self.analysis.text, pieces, days, self.people, self.speech, self.recall)
            self.sides.fill_pronouns(row)
            self._same_day(row)
            self.sides.letters |= any(_is_letter(item) for item in row)
            self.rows.append(row)
            triggers = [at for at, item in enumerate(row) if item.kind is Kind.TRIGGER]
            found: list[Candidate] = []
            for at in triggers:
                told = self._told(number, *_around(row, at))
                self._they(row, at, told)
                found += told
            found += self._by_telephone(number, row) if not found else []
            found += sessions(self, number, row)
            if line.sentence.part is Part.HEADLINE and not found:
                found += self._joint(number, row)
            for each in found:
                self.news.note(each)
            out.extend(found)
            self._remember(row, found)
        return out

    def _same_day(self, row: list[Item]) -> None:
        """Makes words for the day spoken of last that day."""
        for item in row:
            if item.kind is Kind.DAY and item.day is not None:
                self.last_day = _nearer(item.day, self.today) or self.last_day
            elif item.has("same_day") and self.last_day is not None:
                item.kind, item.day = Kind.DAY, self.last_day._replace(start=item.start, end=item.end)

    def _they(self, row: list[Item], at: int, told: list[Candidate]) -> None:
        """Gives words for two people those who met before in the sentence: `A will meet B, after the two spoke`."""
        met = [each.names for each in told if each.type in (EventType.MEETING, EventType.CALL) and len(each.names) == 2]
        if met:
            both = tuple(n for n, known in enumerate(self.people.persons) if known.name in met[-1])
            for item in row[at + 1 :]:
                if item.pronoun and item.has("they"):
                    item.persons = both

    def _joint(self, number: int, row: list[Item]) -> list[Candidate]:
        """A document whose headline says who issues it together: `Joint Statement of A and B on C`."""
        at = next((n for n, item in enumerate(row) if item.has("joint")), None)
        if at is None:
            return []
        line = self.analysis.lines[number]
        topic = self.analysis.text.find(" on ", row[at].end, line.end)
        who = self.sides.issuing([item for item in row[at + 1 :] if topic < 0 or item.end <= topic])
        made = self._make(number, row, at, EventType.SIGNING, who, line.start, line.end) if who else None
        if made is None or len(made.countries) < len(("both", "sides")):
            return []
        self._papers(made, titled(self.analysis, line, row[at]))
        return [made]

    def _papers(self, made: Candidate, names: list[str]) -> None:
        """Gives a signing its documents."""
        made.documents = names
        if names:
            made.statement = any(map(self.speech.documents.is_statement, names))

    def _remember(self, row: list[Item], found: list[Candidate]) -> None:
        """Who a pronoun in the next sentence means: the first actor of this one; `they`, its first two of two sides."""
        actors = [item for item in row if item.kind is Kind.ACTOR and item.persons]
        if not actors:
            return
        named = [item.persons[0] for item in actors if len(item.persons) == 1]
        if named and not actors[0].pronoun:
            self.recall.subject = named[0]
        together = self.sides.two_sides(row)
        if together:
            self.recall.pairs.append(together)
        for each in found:
            if each.type in (EventType.MEETING, EventType.CALL) and len(each.who) > 1:
                self.recall.pairs.append(tuple(n for n, p in enumerate(self.people.persons) if p.name in each.names))

    def _country(self, person: int) -> str | None:
        return self.people.persons[person].country

    def _told(self, number: int, row: list[Item], at: int) -> list[Candidate]:
        trigger = row[at].word
        if trigger is None or trigger.trigger is None:
            return []
        kind = EventType(trigger.trigger.type)
        if kind is EventType.MEETING and self._by_voice(number, row, at):
            kind = EventType.CALL
        elif kind is EventType.CALL and any(i.has("contact_in_person") for i in row):
            kind = EventType.MEETING
        match kind:
            case EventType.MEETING | EventType.CALL:
                groups = self.sides.contact(row, at, needs_with=trigger.trigger.form in ("noun", "weak"))
                if trigger.trigger.form == "noun" and self.analysis.lines[number].sentence.part is Part.HEADLINE:
                    groups = itertools.chain(groups, self.sides.remarks(row, at))
            case EventType.VISIT:
                if not self.sides.calls_on(row, at):
                    return self._visits(number, row, at)
                kind, groups = EventType.MEETING, self.sides.contact(row, at, needs_with=False)
            case EventType.MESSAGE:
                groups = self.sides.message(row, at)
            case EventType.SIGNING:
                groups = self.sides.signing(row, at)
            case _:
                return []
        out: list[Candidate] = []
        for who, first, last in groups:
            met = kind is EventType.CALL and not self._by_voice(number, row, at) and self._said_when_met(row[at], who)
            made = self._make(number, row, at, EventType.MEETING if met else kind, who, first, last)
            if made is not None and len(made.countries) > 1:
                if kind is EventType.SIGNING:
                    self._papers(made, signed(self.analysis, self.analysis.lines[number], row, at, self.speech))
                out.append(made)
        if not out and trigger.trigger.form == "noun" and kind in (EventType.MEETING, EventType.CALL):
            self._tell_again(row, at, kind)
        return out

    def _tell_again(self, row: list[Item], at: int, kind: EventType) -> None:
        """The day that stands right behind `the meeting` is that of the one told last, where it has none."""
        trigger, text = row[at], self.analysis.text
        again = next((made for made in reversed(self.news.told) if made.type is kind), None)
        day = row[at + 1] if at + 1 < len(row) else None
        meant = text[max(trigger.start - 5, 0) : trigger.start].lower().endswith("the ")
        if again is None or again.start or not meant or day is None or day.kind is not Kind.DAY:
            return
        if day.start - trigger.end <= 1 and again.status is Status.HELD and len(again.names) == 2:
            found = when(text, row, at, again.status, kind)
            again.start, again.end = found or (None, None)

    def _said_when_met(self, trigger: Item, who: Who) -> bool:
        """Whether `spoke to` only tells what was said when those two met, which is the news."""
        names = frozenset(name for name, _, _ in who)
        last = next((made for made in reversed(self.news.told) if made.names == names), None)
        held = last is not None and last.type is EventType.MEETING and last.status is Status.HELD
        return held and trigger_form(trigger) == "weak"

    def _by_voice(self, number: int, row: list[Item], at: int) -> bool:
        line = self.analysis.lines[number]
        return any(i.has("contact_by_voice") and abs(i.start - row[at].start) < 90 for i in row) and line.end > 0

    def _by_telephone(self, number: int, row: list[Item]) -> list[Candidate]:
        """The call of a sentence that says who told whom by telephone, and names no other contact."""
        for at, item in enumerate(row):
            if item.has("contact_by_voice") or trigger_type(item) == EventType.CALL:
                for who, first, last in self.sides.told_by_voice(*_around(row, at)):
                    made = self._make(number, row, at, EventType.CALL, who, first, last)
                    return [made] if made is not None else []
        return []

    def _visits(self, number: int, row: list[Item], at: int) -> list[Candidate]:
        out: list[Candidate] = []
        for who, host, place, first, last in self.sides.visit(row, at):
            made = self._make(number, row, at, EventType.VISIT, who, first, last)
            if made is not None and host not in made.countries:
                made.host, made.place = host, place
                leads = "," in self.analysis.text[row[at].end : first]
                if leads and any(i.has("plan") and i.start > last for i in row[at + 1 :]):
                    made.status = Status.PLANNED
                if self.sides.is_invited(first):
                    made.status = Status.PLANNED
                    made.weak = made.weak or made.start is None
                self._ending(made, row, at)
                self._lasting(made)
                out.append(made)
        return out

    def _make(
        self,
        number: int,
        row: list[Item],
        at: int,
        kind: EventType,
        who: list[tuple[str, str | None, str | None]],
        first: int,
        last: int,
    ) -> Candidate | None:
        line = self.analysis.lines[number]
        text = self.analysis.text
        status = status_of(row, at, text, line.sentence.part)
        if status is None:
            return None
        if status is Status.HELD and is_ahead(row, self.today):
            status = Status.PLANNED
        if trigger_form(row[at]) == "hosting" and any(i.has("greeting") for i in row):
            return None
        if trigger_form(row[at]) == "verb" and text.startswith(" of ", row[at].end):
            return None  # a sign of friendship
        begin, end = self._stretch(row, at, first, last)
        made = Candidate(kind, status, who, begin, end, number, line.sentence.part)
        day = None if trigger_form(row[at]) == "participle" else when(text, row, at, status, kind)
        if day is not None and status is Status.PLANNED and self._is_of_another(row, at, day):
            day = None
        if day is not None:
            made.start, made.end = day
            if status is Status.HELD and self.today and day[0] > self.today.isoformat():
                made.status = Status.PLANNED
        if kind in (EventType.MEETING, EventType.SIGNING):
            made.place = place_of(text, row, at, self.speech)
        made.by_sides = all(name not in self.named for name, _, _ in who)
        made.quoted = self.spoken and line.sentence.part is not Part.HEADLINE
        if made.quoted and made.start is None and text[line.start : line.end].rstrip().endswith("?"):
            return None
        made.old = bool(is_old(made, self.today))
        made.weak = is_weak(self, made, row, at)
        self.news.fill(made)
        return made

    def _is_of_another(self, row: list[Item], at: int, day: tuple[str, str | None]) -> bool:
        """Whether a day that has come is not that of a trip to come, but of the contact before it: `met on 3 May to
        discuss the upcoming visit`."""
        come = self.today is not None and day[0] <= self.today.isoformat()
        others = any(trigger_type(i) in ("meeting", "call") for i in row[:at])
        return come and others and trigger_type(row[at]) == "visit"

    def _ending(self, made: Candidate, row: list[Item], at: int) -> None:
        """Where a trip is told to end, its day is the last one: `wrapped up a four-day visit on Wednesday`."""
        ends = any(i.has("ends") and 0 <= row[at].start - i.end < _ENDS for i in row[:at])
        if not ends or made.start is None or len(made.start) < len("YYYY-MM-DD") or made.status is not Status.HELD:
            return
        made.end = made.end or made.start
        if made.start == made.end:
            days = self._days_told(made)
            made.start = shifted(date.fromisoformat(made.end), 1 - days) if days else None

    def _lasting(self, made: Candidate) -> None:
        """The last day of a visit whose length is told: `a four-day visit`."""
        if made.start is None or made.end is not None or len(made.start) < len("YYYY-MM-DD"):
            return
        days = self._days_told(made)
        if days:
            made.end = shifted(date.fromisoformat(made.start), days - 1)

    def _days_told(self, made: Candidate) -> int | None:
        """How many days a trip lasts, by its sentence or the next."""
        lines = self.analysis.lines[made.line : made.line + 2]
        told = (self.calendar.length(self.analysis.text, line.start, line.end) for line in lines)
        return next((days for days in told if days), None)

    def _stretch(self, row: list[Item], at: int, first: int, last: int) -> tuple[int, int]:
        """From the first to the last participant around the trigger, with a day close by."""
        begin, end = min(first, row[at].start), max(last, row[at].end)
        for item in row:
            if item.kind in (Kind.DAY, Kind.CITY) and 0 <= item.start - end < 25:
                end = item.end
            if item.kind is Kind.DAY and 0 <= begin - item.end < 4:
                begin = item.start
        return begin, end
