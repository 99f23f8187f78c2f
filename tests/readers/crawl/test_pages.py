"""Pages as they are out there: what is the article's is read, what is not is not, and what is no article becomes none.

The floors are what is measured with no margin: reading is deterministic. Whoever changes how pages are read runs this and
lowers none of them.
"""

from functools import cache

import pytest

from bilat.model import Document
from bilat.readers.compose import compose
from bilat.readers.crawl.captures import Capture
from bilat.readers.crawl.pages import draft_of
from tests.readers.crawl.measure import Sample, Score, mean, samples, score
from tests.readers.crawl.others import others
from tests.readers.crawl.stories import story

RECALL, PRECISION = 1.0, 0.997
FETCHED = "2026-01-02T00:00:00Z"


def read(sample: Sample) -> Document | str:
    draft = draft_of(Capture(sample.page.story.url, FETCHED, sample.data))
    return draft if isinstance(draft, str) else compose(draft)


@cache
def scores() -> dict[str, Score]:
    found = ((sample, read(sample)) for sample in samples())
    return {sample.name: score(sample, None if isinstance(doc, str) else doc) for sample, doc in found}


def test_the_text_of_three_hundred_pages_is_found_whole_and_alone() -> None:
    found = mean(list(scores().values()))
    assert len(scores()) == 300
    assert found.recall >= RECALL
    assert found.precision >= PRECISION
    assert min(one.recall for one in scores().values()) >= 0.97
    assert min(one.precision for one in scores().values()) >= 0.93


def test_every_headline_is_found() -> None:
    assert [name for name, one in scores().items() if one.headline < 1] == []


def test_every_day_is_found() -> None:
    assert [name for name, one in scores().items() if one.day < 1] == []


def test_nothing_of_another_story_a_wall_a_banner_or_a_comment_is_read() -> None:
    assert [name for name, one in scores().items() if one.leaks] == []


def test_publisher_and_language_are_known() -> None:
    wanted = {"zh-Hans": ("zh", "Hans"), "zh-Hant": ("zh", "Hant"), "en": ("en", "Latn"), "vi": ("vi", "Latn")}
    for sample in list(samples())[::7]:
        doc = read(sample)
        assert isinstance(doc, Document)
        assert (doc.language, doc.script) == wanted[sample.page.story.language]
        named = any("og:site_name" in meta for meta in sample.page.metas)
        assert doc.publisher == (sample.page.story.publisher if named else sample.page.story.host.removeprefix("www."))


@pytest.mark.parametrize("name, url, data", [pytest.param(*one, id=one[0]) for one in others()])
def test_what_is_no_article_becomes_none(name: str, url: str, data: bytes) -> None:
    assert isinstance(draft_of(Capture(url, FETCHED, data)), str), name


def page_with(head: str, url: str = "https://a.example/x") -> Document:
    s = story(7, "en")
    html = f"<html><head><title>{s.headline}</title>{head}</head><body><h1>{s.headline}</h1>{''.join(f'<p>{p}</p>' for p in s.paragraphs)}</body></html>"
    draft = draft_of(Capture(url, FETCHED, html.encode()))
    assert not isinstance(draft, str)
    return compose(draft)


def test_two_days_that_a_page_gives_are_told() -> None:
    doc = page_with(
        '<meta property="article:published_time" content="2020-03-01">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-05-01"}</script>'
    )
    assert doc.published is not None
    assert doc.published.day == "2020-03-01"
    assert [(p.kind, p.detail) for p in doc.problems] == [("dates_disagree", "meta 2020-03-01, but meta 2020-05-01")]


def test_nothing_was_published_after_it_was_fetched() -> None:
    doc = page_with(
        '<meta property="article:published_time" content="2031-03-01">', "https://a.example/2020/03/01/x.html"
    )
    assert doc.published is not None
    assert (doc.published.day, doc.published.how) == ("2020-03-01", "address")
    assert [p.kind for p in doc.problems] == ["impossible_date"]


@pytest.mark.parametrize(
    "own, fetched, known",
    [
        ("https://a.example/1.html", "https://www.a.example/1.html?utm_source=x", "https://a.example/1.html"),
        ("https://www.a.example/1.html", "https://m.a.example/amp/1.html", "https://www.a.example/1.html"),
        ("https://other.example/1.html", "https://a.example/1.html", "https://a.example/1.html"),
        ("https://a.example/", "https://a.example/1.html#top", "https://a.example/1.html"),
        (None, "HTTPS://A.example:443/n?id=7&utm_medium=mail&fbclid=z", "https://a.example/n?id=7"),
        (None, "https://a.example/n?q=%E6%96%B0&page=2", "https://a.example/n?q=%E6%96%B0&page=2"),
        (None, "https://a.example:99999/n", "https://a.example:99999/n"),
        ("https://[broken/1", "https://a.example/n", "https://a.example/n"),
    ],
)
def test_a_page_is_known_by_its_own_address_on_its_own_site(own: str | None, fetched: str, known: str) -> None:
    assert page_with(f'<link rel="canonical" href="{own}">' if own else "", fetched).url == known
