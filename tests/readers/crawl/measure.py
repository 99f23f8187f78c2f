"""How well pages are read: the body by stretches of five characters, headline and day exactly, what is foreign."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bilat.model import Document, Part
from tests.readers.crawl.nasty import NASTY
from tests.readers.crawl.page import Page, new_page
from tests.readers.crawl.stories import LANGUAGES, story
from tests.readers.crawl.templates import TEMPLATES

_STRETCH = 5


@dataclass(frozen=True)
class Sample:
    """A page as its server sends it, and what a reader should find."""

    name: str
    page: Page
    data: bytes


@dataclass
class Score:
    """Of one page, or the mean of several: shares between 0 and 1; `leaks` is how many foreign texts were read."""

    recall: float
    precision: float
    headline: float
    day: float
    leaks: float


def samples() -> Iterator[Sample]:
    """Every layout with everything that can be wrong with one; languages take turns."""
    for row, template in enumerate(TEMPLATES):
        for column, spoil in enumerate(NASTY):
            language = LANGUAGES[(row + column) % len(LANGUAGES)]
            page = new_page(story(row * 100 + column, language))
            spoil(page)
            html = template(page)
            yield Sample(
                f"{template.__name__}-{spoil.__name__}-{language}",
                page,
                html.encode(page.encoding, "xmlcharrefreplace"),
            )


def letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def stretches(texts: list[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        bare = letters(text)
        found.update(bare[at : at + _STRETCH] for at in range(len(bare) - _STRETCH + 1))
    return found


def read_text(doc: Document) -> list[str]:
    """What is read for facts as the article's own: captions, which no layout here needs, are left out."""
    parts = (p for p in doc.read_for_facts() if p.part not in (Part.CAPTION, Part.HEADLINE))
    return [doc.text[p.span.start : p.span.end] for p in parts]


def score(sample: Sample, doc: Document | None) -> Score:
    if doc is None:
        return Score(0, 0, 0, 0, 0)
    wanted, got = stretches(list(sample.page.body)), stretches(read_text(doc))
    shared = (wanted & got).total()
    day = doc.published.day if doc.published else None
    whole = letters("".join(read_text(doc)))
    leaks = sum(letters(text) in whole for text in set(sample.page.foreign))
    return Score(
        shared / wanted.total(),
        shared / (got.total() or 1),
        float(doc.title == sample.page.story.headline),
        float(day == sample.page.story.day),
        leaks,
    )


def mean(scores: list[Score]) -> Score:
    count = len(scores)
    return Score(
        *(sum(getattr(s, name) for s in scores) / count for name in ("recall", "precision", "headline", "day", "leaks"))
    )
