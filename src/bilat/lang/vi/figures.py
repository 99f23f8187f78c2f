"""How Vietnamese writes numbers, growth, periods and ranks."""

import re
from datetime import date
from typing import Final

from bilat.lang.alternation import alternation
from bilat.lang.spaced.figures.forms import Forms
from bilat.lang.spaced.figures.months import past_year, quarters, stretch, years

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WORDS: Final = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
                 "mười": 10, "mười một": 11, "nhất": 1, "nhì": 2}  # fmt: skip
_SHORT: Final = {"Việt": "VN", "Việt Nam": "VN", "Trung": "CN", "Mỹ": "US", "Hoa Kỳ": "US", "Nga": "RU", "Nhật": "JP",
                 "Nhật Bản": "JP", "Hàn": "KR", "Hàn Quốc": "KR", "Ấn": "IN", "Ấn Độ": "IN", "Lào": "LA", "Thái": "TH",
                 "Thái Lan": "TH", "Anh": "GB", "Pháp": "FR", "Đức": "DE", "Úc": "AU", "Australia": "AU",
                 "Trung Quốc": "CN", "Campuchia": "KH", "EU": "EU", "ASEAN": "ASEAN", "Triều": "KP",
                 "Triều Tiên": "KP", "Đài Loan": "TW", "Singapore": "SG", "Malaysia": "MY", "Indonesia": "ID",
                 "Philippines": "PH", "Canada": "CA", "Cuba": "CU"}  # fmt: skip
"""Countries as they are named in pairs: Việt - Mỹ, Nga - Trung."""
_Y: Final = r"(?:19|20)\d\d"
_OF: Final = rf"(?: ?(?:/|-|,? (?:của )?năm) ?(?P<y>{_Y}|nay|ngoái|qua)| (?P<y2>{_Y}))?"


def _year(found: re.Match[str], today: date | None, last: int) -> int | None:
    said = found["y"] or found.groupdict().get("y2")
    if said is not None and said.isdigit():
        return int(said)
    if today is None:
        return None
    if said is None:
        return past_year(today.year, today.month, last)
    return today.year - (said.lower() in {"ngoái", "qua"})


def _number(said: str) -> int:
    return int(said) if said.isdigit() else _ROMAN.get(said.lower()) or _WORDS.get(said.lower(), 0)


def _months(found: re.Match[str], today: date | None) -> str | None:
    last = _number(found["n"]) * (3 if found["u"].lower() == "quý" else 1)
    year = _year(found, today, last)
    return stretch(year, 1, last) if year is not None else None


def _last_months(found: re.Match[str], today: date | None) -> str | None:
    count = _number(found["n"])
    year = _year(found, today, 12)
    return stretch(year, 13 - count, 12) if year is not None else None


def _half(found: re.Match[str], today: date | None) -> str | None:
    first = found["h"].lower() == "đầu"
    year = _year(found, today, 6 if first else 12)
    return stretch(year, 1 if first else 7, 6 if first else 12) if year is not None else None


def _quarter(found: re.Match[str], today: date | None) -> str | None:
    which = _number(found["q"])
    year = _year(found, today, 3 * which)
    return quarters(year, which, which) if year is not None else None


def _span(found: re.Match[str], today: date | None) -> str | None:
    first, last = int(found["a"]), int(found["b"])
    year = _year(found, today, last)
    return stretch(year, first, last) if year is not None else None


def _month(found: re.Match[str], today: date | None) -> str | None:
    which = int(found["m"])
    year = _year(found, today, which)
    return stretch(year, which, which) if year is not None else None


def _two_years(found: re.Match[str], _: date | None) -> str | None:
    return years(int(found["a"]), int(found["b"]))


def _one_year(found: re.Match[str], _: date | None) -> str:
    return found["y"]


def _end_of_year(found: re.Match[str], today: date | None) -> str | None:
    year = _year(found, today, 12)
    return f"as_of {year}" if year is not None else None


def _beside(found: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    back = found["side"].lower() in {"ngoái", "trước", "qua"}
    if found["unit"].lower() == "năm":
        return f"{today.year - back}"
    month = today.year * 12 + today.month - 1 - back
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _compile(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


_N: Final = rf"\d{{1,2}}|{alternation(w for w in _WORDS if w not in ('nhất', 'nhì', 'tư'))}"
_PERIODS: Final = (
    (_compile(rf"\b(?P<n>{_N}) (?P<u>tháng|quý) đầu(?= năm|/|,| của|\b){_OF}"), _months),
    (_compile(rf"\b(?P<n>{_N}) tháng cuối(?= năm){_OF}"), _last_months),
    (_compile(rf"\bnửa (?P<h>đầu|cuối){_OF}"), _half),
    (_compile(rf"\bquý (?P<q>IV|I{{1,3}}|[1-4]|một|hai|ba|tư|bốn)\b{_OF}"), _quarter),
    (_compile(rf"\btừ tháng (?P<a>\d{{1,2}})(?: đến| tới| -|-)(?: hết)?(?: tháng)? ?(?P<b>\d{{1,2}}){_OF}"), _span),
    (_compile(rf"\b(?:tài khóa|tài khoá|năm tài chính) (?P<y>{_Y})\b"), _one_year),
    (_compile(rf"\b(?:cuối|hết|đến hết)(?: năm)? (?P<y>{_Y}|ngoái)\b"), _end_of_year),
    (_compile(rf"\b(?P<a>{_Y}) ?(?:-|đến|tới) ?(?:năm )?(?P<b>{_Y})\b"), _two_years),
    (_compile(r"\b(?P<unit>năm|tháng) (?P<side>ngoái|nay|trước|vừa qua|qua)\b"), _beside),
    (
        _compile(rf"\btháng (?P<m>1[0-2]|0?[1-9])(?!\d|/\d\d?(?!\d))(?: ?(?:/|-|\.|,? năm) ?(?P<y>{_Y}|nay|ngoái))?"),
        _month,
    ),
    (_compile(rf"\bnăm (?P<y>{_Y})(?![\w/-]|[.,]\d)"), _one_year),
    (_compile(rf"(?<![\w/.,-])(?P<y>{_Y})(?![\w/-]|[.,]\d)"), _one_year),
)

_NEAR_WORDS: Final = (
    "gần|hơn|khoảng|trên|xấp xỉ|chừng|ít nhất|tối đa|tối thiểu|dưới|không dưới|không quá|vượt|vượt mức|ước|ước đạt"
    "|ước tính|ước tính khoảng|đến gần|tới gần|cỡ|sát"
)

FORMS: Final = Forms(
    decimal=",",
    fresh=r"\b(?:sẽ đầu tư|đầu tư mới|cam kết|dự định|dự kiến|kế hoạch|công bố)\b",
    plural="",
    numerals={},
    scales={
        "nghìn": 3,
        "ngàn": 3,
        "vạn": 4,
        "triệu": 6,
        "tỷ": 9,
        "tỉ": 9,
        "nghìn tỷ": 12,
        "ngàn tỷ": 12,
        "nghìn tỉ": 12,
        "ngàn tỉ": 12,
        "triệu tỷ": 15,
    },
    scale=r" ?(?i:nghìn tỷ|ngàn tỷ|nghìn tỉ|ngàn tỉ|triệu tỷ|tỷ|tỉ|triệu|nghìn|ngàn|vạn)",
    short_scales=frozenset(),
    percent=r" ?%| phần trăm",
    points=r" ?(?:điểm %|điểm phần trăm|% điểm)",
    join=r" ?- ?| (?:đến|tới) ",
    from_to=r"(?!)",
    inexact=_NEAR_WORDS,
    breaks=r"[,;:](?!\d)| - |\b(?:trong khi|trong đó|còn|nhưng)\b|\((?=\w)|\)",
    level=rf"(?:\b(?:đạt|là|ở mức|mức|trị giá|lên|lên tới|lên đến|tới|đến|vượt|ước|có|chiếm|bằng|cán mốc|chạm|mốc"
    rf"|còn|xuống|được|đón|với|về"
    rf"|ghi nhận|đối với|nhằm vào|khoảng|gần|hơn|trên|thu hút|tổng cộng|giá trị|quy mô|cho|cán|đã|thêm|{_NEAR_WORDS}))"
    rf"(?: (?:mức|kỷ lục|con số|tổng|giá trị|trị giá|tới|đến|lên|là|được|ở|tổng cộng|mốc|cao nhất|qua|lại|khoảng"
    rf"|gần|hơn|trên|{_NEAR_WORDS}))* ?$"
    r"|^(?: ?\(? ?| là |: | đạt | (?:sang|với|của|từ|vào|tại|tới) [\w ]{2,24} )$",
    bound=r"(?: (?!đến\b|cho\b|từ\b|và\b|bởi\b|sẽ\b|để\b|trong\b|với\b|là\b|tại\b|vào\b|theo\b|nhằm\b|của\b|so\b"
    r"|năm\b)[\w/-]+){0,3} ",
    bound_list=r"(?!)",
    counted=r"(?: (?!đến\b|cho\b|từ\b|và\b|bởi\b|sẽ\b|để\b|trong\b|với\b|là\b|tại\b|vào\b|theo\b|nhằm\b|của\b|so\b"
    r"|năm\b|được\b|đã\b)[\w/-]+){0,2} ",
    grown=rf"(?: (?:bình quân|trung bình|khoảng|gần|hơn|tới|đến|thêm|trên|xấp xỉ|mạnh|nhẹ|trưởng|tương ứng|lần lượt"
    rf"|đạt|là|mức|ở mức|kinh tế"
    rf"|GDP|hằng năm|hàng năm|hai con số|ấn tượng|dương|âm|{_NEAR_WORDS}|[:-]))*? ",
    growth_after=r" (?!.)",
    moved_by=rf"(?: (?:thêm|bình quân|mạnh|nhẹ|khoảng|gần|hơn|{_NEAR_WORDS}))* ",
    attribute=r"(?!)",
    hosts=r"(?<!\w)(?:tiếp nhận|đón nhận|cưu mang)(?!\w)",
    foe=r"(?!.)(?=.)",
    armed=r"(?!.)(?=.)",
    receives=r"\b(?:nhận|(?<!khoản )(?<!vốn )(?<!cho )vay|tiếp nhận)\b",
    that=r" mà ",
    gives=r" (?:sẽ|đã|cam kết|dành|cung cấp|trao|tặng)(?!\w)",
    also=r" và (?:trao|tặng|viện trợ|cho vay|cung cấp|hỗ trợ)(?: [\w ]{1,12})? $",
    tells=r" (?:hoan nghênh|nhấn mạnh|cho biết|đánh giá cao)(?!\w)",
    thanks=r"(?<!\w)(?:cảm ơn|cám ơn|đánh giá cao)(?!\w)",
    with_sum=r"(?: (?:là|dẫn đầu|đứng|tiếp tục là|xếp|giữ)(?!\w)[^,;.\d$€£]{0,48}(?:\d{1,2})?)?"
    r"(?:,? (?:với|đạt|chiếm)|:| \()"
    r"(?: (?:khoảng|gần|hơn|trên|tổng|vốn|đầu tư|đăng ký|số|kim ngạch|giá trị|trị giá|lượng|đạt|là))* ?",
    of_gdp=r"(?:% |so với |trong )",
    local=r"\b(?:tỉnh|thành phố|TP|TPHCM|huyện|địa phương|địa bàn|quận|xã|vùng)\b",
    label=r"(?:\b(?:tháng|ngày|quý|số|thứ|điều|khoản|lần|giờ|hạng|khóa|khoá|kỳ|top|nhóm|tập|cấp|phút|tuổi|vòng"
    r"|Boeing|Airbus)) $",
    ended=r"(?:[,.;:)(]|$| -| (?:trong|vào|so|năm|tháng|và|từ|đến|tại|ở|theo|tính|kể|với|nhờ|do|của|tăng|giảm"
    r"|cho)\b)",
    unsaid=r"\b(?:có thể|sẽ|muốn|mục tiêu|dự kiến|phấn đấu|trở thành|từng|nếu)\b",
    to_level=r"(?:\b(?:lên|đạt|xuống|còn|đạt mức|lên mức|xuống còn|lên tới|lên đến|tới|đến)(?: (?:mức|khoảng|gần"
    r"|hơn|trên|xấp xỉ|tới|con số|còn))*) ?$",
    compared=r"(?:\b(?:so với(?: mức| con số)?|(?<!\w)từ(?: mức)?|thay vì|hơn hẳn)(?: (?:khoảng|gần|hơn|trên))?) ?$",
    bases={
        "mom": r"so với tháng trước|so với tháng liền trước",
        "qoq": r"so với quý trước",
        "yoy": r"so với cùng kỳ|cùng kỳ năm|so với năm trước|so với năm ngoái|cùng kỳ\b|so cùng kỳ"
        r"|so với cùng tháng|so với cùng thời",
    },
    base_year=rf"[^.;]{{0,16}}?\bso với(?: mức của)?(?: năm)? ({_Y})\b",
    superlative=rf"[\w ,()-]{{0,24}}?(?:lớn|hàng đầu|quan trọng|số)(?: (?:thứ |hàng thứ )?(?P<nth>nhất|\d+"
    rf"|{alternation(_WORDS)}))?\b",
    ordinals={**_WORDS, "": 0},
    one_of=r"một trong (?:những|các)|trong số|những (?:đối tác|thị trường|nước|quốc gia|nhà)|các (?:đối tác"
    r"|thị trường|nước|quốc gia|nhà|nền)|nhiều (?:đối tác|thị trường)|(?<!\w)top ",
    respectively=r"\b(?:lần lượt|tương ứng)\b",
    total=r"\b(?:tổng|lũy kế|luỹ kế|còn hiệu lực|tính đến|tổng cộng|đến nay|hiện có)\b",
    sources=(
        (
            r"(?<!\w)theo (?:các )?(?:(?:số liệu|thống kê|dữ liệu|báo cáo|ước tính|kết quả|công bố|thông tin"
            r"|tính toán"
            r"|sơ bộ|mới nhất|mới|chính thức"
            r"|của|từ|do|cập nhật|ban đầu|vừa) )+(?P<source>[^,;.\"]{2,60}?)(?=,|;|\.|\"| cho | công bố| vừa | năm "
            r"| tại | trong | ngày |$)"
        ),
        (
            r"(?<!\w)theo (?P<source>(?:Tổng cục|Cục|Bộ|Viện|Ngân hàng|Ủy ban|Cơ quan|Trung tâm|Văn phòng|Hiệp hội"
            r"|Quỹ"
            r"|Hải quan|Tổ chức|Hãng)[^,;.\"]{2,60}?)"
            r"(?=,|;|\.|\"| cho | công bố| vừa | năm | trong |$)"
        ),
        (
            r"(?:số liệu|thống kê|dữ liệu)(?: (?:thống kê|chính thức|mới nhất|sơ bộ))* (?:của|từ"
            r"|do) (?P<source>[^,;.\"]{2,60}?)(?= (?:cho thấy|cho biết|công bố|chỉ ra|ghi nhận))"
        ),
    ),
    roles={
        "between": r"giữa (?:hai nước )?",
        "to": r"(?:sang|tới|đến|thăm|đi|ra) (?:thị trường |nước )?",
        "into": r"(?:vào) (?:thị trường |nước )?",
        "from": r"(?:từ|đến từ|có xuất xứ từ|xuất xứ|đi từ) (?:thị trường |phía |nước )?",
        "with": r"(?:với|cùng) (?:phía |thị trường |nước )?",
        "of": r"(?:của|do) (?:phía |nước |Chính phủ )?",
        "for": r"(?:cho|dành cho|giúp|viện trợ|hỗ trợ) (?:phía |nước |Chính phủ )?",
        "inside": r"(?:tại|ở|trong|trong khối|khu vực) (?:thị trường |nước |khối |khu vực )?",
        "on": r"(?:(?:đối với|lên|nhằm vào|với) (?:[\w-]+ ){0,8}|hàng hóa |hàng hoá |hàng )",
        "against": r"(?:chống lại|chống) ",
    },
    owner=r"(?!.)(?=.)",
    pair=r"(?: ?[-/] ?| và | với )",
    listed=r", | và ",
    both=r"song phương|hai chiều|hai nước|hai bên|hai quốc gia|hai nền kinh tế|hai phía|hai Đảng",
    ours=r"nước ta|cả nước|trong nước|toàn quốc|chúng ta|nền kinh tế nước nhà",
    we=r"(?<!\w)(?:chúng tôi|chúng ta)(?!\w)",
    head=r"(?!)",
    copula=r"\b(?:là|đã|đang|sẽ|có|và|với|cho|từ|đạt|nói|cho biết|tăng|giảm|trong|của|khi)\b",
    periods=_PERIODS,
    as_of=r"(?:cuối|tính đến|tính tới|lũy kế đến|luỹ kế đến|đến hết|tính đến hết|tính đến cuối|cho đến|tính đến nay,?"
    r"|tới cuối|đến cuối|cho tới)(?: (?:hết|cuối|ngày|tháng|năm|nay|thời điểm))* ?$",
    since=r"(?:kể từ|từ)(?: (?:đầu|cuối|năm))* ?$",
    no_period=r"(?:so với|cùng kỳ|so cùng kỳ|thành lập|ký năm|kể từ khi|tính từ|hơn|thiết lập)(?: (?:mức|của"
    r"|cùng kỳ|năm|trong|giai đoạn|cả|tháng|với|quan hệ))* ?$",
    short_pairs=_SHORT,
    not_unit=r"đồng (?:chí|bào|minh|tác|đội|nghiệp|thời|hồ|cỏ)|nước (?:ngoài|này)|người đứng",
    head_first=True,
)
