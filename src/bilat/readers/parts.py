"""Lines → parts: which are lead, body, heading, caption, credit, and which belong to other stories or to the page.

What markup says is kept. Else marks decide (data/marks.tsv), then what stands around a line: nothing after the line
that says "more news" is the article's, the line beside a picture credit is a caption, lines at the end that are no
sentences are other stories' headlines. What remains is the article: its first sentence is the lead.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, cast

from bilat.model import Part
from bilat.readers.marks import marks
from bilat.readers.markup import Line

_SENTENCE_END = re.compile(r"(?:[。！？!?…]|[.](?=[”\"')]*\Z))[”」』’\"'）)】]*\Z")
_FINISHED = re.compile(r"[（(](完|完结|完畢)[）)]\Z")
_TWO_CLAUSES = re.compile(r"[一-鿿”」』）)！？!?0-9][ 　]+[一-鿿“「『（(0-9]")
_BESIDE_CREDIT = re.compile(r"(图片来源|圖片來源|图像来源|圖像來源|图片提供)")
_CREDIT_FIRST = re.compile(r"(图像来源|圖像來源)")
_PICTURE_TEXT = re.compile(r"[^。：:]{2,40}[：:].{10}")
_STAMP_LINE = re.compile(r"\d{4}/\d{1,2}/\d{1,2} \d{1,2}:\d{2}\Z")
_LONGEST_MARK = 60
"""Longer lines are only looked at for notices."""
_LONGEST_HEADING = 40
_LONGEST_CAPTION = 120
_LONGEST_CREDITED = 220
"""Of a caption that names its photographer."""
_LONGEST_NOTE = 90
"""How far from its end a paragraph's closing note or a caption's credit is looked for."""
# By names of their own: looking a member up in an enum takes 0.1 µs before Python 3.12, and each line asks ten times.
_LEAD, _BODY, _HEADING, _CAPTION, _CREDIT, _TEASER, _FOOTER = (
    Part.LEAD,
    Part.BODY,
    Part.HEADING,
    Part.CAPTION,
    Part.CREDIT,
    Part.TEASER,
    Part.FOOTER,
)
_OPENINGS = 2
"""An agency's opening stands in one of the first paragraphs: below a summary in the second."""
_LAST_LINES = 8
"""Notices that are sentences stand among the last lines."""
_NOTE_ENDS = frozenset(")）0123456789")
_ALWAYS_SENTENCE = 90
"""A line longer than this counts as a sentence however it ends."""


class Piece(NamedTuple):
    """A stretch of one line and its part."""

    part: Part
    start: int
    end: int


_new: Callable[[type[Piece], tuple[Part, int, int]], Piece] = cast("Any", tuple).__new__
"""Makes a Piece in half the time its own call takes; there are ten in an article."""


def is_sentence(text: str) -> bool:
    """Whether a line reads as running text: it has or ends with an end of sentence, or is long."""
    return "。" in text or len(text) > _ALWAYS_SENTENCE or bool(_SENTENCE_END.search(text, max(0, len(text) - 6)))


def settle(lines: Sequence[Line], headline: str, *, marked_up: bool) -> list[list[Piece]]:
    """For each line its pieces in order; together they cover the line but for spaces between them."""
    parts = _Sorter(lines, headline, marked_up=marked_up).run()
    told = 0
    pieces: list[list[Piece]] = []
    for line, part in zip(lines, parts, strict=True):
        text = line.text
        if part is _BODY or part is _LEAD:
            told += 1
            if told <= _OPENINGS or text.rstrip("。 ")[-1:] in _NOTE_ENDS:
                pieces.append(_paragraph(text, part, opening=told <= _OPENINGS))
                continue
        elif part is _CAPTION:
            pieces.append(_caption(text))
            continue
        pieces.append([_new(Piece, (part, 0, len(text)))])
    return pieces


class _Sorter:
    """Gives each line of one article its part, one rule after the other; a part once given by a rule stays, but for
    the tail: what stands below it belongs to other stories whatever it is."""

    def __init__(self, lines: Sequence[Line], headline: str, *, marked_up: bool) -> None:
        self._lines = lines
        self._texts = [line.text for line in lines]
        self._headline = headline
        self._marked_up = marked_up
        self._parts = [line.part for line in lines]
        self._around: list[int] = []
        self._short = [i for i, text in enumerate(self._texts) if len(text) <= _LONGEST_MARK]

    def run(self) -> list[Part]:
        """All rules in order."""
        self._marks()
        self._linked()
        around = marks().around
        self._around = [i for i in self._short if around.match(self._texts[i])]
        if self._around:
            self._enclosed()
            self._tail()
        self._after_the_end()
        self._captions()
        self._bylines()
        self._repeats()
        if self._around:
            self._boxes()
        if not self._marked_up:
            self._headlines_between()
        self._trailing()
        return self._article()

    def _marks(self) -> None:
        table = marks()
        texts, parts = self._texts, self._parts
        for i in self._short:
            if parts[i] is None or (parts[i] is _CAPTION and _BESIDE_CREDIT.match(texts[i])):
                parts[i] = _first(table.line, texts[i]) or parts[i]
        last = len(texts) - _LAST_LINES
        for i, text in enumerate(texts):
            if parts[i] is None and _LONGEST_MARK < len(text) <= 5 * _LONGEST_MARK and (i >= last or "。" not in text):
                parts[i] = _first(table.notice, text)
        for i in self._short:
            if texts[i][0].isdecimal() and _STAMP_LINE.match(texts[i]):  # a headline's time in a list of them
                parts[max(i - 1, 0) : i + 1] = [_TEASER] * min(i + 1, 2)

    def _linked(self) -> None:
        """Lines that are links as a whole lead elsewhere."""
        for i, line in enumerate(self._lines):
            if line.linked and self._parts[i] in (None, _HEADING) and not line.text.endswith("。"):
                self._parts[i] = _TEASER

    def _enclosed(self) -> None:
        table = marks()
        opened: int | None = None
        for i in self._around:
            text = self._texts[i]
            if opened is None and table.open.match(text):
                opened = i
                self._parts[i] = _TEASER
            elif opened is not None and table.close.match(text):
                self._parts[opened : i + 1] = [_TEASER] * (i + 1 - opened)
                opened = None

    def _tail(self) -> None:
        tail = marks().tail
        for i in self._around:
            if self._parts[i] in (None, _HEADING, _TEASER) and tail.match(self._texts[i]):
                if any(map(is_sentence, self._texts[:i])):
                    below = self._parts[i + 1 :]
                    self._parts[i:] = [_TEASER, *(p if p is _FOOTER else _TEASER for p in below)]
                    return
                self._parts[i] = _FOOTER

    def _after_the_end(self) -> None:
        """Below （完） only credits and other stories follow."""
        ended = False
        for i, text in enumerate(self._texts):
            if ended and self._parts[i] in (None, _HEADING):
                self._parts[i] = _CREDIT if len(text) <= 12 else _TEASER
            elif text[-1] in "）)" and self._parts[i] is None and _FINISHED.search(text, max(0, len(text) - 5)):
                ended = True

    def _captions(self) -> None:
        begins = marks().caption_start
        texts, parts = self._texts, self._parts
        for i, text in enumerate(texts):
            if parts[i] is None:
                if len(text) > _LONGEST_CREDITED:
                    continue
                ended = text[-1] == "。" and "自" not in text[-14:] and " ảnh " not in text
                if begins.match(text) or (not ended and _ends_as_caption(text)):
                    parts[i] = _CAPTION
            elif parts[i] is _CREDIT and _BESIDE_CREDIT.match(text):
                beside = i + 1 if _CREDIT_FIRST.match(text) else i - 1
                if 0 <= beside < len(texts) and parts[beside] is None and len(texts[beside]) <= _LONGEST_CAPTION:
                    others = (k for k, part in enumerate(parts) if part is None and k != beside)
                    if any(is_sentence(texts[k]) for k in others):
                        parts[beside] = _CAPTION

    def _bylines(self) -> None:
        """Above the first sentence stand names and dates; one name stands below "by"."""
        table, texts, parts = marks(), self._texts, self._parts
        first = next((i for i, part in enumerate(parts) if part is None and is_sentence(texts[i])), len(texts))
        for i in self._short:
            if i < first and parts[i] is None:
                parts[i] = _first(table.head, texts[i])
            elif i and parts[i] is None and texts[i - 1] in _BYLINE_BELOW and len(texts[i]) < _LONGEST_HEADING:
                parts[i] = _CREDIT

    def _repeats(self) -> None:
        """A line that repeats the headline is the text of a picture, and so is a short line right below it; a line
        that repeats the caption above it is that caption again."""
        texts, parts = self._texts, self._parts
        above, above_part = "", None
        for i, text in enumerate(texts):
            if parts[i] is None and (
                text == self._headline
                or (above_part is _CAPTION and len(text) >= 8 and above.startswith(text))
                or (above == self._headline and len(text) <= _LONGEST_MARK and i and not self._marked_up)
            ):
                parts[i] = _CAPTION
            above, above_part = text, parts[i]

    def _boxes(self) -> None:
        """From a line that announces other stories to the next sentence; below a gallery's heading its pictures."""
        box = marks().box
        starts = [i for i in self._around if box.match(self._texts[i])]
        for start in starts:
            for i in range(start, len(self._texts)):
                part, text = self._parts[i], self._texts[i]
                if i > start and part is None and is_sentence(text) and not _TWO_CLAUSES.search(text):
                    break
                if part in (None, _HEADING):
                    self._parts[i] = _TEASER
        gallery = marks().gallery
        for start in [i for i in self._around if gallery.match(self._texts[i])]:
            self._parts[start] = _TEASER
            for i in range(start + 1, len(self._texts)):
                if self._parts[i] is not None or not _PICTURE_TEXT.match(self._texts[i]):
                    break
                self._parts[i] = _TEASER

    def _headlines_between(self) -> None:
        """Between paragraphs, a line of two clauses without an end, or several lines without one, are other stories'
        headlines."""
        texts, parts = self._texts, self._parts
        bare = [part is None and not is_sentence(text) for text, part in zip(texts, parts, strict=True)]
        for i, text in enumerate(texts):
            if bare[i] and parts[i] is None and len(text) >= 12:
                beside = (i > 0 and bare[i - 1]) or (i + 1 < len(bare) and bare[i + 1])
                if beside or _TWO_CLAUSES.search(text):
                    parts[i] = _TEASER

    def _trailing(self) -> None:
        """Free lines at the end that are no sentences: a short one is a byline, one alone with a comma a sentence that
        lost its end, others are headlines."""
        texts, parts = self._texts, self._parts
        free = [i for i, part in enumerate(parts) if part is None]
        last = next((k for k in range(len(free) - 1, -1, -1) if is_sentence(texts[free[k]])), None)
        if last is None:
            return
        bare = free[last + 1 :]
        for i in bare:
            text = texts[i]
            if len(text) <= 8:
                parts[i] = _CREDIT
            elif self._marked_up or (len(bare) == 1 and "，" in text and not _TWO_CLAUSES.search(text)):
                parts[i] = _BODY
            else:
                parts[i] = _TEASER

    def _article(self) -> list[Part]:
        """What is still free is the article: short lines without an end are headings, the first sentence the lead."""
        found: list[Part] = []
        lead = False
        for text, part in zip(self._texts, self._parts, strict=True):
            if part is not None:
                found.append(part)
            elif len(text) <= _LONGEST_HEADING and _is_heading(text):
                found.append(_HEADING)
            else:
                found.append(_BODY if lead else _LEAD)
                lead = True
        return found


_BYLINE_BELOW = frozenset(("作者：", "作者:", "作者 :", "撰文：", "记者：", "記者："))


def _first(rows: Sequence[tuple[Part, re.Pattern[str]]], text: str) -> Part | None:
    for part, pattern in rows:
        if pattern.match(text):
            return part
    return None


def _ends_as_caption(text: str) -> bool:
    """Whether a line has near its end what captions have."""
    table, start = marks(), max(0, len(text) - _LONGEST_NOTE)
    if table.caption.search(text, start):
        return True
    return text.find(" ", start) >= 0 and table.caption_latin.search(text, start) is not None


def _is_heading(text: str) -> bool:
    """Whether a short line is a heading and no sentence of its own."""
    if "。" in text or text.endswith((",", "，", "、", ";", "；", ":", "：", ".", "!", "！", "…")):
        return False
    return not (text.endswith(("？", "?")) and len(text) > 25)


def _paragraph(text: str, part: Part, *, opening: bool) -> list[Piece]:
    """A paragraph's pieces: opening and closing notes of an agency apart from it."""
    start, end = 0, len(text)
    before: list[Piece] = []
    after: list[Piece] = []
    for kind, pattern in marks().start if opening else ():
        if m := pattern.match(text):
            before.append(Piece(kind, 0, m.end()))
            start = m.end()
            break
    if text.rstrip("。 ")[-1:] in _NOTE_ENDS:
        for kind, pattern in marks().end:
            if (m := pattern.search(text, max(start, len(text) - _LONGEST_NOTE), end)) and m.start() > start:
                after.insert(0, Piece(kind, m.start(), end))
                end = m.start()
    if not before and not after:
        return [_new(Piece, (part, 0, end))]
    return [*before, *_bare(text, part, start, end), *after]


def _caption(text: str) -> list[Piece]:
    """A caption's pieces: its credit apart from it."""
    m = marks().photo.search(text, max(0, len(text) - _LONGEST_NOTE))
    if m is None:
        return [_new(Piece, (_CAPTION, 0, len(text)))]
    return [*_bare(text, _CAPTION, 0, m.start()), Piece(_CREDIT, m.start(), len(text))]


def _bare(text: str, part: Part, start: int, end: int) -> list[Piece]:
    """The stretch without spaces at its ends, unless nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Piece(part, start, end)] if start < end else []
