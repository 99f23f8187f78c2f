"""The value of a written number: 一千二百, 1.45万亿, 七十八万五百零六, 二〇二三, 5万4千6百."""

import re
from decimal import Decimal

_DIGIT = {c: n for n, c in enumerate("零一二三四五六七八九")}
_DIGIT |= {c: n for n, c in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {
    "○": 0,
    "两": 2,
    "俩": 2,
    "倆": 2,
    "貳": 2,
    "幺": 1,
    "弍": 2,
}
_TENS = {"廿": 20, "卅": 30}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}

DIGITS = "".join(_DIGIT)
TENS = "".join(_TENS)
UNITS = "".join(_SMALL)
BIGS = "".join(_BIG)

_TOKEN = re.compile(
    rf"(?P<ascii>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|\.[0-9]+)|(?P<digits>[{DIGITS}]+)|(?P<unit>[{TENS}{UNITS}{BIGS}])"
)
_SKIPPED = str.maketrans("", "", " 多余几来个又")


class _Sum:
    """What has been read of a number: `parts` are (value, big unit), biggest first."""

    __slots__ = ("bare", "current", "parts", "scale", "section")

    def __init__(self) -> None:
        self.parts: list[tuple[Decimal, int]] = []
        self.section = Decimal(0)
        self.current: Decimal | None = None
        self.scale = 0
        self.bare = True

    def small(self, unit: int) -> bool:
        if self.current is None and unit != 10 and self.section == 0 and self.parts == [] and not self.bare:
            return False
        self.section += (Decimal(1) if self.current is None else self.current) * unit
        self.current, self.scale = None, unit
        return True

    def big(self, unit: int) -> bool:
        value = self.section + (self.current or 0)
        while self.parts and self.parts[-1][1] <= unit:
            value += self.parts.pop()[0]
        if value == 0:
            return False
        self.parts.append((value * unit, unit))
        self.section, self.current, self.scale = Decimal(0), None, unit
        return True

    def total(self, zero: bool) -> Decimal:
        last = self.current or Decimal(0)
        if self.scale >= 100 and not zero and 0 < last < 10:  # noqa: PLR2004 - 四百五 is 450
            last *= self.scale // 10
        return sum((value for value, _ in self.parts), self.section + last)


def _whole(text: str) -> Decimal | None:
    total, zero, at = _Sum(), False, 0
    while at < len(text):
        m = _TOKEN.match(text, at)
        if m is None:
            return None
        at = m.end()
        if word := m["unit"]:
            if word in _TENS:
                total.section += _TENS[word]
                total.scale = 10
            elif not (total.small(_SMALL[word]) if word in _SMALL else total.big(_BIG[word])):
                return None
            zero = False
            continue
        if total.current is not None:
            return None
        if word := m["digits"]:
            zero = len(word) > 1 and word[0] in "零〇○"
            total.current = Decimal("".join(str(_DIGIT[c]) for c in word))
        else:
            total.current = Decimal(m["ascii"].replace(",", ""))
            zero = True
    return total.total(zero)


def evaluate(text: str) -> int | Decimal | None:
    """The value of a written number without sign or per cent; None when it is none. Whole numbers come as int."""
    plain = text.translate(_SKIPPED)
    whole, point, fraction = plain.partition("点")
    if not plain or (point and not (whole and fraction)):
        return None
    if whole in _BIG:
        return None
    value = _whole(whole)
    if value is None:
        return None
    if point:
        big = len(fraction.rstrip(BIGS))
        digits = "".join(str(_DIGIT[c]) if c in _DIGIT else c for c in fraction[:big])
        if not digits.isdecimal():
            return None
        value += Decimal(f"0.{digits}")
        for unit in fraction[big:]:
            value *= _BIG[unit]
    return int(value) if value == value.to_integral_value() else value.normalize()


def chinese_to_int(text: str) -> int | None:
    """A whole number from its numeral, in any form (十四, 二〇二三, 一千二百, 14); None when it is none."""
    value = evaluate(text) if text else None
    return value if isinstance(value, int) else None
