"""Search across everything, while it is being typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bilat.errors import UsageError
from bilat.link.kin import Kins
from bilat.model import EventType, MechanismUse, PhraseUse, Reading, Undertaking
from bilat.model.undertaking import Stage
from bilat.record import ItemFilter, Record, open_record
from bilat.record.terms import fold, parse
from tests.link.made import Kin
from tests.record.made import Pair, document, keep, meeting


def article(day: str, *, publisher: str = "海望社") -> Pair:
    text = f"李明会见范文山（Phạm Văn Sơn）\n{day}双方谈到政治互信与河内铁路，中越合作委员会开会"
    doc = document(text, day, publisher=publisher)
    told = meeting(doc, "李明/CN", "范文山/VN", start=day, titles=("总理", "外长"))
    son = told.people[1]
    at = text.index("政治互信")
    trust = (doc.quote(at, at + 4),)
    reading = Reading(
        doc.id,
        (told.people[0], type(son)(son.name, son.country, son.title, son.mentions, ("Phạm Văn Sơn",))),
        told.events,
        phrases=(PhraseUse("政治互信", "CN", None, trust, between=("CN", "VN")),),
        mechanisms=(MechanismUse("中越合作委员会", "中越合作委员会", True, trust, members=("CN", "VN")),),
        undertakings=(Undertaking("河内铁路", "railway", Stage.PROPOSED, trust, parties=("CN", "VN")),),
    )
    return doc, reading


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    other = document("范文山会见李明，谈到务实合作", "2024-02-01", publisher=None)
    at = other.text.index("务实合作")
    told = meeting(other, "范文山/VN", "李明/CN", kind=EventType.MEETING, start="2024-02-01")
    use = PhraseUse("务实合作", None, None, (other.quote(at, at + 4),), between=("CN", "VN"))
    later = (other, Reading(other.id, told.people, told.events, phrases=(use,)))
    _ = keep(tmp_path / "r.bilat", {"a": [article("2023-06-27"), article("2023-07-01"), later]}, kin=Kins((Kin(),)))
    with open_record(tmp_path / "r.bilat") as opened:
        yield opened


def found(record: Record, words: str, kind: str) -> list[str]:
    return [row.text for row in record.search_all(words) if row.kind == kind]


@pytest.mark.parametrize(
    ("words", "kind", "texts"),
    [
        ("范", "person", ["范文山"]),
        ("文山", "person", ["范文山"]),
        ("pham v", "person", ["Phạm Văn Sơn"]),
        ("李明", "person", ["李明"]),
        ("外交", "office", ["外交部长"]),
        ("外长", "office", ["外长"]),
        ("互信", "phrase", ["政治互信"]),
        ("委員會", "mechanism", ["中越合作委员会"]),
        ("鐵路", "undertaking", ["河内铁路"]),
        ("金", "person", []),
    ],
)
def test_things_are_found_by_parts_of_their_names_in_any_script(
    record: Record, words: str, kind: str, texts: list[str]
):
    assert found(record, words, kind) == texts


def test_a_hit_says_where_the_words_stand_and_what_the_thing_is_called(record: Record):
    (son,) = (row for row in record.search_all("van son") if row.kind == "person")
    assert (son.text[son.start : son.end], son.name, son.detail, son.weight) == ("Văn", "范文山", "VN", 3)
    assert record.get(son.id) == record.person(son.id)


def test_events_are_found_by_those_who_take_part_and_the_place(record: Record):
    rows = [row for row in record.search_all("李明 河内") if row.kind == "event"]
    assert [row.detail for row in rows] == [
        "meeting · 2024-02-01 · 河内",
        "meeting · 2023-07-01 · 河内",
        "meeting · 2023-06-27 · 河内",
    ]
    assert len([row for row in record.search_all("李明", 1) if row.kind == "event"]) == 1
    assert [row for row in record.search_all("李明 巴黎") if row.kind == "event"] == []


def test_documents_come_with_the_words_in_their_snippet_the_latest_first(record: Record):
    rows = [row for row in record.search_all("合作") if row.kind == "document"]
    assert [row.detail for row in rows] == ["2024-02-01", "2023-07-01 · 海望社", "2023-06-27 · 海望社"]
    assert {row.text[row.start : row.end] for row in rows} == {"合作"}


def test_nothing_is_found_of_nothing(record: Record):
    assert record.search_all(" ") == []
    assert record.search_all("。") == []


@pytest.mark.parametrize(("typed", "finds"), [("Pha", True), ("Phạm V", True), ("Pha ", False), ("ham", False)])
def test_the_last_word_may_go_on_while_it_is_typed(typed: str, *, finds: bool):
    assert parse(typed, typing=True).finds(fold("见 Phạm Văn Sơn")) == finds


def test_publishers_have_their_documents_days_and_events(record: Record):
    rows = [(p.publisher, p.documents, p.first, p.last, p.events) for p in record.publishers()]
    assert rows == [("海望社", 2, "2023-06-27", "2023-07-01", 2), (None, 1, "2024-02-01", "2024-02-01", 1)]


def test_a_phrase_is_new_when_nobody_used_it_before(record: Record):
    assert [row.phrase for row in record.new_phrases(ItemFilter(("CN", "VN"), since="2024"))] == ["务实合作"]
    assert [row.phrase for row in record.new_phrases(ItemFilter(since="2023-07-01", until="2023-12"))] == []
    assert [row.phrase for row in record.new_phrases(ItemFilter(since="2023"))] == ["政治互信", "务实合作"]


def test_many_candidates_give_the_same_as_few(record: Record, monkeypatch: pytest.MonkeyPatch):
    few = [hit.document.id for hit in record.search("合作", 2)]
    monkeypatch.setattr("bilat.record.search._MANY", 0)
    assert [hit.document.id for hit in record.search("合作", 2)] == few
    assert len(few) == 2


@pytest.mark.parametrize("noun", ["phrases", "undertakings", "mechanisms"])
def test_items_come_page_by_page(record: Record, noun: str):
    whole = [row.id for row in record.items(noun)]
    seen: list[str] = []
    while page := list(record.items(noun, limit=1, after=seen[-1] if seen else None)):
        seen.extend(row.id for row in page)
    assert seen == whole
    assert len(whole) >= 2
    with pytest.raises(UsageError, match="begin again"):
        _ = list(record.items(noun, after="nothing"))
