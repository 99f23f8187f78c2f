"""Twenty layouts of news pages, from the nineties to today, each a function from a page to its HTML."""

import json
from collections.abc import Callable
from html import escape

from tests.readers.crawl.page import Page, printed

Template = Callable[[Page], str]


def _whole(page: Page, body: str, *head: str) -> str:
    top, bottom = "\n".join(page.top), "\n".join(page.bottom)
    return f"<!DOCTYPE html>\n<html>{page.head(*head)}<body>{top}{body}{bottom}</body></html>"


def _h1(page: Page, attributes: str = "") -> str:
    return f"<{page.h1}{attributes}>{escape(page.story.headline)}</{page.h1}>"


def _day(page: Page) -> str:
    return page.shown_day if page.shown_day is not None else printed(page.story)


def semantic(page: Page) -> str:
    s = page.story
    return _whole(
        page,
        f"""<header><nav>{page.nav()}</nav></header><main><article>{_h1(page)}
<p class="byline">{page.word("by")}</p><time datetime="{s.day}T09:30:00+08:00">{_day(page)}</time>
<figure><img src="a.jpg"><figcaption>{escape(s.headline[:6])}</figcaption></figure>{page.running()}</article>
<aside><h2>{page.word("related")}</h2>{page.links(5)}</aside></main><footer><p>{page.word("rights")}</p></footer>""",
    )


def microdata(page: Page) -> str:
    s = page.story
    return _whole(
        page,
        f"""<div id="menu">{page.nav()}</div><div itemscope itemtype="http://schema.org/NewsArticle">
{_h1(page, ' itemprop="headline"')}<meta itemprop="datePublished" content="{s.day}"><span itemprop="author">{s.author}</span>
<div itemprop="articleBody">{page.running()}</div></div><div class="most-read"><h3>{page.word("related")}</h3>{page.links(6)}</div>
<div class="bottom">{page.word("rights")}</div>""",
    )


def tables(page: Page) -> str:
    return _whole(
        page,
        f"""<table width="900" align="center"><tr><td colspan="3">{page.nav()}</td></tr><tr>
<td width="150"><table>{"".join(f'<tr><td><a href="{o.path}">{escape(o.headline)}</a></td></tr>' for o in page.others(6))}</table></td>
<td><table><tr><td align="center"><font size="5"><b>{escape(page.story.headline)}</b></font></td></tr>
<tr><td align="center"><font size="2">{_day(page)}</font></td></tr><tr><td><font size="3">{page.running()}</font></td></tr></table></td>
<td width="150"><table><tr><td>{page.links(4, 50)}</td></tr></table></td></tr>
<tr><td colspan="3" align="center">{page.word("rights")}</td></tr></table>""",
    )


def div_soup(page: Page) -> str:
    return _whole(
        page,
        f"""<div class="x1"><div class="x2">{page.nav()}</div><div class="x3"><div class="x4">{_h1(page)}</div>
<div class="x5"><div class="x6">{_day(page)}</div><div class="x6">{page.word("source")}</div></div><div class="x7">
{page.running(tag="div", attributes=' class="x8"')}</div></div><div class="x9"><div>{page.word("related")}</div>
{"".join(f'<div class="x10"><a href="{o.path}"><div>{escape(o.headline)}</div></a></div>' for o in page.others(6))}</div>
<div class="x11">{page.word("rights")}</div></div>""",
    )


def line_breaks(page: Page) -> str:
    return _whole(
        page,
        f"""<div id="nav">{page.nav()}</div><div id="content"><h1>{escape(page.story.headline)}</h1>
<span class="date">{_day(page)}</span><div id="text">{page.running(tag="", join="<br><br>")}</div></div>
<div id="side">{page.links(6)}</div><div id="foot">{page.word("rights")}</div>""",
    )


def preformatted(page: Page) -> str:
    blank = chr(10) * 2
    return _whole(
        page,
        f"""<div>{page.nav()}</div><h2>{escape(page.story.headline)}</h2><pre>
{_day(page)}

{page.running(tag="", join=blank)}
</pre><div>{page.links(3)}</div><p>{page.word("rights")}</p>""",
    )


def data_only(page: Page) -> str:
    s = page.story
    said = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": s.headline, "datePublished": f"{s.day}T09:30:00+08:00",
            "articleBody": "\n".join(page.body), "publisher": {"@type": "Organization", "name": s.publisher}}  # fmt: skip
    said_json = json.dumps(said, ensure_ascii=False).replace("</", "<\\/")
    return _whole(
        page,
        f"""<div id="root"><div class="spinner"></div></div><div>{page.nav()}</div>
<script src="/app.js"></script>""",
        f'<script type="application/ld+json">{said_json}</script>',
    )


def amp(page: Page) -> str:
    s = page.story
    html = _whole(
        page,
        f"""<amp-sidebar id="s">{page.nav()}</amp-sidebar><article class="amp-wp-article"><header>{_h1(page)}
<div class="amp-wp-meta"><time datetime="{s.day}T01:30:00+00:00">{_day(page)}</time></div></header>
<amp-img src="a.jpg" width="1" height="1"></amp-img><div class="amp-wp-article-content">{page.running()}</div></article>
<amp-list><h3>{page.word("related")}</h3>{page.links(4)}</amp-list><footer>{page.word("rights")}</footer>""",
    )
    return html.replace("<html>", "<html amp>", 1)


def print_view(page: Page) -> str:
    s = page.story
    return _whole(
        page,
        f"""<div class="print"><p>{s.publisher}</p><h3>{escape(s.headline)}</h3><p>{_day(page)}</p><hr>
{page.running()}<hr><p><a href="{s.url}">{s.url}</a></p><p><a href="javascript:window.print()">print</a></p></div>""",
    )


def weblog(page: Page) -> str:
    s = page.story
    return _whole(
        page,
        f"""<div id="page" class="hfeed site"><header class="site-header"><p class="site-title">{s.publisher}</p><nav>{page.nav()}</nav></header>
<div id="primary"><article id="post-1" class="post hentry"><header class="entry-header">{_h1(page, ' class="entry-title"')}<div class="entry-meta">
<time class="entry-date published" datetime="{s.day}T09:30:00+08:00">{_day(page)}</time> <span class="author">{s.author}</span></div></header>
<div class="entry-content">{page.running()}<div class="sharedaddy"><h3>{page.word("share")}</h3></div></div><footer class="entry-meta">{page.word("news")}</footer></article>
<nav class="post-navigation">{page.links(2)}</nav></div><div id="secondary" class="widget-area"><h2>{page.word("related")}</h2>{page.links(5, 50)}</div></div>""",
    )


def portal(page: Page) -> str:
    return _whole(
        page,
        f"""<div class="top-nav">{page.nav()}</div><div class="main-content"><h1 class="main-title">{escape(page.story.headline)}</h1>
<div class="date-source"><span class="date">{_day(page)}</span> <span class="source">{page.word("source")}</span></div>
<div class="article" id="artibody">{page.running(attributes=' cms-style="font-L"')}<p class="show_author">{page.word("editor")}</p></div>
<div class="hot"><h4>{page.word("related")}</h4>{page.links(8)}</div></div><div class="footer">{page.word("rights")}</div>""",
    )


def ministry(page: Page) -> str:
    s = page.story
    blank = "\u3000\u3000" if s.language.startswith("zh") else "&nbsp;&nbsp;"
    page.paragraphs = [f'{blank}<span style="font-size: 12pt;">{p}</span>' for p in page.paragraphs]
    return _whole(
        page,
        f"""<div class="header">{page.nav()}</div><div class="crumbs">{page.nav()}</div><div class="pages_content">
<div class="title">{escape(s.headline)}</div><div class="pages-date">{_day(page)} <span class="font">{page.word("source")}</span></div>
<div class="TRS_UEDITOR trs_paper_default"><div class="view TRS_Editor">{page.running(attributes=' align="justify"')}</div></div>
<div class="editor">{page.word("editor")}</div></div><div class="related"><p>{page.word("related")}</p>{page.links(4)}</div>
<div class="footer"><p>{page.word("rights")}</p></div>""",
    )


def framed(page: Page) -> str:
    return _whole(
        page,
        f"""<iframe src="/nav.html"></iframe><noscript><p>{page.word("more")}</p></noscript><center><h2>{escape(page.story.headline)}</h2>
<i>{_day(page)}</i></center><blockquote>{page.running()}</blockquote><iframe src="/ads.html"></iframe>
<noframes><p>{page.word("about")}</p></noframes><center>{page.links(3)}<small>{page.word("rights")}</small></center>""",
    )


def boxes(page: Page) -> str:
    s = page.story
    lead, rest = page.paragraphs[0], page.paragraphs[1:]
    page.paragraphs = rest
    inserts = {at - 1: html for at, html in page.inserts.items() if at}
    page.inserts = inserts
    return _whole(
        page,
        f"""<section class="top-header">{page.nav()}</section><section class="section page-detail"><div class="sidebar-1">
<div class="header-content"><span class="date">{_day(page)}</span></div><h1 class="title-detail">{escape(s.headline)}</h1>
<p class="description">{lead}</p><article class="fck_detail">{page.running(attributes=' class="Normal"')}
<p class="author_mail" style="text-align:right;"><strong>{s.author}</strong></p></article></div>
<div class="sidebar-2"><h3>{page.word("related")}</h3>{"".join(f'<article class="item-news"><h4><a href="{o.path}">{escape(o.headline)}</a></h4></article>' for o in page.others(6))}</div></section>
<footer>{page.word("rights")}</footer>""",
    )


def live(page: Page) -> str:
    entries = "".join(
        f'<div class="live-entry"><span class="live-time">{9 + at}:0{at}</span><div class="live-text"><p>{text}</p>{"".join(page.inserts.get(at, []))}</div></div>'
        for at, text in enumerate(page.paragraphs)
    )
    return _whole(
        page,
        f"""<nav>{page.nav()}</nav><main>{_h1(page)}<div class="stamp">{_day(page)}</div>
<div class="live-blog">{entries}</div></main><aside><h3>{page.word("related")}</h3>{page.links(5)}</aside><footer>{page.word("rights")}</footer>""",
    )


def endless(page: Page) -> str:
    others = "".join(
        f'<article class="story next"><h1>{escape(o.headline)}</h1><time datetime="{o.day}">{o.day}</time>{"".join(f"<p>{escape(p)}</p>" for p in o.paragraphs)}</article>'
        for o in page.others(2, 70)
    )
    for o in page.others(2, 70):
        page.foreign += o.paragraphs
    return _whole(
        page,
        f"""<nav>{page.nav()}</nav><div class="stream"><article class="story">{_h1(page)}<time datetime="{page.story.day}">{_day(page)}</time>
{page.running()}</article>{others}</div><footer>{page.word("rights")}</footer>""",
    )


def hashed(page: Page) -> str:
    s = page.story
    data = json.dumps(
        {"props": {"pageProps": {"title": s.headline, "next": [o.headline for o in page.others(3, 30)]}}},
        ensure_ascii=False,
    )
    return _whole(
        page,
        f"""<div id="__next"><div class="sc-1a"><div class="sc-2b">{page.nav()}</div><div class="sc-3c">{_h1(page, ' class="sc-4d"')}
<div class="sc-5e"><span>{s.author}</span><span>{_day(page)}</span></div>
{"".join(f'<div class="sc-6f"><div class="sc-7g"><p class="sc-8h">{t}</p></div>{"".join(page.inserts.get(at, []))}<div class="sc-ad"></div></div>' for at, t in enumerate(page.paragraphs))}
</div><div class="sc-9i"><h2>{page.word("related")}</h2>{page.links(6)}</div><div class="sc-10j">{page.word("rights")}</div></div></div>
<script id="__NEXT_DATA__" type="application/json">{data}</script>""",
    )


def sections(page: Page) -> str:
    s = page.story
    inner = "".join(
        f'<section class="block text"><p>{t}</p></section>{"".join(page.inserts.get(at, []))}<section class="block ad"><span>{page.word("more")}</span></section>'
        for at, t in enumerate(page.paragraphs)
    )
    return _whole(
        page,
        f"""<header>{page.nav()}</header><div class="wrap"><div class="article-head"><h1>{escape(s.headline)}</h1><div class="meta">{page.word("by")} · {_day(page)}</div></div>
<div class="article-body">{inner}</div><section class="more"><h2>{page.word("related")}</h2>{page.links(5)}</section></div><footer>{page.word("rights")}</footer>""",
    )


def unclosed(page: Page) -> str:
    blocks: list[str] = []
    for at, text in enumerate(page.paragraphs):
        blocks.append(f"<P>{text}")
        blocks += page.inserts.get(at, [])
    return f"""<HTML>{page.head()}<BODY BGCOLOR=#FFFFFF>{"".join(page.top)}<CENTER>{page.nav()}</CENTER><HR><H1>{escape(page.story.headline)}</H1>
<P><FONT SIZE=-1>{_day(page)}</FONT>{"".join(blocks)}<HR><P>{page.links(4)}<P><FONT SIZE=-2>{page.word("rights")}</FONT>{"".join(page.bottom)}"""


def definition_list(page: Page) -> str:
    return _whole(
        page,
        f"""<div class="nav"><ul><li>{page.nav()}</li></ul></div><dl class="release"><dt>{escape(page.story.headline)}</dt>
<dd class="when">{_day(page)}</dd><dd><div>{page.running()}</div></dd></dl><dl class="list"><dt>{page.word("related")}</dt>
{"".join(f'<dd><a href="{o.path}">{escape(o.headline)}</a></dd>' for o in page.others(5))}</dl><address>{page.word("rights")}</address>""",
    )


TEMPLATES: tuple[Template, ...] = (
    semantic, microdata, tables, div_soup, line_breaks, preformatted, data_only, amp, print_view, weblog,
    portal, ministry, framed, boxes, live, endless, hashed, sections, unclosed, definition_list,
)  # fmt: skip
