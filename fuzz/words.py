"""Words that a change may put into an input: those of the packs, of dates and numbers, and of markup."""

from collections.abc import Iterable
from functools import cache

from bilat.packs import load
from bilat.packs.columns import Form
from bilat.packs.schema import TABLES

DATES = (
    *"年月日号周初底末旬季至到、和-—/.:自从起前以来第次届个多余近约半两零〇一二三四五六七八九十百千万亿兆",
    *("2023年", "12月", "31日", "今年", "去年", "上月", "下周三", "星期", "明天", "同日", "农历", "正月", "本世纪", "分之", "百分之", "1,234", "24.6%", "２０２３", "至今"),
)  # fmt: skip
PLAIN = (
    *"“”「」『』‘’（）《》，。、；：！？…— \n\u3000\u200b\x00\u202e\u0301",
    *("😀", "𠮷", "가", "の", "é", "A", "http://a.example/1", "①", "％", "ＵＳＤ", "（完）", "\ufeff", "\r\n"),
)
MARKUP = (
    "<p>", "</p>", "<div>", "</div>", "<a href=x>", "</a>", "<br>", "<!--", "-->", "<![CDATA[", "]]>", "&nbsp;", "&#27;",
    "&#xD800;", "&amp;", "<aside>", "<figcaption>", "<item>", "</item>", "<entry>", "</entry>", "<title>", "<h1>",
    "<article>", "<table><tr><td>", "<script>", "<style>", "<svg>", "<template>", "<time datetime=2023-01-01>",
    '<meta property="article:published_time" content="2023-06-27T23:30:00Z">', '<script type="application/ld+json">',
    '{"datePublished": "2023-06-27"}', "---\n", "### ", "# ", "](", "**", "> ", "- ", "```", "\\", '"', "{", "}", "[", "]",
    "作者：", "图自示例社", "更多", "延伸阅读", "(20230115)", "[查看原文](https://a.example/1)", "<!--1694011503000-->",
)  # fmt: skip


@cache
def of_packs() -> tuple[str, ...]:
    """Words of every table, at most 120 of each, spread over the table."""
    found: dict[str, None] = {}
    packs = load()
    for table in TABLES.values():
        words = [word for row in packs.of(table.row) for column in table.columns for word in _of(row, column)]
        found.update(dict.fromkeys(words[:: max(1, len(words) // 120)]))
    return tuple(word for word in found if word and len(word.encode()) <= 48)


def _of(row: object, column: object) -> Iterable[str]:
    value = getattr(row, getattr(column, "name", ""))
    if getattr(column, "form", None) is Form.LIST:
        return value
    return (value,) if isinstance(value, str) else ()


def text() -> tuple[str, ...]:
    """For text that is read closely."""
    return (*of_packs(), *DATES, *PLAIN)


def markup() -> tuple[str, ...]:
    """For files that readers read."""
    return (*MARKUP, *DATES, *PLAIN)
