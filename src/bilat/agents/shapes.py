"""What the tools answer with: the shapes of the API, cut down to what a model can take in at once."""

from bilat.views.wire.base import Count, DateText, DocumentHead, Report, SearchFound, Wire
from bilat.views.wire.counts import FoundThing, PublisherCount
from bilat.views.wire.events import Coverage, Differing, Event, Label
from bilat.views.wire.items import (
    Claim,
    Discrepancy,
    Dispute,
    DisputeMention,
    Figure,
    Phrase,
    PhraseUse,
    Session,
    Told,
    Undertaking,
)
from bilat.views.wire.people import Person


class Page(Wire, frozen=True):
    """`next` is the `cursor` of what follows, for the same arguments; left out when nothing does."""

    next: str | None = None


class EventBrief(Event, frozen=True, kw_only=True):
    """An event with some of its reports; `reports_in_all` counts them. The tool `event` has the others."""

    reports_in_all: Count


class Events(Page, frozen=True, kw_only=True):
    """Events in order of time."""

    events: tuple[EventBrief, ...]


class EventWhole(Page, frozen=True, kw_only=True):
    """One event, a page of its reports; when it is a visit its parts; and who tells of it."""

    event: EventBrief
    parts: tuple[EventBrief, ...]
    coverage: Coverage


class ColumnBrief(Wire, frozen=True):
    """A publisher or side; `left_out` is what at least two others have and it has not, `left_out_in_all` counts it."""

    name: str
    reports_in_all: Count
    independent: Count
    left_out: tuple[Label, ...]
    left_out_in_all: Count


class Said(Wire, frozen=True):
    """One thing said: under each column that says it the first report that does. What has one column only that one
    says."""

    noun: str
    label: str
    independent: Count
    first: DateText | None
    columns: dict[str, Report]
    columns_in_all: Count


class Topic(Wire, frozen=True):
    """A topic with its names by language: under each column that says something of it the first report that does."""

    topic: str
    names: dict[str, str]
    columns: dict[str, Report]
    columns_in_all: Count


class Compared(Page, frozen=True, kw_only=True):
    """The reports of an event side by side; `said` is a page of `said_in_all`, what most columns have first.
    `differing` are figures with several values, `wordings` phrases that are nearly alike, `topics` what is
    said topic by topic where reports are in several languages."""

    event: EventBrief
    by: str
    columns: tuple[ColumnBrief, ...]
    said: tuple[Said, ...]
    said_in_all: Count
    differing: tuple[Differing, ...]
    wordings: tuple[tuple[Label, ...], ...]
    topics: tuple[Topic, ...]
    coverage: Coverage


class Found(Page, frozen=True, kw_only=True):
    """Documents that hold all words, the newest first."""

    documents: tuple[SearchFound, ...]


class PersonFound(Person, frozen=True, kw_only=True):
    """A person, with the first event that the person took part in; none for one who is only named."""

    events: tuple[EventBrief, ...]


class People(Page, frozen=True, kw_only=True):
    """People, those in most documents first."""

    people: tuple[PersonFound, ...]


class PersonWhole(Page, frozen=True, kw_only=True):
    """A person, and a page of the events that the person took part in."""

    person: Person
    events: tuple[EventBrief, ...]


class Figures(Page, frozen=True, kw_only=True):
    """Figures by measure and parties, then by the day of their report."""

    figures: tuple[Figure, ...]


class Phrases(Page, frozen=True, kw_only=True):
    """Set phrases, the most used first."""

    phrases: tuple[Phrase, ...]


class Uses(Page, frozen=True, kw_only=True):
    """Uses of a set phrase, by the day of their report."""

    uses: tuple[PhraseUse, ...]


class Claims(Page, frozen=True, kw_only=True):
    """Statements, by the day of their report."""

    claims: tuple[Claim, ...]


class SessionBrief(Session, frozen=True, kw_only=True):
    """A session with the first of its reports."""

    reports_in_all: Count


class MechanismBrief(Wire, frozen=True):
    """A mechanism with its sessions, the latest of them where there are many."""

    mechanism: str
    names: tuple[str, ...]
    members: tuple[str, ...]
    documents: Count
    first: DateText | None
    last: DateText | None
    sessions: tuple[SessionBrief, ...]
    sessions_in_all: Count


class Mechanisms(Page, frozen=True, kw_only=True):
    """Mechanisms, the most named first."""

    mechanisms: tuple[MechanismBrief, ...]


class Undertakings(Page, frozen=True, kw_only=True):
    """Promises and projects, the latest seen first."""

    undertakings: tuple[Undertaking, ...]


class NamesTold(Dispute, frozen=True, kw_only=True):
    """Contested names of one entry, with one place of each."""

    seen: tuple[DisputeMention, ...]


class ContestedNames(Page, frozen=True, kw_only=True):
    """Contested names, the most named first."""

    entries: tuple[NamesTold, ...]


class ToldBrief(Told, frozen=True, kw_only=True):
    """A value with the first reports that give it."""

    reports_in_all: Count


class DiscrepancyBrief(Discrepancy, frozen=True, kw_only=True):
    """Values on which reports do not agree."""

    values: tuple[ToldBrief, ...]


class Discrepancies(Page, frozen=True, kw_only=True):
    """What reports do not agree on."""

    discrepancies: tuple[DiscrepancyBrief, ...]


class Passage(Wire, frozen=True):
    """A stretch of the text with its part."""

    part: str
    start: Count
    end: Count


class Excerpt(Wire, frozen=True):
    """A stretch of a document's text, from `start` to `end`, and the passages that it touches."""

    document: DocumentHead
    start: Count
    end: Count
    passages: tuple[Passage, ...]
    text: str


class FoundNames(Wire, frozen=True):
    """What holds the words."""

    found: tuple[FoundThing, ...]


class About(Wire, frozen=True):
    """What the record holds."""

    digest: str
    documents: Count
    people: Count
    events: Count
    quotations: Count
    problems: Count
    first: DateText | None
    last: DateText | None
    publishers: tuple[PublisherCount, ...]
    publishers_in_all: Count
    measures: tuple[str, ...]
    measures_in_all: Count
