"""How Vietnamese leads in what is said."""

import re
from typing import Final

from bilat.lang.spaced.turns import Sayings

SAYINGS: Final = Sayings(
    lead=re.compile(r"[\s,:]*(?:\b(?:rằng|là)\b)?[\s,:]*", re.IGNORECASE),
    told=re.compile(r"[^,;:\"\n]{1,60}? (?=rằng )|[^,;:\"\n]{1,60}(?=: ?\")"),
    where=frozenset({"tại", "với", "trong", "trên", "trước", "hôm", "chỉ", "khai", "bế", "về"}),
    passive=frozenset({"do", "bởi", "được", "bị"}),
    places=frozenset({"tại", "ở", "đến", "tới", "sang"}),
    of_its=(" ", " của ", " nước "),
    opens=frozenset(
        {"khi", "mà", "rằng", "là", "nhưng", "song", "tiên", "hiện", "do", "vì", "nếu", "việc", "nên", "khiến", "rồi"}
        | {
            "thì",
            "và",
            "cả",
            "sau",
            "trước",
            "hôm",
            "nay",
            "qua",
            "này",
            "đó",
            "tới",
            "thấy",
            "dù",
            "nhiên",
            "theo",
            "như",
            "còn",
            "phần",
        }
    ),
    leads_elsewhere=frozenset(
        {"với", "ở", "tại", "đến", "vào", "giữa", "trong", "trên", "cho", "về", "có", "từ", "gồm", "sang", "đối", "kể"}
        | {"chống", "bởi", "để", "cùng", "khỏi", "được", "bị", "dưới", "ngoài", "khắp", "muốn", "miền", "tỉnh", "vùng"}
    ),
    persons=frozenset({"người", "nhà", "tướng", "hlv", "ông", "bà", "anh", "chị"}),
    anothers=re.compile(
        r"(?i:\b(?:của|thân cận với|vợ chồng|vợ|con trai|con gái|em trai|em gái|anh trai|chị gái|cha|mẹ|gia đình"
        r"|văn phòng|trung tâm|đội ngũ|chính quyền|quỹ|phe)(?: (?:cựu|cố|tân))? $)"
    ),
    asks=re.compile(r" (?:gì|thế nào|ra sao)\b"),
)
