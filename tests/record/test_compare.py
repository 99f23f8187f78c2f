"""One event of several publishers: what each says of it, what it leaves out, and who says nothing."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bilat.errors import UsageError
from bilat.model import (
    Claim,
    Document,
    Evidence,
    Figure,
    Mode,
    Part,
    Passage,
    PhraseUse,
    Reading,
    Span,
    SpeakerKind,
    Undertaking,
)
from bilat.model.comparison import ComparisonRow, EntryRow
from bilat.model.rows import EventRow
from bilat.model.undertaking import Stage
from bilat.record import Record, open_record
from tests.record.made import document, keep, meeting

LEAD = "李明三日在河内会见范文山。"
Made = Callable[[Document], Any]


def article(publisher: str, day: str, *paragraphs: str, headline: str = "要闻") -> Document:
    """An article of paragraphs: a headline, a lead, the rest body."""
    text = "\n".join((f"{publisher}{headline}", *paragraphs))
    passages: list[Passage] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        part = (Part.HEADLINE, Part.LEAD, Part.BODY)[min(number, 2)]
        passages.append(Passage(part, Span(at, at + len(line))))
        at += len(line) + 1
    return document(text, day, publisher=publisher, passages=tuple(passages), id_=f"{publisher}-{day}")


def told(doc: Document, *items: Made, day: str = "2023-05-03") -> tuple[Document, Reading]:
    """The document with the meeting, and what else is found in it."""
    reading = meeting(doc, "李明/CN", "范文山/VN", start=day)
    found: dict[str, list[Any]] = {"phrases": [], "figures": [], "claims": [], "undertakings": []}
    kinds = {PhraseUse: "phrases", Figure: "figures", Claim: "claims", Undertaking: "undertakings"}
    for make in items:
        item = make(doc)
        found[kinds[type(item)]].append(item)
    return doc, replace(reading, **{noun: tuple(made) for noun, made in found.items()})


def quote(doc: Document, words: str) -> tuple[Evidence, ...]:
    at = doc.text.index(words)
    return (doc.quote(at, at + len(words)),)


def phrase(words: str, side: str | None = None) -> Made:
    return lambda doc: PhraseUse(words, side, None, quote(doc, words))


def figure(words: str, value: int, of: str = "CN", partner: str = "VN") -> Made:
    return lambda doc: Figure("trade_total", of, partner, value, "USD", "2022", quote(doc, words))


def claim(speaker: str, country: str, words: str, *chain: str) -> Made:
    return lambda doc: Claim(speaker, SpeakerKind.PERSON, country, "说", Mode.INDIRECT, quote(doc, words), chain=chain)


def railway(words: str) -> Made:
    return lambda doc: Undertaking(words, "railway", Stage.AGREED, quote(doc, words), ("CN", "VN"))


ONE = article(
    "甲社", "2023-05-03", LEAD, "李明说要增进政治互信。双方同意修建北线铁路。", "贸易额为100亿美元。睦邻友好。"
)
TWO = article("乙报", "2023-05-04", LEAD, "范文山说要增进政治互信。贸易额为101亿美元。全面合作。")
PASSING = article(
    "丙台",
    "2023-05-04",
    "本台消息，今天天气晴朗。",
    "政治互信。",
    LEAD,
    "山水相连。",
    "睦邻友好。",
    "互利共赢。",
)
SILENT = article("丁网", "2023-05-05", "今天没有新闻。")
LATE = article("戊刊", "2023-06-05", "一个月后仍无新闻。")


def pairs() -> list[tuple[Document, Reading]]:
    return [
        told(
            ONE,
            phrase("政治互信", "CN"),
            phrase("睦邻友好"),
            figure("100亿美元", 10**10),
            claim("李明", "CN", "李明说", "通讯社"),
            railway("北线铁路"),
        ),
        told(
            TWO,
            phrase("政治互信", "VN"),
            phrase("全面合作", "VN"),
            figure("101亿美元", 101 * 10**8),
            claim("范文山", "VN", "范文山说"),
        ),
        told(PASSING, phrase("政治互信"), phrase("山水相连"), phrase("睦邻友好"), phrase("互利共赢")),
        (SILENT, Reading(SILENT.id)),
        (LATE, Reading(LATE.id)),
    ]


@contextmanager
def opened(path: Path, kept: Sequence[tuple[Document, Reading]]) -> Generator[tuple[Record, EventRow]]:
    """A record of documents, and its one event."""
    _ = keep(path / "r.bilat", {"a": list(kept)})
    with open_record(path / "r.bilat") as record:
        (event,) = record.events()
        yield record, event


@pytest.fixture
def by_publisher(tmp_path: Path) -> Iterator[ComparisonRow]:
    with opened(tmp_path, pairs()) as (record, event):
        yield record.compare(event)


def labels(entries: Sequence[EntryRow]) -> list[str]:
    return [entry.label for entry in entries]


def column(compared: ComparisonRow, name: str) -> Any:
    return next(each for each in compared.columns if each.name == name)


def test_what_several_say_stands_once_with_its_independent_documents(by_publisher: ComparisonRow):
    shared = {entry.label: (list(entry.said), entry.independent) for entry in by_publisher.shared}
    assert shared == {"政治互信": (["乙报", "甲社"], 2), "睦邻友好": (["甲社", "丙台"], 2)}


def test_what_only_one_says_and_what_one_leaves_out(by_publisher: ComparisonRow):
    assert labels(column(by_publisher, "乙报").only) == [
        "全面合作",
        "trade_total CN – VN 2022 10100000000 USD",
        "范文山",
    ]
    assert labels(column(by_publisher, "乙报").left_out) == ["睦邻友好"]
    assert labels(column(by_publisher, "丙台").left_out) == ["政治互信"]


def test_a_document_on_something_else_counts_only_near_the_words_that_tell_of_the_event(by_publisher: ComparisonRow):
    reports = {each.report.publisher: each.whole for c in by_publisher.columns for each in c.reports}
    assert reports == {"甲社": True, "乙报": True, "丙台": False}
    assert labels(column(by_publisher, "丙台").only) == ["山水相连"]


def test_figures_of_one_question_with_several_values_are_told_differently(by_publisher: ComparisonRow):
    (differing,) = by_publisher.differing
    values = {name: items[0].item.value for entry in differing.entries for name, items in entry.said.items()}
    assert values == {"甲社": 10**10, "乙报": 101 * 10**8}
    assert differing.to_dict()["kind"] == "rounding"


def test_media_that_a_document_takes_statements_from_are_named(by_publisher: ComparisonRow):
    assert column(by_publisher, "甲社").reports[0].via == ("通讯社",)


def test_every_entry_leads_to_the_words_of_an_article(by_publisher: ComparisonRow):
    texts = {doc.id: doc.text for doc, _ in pairs()}
    plain: Any = by_publisher.to_dict()
    found = [item for entry in plain["entries"] for items in entry["columns"].values() for item in items]
    assert found
    for item in found:
        assert item["evidence"]
        assert all(texts[item["document"]][ev["start"] : ev["end"]] == ev["quote"] for ev in item["evidence"])


def test_sides_are_compared_by_the_words_of_their_speakers(tmp_path: Path):
    with opened(tmp_path, pairs()) as (record, event):
        compared = record.compare(event, "side")
    assert [c.name for c in compared.columns] == ["CN", "VN", "no speaker"]
    assert labels(compared.shared) == ["政治互信"]
    assert labels(column(compared, "VN").only) == ["全面合作", "范文山"]
    assert "政治互信" not in labels(column(compared, "no speaker").only)
    assert column(compared, "no speaker").left_out == ()


def test_a_side_that_is_none_is_refused(tmp_path: Path):
    with opened(tmp_path, pairs()) as (record, event), pytest.raises(UsageError, match="publisher, side"):
        _ = record.compare(event, "colour")


def test_a_reprint_counts_once_and_names_its_original(tmp_path: Path):
    body = "，".join("山水林田湖草沙江河海洋桥路车船城乡村镇学校医院工厂市场商店公园"[at : at + 9] for at in range(22))
    first = article("甲社", "2023-05-03", LEAD, "政治互信。" + body)
    again = article("乙报", "2023-05-04", LEAD, "政治互信。" + body, headline="转载")
    with opened(tmp_path, [told(first, phrase("政治互信")), told(again, phrase("政治互信"))]) as (record, event):
        compared = record.compare(event)
        assert record.verify().ok
    assert {report.document: report.copy_of for report in event.reports} == {first.id: None, again.id: first.id}
    assert [(entry.label, entry.independent, len(entry.said)) for entry in compared.shared] == [("政治互信", 1, 2)]
    assert (compared.coverage.documents, compared.coverage.independent) == (2, 1)
    assert event.reports[1].to_dict()["copy_of"] == first.id


def test_publishers_read_on_those_days_that_say_nothing_are_named(by_publisher: ComparisonRow):
    found = by_publisher.coverage
    assert [reporter.publisher for reporter in found.reporters] == ["丙台", "乙报", "甲社"]
    assert found.silent == (("丁网", 1),)
    assert (found.since, found.until) == ("2023-05-03", "2023-05-05")


def test_an_event_that_nobody_dates_is_looked_for_on_the_days_of_its_news(tmp_path: Path):
    doc, reading = told(ONE)
    bare = replace(reading, events=(replace(reading.events[0], start=None, end=None),))
    with opened(tmp_path, [(doc, bare), *pairs()[3:]]) as (record, event):
        found = record.coverage(event)
    assert (found.since, found.until, found.silent) == ("2023-05-03", "2023-05-03", ())


def test_wordings_close_to_each_other_stand_together(tmp_path: Path):
    doc = article("甲社", "2023-05-03", LEAD, "命运共同体。人类命运共同体。政治互信。")
    made = told(doc, phrase("人类命运共同体"), phrase("政治互信"))
    other = article("乙报", "2023-05-04", LEAD, "命运共同体。")
    with opened(tmp_path, [made, told(other, phrase("命运共同体"))]) as (record, event):
        assert [labels(group) for group in record.compare(event).wordings] == [["人类命运共同体", "命运共同体"]]


def test_a_phrase_written_in_several_forms_shows_each_with_its_first_day(tmp_path: Path):
    def put(words: str) -> Made:
        return lambda doc: PhraseUse("优先方向", None, None, quote(doc, words))

    one = article("甲社", "2023-05-03", LEAD, "周边外交优先方向。")
    two = article("乙报", "2023-05-04", LEAD, "「周邊外交」優先方向。外交的优先方向。")
    pairs = [told(one, put("周边外交优先方向")), told(two, put("「周邊外交」優先方向"), put("外交的优先方向"))]
    with opened(tmp_path, pairs) as (record, event):
        compared = record.compare(event)
    (entry,) = compared.shared
    assert [(form.written, form.columns, form.first) for form in entry.forms] == [
        ("周边外交优先方向", ("乙报", "甲社"), "2023-05-03"),
        ("外交的优先方向", ("乙报",), "2023-05-04"),
    ]
    assert compared.wordings == ((entry,),)
    assert entry.to_dict()["forms"]
    assert compared.to_dict()["visit"] is None
