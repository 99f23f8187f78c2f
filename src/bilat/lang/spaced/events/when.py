"""The status and the day of a contact, from the words around its trigger."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from bilat.lang.spaced.days import Day
from bilat.lang.spaced.events.candidate import Candidate
from bilat.lang.spaced.events.groups import STOP
from bilat.lang.spaced.events.row import Item, Kind, trigger_form
from bilat.model import EventType, Part, Status

_NEAR = 45
"""Characters before a trigger in which a word bears on it."""


_LONG_AGO = timedelta(days=200)
_SOON = timedelta(days=60)
"""A day without its year that was so long ago, and comes again so soon, is the one to come."""
_LEADS = 20
"""Characters before a day that leads its sentence, and so all that the sentence tells."""


def status_of(row: list[Item], at: int, text: str, part: Part) -> Status | None:
    """Held, planned or cancelled; None where the words deny the contact."""
    trigger = row[at]
    before = [i for i in row[:at] if trigger.start - i.end < _NEAR and not _stops(text, i.end, trigger.start)]
    if any(i.has("deny") and trigger.start - i.end < 15 for i in before):
        return None
    if any(i.has("wish") and trigger.start - i.end < 25 for i in before):
        return None
    if any(i.has("cancel") for i in before) or any(
        i.has("cancel") and 0 <= i.start - trigger.end < 30 for i in row[at + 1 :]
    ):
        return Status.CANCELLED
    form = trigger_form(trigger)
    if trigger.has("plan") or (trigger.has("present") and part is not Part.HEADLINE):
        return Status.PLANNED
    near = 25 if form == "verb" else _NEAR
    before = [i for i in before if not (i.has("plan") and i.has("to")) or (form == "verb" and _leads(text, i, trigger))]
    if any(i.has("plan") and trigger.start - i.end < near for i in before):
        return Status.PLANNED
    if part is Part.HEADLINE and _is_to_come(row, at, text):
        return Status.PLANNED
    return Status.HELD


def _is_to_come(row: list[Item], at: int, text: str) -> bool:
    """Whether a headline says who is to do it: `A to visit B, attend summit`."""
    if text[max(row[at].start - 4, 0) : row[at].start].lower() == " to ":
        return True
    for n, (who, word) in enumerate(pairwise(row[:at])):
        acts = who.kind in (Kind.ACTOR, Kind.SIDE) and word.has("to") and word.start - who.end <= 1
        if acts and not any(each.has("amid") for each in row[n:at]):
            return True
    return False


def _leads(text: str, word: Item, trigger: Item) -> bool:
    """Whether `to` stands right before what is to be done, or one word before it."""
    between = text[word.end : trigger.start].strip()
    return not between or (between.isalpha() and between.islower())


def _stops(text: str, start: int, end: int) -> bool:
    return STOP.search(text, start, end) is not None


def when(text: str, row: list[Item], at: int, status: Status, kind: EventType) -> tuple[str, str | None] | None:
    """The day told with a trigger: the nearest one of the sentence, read backwards for what was held and forwards for
    what is planned."""
    trigger = row[at]
    days = [i for i in row if i.kind is Kind.DAY and i.day is not None and not _of_saying(text, row, i)]
    if kind is EventType.MESSAGE:
        days = [i for i in days if text[i.start - 1 : i.start] != "(" or i.start > trigger.start]
    if status is Status.CANCELLED:
        days = [i for i in days if not _of_cancelling(row, i, trigger)]
    days = [i for i in days if not _of_another(text, row, at, i)]
    if not days:
        return None
    vague = [i for i in row if i.has("vague_day")]
    behind = [i for i in (*days, *vague) if i.start >= trigger.end]
    if behind:
        amid = max((i.end for i in row[:at] if i.has("amid")), default=0)
        days = [i for i in days if i.start >= amid]

    def apart(day: Item) -> tuple[int, int]:
        behind = day.start > trigger.end
        aside = not behind and day.start - row[0].start > _LEADS and "," in text[day.end : trigger.start]
        return _gap(day, trigger) + (20 if behind else 0) + (60 if aside else 0), day.start

    if not days:
        return None
    nearest = min(days, key=apart)
    if vague and apart(min(vague, key=apart)) < apart(nearest):
        return None
    low, high = sorted((nearest.end, trigger.start)) if nearest.end <= trigger.start else (trigger.end, nearest.start)
    between = [i for n, i in enumerate(row) if i.kind is Kind.TRIGGER and n != at and low <= i.start < high]
    leads = kind is not EventType.VISIT and nearest.start - row[0].start <= _LEADS and nearest.end <= trigger.start
    leads = leads and not (between and any(i.has("amid") and between[0].end <= i.start < trigger.start for i in row))
    if between and "," in text[low:high] and not leads:
        return None
    read = _read(nearest.day, status)
    if read is None:
        return None
    first, last = read
    if kind is EventType.VISIT and first == last and len(first) < len("YYYY-MM-DD"):
        return first, first
    if kind is EventType.VISIT and first == last:
        return first, None
    return first, last


def _of_saying(text: str, row: list[Item], day: Item) -> bool:
    """Whether a day is that of saying so: `the ministry said on Tuesday`."""
    return any(
        i.has("say") and i.end <= day.start and len(text[i.end : day.start].split()) <= 1 and day.start - i.end < 5
        for i in row
    )


def _of_cancelling(row: list[Item], day: Item, trigger: Item) -> bool:
    """Whether a day is that of calling off: `on Friday called off a visit`."""
    return any(i.has("cancel") and day.end <= i.start < trigger.start for i in row)


def _of_another(text: str, row: list[Item], at: int, day: Item) -> bool:
    """Whether a day is that of the contact named right behind it: `followed up on the 3 May call`."""
    led = text[max(day.start - 6, 0) : day.start].lower().endswith(("the ", "their ", "'s "))
    return led and any(trigger_form(i) == "noun" and 0 <= i.start - day.end <= 1 for n, i in enumerate(row) if n != at)


def _gap(a: Item, b: Item) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def is_ahead(row: list[Item], today: date | None) -> bool:
    """Whether the only day of a sentence is soon to come: without its year it would be that of a year ago. Not where
    the sentence has a day that is sure, and has come: `met today to discuss the June 14 summit`."""
    sure = [i.day.past for i in row if i.day is not None and i.day.exact]
    if today is not None and any(past is not None and past[0] <= today.isoformat() for past in sure):
        return False
    days = [i.day for i in row if i.day is not None and not i.day.exact]
    if len(days) != 1 or today is None or days[0].past is None or days[0].future is None:
        return False
    past, future = days[0].past[0], days[0].future[0]
    if len(past) < len("YYYY-MM-DD") or len(future) < len("YYYY-MM-DD") or past == future:
        return False
    return today - date.fromisoformat(past) > _LONG_AGO and date.fromisoformat(future) - today < _SOON


def _read(day: Day | None, status: Status) -> tuple[str, str] | None:
    if day is None:
        return None
    return (day.future or day.past) if status is Status.PLANNED else (day.past or day.future)


@dataclass(slots=True)
class News:
    """What the document has told of its news so far: a contact told again without its day takes it from there."""

    told: list[Candidate] = field(default_factory=list[Candidate])

    def note(self, made: Candidate) -> None:
        if not made.weak:
            self.told.append(made)

    def fill(self, made: Candidate) -> None:
        """Takes the day and place of the same contact told before."""
        for other in self.told:
            if other.type is made.type and other.names == made.names and other.status is made.status:
                made.start, made.end = made.start or other.start, made.end or other.end
                made.place = made.place or other.place
                return
