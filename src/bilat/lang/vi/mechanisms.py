"""Names of standing mechanisms in Vietnamese: Phiên họp lần thứ 15 Ủy ban chỉ đạo hợp tác song phương."""

import re
from typing import Final

from bilat.lang.alternation import NEVER
from bilat.lang.spaced.sentences import LOWER, UPPER
from bilat.lang.spaced.speech import Mechanism, Shape, Speech

_LETTER: Final = UPPER + LOWER
_HEAD: Final = "[Hh]ội nghị|[Dd]iễn đàn|[Pp]hiên họp|[Kk]ỳ họp|[Đđ]ối thoại|[Uu]ỷ ban|[Ủủ]y ban|[Tt]ham vấn"
_NUMBER: Final = r"lần thứ (\d{1,3}|[XVI]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
_SMALL: Final = ("", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_NOT: Final = "lần thứ|tại |ở |do |diễn |được |tổ chức |vào |từ |ngày |sẽ |đã "
_AFTER: Final = rf" {_NUMBER}| \(| tổ chức| diễn ra| tại| ở| do| được| vào| từ"
_THEN: Final = r" chuyển| mang| xác nhận| để| sau| trước| với| nhằm| khi| và là"
_NEXT: Final = rf"{_AFTER}|{_THEN}| trong| cùng| đã| sẽ|[,.;]|$"
_BETWEEN: Final = re.compile(
    r"\b(?:[A-Z]{2,}[+\d]*|G7|G20|[Tt]hượng đỉnh|[Ss]ong phương|[Ll]iên [Cc]hính phủ|[Hh]ỗn hợp|[Qq]uốc tế|[Tt]oàn cầu"
    r"|[Tt]hế giới|[Cc]hâu (?:Á|Âu|Phi|Mỹ)|Liên hợp quốc|Liên Hợp Quốc|Á - Âu|Mê ?[Kk]ông|Shangri-La|Bác Ngao|"
    r"[Cc]hiến lược|[Cc]hỉ đạo hợp tác|[Hh]ợp tác)\b"
)
"""Words of what is held between countries."""
_HOME: Final = re.compile(
    r"Trung ương|TW\b|TƯ\b|HĐND|UBND|TP\.? ?HCM|TPHCM|Hội đồng nhân dân|Quốc hội khóa|Quốc hội khoá"
    r"|thường kỳ|Mặt trận|[Đđ]ảng ủy|[Bb]áo chí|tỉnh "
)
"""Words of what is held inside the country."""
_STANDING: Final = re.compile(r"(?i:uỷ ban|ủy ban|phiên họp trong)")
_BILATERAL: Final = re.compile(r"(?i:song phương|liên chính phủ|hỗn hợp|chỉ đạo hợp tác)")
"""A committee is a body; only one of two countries is a mechanism when it has no number."""
_NAME: Final = re.compile(rf"\b(?:{_HEAD})(?: (?!{_NOT})[{_LETTER}0-9/-]+){{1,14}}?(?={_NEXT})")


def find_mechanisms(_: Speech, text: str, start: int, end: int) -> list[Mechanism]:
    """The mechanisms named between two offsets, with the number of their session where it is told."""
    out: list[Mechanism] = []
    for found in _NAME.finditer(text, start, end):
        name = found[0]
        number = re.match(rf" {_NUMBER}", text[found.end() : found.end() + 24])
        if _STANDING.match(name) and number is None and not _BILATERAL.search(name):
            continue
        if not _BETWEEN.search(name) or _HOME.search(name):
            continue
        out.append(Mechanism(*found.span(), name, _read(number[1]) if number else None))
    return out


def _read(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    if written in _SMALL:
        return _SMALL.index(written)
    values = [_ROMAN[letter] for letter in written]
    return sum(-v if v < max(values[n:], default=0) else v for n, v in enumerate(values))


_BEFORE: Final = re.compile(
    rf"(?:(?:[Pp]hiên họp|[Cc]uộc họp|[Kk]ỳ họp|[Vv]òng|[Kk]hóa họp)(?: [Tt]oàn thể)? )?(?:{_NUMBER}|thứ (\d{{1,3}}))"
    r"(?: của| giữa)? $"
)
_AFTER_NAME: Final = re.compile(rf" (?:{_NUMBER}|lần thứ (\d{{1,3}}))")
_FAR: Final = 40
"""Characters before a name in which the number of its session stands."""


def numbered(text: str, start: int, end: int) -> tuple[int, int, int | None]:
    """A name with the number of its session behind or before it: `Phiên họp lần thứ 15 …`, `… lần thứ 15`."""
    behind = _AFTER_NAME.match(text, end)
    if behind is not None:
        return start, behind.end(), _read(behind[1] or behind[2])
    low = max(start - _FAR, 0)
    before = _BEFORE.search(text[low:start])
    if before is not None:
        return low + before.start(), end, _read(before[1] or before[2])
    return start, end, None


SHAPE: Final = Shape(
    small=frozenset({"cua", "giua", "va", "ve", "cac", "nhom", "khoi", "nuoc"}),
    numbered=numbered,
    sessions=re.compile(NEVER),
    talks=re.compile(r"^(?i:hội nghị|phiên họp|kỳ họp|tham vấn)"),
    no_name=re.compile(
        r"(?i:tổng thống|thủ tướng|bộ trưởng|các nhà lãnh đạo|dự kiến|là |hãy|có |hiện|gồm|quốc gia| mở rộng năm)"
    ),
)
