"""When a contact took place, as its sentence says: the date that belongs to its verb, and its status.

Rule of the codebook: a day is never supplied; a contact without a day word has none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bilat.lang.zh.dates import DateKind
from bilat.lang.zh.events.items import DATE, VERB, Item, Row
from bilat.model import Status

if TYPE_CHECKING:
    from bilat.lang.zh.dates import DateMention
    from bilat.lang.zh.events.context import Context

_IDLE = (DateKind.DURATION, DateKind.IMPOSSIBLE, DateKind.LUNAR, DateKind.UNTIL)


@dataclass(slots=True)
class When:
    """`start`, `end` as ISO prefixes or None; `item` the date they come from; `first` the first day it may mean, also
    where it is too wide to date a contact (下周)."""

    start: str | None = None
    end: str | None = None
    item: Item | None = None
    first: str | None = None

    @property
    def day(self) -> bool:
        """Whether the start is known to the day."""
        return self.start is not None and len(self.start) == len("YYYY-MM-DD")


def status_of(ctx: Context, stretch: str) -> tuple[Status | None, set[str]]:
    """Status by the words between subject and verb: planned, held, cancelled, or None when it is said not to have
    happened. The marks tell which words were there."""
    modals = ctx.rules.modals(stretch)
    near = ctx.rules.modals(stretch.rsplit(",", 1)[-1]) if "cancel" in modals or "deny" in modals else {}
    if "cancel" in near:
        return Status.CANCELLED, {"cancelled"}
    if "deny" in near or _OFTEN.search(stretch.rsplit(",", 1)[-1]):
        return None, {"denied"}
    marks = {"past"} if "background" in modals else set[str]()
    if "plan" in modals:
        return Status.PLANNED, marks | {"future:" + modals["plan"]}
    return Status.HELD, marks


_REST = re.compile(r"(?![后时期中前上的])[^,。;的]{2,14}(?=[,。;:”]|\s|$)")
_TO_HOLD = re.compile("(?:如期)?(?:举行|进行|成行|实现)")
_NO_OBJECT = re.compile("了?(?:举行|进行)?(?:[至到].*)?")


def called_off(ctx: Context, end: int) -> bool:
    """会晤被取消, 访问未能成行: whether the rest of a clause tells that what stands before it did not take place."""
    rest = _REST.match(ctx.text, end)
    told = ctx.rules.modals(rest.group()) if rest is not None else {}
    if rest is None or "cancel" not in told:
        return rest is not None and "deny" in told and _TO_HOLD.search(rest.group()) is not None
    behind = rest.group().partition(told["cancel"])[2]
    return _NO_OBJECT.fullmatch(behind) is not None


_OFTEN = re.compile("(?<!第)(?:多|数|屡)次")
"""两国领导人多次会晤: no one contact."""
_DONE = re.compile("(?:进行|举行)了[^,。;]{0,10}$")


_DENIED = re.compile("(?<!是)否认了?(?:有关|关于)?$")
_RUMOUR = re.compile("[^,。;的]{0,16}的(?:报道|消息|传闻|传言|说法)")


def is_rumour(ctx: Context, row: Row, start: int, end: int) -> bool:
    """否认外长将访问乙国的报道: whether what a span tells is only what somebody denies."""
    return bool(_RUMOUR.match(ctx.text, end) and _DENIED.search(ctx.text, row.sentence.start, start))


def is_done(ctx: Context, clause: int, verb: int) -> bool:
    """寻求外交,这导致两人举行了会见: whether the clause of a verb tells it as done; a word of planning in a clause
    before governs another verb."""
    done = _DONE.search(ctx.text, clause, verb)
    return done is not None and "plan" not in ctx.rules.modals(ctx.text[clause:verb])


_ON_THE_WAY = re.compile(r"(?:前往|动身|启程|赶赴)[^,。;]{1,12}(?:与|同|和|会)")
_ARRIVED = re.compile(r"(?:抵达|到达|飞抵)[^,。;]{1,12},应[邀约][^,。;]{0,3}[与同和][^,。;]*$")


def is_on_the_way(ctx: Context, sentence: int, clause: int, verb: int) -> bool:
    """今天前往北京与习近平会谈, 抵达旧金山,应邀同拜登会晤: whoever sets out or arrives to talk has not talked."""
    return bool(_ON_THE_WAY.search(ctx.text, clause, verb) or _ARRIVED.search(ctx.text, sentence, verb))


def resolve(ctx: Context, mention: DateMention, status: Status, last: date | None) -> tuple[str | None, str | None]:
    """The first and last day of a mention for a contact of this status. Held takes the reading nearest not after the
    day of publication, planned the one nearest not before it."""
    if mention.kind is DateKind.ANAPHORIC:
        if last is None or mention.unit != "day":
            return None, None
        found = (last + timedelta(days=mention.offset)).isoformat()
        return found, found
    if mention.kind is DateKind.VAGUE and mention.first and mention.last and _days(mention.first, mention.last) > 3:
        return None, None
    if ctx.text[mention.end - 1] == _TEN_DAYS:
        return None, None
    if status is Status.PLANNED and mention.next_first is not None and not _written_late(ctx, mention):
        return mention.next_first, mention.next_last
    return mention.first, mention.last


_TEN_DAYS = "旬"
"""1月中旬 tells no day."""


def _days(first: str, last: str) -> int:
    if len(first) != len("YYYY-MM-DD") or len(last) != len("YYYY-MM-DD"):
        return 31
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


LATE_DAYS = 3
"""An announcement is often printed some days after it was written (…将于12日至13日访问, printed on the 14th)."""


def _written_late(ctx: Context, mention: DateMention) -> bool:
    """Whether 将于…日 rather means the day just gone than the one a month or a year ahead."""
    past, ahead = mention.first, mention.next_first
    if ctx.published is None or past is None or ahead is None or past == ahead or len(past) != len("YYYY-MM-DD"):
        return False
    gone = (ctx.published - date.fromisoformat(mention.last or past)).days
    return gone <= LATE_DAYS and (date.fromisoformat(ahead) - ctx.published).days > 7


def _usable(item: Item) -> bool:
    return item.date is not None and item.date.kind not in _IDLE


def date_item(
    row: Row, text: str, verb: int, end: int, subject: int | None = None, *, outer: bool = False
) -> Item | None:
    """The date that belongs to a verb at `verb`:`end`: nearest before it in its clause, after it in its clause, else
    nearest before it in the sentence."""
    dates = [i for i in row.items if i.kind == DATE and _usable(i)]
    if not dates:
        return None
    clause = bisect_left(row.commas, verb)
    left = [
        i
        for i in dates
        if i.end <= verb
        and not (subject is not None and i.end <= subject and _SAID.search(text, i.end, subject))
        and not _SINCE.match(text, i.end, min(verb, i.end + 16))
        and not _TOOK_OFFICE.match(text, i.end, min(verb, i.end + 24))
        and not _since_then(row, text, i)
        and (text[i.end] != "的" or verb - i.end <= OF_A_NOUN)
        and not (outer and _INNER.match(text, i.end, min(verb, i.end + 30)))
    ]
    same = [i for i in left if i.clause == clause]
    if same and not _year_only(same[-1]):
        return _best(same, text)
    right = [
        i
        for i in dates
        if i.start >= end
        and i.clause == clause
        and i.start - end <= CLOSE
        and " " not in text[end : i.start]
        and not _somebody(row, end, i.start)
        and not _LATER.search(text, i.start, i.end)
        and not _ENDS.match(text, i.end)
    ]
    if right:
        return right[0]
    return _best(same or left, text) if left else None


_ENDS = re.compile("[^,。;]{0,4}(?:到期|期满|届满|生效|失效|终止|施行)")
"""签署的协议将于明年3月到期: a day of the paper's own."""


def _year_only(item: Item) -> bool:
    """今年第八届论坛将于9月10日举行: a year before the verb gives way to a day behind it."""
    first = item.date.first if item.date is not None else None
    return first is not None and len(first) == len("YYYY")


OF_A_NOUN = 10
"""How far a verb may stand from a date with 的 that is still its own (19日的会谈), and not of another noun."""


def _since_then(row: Row, text: str, item: Item) -> bool:
    """总统访问越南3个月后,他…: a stretch counted from what stands right before it, not a date of what follows."""
    counted = _LATER.search(text, item.start, item.end) is not None
    return counted and item.start > row.sentence.start and text[item.start - 1] not in ",在于将约再大"


_LATER = re.compile(r"[月天日周年期](?:之|以)?后$")
"""会面两个月后: how long ago the contact was when something else took place."""
_SAID = re.compile(
    r"称|说|表示|宣布|公布|发布|报道|报导|透露|披露|指出|通报|证实|消息|引述|援引|告诉|受访|写道|发文|发推|发帖|获悉"
)
"""A date with one of these between it and the subject is the day of saying: 外交部周一宣布,他将访问…"""


_INNER = re.compile(r"(?:结束|开始|启程|生效|召开|举行|抵达|发表|签署)[^,。;]{0,12}的")
"""在周日结束的访问中: the day of what stands in the relative clause."""


_TOOK_OFFICE = re.compile(r"(?:才|刚|新)?(?:就任|上任|履新|当选|就职|接任|出任|担任|主办|举办)[^,。;]{0,16}的")
"""与本月就任的大使会谈: the day of taking office."""


def _somebody(row: Row, start: int, end: int) -> bool:
    return any(i.kind in "PO" and start <= i.start < end for i in row.items)


CLOSE = 8
"""How far right of its verb a date may stand and still be its date (会谈于12日在…)."""


_ZONE = re.compile(r"[^,。]{0,3}\([^()]{0,6}")
_SINCE = re.compile(r"[^,。;]{0,12}(?:以来|以后)")
"""13日就任外相以来: a day that something else is counted from."""


def _other_zone(text: str, a: Item, b: Item) -> bool:
    """Whether the second date is the first one's in another time zone: 18日夜晚(日本时间19日上午)."""
    return _ZONE.fullmatch(text, a.end, b.start) is not None


def _best(found: list[Item], row_text: str) -> Item:
    """The nearest date, unless it is vague and one to the day stands before it."""
    nearest = found[-1]
    if (
        len(found) > 1
        and nearest.date is not None
        and _other_zone(row_text, found[-2], nearest)
        and found[-2].date is not None
        and found[-2].date.first
    ):
        return found[-2]
    if nearest.date is not None and nearest.date.first is None and nearest.date.kind is not DateKind.ANAPHORIC:
        for item in reversed(found[:-1]):
            if item.date is not None and (item.date.first or item.date.kind is DateKind.ANAPHORIC):
                return item
    return nearest


HALF_A_YEAR = 183
"""A plan further ahead than this whose date could also be a recent one takes its date from another verb: visits and
meetings are announced weeks ahead, not seasons."""


def _of_another_verb(ctx: Context, item: Item, first: str | None) -> bool:
    day = item.date
    if day is None or ctx.published is None or first is None or len(first) != len("YYYY-MM-DD") or day.first == first:
        return False
    return (date.fromisoformat(first) - ctx.published).days > HALF_A_YEAR


_TODAY = ("今天", "今日")


def _day_of_quote(ctx: Context, row: Row, item: Item) -> str | None:
    """部长24日表示:“今天我与…通话”: 今天 in a quotation is the day on which it was said, where told."""
    said = [i.date for i in row.items if i.date is not None and i.end <= item.start and not ctx.quoted(i.start)]
    days = [resolve(ctx, d, Status.HELD, ctx.last_day())[0] for d in said]
    return next((d for d in reversed(days) if d and len(d) == len("YYYY-MM-DD")), None)


SOON_DAYS = 8
"""How near ahead a bare day may lie that would else be nearly a month back (24日访问…, printed on the 20th)."""


_PAST = re.compile("[了过曾]")


def _soon(ctx: Context, told: DateMention, around: str) -> bool:
    """Whether a bare day of a verb without a word of the past lies just ahead rather than weeks back."""
    past, ahead = told.last or told.first, told.next_first
    if ctx.published is None or past is None or ahead is None or past == ahead or told.kind is DateKind.WEEKDAY:
        return False
    if len(past) != len("YYYY-MM-DD") or len(ahead) != len("YYYY-MM-DD") or _PAST.search(around):
        return False
    gone, wait = (ctx.published - date.fromisoformat(past)).days, (date.fromisoformat(ahead) - ctx.published).days
    return gone > 2 * SOON_DAYS and 0 < wait <= SOON_DAYS


def _held_before(ctx: Context, row: Row, item: Item, verb: int) -> bool:
    """周二抵达首都,将与…会晤: whether a date stands with a contact that has been, and another is planned after it."""
    for other in row.items:
        if other.kind == VERB and other.sense in _CONTACTS and item.end <= other.start and other.end < verb:
            comma = any(other.end <= c < verb for c in row.commas)
            return comma and "plan" not in ctx.rules.modals(ctx.text[row.clause_start(item.start) : other.start])
    return False


_CONTACTS = {"visit", "arrive", "travel", "meet", "talk", "call"}


def is_long_ago(ctx: Context, value: str | None) -> bool:
    """Whether a month or a year lies before that of publication, or a day more than a week back."""
    if value is None or ctx.published is None or len(value) < len("YYYY-MM-DD"):
        return _gone(ctx, value)
    return (ctx.published - date.fromisoformat(value)).days > SOON_DAYS


def _gone(ctx: Context, value: str | None) -> bool:
    """Whether a month or a year lies before that of publication: nothing is planned for it."""
    if value is None or ctx.published is None or len(value) == len("YYYY-MM-DD"):
        return False
    return value < ctx.published.isoformat()[: len(value)]


_ONCE_MEANT = re.compile("原[定订拟计本]|本[来拟]")
"""原定2月访问: what was planned, whenever that was."""


def _nearest(ctx: Context, told: DateMention) -> tuple[str | None, str | None]:
    """The reading of a date, back or ahead, that is nearer to the day of publication."""
    if told.first is None or told.next_first is None or ctx.published is None:
        return told.first, told.last
    past, ahead = (date.fromisoformat(f"{each}-01-01"[: len("YYYY-MM-DD")]) for each in (told.first, told.next_first))
    if abs(ahead - ctx.published) < abs(ctx.published - past):
        return told.next_first, told.next_last
    return told.first, told.last


_GOES_ON = re.compile(r"^(?:并|还|再|且|而后|随后|之后|同时)")


def window(ctx: Context, row: Row, start: int) -> int:
    """Where the words that colour a verb may begin: the start of its clause, or of the clause before when it goes on
    with 并 or 还."""
    before = [row.sentence.start, *[c + 1 for c in row.commas if c < start - 1]]
    return before[-1] if _GOES_ON.match(ctx.text[start : start + 3]) and start > before[-1] else start


def _day_before(ctx: Context, row: Row, item: Item, status: Status) -> date | None:
    """总统周二抵达,当日下午与…会谈: the day told last in the same sentence, which 当日 means before any other."""
    before = [i.date for i in row.items if i.end <= item.start and i.date is not None]
    known = [d for d in before if d.kind is not DateKind.ANAPHORIC and d.first]
    days = [resolve(ctx, d, status, None)[1] for d in known]
    full = [d for d in days if d and len(d) == len("YYYY-MM-DD")]
    return date.fromisoformat(full[-1]) if full else None


_HOUR = re.compile(r"(?<![日号天0-9])(?:上午|下午|傍晚|晚间|中午|凌晨|晚上|早上)")


def _time_alone(ctx: Context, row: Row, verb: int) -> When:
    """下午在钓鱼台会见…, after a sentence that told the day: the same day."""
    last = ctx.last_day() if _HOUR.search(ctx.text, row.clause_start(verb), verb) else None
    if last is None:
        return When()
    day = last.isoformat()
    return When(day, day, None, day)


def when(
    ctx: Context, row: Row, verb: int, end: int, status: Status, subject: int | None = None, *, outer: bool = False
) -> When:
    """When a contact took place, with the reading its status asks for."""
    item = date_item(row, ctx.text, verb, end, subject, outer=outer)
    if item is None or item.date is None:
        return _time_alone(ctx, row, verb)
    same = (_day_before(ctx, row, item, status) or ctx.last_day()) if item.date.kind is DateKind.ANAPHORIC else None
    first, last = resolve(ctx, item.date, status, same)
    off = status is Status.CANCELLED and item.date.kind is not DateKind.WEEKDAY
    meant = off or _ONCE_MEANT.search(ctx.text, row.clause_start(verb), verb) is not None
    if status is not Status.HELD and meant and first is not None:
        first, last = _nearest(ctx, item.date)
        if first is not None and not ctx.ahead(last):
            return When(first, last, item, first)
    if ctx.text[item.start : item.end] in _TODAY and ctx.quoted(item.start):
        said = _day_of_quote(ctx, row, item)
        return When(said, said, item, said)
    if status is Status.HELD and _soon(ctx, item.date, ctx.text[max(0, verb - 3) : end + 2]):
        return When(item.date.next_first, item.date.next_last, item, item.date.next_first)
    if status is Status.PLANNED and _held_before(ctx, row, item, verb):
        first, last = resolve(ctx, item.date, Status.HELD, None)
        if first is None or ctx.published is None or first < ctx.published.isoformat():
            return When()
    if status is Status.PLANNED and (_of_another_verb(ctx, item, first) or _gone(ctx, last or first)):
        return When()
    return When(first, last, item, first or (item.date.first if item.date.kind is DateKind.VAGUE else None))
