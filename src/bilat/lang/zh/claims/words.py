"""The words of the packs that claims are read with, ready to be looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from sys import maxsize
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from bilat.lang.zh.fold import fold
from bilat.lang.zh.short_forms import short_forms
from bilat.packs.tables.claims import Speaker, Speech

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bilat.lang.zh.analysis import Sentence
    from bilat.lang.zh.claims.quotes import Quotes
    from bilat.packs import Packs

_AROUND = frozenset(("adverb", "lead", "opens"))
"""Kinds that are tested beside a verb, and not looked for everywhere."""

_CLOCK = re.compile(
    r"(?:当地时间|北京时间)?\d+ ?[年月日号时点分][初中底末]?(?:\([^()]{0,12}\))?(?:零晨|凌晨|上午|下午|晚间?)?"
    r"|(?:上个?|本|这个?|下)?(?:周|星期|礼拜)[一二三四五六日天末](?:\([^()]{0,12}\))?(?:凌晨|上午|下午|晚间?)?"
)
_CLOCKS = frozenset("0123456789当北上本这下周星礼")
BRACKETS = frozenset("(《“")
"""What opens a bracket, a book's title or a quotation."""
PAUSES = frozenset(" .·>●◆*▲■")
"""Marks that may stand before the first word of a clause."""
_NOT_AFTER = {
    "今": "至如",
    "则": "规原法细守准",
    "向": "方",
    "同": "共合协会",
    "因": "原病基",
    "均": "平人",
    "才": "人",
    "于": "对关由基位属至",
    "更": "变",
    "用": "使利信作费应",
    "由": "自理",
    "并": "合兼",
    "为": "行华认作成",
    "作": "工合",
    "从": "随",
    "即": "立随",
    "就": "成",
    "便": "方",
    "都": "首成京",
    "也": "约",
    "以": "可所",
    "对": "相针反",
    "一直": "统",
    "另": "",
}
"""What a character is part of another word with, standing behind it: 原则, 首都."""
_NOT_BEFORE = {
    "为": "止",
    "与": "会",
    "也": "门",
    "从": "业",
    "以": "色军方国",
    "会谈": "代团",
    "作": "家者",
    "便": "利",
    "做": "法",
    "再": "生",
    "另": "类",
    "只": "有",
    "同": "志僚事盟胞",
    "因": "此",
    "大多": "数",
    "对": "外手话",
    "将": "军领士官",
    "就": "业",
    "并": "购",
    "才": "华能",
    "早": "报",
    "晚": "报宴",
    "由": "于",
    "用": "户",
    "直接": "投",
    "被": "告害捕",
    "都": "市",
    "公开": "信赛",
    "发布": "会",
    "仅": "有",
    "正式": "成员",
    "特别": "代",
}
"""What a word is part of another with, standing in front of it: 以军, 公开信."""
_OPEN = frozenset((",", ":", "“", '"', "说", "称", "道", "指", "表", "写"))
"""What must follow a word that tells of speaking only where a statement follows."""
_ANYWHERE = frozenset(("cite", "learn", "noun", "report", "silence", "source"))
_NOT_SAID = frozenset("者、;")
"""Characters behind a word of saying that make it no verb with a statement."""
UNSAID = frozenset(("回应", "回复", "置评", "评论", "证实", "表态"))
"""Verbs of a silence, where they are denied: 没有回应."""
_PEOPLE = frozenset("者团员")
"""What opens a predicate begins no name: 访问者, 参观团."""


class Said(NamedTuple):
    """A word of saying at `start`:`end` of the folded text."""

    start: int
    end: int
    kind: str


_new: Callable[[type[Said], tuple[int, int, str]], Said] = cast("Any", tuple).__new__
"""Makes a Said in half the time its own call takes."""


class Starts:
    """Words that are tested for at an offset, the longest first."""

    def __init__(self, words: Iterable[str], *, predicates: bool = False) -> None:
        self._by_first: dict[str, list[tuple[str, int, frozenset[str], frozenset[str]]]] = {}
        for word in sorted({fold(word) for word in words}, key=lambda word: (-len(word), word)):
            after = frozenset(_NOT_BEFORE.get(word, "")) | (
                _PEOPLE if predicates and len(word) > 1 else frozenset[str]()
            )
            self._by_first.setdefault(word[0], []).append((word, len(word), frozenset(_NOT_AFTER.get(word, "")), after))

        self.first = frozenset(self._by_first)

    def before(self, others: Starts) -> Starts:
        """These words and others in one; where both match, these do."""
        out = Starts(())
        for first in sorted(self.first | others.first):
            out._by_first[first] = [*self._by_first.get(first, ()), *others._by_first.get(first, ())]
        out.first = frozenset(out._by_first)
        return out

    def match(self, text: str, at: int) -> int:
        """The end of the word that begins at an offset, 0 when there is none."""
        words = self._by_first.get(text[at])
        if words is not None:
            for word, size, not_after, not_before in words:
                if text.startswith(word, at):
                    if text[at - 1] in not_after or text[at + size : at + size + 1] in not_before:
                        continue
                    return at + size
        return 0


def clock(text: str, at: int) -> int:
    """The end of a time or day that begins at an offset, 0 when there is none."""
    if text[at] not in _CLOCKS:
        return 0
    found = _CLOCK.match(text, at)
    return found.end() if found is not None else 0


def _bounds(word: str, kind: str) -> tuple[frozenset[str] | None, frozenset[str] | None]:
    """The characters that must not follow a word of saying, and those of which one must; None where all may."""
    if kind == "loose":
        return None, None if word in UNSAID else _OPEN
    return (None if kind in _ANYWHERE else _NOT_SAID), None


class Rules:
    """Words of saying in one automaton; tests for what stands around them; the last nouns of speakers."""

    def __init__(self, packs: Packs) -> None:
        by_kind: dict[str, list[str]] = {}
        kinds: dict[str, str] = {}
        for row in packs.of(Speech):
            by_kind.setdefault(row.kind, []).append(row.word)
            if row.kind not in _AROUND:
                kinds.setdefault(fold(row.word), row.kind)
        order = sorted(kinds, key=lambda word: kinds[word] == "neutral")
        self._words = [(kinds[word], *_bounds(word, kinds[word])) for word in order]
        self._told = sum(kind != "neutral" for kind in kinds.values())
        """How many words are words of saying; those from there on are neutral."""
        self._automaton = CharwiseDoubleArrayAhoCorasick(order, MATCH_KIND_LEFTMOST_LONGEST)
        adverbs, opens = by_kind.get("adverb", []), by_kind.get("opens", [])
        self.adverb = Starts(adverbs)
        """What may stand before the verb on its own."""
        self.opens = Starts(opens, predicates=True)
        """A preposition or verb: what follows belongs to it."""
        self._follows = self.adverb.before(self.opens)
        self.lead = Starts((*by_kind.get("lead", ()), *adverbs))
        """What may stand first in a clause, before its subject."""
        first = self.adverb.first | self.opens.first | _CLOCKS | BRACKETS
        self.next = re.compile(f"[{re.escape(''.join(sorted(first)))}]").search
        """The next character that anything which may follow a speaker begins with, or a bracket."""
        self.lead_first = self.lead.first | _CLOCKS | PAUSES
        """Characters that anything which may stand before a subject begins with."""
        self.speakers = {fold(row.word): row.kind for row in packs.of(Speaker)}
        self._sizes: dict[str, list[int]] = {}
        for word in self.speakers:
            sizes = self._sizes.setdefault(word[-1], [])
            if len(word) not in sizes:
                sizes.append(len(word))
        for sizes in self._sizes.values():
            sizes.sort(reverse=True)
        forms = short_forms(packs).countries
        self.short = {form: codes[0] if len(codes) == 1 else None for form, codes in forms.items()}
        """Short forms of countries; None for one that several share."""

    def between(self, text: str, at: int) -> int:
        """The end of what may stand first after a speaker, 0 when nothing such begins at an offset."""
        return self._follows.match(text, at) or clock(text, at)

    def noun_before(self, text: str, start: int, end: int) -> int:
        """The size of the longest noun for a speaker that ends a stretch, 0 when there is none."""
        for size in self._sizes.get(text[end - 1], ()):
            if size <= end - start and text[end - size : end] in self.speakers:
                return size
        return 0

    def find(self, text: str, sentences: list[Sentence], quotes: Quotes) -> list[tuple[int, list[Said]]]:
        """The words of saying outside quotations that are no part of another word, by the index of their sentence;
        sentences that have nouns alone are left out."""
        words, told, out, group = self._words, self._told, list[tuple[int, list[Said]]](), list[Said]()
        ends = [sentence.end for sentence in sentences]
        which, begin, stop, telling = 0, 0, 0, False
        quoted = zip((*quotes.starts, maxsize), (*quotes.ends, maxsize), strict=True)
        opened, closed = next(quoted)
        for start, end, word in self._automaton.find(text):
            if word >= told or start < begin:
                continue
            kind, barred, needed = words[word]
            if barred is not None and text[end : end + 1] in barred:
                continue
            if needed is not None and text[end : end + 1] not in needed:
                continue
            if start >= stop:
                if telling:
                    out.append((which, group))
                group, telling = [], False
                which = bisect_right(ends, start, which)
                if which == len(ends):
                    break
                begin, stop = sentences[which].start, ends[which]
                if start < begin:
                    continue
            while start >= closed:
                opened, closed = next(quoted)
            if start < opened:
                group.append(_new(Said, (start, end, kind)))
                telling = telling or kind != "noun"
        if telling:
            out.append((which, group))
        return out
