"""Names of signed documents in Vietnamese: Bản ghi nhớ về X, Hiệp định Y, Tuyên bố chung."""

import re
from typing import Final

from bilat.lang.spaced.documents import Documents
from bilat.lang.spaced.sentences import LOWER, UPPER

_LETTER: Final = f"{UPPER}{LOWER}0-9"
_KINDS: Final = (
    r"[Bb]iên bản [Gg]hi nhớ|[Bb]ản [Gg]hi nhớ|[Bb]iên bản [Hh]ợp tác|[Bb]iên bản [Tt]hỏa thuận|[Hh]iệp định"
    "|[Hh]iệp ước"
    r"|[Nn]ghị định thư|[Tt]uyên bố chung|[Tt]uyên bố tầm nhìn|[Tt]hông cáo chung|[Tt]hông cáo báo chí chung"
    r"|[Tt]h(?:ỏa|oả) thuận|[Ýý] định thư|[Tt]hư bày tỏ [Ýý] định|[Cc]hương trình [Hh]ành động|[Kk]ế hoạch [Hh]ành động"
    r"|[Kk]ế hoạch [Hh]ợp tác|[Cc]hương trình [Hh]ợp tác|[Tt]uyên bố [Ýý] định|[Cc]ông ước|[Tt]uyên bố"
)
_MANY: Final = (
    "các|những|nhiều|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|chục|số|loạt|cụ thể hóa|việc|theo|thực hiện|vi phạm"
)
_NOT: Final = (
    "và|hoặc|giữa|với|tại|ở|trong|nhân|vào|(?<!tự )do|nhằm|để|đã|sẽ|sau|trước|cùng|được|khi|mà|ngày|hôm|sáng|chiều|tối"
    "|trị giá|bao gồm|gồm|này|đó|trên|dưới|có hiệu lực|năm|như|là|của|đem|đang|đều|vừa|mới|theo|từ|qua|bằng|đến|cũng"
    "|song|nhưng|thì|giúp|góp phần|khẳng định|nêu|cho biết|cho thấy|rằng|lần này|nói|kéo dài|cho phép|dự kiến"
    "|diễn ra|hết|chấm dứt"
)
_NO_MORE: Final = (
    "[0-9]+|ký|ra|đã|sẽ|trao|các|nhiều|một|hai|bàn|chứng|nhất trí|cam kết|thống nhất|Bản|Hiệp|Thỏa|Kế|Biên|Nghị"
)
_AND: Final = rf"(?: và (?!(?:{_NO_MORE})\b)|, (?!{_KINDS})(?=[^,.;]{{1,30}}(?:,| và) )| )"
_WORD: Final = rf"(?!(?:{_NOT})\b)[{_LETTER}][{_LETTER}/.-]*(?<![.])"
_BETWEEN: Final = r"(?: giữa [^,.;()\n]{4,110}?(?= về ))?"
_NAME: Final = re.compile(
    rf"(?<![{_LETTER}])(?:{_KINDS})(?![{_LETTER}])"
    rf"(?: \([{UPPER}][{_LETTER}]{{1,8}}\))?{_BETWEEN}(?:{_AND}{_WORD}){{0,16}}(?: \([{UPPER}]{{2,8}}\))?"
    rf"|(?<=\")[^\"\n]{{6,140}}(?=\")"
)
_SEVERAL: Final = re.compile(rf"(?<!\w)(?:{_MANY}|[0-9]+)(?: văn kiện| bản)? $")
_KIND: Final = re.compile(_KINDS)
_NEEDS_NONE: Final = re.compile(r"(?:tuyên bố|thông cáo)(?: \w+)* chung|tuyên bố tầm nhìn")
_STATEMENT: Final = re.compile(r"tuyên bố(?! ý định)|thông cáo|tuyên ngôn")
_VAGUE: Final = re.compile(
    r"\b(?:hợp tác|song phương|mới|quan trọng|lịch sử|chung|đầu tiên|khác|riêng|cuối cùng"
    r"|tương tự|sơ bộ|khung|chính thức|quốc tế|đa phương|ba bên|lớn|toàn diện)\b"
)


def _is_name(name: str) -> bool:
    """Whether a stretch tells which document it is."""
    small = name.lower()
    found = _KIND.search(name)
    if found is None:
        return False
    if _NEEDS_NONE.match(small):
        return True
    rest = _VAGUE.sub("", small[found.end() :]).strip(" ,()")
    return small[found.end() :].startswith(" về ") or len(rest.split()) > 1


DOCUMENTS: Final = Documents(
    _NAME, _SEVERAL, _is_name, _STATEMENT, frozenset({"tại", "ở", "vào", "ngày", "hôm", "do", "trong"})
)
