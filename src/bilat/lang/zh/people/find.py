"""Where names stand in a document: after a title, before an honorific, before a verb, in a list, beside a bracket.

Analysis → Sightings: names with the title written with them, and offices whose holder is not named.
"""

import re

from bilat.lang.zh.analysis import Analysis, Sentence
from bilat.lang.zh.lexicon import Hit
from bilat.lang.zh.people.held import held
from bilat.lang.zh.people.line import Line
from bilat.lang.zh.people.lists import attending, may_row, read_lists
from bilat.lang.zh.people.marks import read_brackets, read_dotted
from bilat.lang.zh.people.names import HONORED_BEGINS, may_end, past_honor, surname_size
from bilat.lang.zh.people.sightings import DOCTRINE, LEADERS, SOLE, Sighting, Sightings
from bilat.lang.zh.people.tables import PUNCTUATION, Tables
from bilat.lang.zh.people.takers import read_taker
from bilat.lang.zh.people.titles import Title
from bilat.packs.rows import Office

_BYLINE = re.compile(
    r"[^,。]{0,16}(?:电|专电|传真|摄|特稿|报道|外电|采访)[\d日月年 ]*[))】]|[^,。()]{0,8}(?:摄|传真|报道|报导)"
    r"|(?: [一-鿿]{2,4})+\)"
)
_REPORTERS = frozenset(("记者", "特派员", "编辑", "编译", "摄影师", "主编"))
_STATES = ("吉斯坦", "尼斯坦", "克斯坦", "基斯坦", "曼斯坦")
"""Ends of states' names, some misspelt (盟友塔吉斯坦)."""
_SPOUSES = frozenset(("夫人",))
"""The kin whose word is a title with the partner's name before it; other kin are named without a title."""
_ASIDE = 14
_ASIDES = frozenset(" (") | HONORED_BEGINS
"""What may stand between an office and a name begins with one of these."""
_GOES_ON = frozenset("兼暨、")
_SERVES = re.compile(
    "(?:国家|安全|政治|外交|经济|高级|首席|特别|新闻|私人|军事|法律|能源|贸易|气候|中东|事务|副)*"
    "(?:顾问|助理|特使|秘书(?!长)|发言人|幕僚长|办公室|代表(?!团))"
)
"""波兰总统安全顾问: who serves the holder of an office is another."""
_HEAD = 5
_RUNNING = ("候选人", "参选人")
_PLURAL = frozenset(("两国", "三国", "四国", "五国", "两党", "两军", "多国", "各国", "双方"))
_SUBJECT_OF = frozenset(("say", "meet", "talk", "call", "attend", "visit", "arrive", "receive", "sign", "invite"))
"""What a person does: a name may stand right before verbs of these senses."""


def see(analysis: Analysis, tables: Tables, home: str | None) -> Sightings:
    """Every place where the words around it say that a person is named. `home` is the publisher's country."""
    seen = Sightings()
    text = analysis.text
    line = Line(analysis, tables, seen, home, attending(text))
    mark = text.find("、")
    for sentence in analysis.sentences:
        start, end = sentence.start, sentence.end
        if 0 <= mark < start:
            mark = text.find("、", start)
        if start <= mark < end:
            row = may_row(line, start, end)
        else:
            row = text[start] in tables.surnames and line.attends(start, end)
        people = _tells(sentence, text, tables)
        if people or row:
            line.begin(sentence)
            if people:
                _read(line)
            if row:
                read_lists(line)
    read_brackets(analysis, tables, seen)
    read_dotted(analysis, tables, seen)
    return seen


def _tells(sentence: Sentence, text: str, tables: Tables) -> bool:
    """Whether a sentence has a word beside which persons are named."""
    floor = sentence.start
    for start, end, entry in sentence.hits:
        if entry.office is not None or entry.person is not None:
            return True
        verb = entry.verb
        if verb is not None:
            if verb.sense in _SUBJECT_OF and may_end(text, start, floor, tables):
                return True
        elif entry.body is not None and text.startswith("长", end):
            return True
        floor = end
    return False


def _read(line: Line) -> None:
    """Offices in turn, and known names and speakers between them."""
    for index, hit in enumerate(line.hits):
        start, _, entry = hit
        if start < line.done:
            continue
        if entry.office is not None:
            _office(line, index, hit, entry.office)
        elif entry.person is not None:
            _known(line, index, hit)
        elif entry.verb is not None and entry.verb.sense in _SUBJECT_OF:
            _subject(line, index, hit)


def _office(line: Line, index: int, hit: Hit, office: Office) -> None:
    titles = line.titles
    if not held(line.text, hit) or (office.honorific and _surname_only(line, index, hit)):
        return
    if _plural(line, index, hit.start):
        line.seen.unnamed.append((titles.read(index), hit.entry.text))
        return
    at = hit.end
    if line.text[at : at + 1] in _ASIDES:
        at = past_honor(line.text, _after_aside(line, at))
    titled = titles.is_title(index)
    if titled and line.may_name(at):
        title = _inherit(line, titles.read(index))
        end = _listed_end(line, index, at, title)
        if end is None:
            culture = _culture(title) or (line.home if line.home in line.tables.kanji else None)
            end = line.name_end(at, culture, strict=title.kind not in LEADERS or at > hit.end)
        if end is not None and not _is_field(line, end):
            _named(line, at, end, title, hit.entry.text)
            return
    if office.honorific and _honorific(line, index, hit, office):
        return
    if titled and line.text[hit.end : hit.end + 1] not in _GOES_ON and not _SERVES.match(line.text, hit.end):
        title = titles.read(index)
        read_taker(line, title)
        line.seen.unnamed.append((title, hit.entry.text))


def _culture(title: Title) -> str | None:
    """The country that tells how a name behind a title is made; who serves an organisation may come from any."""
    code = title.country or title.hint
    return None if code is not None and len(code) > len("CN") else code


def _after_aside(line: Line, end: int) -> int:
    """Past a space, or an explanation in brackets: 海将补(相当于少将)西山高广."""
    text = line.text
    if text[end : end + 1] == " ":
        return end + 1
    if text[end : end + 1] == "(" and text[end + 1 : end + 2] > "⺀":
        closed = text.find(")", end, min(end + _ASIDE, line.end))
        if closed > 0 and "," not in text[end:closed]:
            return closed + 1
    return end


def _listed_end(line: Line, index: int, at: int, title: Title) -> int | None:
    """The end of a name the packs know that begins right after the office."""
    after = line.hits[index + 1] if index + 1 < len(line.hits) else None
    if after is None or after.start != at or after.entry.person is None:
        return None
    if not line.whole(at, after.end):
        country = title.country or title.hint
        foreign = country == after.entry.person.country and country not in line.tables.natives
        return after.end if foreign and _once(line, at, after.end) else None
    if after.end - at != 2 or line.text[after.end : after.end + 1] in line.tables.may_follow:
        return after.end
    longer = line.name_end(at, after.entry.person.country)
    whole = longer == at + 3 and line.right_bound(at + 3) and _each(line.text, at, after.end)
    return longer if whole else after.end


def _once(line: Line, start: int, end: int) -> bool:
    """Whether a known name of the office's country seems to go on for one character, here alone (卢拉因肺炎…)."""
    longer = line.name_end(start, None)
    if line.text[end : end + 1] in ("·", "-") or (longer is not None and longer > end + 1):
        return False
    return line.text.count(line.text[start : end + 1]) == 1


def _each(text: str, start: int, end: int) -> bool:
    """Whether what looks like a known name of two characters has a third each time (王浩宇)."""
    return text.count(text[start:end]) == text.count(text[start : end + 1])


def _surname_only(line: Line, index: int, hit: Hit) -> bool:
    """习主席, 蔡总统: a surname and an honorific, which name who is named in full elsewhere."""
    at = hit.start - 1
    if at < line.done or line.text[at] not in line.tables.surnames or line.text[at] in line.tables.short:
        return False
    if not line.left_bound(at) or (index and line.hits[index - 1].end > at):
        return False
    line.seen.surnames.append((at, hit.end))
    return True


def _is_field(line: Line, end: int) -> bool:
    """Whether what looked like a name stands before another office and is part of that (成育局长藤原朋子)."""
    index = line.office_at(end)
    office = line.hits[index].entry.office if index is not None else None
    if index is None or office is None or office.kind == "spouse":
        return False
    after = line.hits[index].end
    return not office.honorific or (line.may_name(after) and line.name_end(after, None, strict=True) is not None)


def _plural(line: Line, index: int, start: int) -> bool:
    """中美防长, 两国总理: more than one holder, so no name of one follows."""
    text, short = line.text, line.tables.short
    if text[start - 2 : start] in _PLURAL:
        return True
    if text[start - 1] not in short or text[start - 2] not in short:
        return False
    if index and line.hits[index - 1].end > start - 2:
        return False
    at = start
    while at > line.start and text[at - 1] in short:
        at -= 1
    return line.left_bound(at)


def _inherit(line: Line, title: Title) -> Title:
    """印度总统穆尔穆、总理莫迪: a title joined to a person before it is of the same country."""
    last = line.last
    if title.country is not None or title.hint is not None or last is None or last.title is None:
        return title
    country = last.title.country or last.title.hint
    if country is None or line.text[last.after : title.phrase] not in ("、", "和", "与", "及", "以及"):
        return title
    return title._replace(hint=country)


def _named(line: Line, start: int, end: int, title: Title, word: str) -> None:
    if line.text.endswith(_STATES, start, end):
        return
    if word in _REPORTERS and _BYLINE.match(line.text, end):
        line.seen.bylines.add(line.text[start:end])
        line.done = end
        return
    sighting = Sighting(start, end, title.phrase, title, line.part)
    if title.kind == "spouse":
        _spouse(line.last, sighting, title, word)
    line.add(sighting)
    if line.text[line.done : line.done + 1] in ("、", "和", "与", "及"):
        _share(line, title)


def _heads(line: Line, end: int) -> bool:
    """Whether what looked like a name begins the next title (综合外交政策局长)."""
    if end >= line.end or line.text[end] in line.tables.after1:
        return False
    index = line.office_from(end + 1)
    start = line.hits[index].start if index is not None else line.end
    return start - end < _HEAD and PUNCTUATION.isdisjoint(line.text[end:start])


def _spouse(last: Sighting | None, sighting: Sighting, title: Title, word: str) -> None:
    """习近平主席夫人彭丽媛: the title takes in the partner's."""
    sighting.kin = True
    if last is not None:
        sighting.country = last.country or (last.title.country or last.title.hint if last.title else None)
    if word not in _SPOUSES:
        sighting.title = None
    elif last is not None and last.after == title.phrase:
        whole = min(last.start, last.title.start) if last.title is not None else last.start
        sighting.title = title._replace(start=whole, phrase=last.phrase)


def _share(line: Line, title: Title) -> None:
    """Names joined to the one just read by 、 or 和 share its title."""
    country = title.country or title.hint
    while line.done < line.end - 1 and line.text[line.done] in "、和与及":
        mark, at = line.text[line.done], line.done + 1
        if line.stops.get(at, 0) > at + 1 or _of_another(line, at, country):
            return
        end = line.name_end(at, country, strict=True)
        if end is None or end - at < 2 or line.office_at(end) is not None or line.text[end : end + 1] == "的":
            return
        if not line.right_bound(end) and end not in line.stops:
            return
        if _heads(line, end):
            return
        one = title.kind in SOLE and not line.text[title.start : title.end].endswith(_RUNNING)
        shared = None if one and mark != "、" else title
        line.add(Sighting(at, end, at, shared, line.part, country=country))


def _of_another(line: Line, at: int, country: str | None) -> bool:
    """Whether a known name of another country begins here: 财政部长贝森特与何立峰 hold no office together."""
    known = next((hit.entry.person for hit in line.hits if hit.start == at), None)
    return known is not None and country is not None and known.country != country


def _honorific(line: Line, index: int, hit: Hit, office: Office) -> bool:
    """A name right before the office: 博尔内总理."""
    before = line.hits[index - 1] if index else None
    floor, start, known = max(line.done, line.start), None, False
    if before is not None and before.entry.person is None:
        if before.end == hit.start:
            return False
        floor = max(floor, before.end)
    elif before is not None and before.end == hit.start and before.start >= line.done:
        known = line.text[before.start - 1] not in "·-"
        start = before.start if known else None
        floor = floor if known or index < 2 else max(floor, line.hits[index - 2].end)
    if start is None:
        start = line.name_start(hit.start, floor)
    if start is None:
        return False
    after = _joined_honorifics(line, index, hit.end)
    title = Title(start, hit.start, after, None, None, office.kind)
    line.add(Sighting(start, hit.start, start, title, line.part, sure=known or office.kind in LEADERS, after=after))
    return True


def _joined_honorifics(line: Line, index: int, after: int) -> int:
    """习近平总书记、国家主席: a second title joined to the honorific."""
    while line.text[after : after + 1] == "、" and index + 1 < len(line.hits):
        index += 1
        hit = line.hits[index]
        if hit.start != after + 1 or hit.entry.office is None:
            break
        if line.may_name(hit.end) and line.name_end(hit.end, None):
            break
        after = hit.end
    return after


def _known(line: Line, index: int, hit: Hit) -> None:
    """A name the packs know, with no title before it; an honorific after it is read with that."""
    follower = line.hits[index + 1] if index + 1 < len(line.hits) else None
    if follower is not None and follower.start == hit.end:
        office = follower.entry.office
        if office is not None and office.honorific:
            return
    if line.text.startswith(DOCTRINE, hit.end) or not line.whole(hit.start, hit.end):
        return
    country = hit.entry.person.country if hit.entry.person is not None else None
    line.add(Sighting(hit.start, hit.end, hit.start, None, line.part, country=country or None))


def _subject(line: Line, index: int, hit: Hit) -> None:
    """A name right before a verb of speech or meeting; its shape is not enough, it must recur."""
    floor = line.done
    if index:
        _, end, entry = line.hits[index - 1]
        if end > floor and entry.person is None:
            floor = end
    start = line.name_start(hit.start, floor)
    if start is None or start in line.titles.taken:
        return
    size = surname_size(line.text, start, line.tables)
    if hit.start - start > 3 or not size or line.text[start : start + size] in line.tables.common:
        line.add(Sighting(start, hit.start, start, None, line.part, sure=False))
