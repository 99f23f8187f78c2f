"""A page without what its visitors do not see, and without the boxes that name themselves as something else.

Nothing is taken away that holds much of the page's text: a wrapper called `subscription` may hold the article.
"""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN: Final = (
    'script:not([type="application/ld+json"])', "style", "template", "noscript", "noframes", "iframe", "[hidden]",
    "[style*=display]", "[style*=visibility]", "amp-sidebar", "amp-list", "dialog",
)  # fmt: skip
_INVISIBLE: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BOX: Final = re.compile(
    r"(?:^|[\s_-])(?:related|relate|recommend\w*|promo|promoted|newsletter\w*|subscri\w+|paywall|cookies?|consent|gdpr|comments?"
    r"|disqus|sharing|sharedaddy|share|social|breadcrumbs?|outbrain|taboola|most-read|popular|read-more|also-read)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PRE: Final = re.compile(r"<pre\b[^>]{0,500}>", re.IGNORECASE)
_BLANK: Final = re.compile(r"\n[ \t]*(?:\n|(?=\u3000\u3000| {4}))")
_MOST_UNSEEN: Final = 0.5
_MOST_BOX: Final = 0.4
"""Shares of the page's text above which an element stays, whatever it is called."""
_LOOKED_AT: Final = 4000
"""Elements with a class or an id that are looked at."""


def with_paragraphs(html: str) -> str:
    """The page with paragraphs in the place of blank lines and indented beginnings within `pre`."""
    kept: list[str] = []
    at = 0
    while (start := _PRE.search(html, at)) and (end := html.find("</pre", start.end())) >= 0:
        kept += (html[at : start.start()], "<div><p>", _BLANK.sub("<p>", html[start.end() : end]), "</div>")
        at = html.find(">", end) + 1 or len(html)
    return "".join((*kept, html[at:])) if kept else html


def prune(tree: LexborHTMLParser) -> None:
    """Takes away what is not seen and what is another box; the tree is changed."""
    body = tree.body
    if body is None:
        return
    for selector in _UNSEEN:
        whole = len(body.text(deep=True)) or 1
        for node in tree.css(selector):
            style = node.attributes.get("style")
            if selector.startswith("[style") and not _INVISIBLE.search(style or ""):
                continue
            seen = node.tag not in ("script", "style", "template", "noscript", "noframes", "iframe")
            if not seen or len(node.text(deep=True)) < _MOST_UNSEEN * whole:
                node.decompose()
    whole = len(body.text(deep=True)) or 1
    for node in tree.css("div, section, aside, ul, ol")[:_LOOKED_AT]:
        if _is_box(node) and len(node.text(deep=True)) < _MOST_BOX * whole:
            node.decompose()


def _is_box(node: LexborNode) -> bool:
    named = node.attributes
    words = f"{named.get('class') or ''} {named.get('id') or ''}"
    return len(words) > 3 and _BOX.search(words) is not None
