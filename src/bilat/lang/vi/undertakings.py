"""Turns of phrase around promises in Vietnamese."""

import re
from typing import Final

from bilat.lang.alternation import NEVER
from bilat.lang.spaced.turns import Turns

TURNS: Final = Turns(
    firm=re.compile(r"(?i:\b(?:tập đoàn|doanh nghiệp|công ty|đại học|ngân hàng|trường|bảo tàng|câu lạc bộ)\b)"),
    field=re.compile(
        r" (?:trong|về|chống)\b (?:lĩnh vực )?[^\W\d_]{2,}"
        r"(?: (?!(?:với|giữa|tại|để|nhằm|được|sẽ|đã)\b)[^\W\d_]+){0,5}"
    ),
    no_field=re.compile(r"(?i:thời gian|\b(?:mọi|nhiều lĩnh vực|các lĩnh vực)\b)"),
    being=re.compile(r"(?i:\b(?:được|bị|đã|sẽ|chính thức)\b)"),
    that=re.compile(r"(?i: (?:rằng|vì|do|trong đó)\b)"),
    nominal=re.compile(r"(?i:\b(?:sự|cuộc|các|những|hợp tác|dự án) )\Z"),
    known=re.compile(NEVER),
    known_behind=re.compile(r" (?:(?:này|đó|trên)\b|(?:mà (?:hai bên )?)?(?:đã )?(?:đạt|ký)(?: kết)? được\b)"),
    compound=re.compile(NEVER),
    of=re.compile(r" của\b"),
    blamed=re.compile(NEVER),
    led=re.compile(r"(?i:\b(?:theo|trong khuôn khổ|tại|chiểu theo) (?:các )?)\Z"),
    kept=re.compile(r"(?i:\b(?:triển khai|thực hiện|thực thi|tuân thủ)(?: (?:hiệu quả|tốt|nghiêm túc))? (?:các )?)\Z"),
    serves=re.compile(r"(?i:\b(?:đem lại|mang lại|nhằm|để|giúp|cho phép)\b)"),
    foes=re.compile(r"(?i:\b(?:con tin|ngừng bắn|đình chiến)\b)"),
)
