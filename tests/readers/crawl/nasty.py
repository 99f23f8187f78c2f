"""What real pages do to their readers, each a function that spoils a page."""

import json
from collections.abc import Callable
from html import escape

from tests.readers.crawl.page import Page, printed

Nasty = Callable[[Page], None]


def clean(page: Page) -> None:
    """The page as it is."""


def related_box(page: Page) -> None:
    """Boxes with other stories between the paragraphs, one with their first sentences."""
    first, second, third = page.others(3, 10)
    page.inserts.setdefault(1, []).append(
        f'<div class="related-box"><h4>{page.word("related")}</h4><ul><li><a href="{first.path}">{escape(first.headline)}</a></li>'
        f'<li><a href="{second.path}">{escape(second.headline)}</a></li></ul></div>'
    )
    page.inserts.setdefault(3, []).append(
        f'<aside class="promo"><a href="{third.path}"><strong>{escape(third.headline)}</strong><span>{escape(third.paragraphs[0])}</span></a></aside>'
    )
    page.foreign.append(third.paragraphs[0])


def cookie_banner(page: Page) -> None:
    html = f'<div id="consent" class="cookie-banner"><p>{page.word("cookies")}</p><p>{page.word("cookies")}</p><button>OK</button></div>'
    page.top.insert(0, html)
    page.foreign.append(page.word("cookies"))


def paywall(page: Page) -> None:
    page.bottom.insert(0, f'<div class="paywall-overlay"><h3>{page.word("more")}</h3><p>{page.word("pay")}</p></div>')
    page.inserts.setdefault(len(page.paragraphs) - 1, []).append(
        f'<div class="subscribe-wall"><p>{page.word("pay")}</p></div>'
    )
    page.foreign.append(page.word("pay"))


def comments(page: Page) -> None:
    """A discussion below, with younger dates than the article's."""
    year = int(page.story.day[:4]) + 1
    rows = "".join(
        f'<li class="comment"><span class="user">user{at}</span> <time datetime="{year}-0{at}-15">{year}-0{at}-15 10:00</time><p>{page.word("comment")}</p></li>'
        for at in range(1, 9)
    )
    page.bottom.insert(
        0, f'<div id="comments" class="comments-area"><h3>{page.word("comments")}</h3><ol>{rows}</ol></div>'
    )
    page.foreign.append(page.word("comment"))


def hidden(page: Page) -> None:
    """Another article's text, where no visitor sees it."""
    one, two, three = page.others(3, 20)
    page.inserts.setdefault(2, []).append(
        f'<div style="display:none"><p>{escape(one.paragraphs[0])}</p><p>{escape(one.paragraphs[1])}</p></div>'
    )
    page.inserts.setdefault(3, []).append(f"<div hidden><p>{escape(two.paragraphs[0])}</p></div>")
    page.top.append(
        f'<div aria-hidden="true" style="position:absolute;display: none;"><p>{escape(three.paragraphs[0])}</p></div>'
    )
    page.foreign += [*one.paragraphs, two.paragraphs[0], three.paragraphs[0]]


def wrong_charset(page: Page) -> None:
    """Old encodings under a declaration of another."""
    language = page.story.language
    page.encoding = {"zh-Hans": "gb18030", "zh-Hant": "big5hkscs"}.get(language, "utf-8")
    page.charset = "utf-8" if language.startswith("zh") else "iso-8859-1"


def marks(page: Page) -> None:
    """Characters of no width and marks of direction, as editors and trackers leave them."""
    page.paragraphs = [p[:5] + "\u200b\u200e" + p[5:12] + "\ufeff" + p[12:] + "\u202c" for p in page.paragraphs]


def entities(page: Page) -> None:
    """Every letter that is not ASCII as a reference; a bare ampersand and an unknown name besides."""
    page.paragraphs = [
        "".join(c if ord(c) < 128 else f"&#{ord(c)};" if at % 2 else f"&#x{ord(c):x};" for at, c in enumerate(p))
        for p in page.paragraphs
    ]
    page.bottom.append("<p><a href='/?a=1&b=2&copy=3'>&nosuch; &amp;nbsp;</a></p>")


def many_headlines(page: Page) -> None:
    """The logo and a box at the side are `h1` too, and only the title has the headline."""
    page.metas = [m for m in page.metas if "og:title" not in m]
    page.top.append(f'<h1 class="logo">{page.story.publisher}</h1>')
    page.bottom.append(f'<div class="box"><h1>{escape(page.others(1, 40)[0].headline)}</h1></div>')


def byline_inside(page: Page) -> None:
    """Byline, source and an update in the running text."""
    page.paragraphs.insert(0, page.word("by"))
    page.paragraphs.append(page.word("editor"))
    page.metas = [m for m in page.metas if "published_time" not in m]
    page.metas.append(
        f'<meta property="article:modified_time" content="{int(page.story.day[:4]) + 2}-01-05T00:00:00Z">'
    )


def script_text(page: Page) -> None:
    """Other articles in scripts, templates and styles."""
    one, two = page.others(2, 60)
    page.scripts.append(
        f"<script>var next = {json.dumps(one.paragraphs, ensure_ascii=False)}; document.write('<p>' + next[0] + '</p>');</script>"
    )
    page.inserts.setdefault(1, []).append(
        f"<script>var ad = '<p>{escape(two.paragraphs[0])}</p>';</script><style>.a::after {{ content: '{two.headline}' }}</style>"
    )
    page.bottom.append(f"<template><p>{escape(two.paragraphs[1])}</p></template>")
    page.foreign += [one.paragraphs[0], *two.paragraphs]


def bare(page: Page) -> None:
    """No metadata at all: only what is printed."""
    page.metas = []


def dates_around(page: Page) -> None:
    """Dates of other things: of the day it is fetched, of a teaser, of the page's making; data for search engines has the
    right one."""
    s = page.story
    page.metas = [m for m in page.metas if "published_time" not in m]
    later = int(s.day[:4]) + 3
    page.metas += [f'<meta name="date" content="{later}-11-02">', '<meta name="generated" content="2031-01-01">']
    said = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": s.publisher}, {"@type": "NewsArticle", "headline": s.headline, "datePublished": f"{s.day}T09:30:00+08:00",
         "dateModified": f"{later}-11-02T00:00:00Z"}]}  # fmt: skip
    page.metas.append(f'<script type="application/ld+json">{json.dumps(said, ensure_ascii=False)}</script>')
    page.top.append(f'<div class="today"><time datetime="{later}-11-02">{later}-11-02</time></div>')


def visible_only(page: Page) -> None:
    """Every day of the head gone, and a word before the printed one."""
    page.metas = [m for m in page.metas if "published_time" not in m]
    zh = {"zh-Hans": "发布时间：", "zh-Hant": "發布時間："}
    page.shown_day = zh.get(page.story.language, "") + printed(page.story)


NASTY: tuple[Nasty, ...] = (
    clean, related_box, cookie_banner, paywall, comments, hidden, wrong_charset, marks, entities, many_headlines,
    byline_inside, script_text, bare, dates_around, visible_only,
)  # fmt: skip
