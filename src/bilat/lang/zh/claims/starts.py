"""Words that are tested for in place → the part of a regular expression that tells them from parts of other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bilat.lang.zh.fold import fold

_OF_DAY = r"(?:\([^()]{0,12}\))?(?:零晨|凌晨|上午|下午|晚间?)?"
_DATE = rf"\d+ ?[年月日号时点分][初中底末]?{_OF_DAY}"
_AFTER_DIGIT = rf"\d* ?[年月日号时点分][初中底末]?{_OF_DAY}"
_WEEK = rf"(?:周|星期|礼拜)[一二三四五六日天末]{_OF_DAY}"
CLOCKS = (
    *((digit, _AFTER_DIGIT) for digit in "0123456789"),
    ("当", f"地时间{_DATE}"),
    ("北", f"京时间{_DATE}"),
    ("上", f"个?{_WEEK}"),
    ("本", _WEEK),
    ("这", f"个?{_WEEK}"),
    ("下", _WEEK),
    ("周", f"[一二三四五六日天末]{_OF_DAY}"),
    ("星", f"期[一二三四五六日天末]{_OF_DAY}"),
    ("礼", f"拜[一二三四五六日天末]{_OF_DAY}"),
)
"""Times and days: the character each begins with, and what follows it."""
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
_PEOPLE = "者团员"
"""What opens a predicate begins no name: 访问者, 参观团."""

Rests = list[tuple[str, str]]
"""The character something begins with, and the pattern of what follows it; what comes first is tried first."""
Starts = dict[str, Callable[[str, int], re.Match[str] | None]]
"""By the character that stands at an offset: the match of what begins there. An engine that had all of them in one
pattern would try each first character in turn."""


def rests(words: Iterable[str], *, predicates: bool = False) -> Rests:
    """Words that are whole where they stand, the longest first."""
    out: Rests = []
    for word in sorted({fold(word) for word in words}, key=lambda word: (-len(word), word)):
        rest = re.escape(word[1:])
        if before := _NOT_AFTER.get(word):
            rest += f"(?<![{before}]{re.escape(word)})"
        if after := _NOT_BEFORE.get(word, "") + (_PEOPLE if predicates and len(word) > 1 else ""):
            rest += f"(?![{after}])"
        out.append((word[0], rest))
    return out


def starts(*parts: Iterable[tuple[str, str]]) -> Starts:
    """What may begin at an offset, ready to be tested for."""
    groups: dict[str, list[str]] = {}
    for part in parts:
        for first, rest in part:
            groups.setdefault(first, []).append(rest)
    return {first: re.compile(re.escape(first) + f"(?:{'|'.join(rest)})").match for first, rest in groups.items()}
