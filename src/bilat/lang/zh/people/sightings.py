"""What the readers of a document hand on: names where they stand, and titles that no name goes with."""

import re
from dataclasses import dataclass, field

from msgspec import Struct

from bilat.lang.zh.people.titles import Title

LEADERS = frozenset(("head_of_state", "head_of_government", "royalty", "party", "minister"))
"""Kinds of office that make a name of what stands beside them, even where its shape is the only evidence."""
SOLE = frozenset(("head_of_state", "head_of_government", "royalty"))
"""Kinds of office of which a country has one: 国家主席习近平和李强 does not make two presidents."""
_THINGS = (
    *"号级奖杯岛湾山河州省市区堡港战案湖宫院舰路街村镇",
    *(
        "机场",
        "基金",
        "大学",
        "公司",
        "集团",
        "中心",
        "学院",
        "医院",
        "广场",
        "研究",
        "法案",
        "定律",
        "体育",
        "大厦",
        "银行",
    ),
    *(
        "航母",
        "计划",
        "家族",
        "女士号",
        "会议",
        "商学",
        "博物",
        "图书",
        "剧院",
        "铁路",
        "大桥",
        "公园",
        "学校",
        "公共政策",
    ),
    *("纪念", "故居", "”号", "’号", "”探测", "’探测"),
    *(
        whose + what
        for whose in ("中国", "美国", "政府", "国际", "公共", "亚洲", "商业")
        for what in ("中心", "学院", "研究")
    ),
)
_THING_HEADS = frozenset(word[0] for word in _THINGS)
DOCTRINE = ("新时代中国特色", "思想", "外交思想", "经济思想", "法治思想", "强军思想", "文化思想", "生态文明思想")
LATIN_NAME = re.compile(
    r" ?\((?:(?:Dr|Prof|Mr|Ms|Prince)\.? )?([A-ZÀ-Ỹ][A-Za-zÀ-ỹ'’.\-]*(?: [A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*){0,5})"
    r"(?:,[^()]{0,30})?\)"
)
"""A name in Latin letters in brackets, as it follows a name in characters."""


def is_thing(text: str, end: int) -> bool:
    """Whether a person's name that ends there goes on as that of a thing named after them (里根号)."""
    return text[end : end + 1] in _THING_HEADS and text.startswith(_THINGS, end)


class Sighting(Struct, gc=False):
    """A name at `start`:`end`, `phrase` where its noun phrase begins; `title` None where none is written with it.

    `sure` is False for what has only the shape of a name: kept when the document says more of it. `after` is where
    the phrase ends: behind a name in brackets or an honorific. `kin` marks who is named as another's relative
    (拜登之子亨特-拜登) and may have the same surname.
    """

    start: int
    end: int
    phrase: int
    title: Title | None
    part: str
    sure: bool = True
    alias: str | None = None
    after: int = 0
    country: str | None = None
    kin: bool = False


@dataclass(slots=True)
class Sightings:
    """All names seen, the titles that no name goes with, spans of a surname and an honorific (习主席), and who signed
    the article."""

    names: list[Sighting] = field(default_factory=list)
    unnamed: list[tuple[Title, str]] = field(default_factory=list)
    surnames: list[tuple[int, int]] = field(default_factory=list)
    bylines: set[str] = field(default_factory=set)
