"""Whether a page is an article, by how it is built: what it calls itself, how much of it runs on, how much is links."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

from bilat.readers.markup import Line
from bilat.readers.page.said import Said
from bilat.readers.parts import is_sentence

_HAN: Final = re.compile("[\u3400-\u9fff]")
_WORD: Final = re.compile(r"[^\W\d_\u3400-\u9fff]+")
_FEW: Final = 12
_SHORT: Final = 150
"""Han characters or words: fewer than the first are no article, fewer than the second one only when something
dates it or it calls itself one. A flash of one sentence has 20; the notices of walls have 10 to 100 and no date."""
_SEVERAL, _MOST = 4, 0.6
"""Sentences below links, and their share of all, from which a page is a list; an article with boxes has up to three."""
_LISTS: Final = frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage", "WebSite", "ContactPage"))
_ERROR: Final = re.compile(
    r"\b(?:404|403|410|50[0234])\b|not found|access denied|just a moment"
    r"|页面不存在|頁面不存在|找不到|không tìm thấy",
    re.IGNORECASE,
)


class Built(Struct):
    """How a page is built: its headline, the lines of its text, all its lines, whether it has a day, whether it asks
    for a password."""

    headline: str
    lines: Sequence[Line]
    own: Sequence[Line] = ()
    dated: bool = False
    asks: bool = False


def why_no_article(said: Said, built: Built, url: str | None) -> str | None:
    """Why a page is no article, None when it may be one."""
    headline, lines, dated, asks = built.headline, built.lines, built.dated, built.asks
    sentences = [line.text for line in lines if not line.linked and is_sentence(line.text)]
    size = sum(map(_size, sentences))
    announced = _announced(built.own)
    links = sum(len(line.text) for line in lines if line.linked)
    reasons = (
        (size < _FEW, "without running text"),
        (_ERROR.search(headline) is not None and size < _SHORT and not said.is_article, "an error page"),
        (asks and size < _SHORT and not said.is_article, "a login page"),
        (url is not None and _is_front(url), "a front page"),
        (announced >= _SEVERAL and announced >= _MOST * len(sentences), "a list of links"),
        (links > 2 * sum(map(len, sentences)), "a list of links"),
        (not said.is_article and not dated and str(said.linked.get("@type")) in _LISTS, "a list of links"),
        (not said.is_article and not dated and size < _SHORT, "short and without a date"),
    )
    return next((why for applies, why in reasons if applies), None)


def _announced(lines: Sequence[Line]) -> int:
    """How many sentences stand right below a link, as the summaries in a list of articles do."""
    count = 0
    below = False
    for line in lines:
        sentence = not line.linked and is_sentence(line.text)
        count += sentence and below
        below = line.linked or (below and not sentence)
    return count


def _size(text: str) -> int:
    return len(_HAN.findall(text)) + len(_WORD.findall(text))


def _is_front(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.path.rstrip("/") in ("", "/index.html", "/index.htm", "/index.php") and not parts.query
