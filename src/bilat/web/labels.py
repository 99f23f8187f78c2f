"""Words of the record → what a page says for them in English; the catalogues translate that."""

from collections.abc import Mapping
from typing import Final


def _(message: str) -> str:
    """Marks a message for the catalogues."""
    return message


_LABELS: Final[Mapping[str, str]] = {
    # types of events
    "visit": _("visit"),
    "meeting": _("meeting"),
    "call": _("call"),
    "message": _("message"),
    "signing": _("signing"),
    "session": _("session"),
    # what became of them
    "planned": _("planned"),
    "held": _("held"),
    "cancelled": _("cancelled"),
    # how a document tells of them
    "reported": _("reported"),
    "announced": _("announced"),
    "mentioned": _("mentioned"),
    # levels
    "leaders": _("leaders"),
    "ministers": _("ministers"),
    "officials": _("officials"),
    "unknown": _("unknown"),
    # how values differ
    "contradiction": _("contradiction"),
    "rounding": _("rounding"),
    "moved": _("moved"),
    # orders of lists
    "order.newest": _("newest first"),
    "order.oldest": _("oldest first"),
    # the life of an event
    "life.planned": _("announced"),
    "life.held": _("told as held"),
    "life.cancelled": _("called off"),
    # reports of an event, as headings
    "how.reported": _("Reported"),
    "how.announced": _("Announced beforehand"),
    "how.mentioned": _("Mentioned in passing or later"),
    # fields of an event that reports can differ on
    "field.start": _("first day"),
    "field.end": _("last day"),
    "field.place": _("place"),
    "field.status": _("whether it was held"),
    "field.participants": _("who takes part"),
    "field.announced_start": _("announced first day"),
    "field.visit_kind": _("kind of visit"),
    "field.documents_signed": _("documents signed"),
    "field.value": _("value"),
    "field.change_pct": _("growth, %"),
    # kinds of visits
    "value.state": _("state visit"),
    "value.official": _("official visit"),
    "value.working": _("working visit"),
    "value.private": _("private visit"),
    "value.official_working": _("official working visit"),
    "value.transit": _("transit visit"),
    # how reports are put side by side, and what stands in them
    "by.publisher": _("by publisher"),
    "by.side": _("by side"),
    "column.other speakers": _("other speakers"),
    "column.no speaker": _("no speaker"),
    "compared.set phrases": _("set phrases"),
    "compared.figures": _("figures"),
    "compared.who is quoted": _("who is quoted"),
    "compared.undertakings": _("undertakings"),
    "compared.contested names and disputes": _("contested names and disputes"),
    # days of the week, Monday first
    "weekday.1": _("Mon"),
    "weekday.2": _("Tue"),
    "weekday.3": _("Wed"),
    "weekday.4": _("Thu"),
    "weekday.5": _("Fri"),
    "weekday.6": _("Sat"),
    "weekday.7": _("Sun"),
    # roles in a message
    "sender": _("sender"),
    "recipient": _("recipient"),
    "both": _("sender and recipient"),
    # what is found in a document, as headings
    "kinds.events": _("Events"),
    "kinds.people": _("People"),
    "kinds.figures": _("Figures"),
    "kinds.claims": _("Statements"),
    "kinds.phrases": _("Phrases"),
    "kinds.mechanisms": _("Mechanisms"),
    "kinds.undertakings": _("Undertakings"),
    "kinds.disputes": _("Contested names and disputes"),
    # what a search finds, as headings
    "found.country": _("Countries"),
    "found.person": _("People"),
    "found.office": _("Offices"),
    "found.mechanism": _("Mechanisms"),
    "found.phrase": _("Phrases"),
    "found.undertaking": _("Undertakings"),
    "found.event": _("Events"),
    "found.document": _("Articles"),
    # passages
    "part.headline": _("headline"),
    "part.lead": _("lead"),
    "part.body": _("body"),
    "part.heading": _("heading"),
    "part.caption": _("caption"),
    "part.credit": _("credit"),
    "part.teaser": _("teaser of another article"),
    "part.footer": _("footer"),
    "part.outside": _("outside the article"),
    # how a date was found
    "how.field": _("from a date field of the input"),
    "how.comment": _("from the time in the feed"),
    "how.meta": _("from the page's own data"),
    "how.dateline": _("from the date printed on the page"),
    "how.address": _("from the address"),
    "how.file_name": _("from the name of the file"),
    # how something is said
    "mode.direct": _("word for word"),
    "mode.indirect": _("in the article's words"),
    "mode.mixed": _("in part word for word"),
    "mode.silence": _("not said"),
    # stages of undertakings
    "stage.proposed": _("proposed"),
    "stage.under_study": _("under study"),
    "stage.agreed": _("agreed"),
    "stage.signed": _("signed"),
    "stage.under_way": _("under way"),
    "stage.done": _("done"),
    "stage.dropped": _("dropped"),
    # contested names
    "dispute.name": _("contested name"),
    "dispute.dispute": _("words of dispute"),
    # languages
    "language.zh": _("Chinese"),
    "language.vi": _("Vietnamese"),
    "language.en": _("English"),
    "language.und": _("not known"),
    # why linking doubts
    "why.alias": _("both stand beside one name in Latin script"),
    "why.spelling": _("the packs list both as one name"),
    "why.short": _("one is the last part of the other's full name"),
    "why.sound": _("seen in one office, and alike in sound"),
    "why.country": _("one name, once without a country"),
    "why.inferred": _("the report names an office or a country only"),
    "why.near": _("one type, the same sides, days close to each other"),
    # decisions
    "verb.merge": _("one"),
    "verb.confirm": _("one"),
    "verb.split": _("two"),
    "verb.reject": _("no event"),
    "verb.rename": _("renamed"),
    "verb.set": _("set"),
    # what could not be read
    "problem.no_date": _("no date"),
    "problem.dates_disagree": _("dates disagree"),
    "problem.impossible_date": _("impossible date"),
    "problem.encoding": _("encoding"),
    "problem.no_text": _("no text"),
    "problem.impossible_number": _("impossible number"),
    "problem.no_country": _("no country"),
    "problem.language_not_read": _("language not read"),
    "problem.extract_failed": _("reading failed"),
}


def label(word: str, noun: str = "") -> str:
    """The label of a word, of one noun where two nouns use it differently; the word itself, with blanks for
    underscores, where there is none."""
    return _LABELS.get(f"{noun}.{word}") or _LABELS.get(word) or word.replace("_", " ")
