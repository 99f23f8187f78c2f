"""One article of a few sentences, read by a language of this family."""

import pytest

from bilat.lang.base import Findings
from bilat.model import DateSource, Document, Part, Passage, Published, Span
from bilat.packs import load
from bilat.plugins import languages
from tests.lang.spaced.reading import Read


def document(language: str, title: str, body: str, day: str, publisher: str | None = None) -> Document:
    """A document of a headline and a body."""
    text = f"{title}\n{body}"
    passages = (Passage(Part.HEADLINE, Span(0, len(title))), Passage(Part.BODY, Span(len(title) + 1, len(text))))
    return Document(
        id="d",
        text=text,
        title=title,
        passages=passages,
        language=language,
        script="Latn",
        url=None,
        publisher=publisher,
        published=Published(day, DateSource.FIELD),
    )


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads an article: language, headline, body, day, publisher."""
    known = languages(load())

    def one(language: str, title: str, body: str, day: str = "2024-05-15", publisher: str | None = None) -> Findings:
        return known[language].read(document(language, title, body, day, publisher))

    return one
