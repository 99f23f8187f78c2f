"""The value of a written number: 一千二百, 1.45万亿, 七十八万五百零六, 二〇二三, 5万4千6百."""

import re
from decimal import Decimal

DIGIT = {
    **{c: n for n, c in enumerate("零一二三四五六七八九")},
    **{c: n for n, c in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "○": 0,
    "幺": 1,
    "两": 2,
    "俩": 2,
}
TENS = {"廿": 20, "卅": 30}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}

DIGITS, UNITS, BIGS = "".join(DIGIT), "".join(SMALL), "".join(BIG)
HUNDRED = 100
_LONGEST = 40
"""Characters of the longest number that is one; beyond it stands a serial number or garbage."""

_TOKEN = re.compile(
    rf"(?P<ascii>(?:[0-9]+(?:,[0-9]{{3}})*(?:[.·][0-9]+)?|[.][0-9]+)(?:[eE][+-]?[0-9]{{1,3}})?)"
    rf"|(?P<digits>[{DIGITS}]+)|(?P<unit>[{''.join(TENS)}{UNITS}{BIGS}k])"
)
_SIMPLE = re.compile(r"(?P<digits>[1-9][0-9]{0,11}(?:[.][0-9]{1,6})?)(?P<big>[万亿])?")
"""What most numbers look like: read at once."""
_NO_VALUE = str.maketrans("", "", " 多余几来个")


class _Sum:
    """What has been read of a number so far: `parts` are (value, big unit), biggest first; `section` is below the next
    big unit, `current` a numeral whose unit is to come, `scale` the last unit, `zero` whether 零 came after it."""

    __slots__ = ("current", "parts", "scale", "section", "zero")

    def __init__(self) -> None:
        self.parts: list[tuple[Decimal, int]] = []
        self.section = Decimal(0)
        self.current: Decimal | None = None
        self.scale = 0
        self.zero = False

    def numeral(self, value: Decimal, *, zero: bool) -> bool:
        if self.current:
            return False
        self.current, self.zero = value, zero or self.current is not None
        return True

    def small(self, unit: int) -> bool:
        if self.current is None and self.section and unit >= self.scale:
            return False
        self.section += (self.current or 1) * unit
        self.current, self.scale, self.zero = None, unit, False
        return True

    def big(self, unit: int) -> bool:
        value = self.section + (self.current or 0)
        while self.parts and self.parts[-1][1] <= unit:
            value += self.parts.pop()[0]
        if value == 0:
            return False
        self.parts.append((value * unit, unit))
        self.section, self.current, self.scale, self.zero = Decimal(0), None, unit, False
        return True

    def total(self) -> Decimal:
        last = self.current or Decimal(0)
        if self.scale >= HUNDRED and not self.zero and 0 < last < 10:  # 四百五 is 450, 一万三 is 13000
            last *= self.scale // 10
        return sum((value for value, _ in self.parts), self.section + last)


def _unit(total: _Sum, word: str) -> bool:
    if word in TENS:
        total.section += TENS[word]
        total.scale = 10
        return True
    if word == "k":
        total.current = (total.current or 0) * Decimal(1000)
        total.zero = True
        return True
    return total.small(SMALL[word]) if word in SMALL else total.big(BIG[word])


def _whole(text: str) -> Decimal | None:
    total, at = _Sum(), 0
    while at < len(text):
        m = _TOKEN.match(text, at)
        if m is None:
            return None
        at = m.end()
        if word := m["unit"]:
            fits = _unit(total, word)
        elif word := m["digits"]:
            fits = total.numeral(Decimal("".join(str(DIGIT[c]) for c in word)), zero=DIGIT[word[0]] == 0)
        else:
            fits = total.numeral(Decimal(m["ascii"].replace(",", "").replace("·", ".")), zero=True)
        if not fits:
            return None
    return total.total()


def evaluate(text: str) -> int | Decimal | None:
    """The value of a written number without sign or per cent; None when it is none. Whole numbers come as int."""
    if text in DIGIT:
        return DIGIT[text]
    if simple := _SIMPLE.fullmatch(text):
        return scaled(simple["digits"], simple["big"])
    plain = text.translate(_NO_VALUE)
    whole, point, fraction = plain.partition("点")
    if not plain or len(plain) > _LONGEST or plain[0] in BIG or (point and not (whole and fraction)):
        return None
    value = _whole(whole)
    if value is None:
        return None
    if point:
        digits = fraction.rstrip(BIGS)
        if not digits or not all(c in DIGIT and c not in "两俩" for c in digits):
            return None
        value += Decimal("0." + "".join(str(DIGIT[c]) for c in digits))
        for unit in fraction[len(digits) :]:
            value *= BIG[unit]
    return exact(value)


def scaled(digits: str, big: str | None) -> int | Decimal:
    """The value of digits, with or without a point, and a big unit or none."""
    unit = BIG[big] if big else 1
    return int(digits) * unit if digits.isdecimal() else exact(Decimal(digits) * unit)


def exact(value: Decimal) -> int | Decimal:
    """A whole number as int, another without trailing zeros."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def chinese_to_int(text: str) -> int | None:
    """A whole number from its numeral, in any form (十四, 二〇二三, 一千二百, 14); None when it is none."""
    value = evaluate(text)
    return value if isinstance(value, int) else None
