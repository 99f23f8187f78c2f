"""当天, 翌日, 同年9月 … read against the date told before them."""

from datetime import date

from bilat.lang.zh.dates.mention import DateKind, DateMention
from bilat.lang.zh.dates.stretch import DAY, MONTH, YEAR, Spec, read_complete

_NEEDS = {"day": DAY, "month": MONTH, "year": YEAR}
_NO_ANCHOR = (DateKind.UNTIL, DateKind.VAGUE, DateKind.DURATION)


def resolve_anaphora(mentions: list[DateMention], published: date | None) -> list[DateMention]:
    """The same mentions, those of kind ANAPHORIC read against the nearest date before them that is precise enough.

    Pass the mentions of neighbouring sentences in order. The last day of a range counts (2日至4日…次日 is the 5th).
    One without such a date stays unread, but for 即日 and 当天 in a text that names no date before: they are the day
    of publication only when the caller says so by passing `published`; pass None to leave them unread.
    """
    out: list[DateMention] = []
    anchor = published.isoformat() if published else ""
    told = False
    for mention in mentions:
        found = mention
        if mention.kind is DateKind.ANAPHORIC and len(anchor) >= _NEEDS[mention.unit]:
            found = _resolved(mention, anchor, told=told)
        if found.last is not None and found.kind not in _NO_ANCHOR:
            anchor, told = found.last, True
        out.append(found)
    return out


def _resolved(mention: DateMention, anchor: str, *, told: bool) -> DateMention:
    """Read against `anchor`; when no date was `told` before, only words for the very day are read."""
    if not told and (mention.unit != "day" or mention.offset):
        return mention
    numbers = [int(part) for part in anchor.split("-")]
    if mention.unit == "day":
        try:
            iso = date.fromordinal(date(*numbers).toordinal() + mention.offset).isoformat()
        except (ValueError, OverflowError):
            return mention
    elif mention.unit == "month":
        months = numbers[0] * 12 + numbers[1] - 1 + mention.offset
        iso = f"{months // 12:04d}-{months % 12 + 1:02d}{mention.tail}"
    else:
        iso = f"{numbers[0] + mention.offset:04d}{mention.tail}"
    if read_complete(Spec(*(int(part) for part in iso.split("-")))) is None:
        return mention._replace(kind=DateKind.IMPOSSIBLE)
    return mention._replace(first=iso, last=iso, next_first=iso, next_last=iso)
