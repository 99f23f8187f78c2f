"""The session an article is about: one candidate put together from all its sentences.

A headline names the summit (欧盟峰会：…); its days, its place and who attends stand scattered over the article, under
shorter names (本届峰会, 会议). Document → at most one candidate of a session; the tellings it takes in leave the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bilat.lang.zh.dates import DateKind
from bilat.lang.zh.events.attendance import absent, attending, chairs, in_turn
from bilat.lang.zh.events.candidate import Candidate, Who
from bilat.lang.zh.events.items import DATE, Actor, Item, Row
from bilat.lang.zh.events.mechanisms import bare_name, ordinal_behind, ordinal_in
from bilat.lang.zh.events.place import place_of
from bilat.lang.zh.events.wanted import LONGEST
from bilat.lang.zh.events.when import resolve
from bilat.model import EventType, Part, Status

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Sentence
    from bilat.lang.zh.events.context import Context

_STRONG = (
    r"(?:峰会|高峰会议?|首脑会议|领导人(?:非正式)?会议|领导人会晤|外长会议?(?!见|谈|晤)|防长会议|部长级?会议"
    r"|(?<=气候)(?:大会|会议)|(?<=气候变化)(?:大会|会议)|缔约方(?:大会|会议)|安全会议|对话会|(?<=里拉)对话)"
)
"""Words that name a session by themselves, fit to be the head of an article."""
_HEAD = re.compile(_STRONG)
_ANY = re.compile(rf"{_STRONG}|论坛|大会|会议|会晤(?=期间|上|中|由|在)")
_BOUND = ',。;:!?\n、“”"《》'
_NOW = "此次|本次|这次|该次|本届|此届|这届|这场|今年|年度|本周末?|下周末?|这一|此番"
_NOW_LAST = re.compile(f"(?:{_NOW})$")
_CUT = re.compile(
    r".*(?:出席|参加|缺席|抗议|反对|批评|回应|会见|包括|主持|举行|召开|举办|主办|召集|前往|抵达|结束|开启|取得|距离"
    rf"|[在于赴的藉借向为是了称说]|对(?!话)|{_NOW})"
)
_OTHER = re.compile(
    r"每|历届|历次|去年|前年|明年|上届|上[一]?次|上个?月|下届|下一届|前一届|[几\d一二三四五六七八九十]年前|原定|此前"
)
_THIS = re.compile(rf"(?:{_NOW}|该|此)$")
_MEANWHILE = ("期间", "间隙", "场边", "前夕", "之际", "后")
_SETTING = re.compile(r"(?:在|借|藉|向|致[信电函]|祝贺)$")
_LEVEL = re.compile(r"领导人|领袖|首脑|年度|特别|国家|级|高|面对面|线上|视频|正式|非")
_RUNS = re.compile(r"举行|召开|登场|开幕|拉开帷幕|揭幕|闭幕|落幕|结束|举办|主办|持续|召集|齐聚|出席|参加")
_AHEAD = re.compile(r"将(?!近|军|士)|即将|下周|预计|拟|计划|定于|在即|料将|准备")
_ON = re.compile(r"正在|已经|拉开帷幕|开幕式|闭幕|落幕|结束|过半|日前|昨|今天|今日|开场")
_WIDE = {"UN"}
"""An organisation of all states convenes conferences; it takes no part in them as a side."""
LEAD = 3
"""Sentences of headline and lead whose tense tells whether the session is ahead."""


@dataclass(slots=True)
class Name:
    """A session's name where it stands: whole span, start of its last word, whose it is and what it is called."""

    start: int
    word: int
    end: int
    codes: frozenset[str]
    theme: str
    ordinal: int | None
    lead: str

    def bare(self) -> bool:
        """Whether nothing but 本届 or 此次 tells it from others."""
        return not self.codes and not self.theme and self.ordinal is None


@dataclass(slots=True)
class Summit:
    """What the article tells of its session, as far as it has been read."""

    head: Name
    names: list[tuple[int, Name]] = field(default_factory=list[tuple[int, Name]])
    who: dict[str, Actor] = field(default_factory=dict[str, Actor])


def summit(ctx: Context) -> None:
    """Puts the article's session in place of its scattered tellings."""
    title = ctx.sentences[0]
    if title.part is not Part.HEADLINE or title.end - title.start > LONGEST:
        return
    heads = [n for n in _names(ctx, title, _HEAD) if _named(ctx, n) and not _set(ctx, title, n)]
    if len(heads) != 1:
        return
    _take_in(ctx, _tellings(ctx, heads[0]))


MOST = 40
"""Times a session is named that are looked at, the first ones: no article needs more."""


def _tellings(ctx: Context, head: Name) -> Summit:
    """Where the article names the session of its headline."""
    told = Summit(head)
    elsewhere = -NEAR
    for order, sentence in enumerate(ctx.sentences):
        if sentence.end - sentence.start > LONGEST:
            continue
        for name in _names(ctx, sentence, _ANY):
            if ctx.quoted(name.start):
                continue
            if order == 0 or (_same(ctx.text, told, name) and not (name.bare() and order - elsewhere < NEAR)):
                told.names.append((order, name))
            if len(told.names) >= MOST:
                return told
            elsewhere = elsewhere if name.bare() else -NEAR if _same(ctx.text, told, name) else order
    return told


def _named(ctx: Context, name: Name) -> bool:
    """Whether a headline tells which session it means; 领导人会晤 is one only with both its sides."""
    sides = 2 if ctx.text.endswith("会晤", 0, name.end) else 0
    return not name.bare() and len(name.codes) >= sides


def _set(ctx: Context, title: Sentence, name: Name) -> bool:
    """Whether the headline names the session only as the setting of something else: 在东亚峰会…, 向峰会致贺信."""
    before = ctx.text[title.start : name.start]
    after = ctx.text[name.end : name.end + 3]
    return _SETTING.search(before) is not None or after.startswith(_MEANWHILE)


def _names(ctx: Context, sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[Name]:
    """The sessions named in a sentence."""
    text = ctx.text
    for found in pattern.finditer(text, sentence.start, sentence.end):
        start = _begin(text, sentence.start, found.start())
        lead = text[max(sentence.start, start - 12) : start]
        codes, rest = _whose(ctx, sentence, start, found.end())
        ordinal = ordinal_in(text[start : found.end()]) or ordinal_behind(text, found.end())
        theme = _theme(rest) or _in_quotes(text, sentence.start, start)
        yield Name(start, found.start(), found.end(), codes, theme, ordinal, lead)


def _whose(ctx: Context, sentence: Sentence, start: int, end: int) -> tuple[frozenset[str], str]:
    """Whose a session is, and what else its name says. A country right before an organisation is where it meets."""
    text = ctx.text
    codes: set[str] = set()
    rest = text[start:end]
    for hit in sentence.hits:
        entry = hit.entry
        if hit.start < start or hit.start >= end:
            continue
        if entry.mechanism is not None:
            codes.update(entry.mechanism.members[:3] or (entry.mechanism.name,))
            continue
        if entry.org is not None:
            codes.add(entry.org.code)
        elif entry.country is not None:
            if _SIDE.match(text, hit.end) or (hit.start > start and text[hit.start - 1] in _DASHES):
                codes.add(entry.country.code)
        elif entry.place is None:
            continue
        rest = rest.replace(entry.text, "", 1)
    pair = ctx.rules.pair.match(text, start, end)
    if pair is not None and not codes:
        codes.update(ctx.pair_at(pair.start(), pair.end()))
        rest = rest[pair.end() - pair.start() :]
    return frozenset(codes), rest


_DASHES = "-—－–+与和、"
_SIDE = re.compile(f"[{_DASHES}]")


def _in_quotes(text: str, low: int, start: int) -> str:
    """“一带一路”峰会: what stands in the quotation marks before."""
    if start <= low or text[start - 1] not in '”"》':
        return ""
    at = max(text.rfind(mark, low, start - 1) for mark in '“"《')
    return text[at + 1 : start - 1] if at >= 0 else ""


def _theme(rest: str) -> str:
    """What a name says besides countries, numbers and level: 气候, 太平洋岛."""
    core = re.sub(r"\([^()]*\)|第?\s*[\d一二三四五六七八九十百首]+\s*[届次]|[A-Za-z\d+\s·—\-－]+|\(|\)", "", rest)
    core = _THIS.sub("", _ANY.sub("", core))
    return re.sub(r"^(?:届|本|此|这)", "", _LEVEL.sub("", core))[-4:]


def _begin(text: str, low: int, word: int) -> int:
    """Where the name that ends in the word at `word` begins."""
    at, depth = word, 0
    while at > low and word - at < FAR:
        c = text[at - 1]
        if c == ")":
            depth += 1
        elif c == "(":
            if not depth:
                break
            depth -= 1
        elif not depth and c in _BOUND:
            break
        at -= 1
    plain = _BRACKET.sub(lambda m: "x" * len(m.group()), text[at:word])
    cut = _CUT.match(plain)
    return at + cut.end() if cut else at


_BRACKET = re.compile(r"\([^()]*\)?")
NEAR = 3
"""Sentences within which 此次会议 means another session told last."""
FAR = 40
"""Characters of a session's name."""


def _same(text: str, told: Summit, name: Name) -> bool:
    """Whether a name further down means the session of the headline."""
    head = told.head
    if _OTHER.search(name.lead + text[name.start : name.word]):
        return False
    if head.ordinal and name.ordinal:
        return head.ordinal == name.ordinal
    if name.bare():
        return True
    if name.codes and head.codes:
        return name.codes == head.codes
    if not name.codes and _NOW_LAST.search(name.lead):
        return True
    if name.theme and head.theme:
        return name.theme[-2:] in head.theme or head.theme[-2:] in name.theme
    return not name.codes and not name.theme


def _take_in(ctx: Context, told: Summit) -> None:
    """Makes the candidate and takes its tellings out of what was found."""
    own = [c for c in ctx.found if c.type is EventType.SESSION and _tells(told, c)]
    first, last = _days(ctx, told)
    place = _place(ctx, told)
    _gather(ctx, told, own)
    who = list(told.who.values()) or _owners(ctx, told)
    if not who:
        return
    order, name = next(((o, n) for o, n in told.names if o > 0 and not n.bare()), told.names[0])
    status = _status(ctx, told, first)
    made = Candidate(EventType.SESSION, status, [Who(a) for a in who], name.start, name.end, name.start, order)
    made.start, made.end, made.place = first, last, place
    made.mechanism = bare_name(ctx, name.start, name.end)
    made.ordinal = next((n.ordinal for _, n in told.names if n.ordinal), None)
    made.marks = {"main"}
    for c in own:
        made.place = made.place or c.place
    ctx.found[:] = [c for c in ctx.found if c not in own]
    ctx.found.append(made)


def _tells(told: Summit, c: Candidate) -> bool:
    return any(n.start < c.until and c.trigger < n.end for _, n in told.names)


def _gather(ctx: Context, told: Summit, own: list[Candidate]) -> None:
    """Who attends: by each sentence that names the session, the one after it, and what the finders found."""
    named = {o for o, _ in told.names}
    for order, name in told.names:
        found = attending(ctx, order, name.start, name.end)
        if order + 1 < len(ctx.sentences) and order + 1 not in named:
            following = ctx.sentences[order + 1]
            if following.paragraph == ctx.sentences[order].paragraph and not _ANY.search(
                ctx.text, following.start, following.end
            ):
                found += attending(ctx, order + 1, following.start, following.start, goes_on=True)
        for actor in found:
            told.who.setdefault(actor.name, actor)
    people = [w.actor for c in own if c.order <= LEAD and not absent(ctx, c.order) for w in c.who]
    for actor in [*people, *chairs(ctx), *in_turn(ctx)]:
        if actor.person is not None:
            told.who.setdefault(actor.name, actor)


def _owners(ctx: Context, told: Summit) -> list[Actor]:
    """Who holds a session of which nobody is named: its organisation, or the countries whose it is."""
    codes = sorted(c for c in told.head.codes if c in ctx.rules.names and c not in _WIDE)
    return [ctx.country_actor(c) for c in codes]


def _resolved(ctx: Context, item: Item) -> tuple[str, str] | None:
    """The days of a date, in the year nearest to publication."""
    if item.date is None:
        return None
    last = ctx.last_day() if item.date.kind is DateKind.ANAPHORIC else None
    readings = [resolve(ctx, item.date, s, last) for s in (Status.HELD, Status.PLANNED)]
    days = [(a, b or a) for a, b in readings if a and len(a) == len("YYYY-MM-DD")]
    if not days or ctx.published is None:
        return days[0] if days else None
    today = ctx.published
    return min(days, key=lambda d: abs((date.fromisoformat(d[0]) - today).days))


def _days(ctx: Context, told: Summit) -> tuple[str | None, str | None]:
    """The session's first and last day: a stretch before a single day, where it is told to run before elsewhere."""
    best: tuple[int, str | None, str | None] = (-1, None, None)
    for order, name in told.names:
        row = ctx.row(order)
        if _AROUND.match(ctx.text, name.end):
            continue
        low = row.clause_start(name.start)
        stop = next((c for c in row.commas if c > name.end), row.sentence.end)
        runs = _RUNS.search(ctx.text, low, stop)
        if runs is None or (_PARTLY.match(runs.group()) and _ON_THE_WAY.search(ctx.text, row.sentence.start, stop)):
            continue
        for item in _dates(ctx, row, name, stop):
            days = _with_next(ctx, row, item)
            if days is None:
                continue
            worth = 2 * (days[1] > days[0]) + (not name.bare()) + (_PARTLY.match(runs.group()) is None)
            if worth > best[0]:
                best = (worth, *days)
    return best[1], best[2]


_AROUND = re.compile(r"(?:开幕|召开|举行|开始)?(?:之)?(?:前夕?|后)(?!来)")
_PARTLY = re.compile("出席|参加")
_ON_THE_WAY = re.compile("抵达|前往|赴|启程|转往|飞往")


def _dates(ctx: Context, row: Row, name: Name, stop: int) -> list[Item]:
    """The date nearest before a name, and the first behind it in its clause."""
    dates = [i for i in row.items if i.kind == DATE and _resolved(ctx, i)]
    left = [i for i in dates if i.end <= name.start and not _NOT_ITS.match(ctx.text[i.end : name.start])]
    right = [i for i in dates if name.end <= i.start < stop and not _SPEAKS.search(ctx.text[name.end : i.start])]
    return right[:1] + left[-1:]


_NOT_ITS = re.compile("[^,。;]{0,12}(?:以来|以后)|.*(?:称|说|表示|宣布|透露|就任|上任)|[^,]{0,12},[^,]*,")
_FROM = re.compile("(?:起|.(?:起|开始))[^,。;]{0,5}")
_SPEAKS = re.compile("[。;:]|说|表示")


def _with_next(ctx: Context, row: Row, item: Item) -> tuple[str, str] | None:
    """The days of a date with what goes on about them: 周四、周五; 9日起一连两天; 周二至周四(5日至7日)."""
    days = _resolved(ctx, item)
    if days is None:
        return None
    for other in row.items:
        if other.kind != DATE or other is item or other.date is None:
            continue
        first, second = (item, other) if item.start < other.start else (other, item)
        gap = ctx.text[first.end : second.start]
        more = _resolved(ctx, other)
        if more is not None and gap == "(":
            days = more if first is item else days
        elif more is not None and re.fullmatch("[、和及与]|至|到", gap):
            days = (min(days[0], more[0]), max(days[1], more[1]))
        elif other.date.days and other.start > item.start and _FROM.fullmatch(ctx.text[item.end - 1 : other.start]):
            days = (days[0], (date.fromisoformat(days[0]) + timedelta(days=other.date.days - 1)).isoformat())
    return days


def _place(ctx: Context, told: Summit) -> str | None:
    """The city the session is told to be in, else the country; its full name tells it before 会议 alone does."""
    for bare in (False, True):
        country: str | None = None
        for order, name in told.names:
            if name.bare() is not bare or _AROUND.match(ctx.text, name.end):
                continue
            row = ctx.row(order)
            city, code = _in_name(ctx, row.sentence, name)
            found = city or place_of(ctx, row, row.clause_start(name.start), name.start, name.end)
            if found is not None and not ctx.is_country(found):
                return found
            country = country or found or (ctx.country_name(code) if code else None)
        if country is not None:
            return country
    return None


def _in_name(ctx: Context, sentence: Sentence, name: Name) -> tuple[str | None, str | None]:
    """迪拜气候峰会, 印度G20峰会: the city in a name, or the country it begins with."""
    country: str | None = None
    for hit in sentence.hits:
        if not name.start <= hit.start < name.word:
            continue
        place = hit.entry.place
        if place is not None and place.kind == "city":
            return ctx.raw[hit.start : hit.end], None
        if hit.start == name.start and hit.entry.country is not None and hit.entry.country.code not in name.codes:
            country = hit.entry.country.code
    return None, country


def _status(ctx: Context, told: Summit, first: str | None) -> Status:
    """Ahead when its first day is, else by the words of headline and lead."""
    if first is not None:
        return Status.PLANNED if ctx.ahead(first) else Status.HELD
    for order, name in told.names[: LEAD + 1]:
        sentence = ctx.sentences[order]
        if _ON.search(ctx.text, sentence.start, sentence.end):
            return Status.HELD
        if _AHEAD.search(ctx.text, sentence.start, min(sentence.end, name.end + 16)):
            return Status.PLANNED
    return Status.HELD
