"""Lines → parts: which are lead, body, heading, caption, credit, and which belong to other stories or to the page.

What markup says is kept. Else marks decide (data/marks.tsv), then what stands around a line: nothing after the line
that says "more news" is the article's, the line beside a picture credit is a caption, lines at the end that are no
sentences are other stories' headlines. What remains is the article: its first sentence is the lead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bilat.model import Part
from bilat.readers.markup import Line
from bilat.readers.marks import marks

_SENTENCE = re.compile(r"。|[！？!?…][”」』’\"'）)】]*\Z|[.][”\"')]*\Z")
_FINISHED = re.compile(r"[（(](完|完结|完畢)[）)]\Z")
_TWO_CLAUSES = re.compile(r"[一-鿿”」』）)！？!?0-9][ 　]+[一-鿿“「『（(0-9]")
_BESIDE_CREDIT = re.compile(r"(图片来源|圖片來源|图像来源|圖像來源|图片提供)")
_CREDIT_FIRST = re.compile(r"(图像来源|圖像來源)")
_STAMP_LINE = re.compile(r"\d{4}/\d{1,2}/\d{1,2} \d{1,2}:\d{2}\Z")
_LONGEST_HEADING = 40
_LONGEST_CAPTION = 120
_ALWAYS_SENTENCE = 90
"""A line longer than this counts as a sentence however it ends."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line and its part."""

    part: Part
    start: int
    end: int


def is_sentence(text: str) -> bool:
    """Whether a line reads as running text: it has or ends with an end of sentence, or is long."""
    return bool(_SENTENCE.search(text)) or len(text) > _ALWAYS_SENTENCE


def settle(lines: Sequence[Line], headline: str, *, marked_up: bool) -> list[list[Piece]]:
    """For each line its pieces in order; together they cover the line but for spaces between them."""
    sorter = _Sorter(lines, headline, marked_up=marked_up)
    sorter.run()
    return [list(_pieces(line.text, part)) for line, part in zip(lines, sorter.parts, strict=True)]


class _Sorter:
    """Gives each line of one article its part, one rule after the other; a part once given by a rule stays, but for
    the tail: what stands below it belongs to other stories whatever it is."""

    def __init__(self, lines: Sequence[Line], headline: str, *, marked_up: bool) -> None:
        self.texts = [line.text for line in lines]
        self.lines = lines
        self.headline = headline
        self.marked_up = marked_up
        self.parts: list[Part] = []
        self._open = [line.part for line in lines]

    def run(self) -> None:
        """All rules in order."""
        self._marks()
        self._linked()
        self._enclosed()
        self._tail()
        self._after_the_end()
        self._captions()
        self._repeats()
        self._boxes()
        if not self.marked_up:
            self._headlines_between()
        self._trailing()
        self._article()

    def _free(self, i: int) -> bool:
        return self._open[i] is None

    def _marks(self) -> None:
        table = marks()
        for i, text in enumerate(self.texts):
            if self._free(i) and len(text) <= 300:
                self._open[i] = next((part for part, pattern in table.line if pattern.match(text)), None)
        first = self._first_sentence()
        for i in range(first):
            if self._free(i):
                self._open[i] = next((part for part, pattern in table.head if pattern.match(self.texts[i])), None)
        for i in range(1, len(self.texts)):
            before = self.texts[i - 1]
            if self._free(i) and before.startswith("作者") and before.endswith(("：", ":")) and len(self.texts[i]) < 24:
                self._open[i] = Part.CREDIT

    def _first_sentence(self) -> int:
        return next((i for i, t in enumerate(self.texts) if self._free(i) and is_sentence(t)), len(self.texts))

    def _linked(self) -> None:
        """Lines that are links as a whole lead elsewhere."""
        for i, line in enumerate(self.lines):
            if line.linked and self._open[i] in (None, Part.HEADING) and not line.text.endswith("。"):
                self._open[i] = Part.TEASER

    def _enclosed(self) -> None:
        table = marks()
        opened: int | None = None
        for i, text in enumerate(self.texts):
            if opened is None and len(text) < 80 and table.open.match(text):
                opened = i
                self._open[i] = Part.TEASER
            elif opened is not None and table.close.match(text):
                for k in range(opened, i + 1):
                    self._open[k] = Part.TEASER
                opened = None

    def _tail(self) -> None:
        table = marks()
        started = False
        for i, text in enumerate(self.texts):
            if started:
                if self._open[i] is not Part.FOOTER:
                    self._open[i] = Part.TEASER
            elif len(text) <= 30 and self._open[i] in (None, Part.HEADING, Part.TEASER) and table.tail.match(text):
                started = any(is_sentence(t) for t in self.texts[:i])
                self._open[i] = Part.TEASER if started else Part.FOOTER

    def _after_the_end(self) -> None:
        """Below （完） only credits and other stories follow."""
        end = next((i for i, t in enumerate(self.texts) if self._free(i) and _FINISHED.search(t)), None)
        if end is None:
            return
        for i in range(end + 1, len(self.texts)):
            if self._open[i] in (None, Part.HEADING):
                self._open[i] = Part.CREDIT if len(self.texts[i]) <= 12 else Part.TEASER

    def _captions(self) -> None:
        caption = marks().caption
        for i, text in enumerate(self.texts):
            if self._free(i) and len(text) <= 3 * _LONGEST_CAPTION and caption.search(text):
                self._open[i] = Part.CAPTION
            elif self._open[i] is Part.CREDIT and _BESIDE_CREDIT.match(text):
                beside = i + 1 if _CREDIT_FIRST.match(text) else i - 1
                if 0 <= beside < len(self.texts) and self._free(beside) and len(self.texts[beside]) <= _LONGEST_CAPTION:
                    self._open[beside] = Part.CAPTION

    def _repeats(self) -> None:
        """A line that repeats the headline is the text of a picture, and so is a short line right below it; a line
        that repeats the caption above it is that caption again."""
        for i, text in enumerate(self.texts):
            if not self._free(i):
                continue
            above = self.texts[i - 1] if i else ""
            if text == self.headline or (
                i and len(text) >= 8 and above.startswith(text) and self._is(i - 1, Part.CAPTION)
            ):
                self._open[i] = Part.CAPTION
            elif i and above == self.headline and len(text) <= _LONGEST_CAPTION // 2 and not self.marked_up:
                self._open[i] = Part.CAPTION

    def _is(self, i: int, part: Part) -> bool:
        return self._open[i] is part

    def _boxes(self) -> None:
        box = marks().box
        inside = False
        for i, text in enumerate(self.texts):
            if self._open[i] in (None, Part.HEADING, Part.TEASER) and len(text) <= 20 and box.match(text):
                inside = True
            elif inside and self._free(i) and is_sentence(text) and _TWO_CLAUSES.search(text) is None:
                inside = False
            if inside and self._open[i] in (None, Part.HEADING):
                self._open[i] = Part.TEASER

    def _headlines_between(self) -> None:
        """Between paragraphs, a line of two clauses without an end, or several lines without one, are other stories'
        headlines; a line above a bare time is one too."""
        bare = [self._free(i) and not is_sentence(t) for i, t in enumerate(self.texts)]
        for i, text in enumerate(self.texts):
            if _STAMP_LINE.match(text):
                self._open[i] = Part.TEASER
                if i and self._free(i - 1):
                    self._open[i - 1] = Part.TEASER
            if not bare[i]:
                continue
            neighbour = (i > 0 and bare[i - 1]) or (i + 1 < len(bare) and bare[i + 1])
            if len(text) >= 12 and (neighbour or _TWO_CLAUSES.search(text)):
                self._open[i] = Part.TEASER

    def _trailing(self) -> None:
        """Free lines at the end that are no sentences: one short one is a byline, others are headlines."""
        last = len(self.texts)
        while last > 0 and (not self._free(last - 1) or not is_sentence(self.texts[last - 1])):
            last -= 1
        if last == 0:
            return
        for i in range(last, len(self.texts)):
            if self._free(i):
                short = len(self.texts[i]) <= 8
                self._open[i] = Part.CREDIT if short else Part.BODY if self.marked_up else Part.TEASER

    def _article(self) -> None:
        lead = False
        for i, text in enumerate(self.texts):
            part = self._open[i]
            if part is None:
                part = Part.BODY
                short = len(text) <= _LONGEST_HEADING and "。" not in text
                if short and not text.endswith((",", "，", "、", ";", "；", ":", "：")) and not _ends_quietly(text):
                    part = Part.HEADING
                elif not lead:
                    part, lead = Part.LEAD, True
            self.parts.append(part)


def _ends_quietly(text: str) -> bool:
    """Whether a short line is a sentence of its own and no heading."""
    return text.endswith((".", "!", "！", "…")) or (text.endswith(("？", "?")) and len(text) > 25)


def _pieces(text: str, part: Part) -> list[Piece]:
    """The line's pieces: agency's opening and closing notes apart from a paragraph, the picture credit from a caption."""
    start, end = 0, len(text)
    before: list[Piece] = []
    after: list[Piece] = []
    if part in (Part.LEAD, Part.BODY):
        for kind, pattern in marks().start:
            if m := pattern.match(text):
                before.append(Piece(kind, 0, m.end()))
                start = m.end()
                break
        for kind, pattern in marks().end:
            if (m := pattern.search(text, start)) and m.start() > start:
                after.insert(0, Piece(kind, m.start(), end))
                end = m.start()
    elif part is Part.CAPTION and (m := marks().photo.search(text)):
        if m.start() == 0:
            return [Piece(Part.CREDIT, 0, end)]
        after.append(Piece(Part.CREDIT, m.start(), end))
        end = m.start()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    middle = [Piece(part, start, end)] if start < end else []
    return [*before, *middle, *after]
