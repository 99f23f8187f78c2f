"""Tools about what is said: figures, claims, set phrases, mechanisms, undertakings, contested names."""

from dataclasses import asdict
from typing import Annotated, Any, Final

from msgspec.structs import replace
from pydantic import Field

from bilat.agents.asked import (
    Come,
    Countries,
    Country,
    Cursor,
    Limit,
    Publisher,
    Since,
    Told,
    Until,
    Word,
    codes,
    items_filter,
)
from bilat.agents.pages import asked, page
from bilat.model.fields import Json
from bilat.model.item_rows import DisputeRow, ItemRow, MechanismRow, PhraseRow, SessionRow, UndertakingRow
from bilat.record import ItemFilter, Record
from bilat.views.disputes import with_packs as with_all_names
from bilat.views.phrases import with_packs

SESSIONS: Final = 12
"""Sessions of one mechanism: the latest."""


def figures(
    record: Record,
    countries: Countries = [],
    measure: Annotated[Word | None, Field(description="Only this measure: trade_total, exports, imports …")] = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Json:
    """The numbers that articles give, with the words that give them: trade, investment, tourists and others, each with
    parties, unit, period and growth. Values that differ stand side by side; nothing is averaged or converted. `since`
    and `until` bound the day of the article, not the period."""
    wanted = items_filter(countries, since, until, publisher, {"measure": measure})
    question = asked(record, "figures", wanted=_plain(wanted))
    return page("figures", record.items("figures", wanted), ItemRow[Any].to_dict, question, limit, cursor)


def claims(
    record: Record,
    countries: Annotated[Countries, Field(description="Only speakers who speak for this country.")] = [],
    speaker: Annotated[Word | None, Field(description="Only speakers whose name, as written, holds this.")] = None,
    mode: Told | None = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Json:
    """Who said what, in the words of the article, by the day of the article, the latest first. `chain` names those the
    statement was taken from; `silence` is a question that was not answered."""
    same = {"mode": None if mode is None else mode.value}
    wanted = items_filter(countries, since, until, publisher, same, {"speaker": speaker})
    question = asked(record, "claims", wanted=_plain(wanted))
    return page("claims", record.items("claims", wanted, order="newest"), ItemRow[Any].to_dict, question, limit, cursor)


def phrases(
    record: Record,
    countries: Countries = [],
    side: Country | None = None,
    since: Since = None,
    until: Until = None,
    new: Annotated[bool, Field(description="Only those that no document before `since` uses.")] = False,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Json:
    """The set phrases of diplomacy (提法) with counts by month, publisher and side, and the words of the first and the
    last use within the days asked for. First means first in this record."""
    wanted = items_filter(countries, since, until, same={"side": None if side is None else codes([side])[0]})
    question = asked(record, "phrases", wanted=_plain(wanted), new=new)
    rows = record.new_phrases(wanted) if new else record.phrases(wanted)
    return page("phrases", with_packs(rows), PhraseRow.to_dict, question, limit, cursor)


def uses(
    record: Record,
    phrase: Annotated[Word, Field(description="The phrase in its canonical form, as the tool phrases gives it.")],
    countries: Countries = [],
    side: Country | None = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Json:
    """Every use of one set phrase, by the day of the article: who uses it, of which countries, in which words."""
    same = {"phrase": phrase, "side": None if side is None else codes([side])[0]}
    wanted = items_filter(countries, since, until, same=same)
    question = asked(record, "uses", wanted=_plain(wanted))
    return page("uses", record.items("phrases", wanted), ItemRow[Any].to_dict, question, limit, cursor)


def mechanisms(
    record: Record,
    countries: Countries = [],
    name: Annotated[Word | None, Field(description="Only mechanisms whose name holds this.")] = None,
    limit: Limit = 10,
    cursor: Cursor = None,
) -> Json:
    """Standing committees, dialogues and forums with the latest of their sessions. A session with `gap_to` stands for
    numbers that nobody tells of."""
    wanted = items_filter(countries, None, None, within={"mechanism": name})
    question = asked(record, "mechanisms", wanted=_plain(wanted))
    return page("mechanisms", record.mechanisms(wanted), _mechanism, question, limit, cursor)


def undertakings(
    record: Record,
    countries: Countries = [],
    kind: Annotated[Word | None, Field(description="Only this kind: railway, loan, grant, cable …")] = None,
    stage: Come | None = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Json:
    """What was promised and how far it came: railways, loans, grants, agreements, each with its stages and the words
    that tell them."""
    same = {"kind": kind, "stage": None if stage is None else stage.value}
    wanted = items_filter(countries, since, until, same=same)
    question = asked(record, "undertakings", wanted=_plain(wanted))
    return page("undertakings", record.undertakings(wanted), UndertakingRow.to_dict, question, limit, cursor)


def contested_names(
    record: Record,
    countries: Countries = [],
    limit: Limit = 10,
    cursor: Cursor = None,
) -> Json:
    """Names that publishers write differently on purpose, and words of dispute: how often which publisher writes which,
    with one place of each. None of them is right or wrong here; write them as the source does."""
    wanted = items_filter(countries, None, None)
    question = asked(record, "contested_names", wanted=_plain(wanted))
    places: dict[tuple[str | None, str], ItemRow[Any]] = {}
    for item in record.items("disputes", wanted):
        _ = places.setdefault((item.item.entry, item.item.written), item)

    def to_dict(row: DisputeRow) -> Json:
        seen = [places[at].to_dict() for name in row.written if (at := (row.entry, name)) in places]
        return {**row.to_dict(), "seen": seen}

    return page("entries", with_all_names(record.disputes(wanted)), to_dict, question, limit, cursor)


def _mechanism(row: MechanismRow) -> Json:
    plain = row.to_dict()
    del plain["known"]
    sessions = [_session(session) for session in row.sessions[-SESSIONS:]]
    return {**plain, "sessions": sessions, "sessions_in_all": len(row.sessions)}


def _session(row: SessionRow) -> Json:
    return {**replace(row, reports=row.reports[:1]).to_dict(), "reports_in_all": len(row.reports)}


def _plain(wanted: ItemFilter) -> Json:
    return asdict(wanted)
