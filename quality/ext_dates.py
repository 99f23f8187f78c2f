"""Our date mentions in the terms of Recognizers-Text: exclusive ends, a past and a future reading, spans without time.

A row is right when every entity has a mention of its span with one of the values accepted, and nothing else is found.
Durations are another model of theirs and are not compared.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from bilat.lang.zh.dates import DateKind, DateMention, find_dates
from bilat.lang.zh.fold import fold

Judgement = tuple[bool, str, str | None]
"""Right by their convention, what we found on one line, and why ours is right where theirs says it is wrong."""

_JOINERS = ("至", "到", "-", "–", "~", "—", "间")
_OURS = {
    DateKind.LUNAR: "a day of the lunar calendar is left unread",
    DateKind.VAGUE: "a loose word (最近) is no day",
}


def _day(iso: str) -> date:
    return (
        date.fromisoformat(iso + "-01-01"[len(iso) - 4 :]) if len(iso) < len("2000-01-01") else date.fromisoformat(iso)
    )


def _after(iso: str) -> date:
    """The first day after a year, month or day: their ends are exclusive."""
    day = _day(iso)
    if len(iso) == len("2000"):
        return day.replace(year=day.year + 1)
    if len(iso) == len("2000-01"):
        return (day + timedelta(days=31)).replace(day=1)
    return day + timedelta(days=1)


def _end(last: str, words: str) -> date:
    """Their end: the day itself, the first of the month or year, where two ends are written; else the day after."""
    return _day(last) if any(joiner in words for joiner in _JOINERS) else _after(last)


def _value(mention: DateMention, first: str | None, last: str | None, words: str) -> dict[str, str]:
    """One reading as they write it."""
    if mention.kind is DateKind.SINCE and first:
        whole = len(first) < len("2000-01-01") and "后" in words and not set("或及") & set(words)
        return {"start": (_after(first) if whole else _day(first)).isoformat()}
    if mention.kind is DateKind.UNTIL and last:
        through = len(last) < len("2000-01-01") and set("或及") & set(words)
        return {"end": (_after(last) if through else _day(last)).isoformat()}
    if first is None or last is None:
        return {"value": "not resolved"}
    if first == last and len(first) == len("2000-01-01"):
        return {"value": first}
    return {"start": _day(first).isoformat(), "end": _end(last, words).isoformat()}


def _spans(mention: DateMention, text: str) -> Iterator[tuple[int, int]]:
    """The mention's span, and the span without the time of day and the words before it that they leave out."""
    ends = {mention.end}
    if mention.time_of_day and text[: mention.end].endswith(mention.time_of_day):
        ends.add(len(text[: mention.end - len(mention.time_of_day)].rstrip()))
    for end in sorted(ends):
        yield mention.start, end


def _accepted(mention: DateMention, entity: dict[str, Any], text: str, *, span_only: bool) -> bool:
    if (entity["start"], entity["end"]) not in set(_spans(mention, text)):
        return False
    if span_only or not entity["resolution"]:
        return True
    words = text[mention.start : mention.end]
    readings = [(mention.first, mention.last), (mention.next_first, mention.next_last)]
    have = [_value(mention, first, last, words) for first, last in readings]
    want: list[dict[str, str]] = entity["resolution"]["values"]
    return any(all(w.get(key) == value for key, value in h.items()) for h in have for w in want)


def _shown(mentions: list[DateMention], text: str) -> str:
    words = [
        f"{text[m.start : m.end]} [{m.kind} {m.first}..{m.last} | {m.next_first}..{m.next_last}]" for m in mentions
    ]
    return "; ".join(words) or "(nothing)"


def _why(mentions: list[DateMention], row: dict[str, Any], text: str) -> str | None:
    """Why a row that is wrong by their convention is right by ours; None when it is just wrong."""
    entities: list[dict[str, Any]] = row["entities"]
    if not entities and len(mentions) == 1 and text[mentions[0].start : mentions[0].end].endswith("号"):
        return "a number with 号 alone is a day of the month"
    if len(mentions) != len(entities):
        return None
    reasons: list[str] = []
    for mention, entity in zip(mentions, entities, strict=True):
        if _accepted(mention, entity, text, span_only=row["span_only"]):
            continue
        words = text[mention.start : mention.end]
        if not (mention.start < entity["end"] and entity["start"] < mention.end):
            return None
        if mention.kind in _OURS and mention.first is None:
            reasons.append(_OURS[mention.kind])
        elif mention.kind is DateKind.RELATIVE and words.endswith("年前"):
            reasons.append("三年前 is a year, not the day of the year")
        elif mention.kind is DateKind.RELATIVE and words == "今年":
            reasons.append("今年 is the whole year, not only what is past of it")
        elif _accepted(
            mention, {**entity, "start": mention.start, "end": mention.end}, text, span_only=row["span_only"]
        ):
            reasons.append("same date, other words taken into the span")
        else:
            return None
    return reasons[0] if reasons else None


def judge_dates(row: dict[str, Any]) -> Judgement:
    """Score one row of the date suite."""
    text = fold(row["text"])
    reference = row["reference_datetime"]
    published = date.fromisoformat(reference[:10]) if reference else None
    mentions = [m for m in find_dates(text, 0, len(text), published) if m.kind is not DateKind.DURATION]
    others: list[dict[str, Any]] = row["other_entities"]
    counted = [
        m for m in mentions if not any(m.start < o["end"] and o["start"] < m.end for o in others if "start" in o)
    ]
    entities: list[dict[str, Any]] = row["entities"]
    right = len(counted) == len(entities) and all(
        _accepted(m, e, text, span_only=row["span_only"]) for m, e in zip(counted, entities, strict=True)
    )
    return right, _shown(mentions, text), _why(counted, row, text)
