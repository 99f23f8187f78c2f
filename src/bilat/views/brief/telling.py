"""An event → the sentence that tells it, with its notes."""

from collections.abc import Sequence
from typing import Final

from bilat.model import EventType, Status
from bilat.model.rows import EventRow, ParticipantRow
from bilat.record.terms import fold
from bilat.views.brief.cast import Side, sides
from bilat.views.brief.cite import cited, first
from bilat.views.brief.material import Material
from bilat.views.brief.model import Note, Sentence
from bilat.views.brief.wording import other_documents

_DOCUMENTS: Final = 3
"""Documents named in a sentence; the longest names say most."""
_NAME: Final = 5
"""Characters of the name of a document: a shorter one (an agreement, a treaty) names none."""


def told(material: Material, event: EventRow, *, dated: bool = True) -> Sentence:
    """What happened, who took part, where; with the day in front when `dated`."""
    text = _capital(what(material, event)) + _tail(material, event)
    when = _when(material, event) if dated else ""
    return Sentence.of(_joined(material, when, text), notes(material, event))


def _tail(material: Material, event: EventRow) -> str:
    """What is to be said of an announcement whose day is over, and its full stop."""
    _ = material.gettext
    if event.status != Status.PLANNED:
        return ""
    day = event.start or event.end
    if day is not None and material.last_day is not None and day > material.last_day[: len(day)]:
        return _(".")
    return _("; no report says that it took place.")


def _when(material: Material, event: EventRow) -> str:
    """Its days; of an event without any, that of its first report, and that it is no more than this."""
    day = event.reports[0].published
    if event.start or event.end or day is None:
        return material.wording.on(event.start, event.end)
    return material.gettext("No day told (reported on {day}): {rest}").format(day=material.wording.day(day), rest="")


def _joined(material: Material, when: str, text: str) -> str:
    if not when:
        return text
    return f"{when.rstrip()}{'' if material.wording.chinese else ' '}{text}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def notes(material: Material, event: EventRow) -> tuple[Note, ...]:
    """The quotations that show who took part, where, what was signed, and that a visit took place."""
    facts: list[Sequence[str]] = [
        material.cast.forms(participant)
        for participant in event.participants
        if participant.country in material.countries
    ]
    facts = facts[:6]
    if event.place:
        facts.append((event.place,))
    facts += [(name,) for name in sorted(event.documents, key=lambda n: (-len(n), n))[:2]]
    found = cited(event.reports, facts)
    if event.type == EventType.VISIT and event.status == Status.HELD and not _is_news(event):
        found = (*found, *(first(part) for part in [part for part in material.parts(event) if _is_news(part)][:1]))
    return tuple(dict.fromkeys(found))


def _is_news(event: EventRow) -> bool:
    """Whether any report tells of an event as news: one that is only announced is shown as held by what it holds."""
    return any(report.how == "reported" for report in event.reports)


def what(material: Material, event: EventRow) -> str:
    """The sentence without its day."""
    match event.type:
        case EventType.VISIT:
            return _visit(material, event)
        case EventType.MESSAGE:
            return _message(material, event)
        case EventType.SIGNING:
            return _signing(material, event)
        case EventType.SESSION:
            return _session(material, event)
        case _:
            return _meeting(material, event)


def _visit(material: Material, event: EventRow) -> str:
    _ = material.gettext
    form = {
        Status.HELD: _("{who} visited {where}."),
        Status.PLANNED: _("{who} was announced to visit {where}"),
        Status.CANCELLED: _("the visit of {who} to {where} was called off."),
    }[Status(event.status)]
    return form.format(who=visitors(material, event), where=_destination(material, event))


def visitors(material: Material, event: EventRow) -> str:
    """Those who travel, by side."""
    return _all_sides(material, _sides(material, event)) or material.gettext("a delegation")


def _destination(material: Material, event: EventRow) -> str:
    """The country visited, with the city in brackets."""
    wording = material.wording
    city = wording.place(event.place) if event.place else ""
    if not event.host or not city or city == wording.country(event.host):
        return wording.the(event.host) if event.host else city
    return wording.gettext("{country} ({city})").format(country=wording.the(event.host), city=city)


def _meeting(material: Material, event: EventRow) -> str:
    _ = material.gettext
    place = material.wording.place(event.place) if event.place else ""
    call = event.type == EventType.CALL
    forms = {
        (Status.HELD, False, False): _("{sides} met."),
        (Status.HELD, False, True): _("{sides} met in {place}."),
        (Status.PLANNED, False, False): _("{sides} were to meet"),
        (Status.PLANNED, False, True): _("{sides} were to meet in {place}"),
        (Status.CANCELLED, False, False): _("a meeting of {sides} was called off."),
        (Status.CANCELLED, False, True): _("a meeting of {sides} in {place} was called off."),
        (Status.HELD, True, False): _("{sides} spoke by telephone or video."),
        (Status.PLANNED, True, False): _("{sides} were to speak by telephone or video"),
        (Status.CANCELLED, True, False): _("a call of {sides} was called off."),
    }
    form = forms[Status(event.status), call, bool(place) and not call]
    return form.format(sides=_all_sides(material, _sides(material, event)), place=place)


def _message(material: Material, event: EventRow) -> str:
    _ = material.gettext
    senders = [p for p in event.participants if p.role == "sender"]
    if not senders:
        return _("{sides} exchanged messages.").format(sides=_all_sides(material, _sides(material, event)))
    others = [p for p in event.participants if p.role != "sender"]
    return _("{senders} sent a message to {recipients}.").format(
        senders=_all_sides(material, _grouped(senders)), recipients=_all_sides(material, _grouped(others))
    )


def _signing(material: Material, event: EventRow) -> str:
    _ = material.gettext
    who = _all_sides(material, _sides(material, event))
    able = [name for name in event.documents if len(name) >= _NAME] or list(event.documents)
    told = {fold(name): name for name in reversed(able)}
    named = sorted(told.values(), key=lambda name: (-len(name), name))
    documents = material.wording.some([material.wording.quoted(name) for name in named], _DOCUMENTS, other_documents)
    if event.status == Status.CANCELLED:
        return _("the signing of {documents} by {sides} was called off.").format(documents=documents, sides=who)
    if event.status == Status.PLANNED:
        return _("{sides} were to sign {documents}").format(sides=who, documents=documents or _("documents"))
    if not documents:
        return _("{sides} signed or issued documents.").format(sides=who)
    return _("{sides} signed or issued {documents}.").format(sides=who, documents=documents)


def _session(material: Material, event: EventRow) -> str:
    _ = material.gettext
    name = material.wording.mechanism(event.mechanism) if event.mechanism else _("a mechanism")
    if event.ordinal is not None:
        name = _("session {ordinal} of {mechanism}").format(ordinal=event.ordinal, mechanism=name)
    place = material.wording.place(event.place) if event.place else ""
    who = _all_sides(material, _sides(material, event))
    forms = {
        (Status.HELD, True): _("{sides} took part in {session} in {place}."),
        (Status.HELD, False): _("{sides} took part in {session}."),
        (Status.PLANNED, True): _("{sides} were to take part in {session} in {place}"),
        (Status.PLANNED, False): _("{sides} were to take part in {session}"),
        (Status.CANCELLED, True): _("{session} with {sides} in {place} was called off."),
        (Status.CANCELLED, False): _("{session} with {sides} was called off."),
    }
    return forms[Status(event.status), bool(place)].format(sides=who, session=name, place=place)


def _sides(material: Material, event: EventRow) -> list[Side]:
    """The two countries' participants, the highest first; then one side without names for all others."""
    on = material.first_days.get(event.id, "")
    found, others = sides(event, material.countries)
    ordered: list[Side] = [
        (code, tuple(sorted(members, key=lambda p: -material.scales.person(p.actor, on)))) for code, members in found
    ]
    return [*ordered, (None, ())] if others and event.type != EventType.MESSAGE else ordered


def _grouped(participants: Sequence[ParticipantRow]) -> list[Side]:
    of: dict[str | None, list[ParticipantRow]] = {}
    for participant in participants:
        of.setdefault(participant.country, []).append(participant)
    return [(code, tuple(members)) for code, members in of.items()]


def _all_sides(material: Material, found: Sequence[Side]) -> str:
    """`阮富仲 (Vietnam) and 习近平 (China)`; the side without names stands for others."""
    named = [material.cast.side(side) for side in found if side[1]]
    if len(named) < len(found):
        named.append(material.gettext("others"))
    return material.wording.listed(named)
