"""What the readers of a document hand on: names where they stand, and titles that no name goes with."""

import re
from dataclasses import dataclass, field

from bilat.lang.zh.people.titles import Title

LEADERS = frozenset(("head_of_state", "head_of_government", "royalty", "party", "minister"))
"""Kinds of office that make a name of what stands beside them, even where its shape is the only evidence."""
SOLE = frozenset(("head_of_state", "head_of_government", "royalty"))
"""Kinds of office of which a country has one: 国家主席习近平和李强 does not make two presidents."""
NO_PERSON = re.compile(
    r"号|机场|基金|大学|奖|级|公司|集团|中心|学院|医院|广场|研究|法案|定律|杯|体育|大厦|银行|航母|堡|岛|湾|山|河|州|省|市|区"
    r"|[”’](?:号|探测)|港|战|案|计划|家族|女士号|湖|宫|院|舰|会议|商学|博物|图书|剧院|铁路|大桥|公园|路|街|村|镇|公共政策|纪念|故居|学校"
    r"|(?:中国|美国|政府|国际|公共|亚洲|商业)(?:中心|学院|研究)"
)
"""What a person's name goes on with when a thing is named after them."""
DOCTRINE = ("新时代中国特色", "思想", "外交思想", "经济思想", "法治思想", "强军思想", "文化思想", "生态文明思想")
LATIN_NAME = re.compile(
    r" ?\((?:(?:Dr|Prof|Mr|Ms|Prince)\.? )?([A-ZÀ-Ỹ][A-Za-zÀ-ỹ'’.\-]*(?: [A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*){0,5})"
    r"(?:,[^()]{0,30})?\)"
)
"""A name in Latin letters in brackets, as it follows a name in characters."""


@dataclass(slots=True)
class Sighting:
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
