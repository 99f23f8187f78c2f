"""Wordings that recur and are in no pack."""

from collections.abc import Iterator

import pytest

from bilat.lang.zh.phrases.discover import DiscoveryText, discover, discovery_text
from bilat.lang.zh.phrases.grams import END, cohesion, entropy, free, recurring
from bilat.model import Document, Part, Passage, Span
from bilat.model.document import DateSource, Published
from bilat.model.wording import Wording
from bilat.packs import load
from tests.lang.zh.phrases.recurring import WORDING, articles


def texts(wording: str = WORDING, company: bool = True) -> Iterator[DiscoveryText]:
    """Documents in which a wording recurs."""
    for article in articles(wording, company):
        yield text_of(*article)


def text_of(name: str, body: str, day: str, publisher: str) -> DiscoveryText:
    """A document of one passage as discovery sees it."""
    passages = (Passage(Part.BODY, Span(0, len(body))),)
    published = Published(day, DateSource.FIELD)
    return discovery_text(Document(name, body, "", passages, "zh", publisher=publisher, published=published))


def found(candidates: list[Wording], wording: str = WORDING) -> Wording | None:
    """The candidate with a wording."""
    return next((one for one in candidates if one.wording == wording), None)


def test_a_wording_that_recurs_among_known_phrases_is_found() -> None:
    candidate = found(discover(texts(), load(), least=4))
    assert candidate is not None
    assert (candidate.documents, candidate.months, candidate.publishers) == (48, 7, 4)


def test_the_example_stands_where_it_says() -> None:
    known = {text.document: text.text for text in texts()}
    candidate = found(discover(texts(), load(), least=4))
    assert candidate is not None
    span = candidate.example.span
    assert known[candidate.example.document][span.start : span.end] == candidate.example.quote == WORDING


def test_the_example_is_in_the_articles_own_script() -> None:
    candidate = found(discover(texts("風雲共濟"), load(), least=4), "风云共济")
    assert candidate is not None
    assert candidate.example.quote == "風雲共濟"


def test_a_phrase_of_the_packs_is_no_news() -> None:
    assert found(discover(texts("和平共处五项原则"), load(), least=4), "和平共处五项原则") is None


def test_a_wording_that_keeps_no_company_scores_nothing() -> None:
    candidate = found(discover(texts(company=False), load(), least=4))
    assert candidate is None or candidate.score == 0


def test_a_wording_of_one_month_is_left() -> None:
    once = [DiscoveryText(t.document, "2024-01", t.publisher, t.text, t.stretches) for t in texts()]
    assert found(discover(once, load(), least=4)) is None


def test_what_no_relation_is_told_of_is_not_looked_at() -> None:
    alone = [text_of(f"d{n}", f"大家坚持{WORDING}，第{n}次。", f"2024-0{n % 7 + 1}-01", "P") for n in range(30)]
    assert discover(alone, load(), least=4) == []


def test_a_teaser_is_not_looked_at() -> None:
    hidden = [DiscoveryText(t.document, t.month, t.publisher, t.text, ()) for t in texts()]
    assert discover(hidden, load(), least=4) == []


def test_the_same_texts_give_the_same_list() -> None:
    packs = load()
    assert discover(texts(), packs, least=4) == discover(list(texts()), packs, least=4)


def test_no_texts_no_candidates() -> None:
    assert discover([], load()) == []


def test_the_limit_keeps_the_best() -> None:
    packs = load()
    every = discover(texts(), packs, least=3)
    assert discover(texts(), packs, least=3, limit=1) == every[:1]


@pytest.mark.parametrize(
    ("text", "gram", "times"),
    [("甲乙丙\n甲乙丁\n甲乙", "甲乙", 3), ("甲乙丙\n丙甲乙", "甲乙", 2), ("甲甲甲甲", "甲甲", 3)],
)
def test_wordings_are_counted_within_clauses(text: str, gram: str, times: int) -> None:
    counts = recurring(text, 2, 4)
    assert counts[gram] == times
    assert not any(END in wording for wording in counts)


def test_a_piece_of_a_longer_wording_is_bound() -> None:
    counts = recurring("\n".join(["甲乙丙丁"] * 5 + ["乙丙"]), 2, 4)
    assert "甲乙丙丁" in free(counts, 0.6)
    assert "甲乙丙" not in free(counts, 0.6)


def test_cohesion_is_that_of_the_loosest_cut() -> None:
    counts = {"甲": 4, "乙": 4, "丙": 64, "甲乙": 4, "乙丙": 4, "甲乙丙": 4}
    assert cohesion("甲乙丙", counts, 64) == 0.0
    assert cohesion("甲乙", counts, 64) == 4.0


@pytest.mark.parametrize(("counts", "bits"), [([], 0.0), ([7], 0.0), ([1, 1], 1.0), ([2, 2, 2, 2], 2.0)])
def test_entropy_in_bits(counts: list[int], bits: float) -> None:
    assert entropy(counts) == bits
