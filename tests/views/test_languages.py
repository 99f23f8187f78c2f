"""One meeting told in three languages: one event, its reports side by side, topic by topic and phrase by phrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

import bilat
from bilat.build import build
from bilat.model.comparison import ComparisonRow
from bilat.record import ItemFilter
from bilat.views.compare import compare_lines
from bilat.views.lines import text_of
from bilat.views.renderings import rendering_lines, renderings
from bilat.views.topics import topics

SAMPLES = Path(bilat.__file__).parent / "samples" / "languages"
ZH, EN, VI = "chaosheng.example.com", "eastgate.example.com", "songhong.example.vn"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bilat.Record]:
    path = tmp_path_factory.mktemp("languages") / "r.bilat"
    _ = build([SAMPLES], path, workers=1)
    with bilat.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def compared(record: bilat.Record) -> ComparisonRow:
    (meeting,) = [event for event in record.events() if event.type == "meeting"]
    return record.compare(meeting)


def test_one_meeting_in_three_languages_is_one_event(compared: ComparisonRow):
    event = compared.event
    assert (event.start, [side.country for side in event.participants]) == ("2023-12-12", ["VN", "CN"])
    assert {report.publisher for report in event.reports} == {ZH, EN, VI}
    assert not event.discrepancies, "河内, Hà Nội and Hanoi are one place"


def test_each_says_on_a_topic_what_it_says_in_its_own_language(compared: ComparisonRow):
    said = {row.topic: row.said for row in topics(compared)}
    sea = {column: items[0].report.evidence[0].quote for column, items in said["South China Sea"].items()}
    assert "南海" in sea[ZH]
    assert "South China Sea" in sea[EN]
    assert "Biển Đông" in sea[VI]
    assert set(said["Taiwan"]) == {ZH}


def test_a_phrase_meets_its_renderings_and_what_one_alone_says_stands_there(compared: ComparisonRow):
    shown = [text_of(line) for line in compare_lines(compared, None)]
    at = next(n for n, line in enumerate(shown) if line.startswith("    具有战略意义的命运共同体  3 of 3"))
    assert "“具有战略意义的中越命运共同体”" in shown[at + 1]
    assert "“community with a shared future that carries strategic significance”" in shown[at + 2]
    assert "“Cộng đồng chia sẻ tương lai Việt Nam - Trung Quốc có ý nghĩa chiến lược”" in shown[at + 3]
    assert any(line.startswith("      头等优先 “ưu tiên hàng đầu”") for line in shown[shown.index(f"{VI} only") :])
    assert "      nothing of it: eastgate.example.com, songhong.example.vn" in shown


def test_reports_in_one_language_have_no_topics(compared: ComparisonRow):
    alone = tuple(replace(entry, said={ZH: entry.said[ZH]}) for entry in compared.entries if ZH in entry.said)
    assert topics(replace(compared, entries=alone)) == ()


def test_renderings_are_told_by_publisher_from_when_to_when(record: bilat.Record):
    rows = renderings(record.items("phrases", ItemFilter(same={"phrase": "具有战略意义的命运共同体"})))
    assert [(row.publisher, row.uses, row.first, row.last) for row in rows] == [
        (name, 1, "2023-12-12", "2023-12-12") for name in (ZH, EN, VI)
    ]
    assert text_of(list(rendering_lines(rows, None))[1]) == "by rendering"
    assert renderings(()) == []
    assert list(rendering_lines((), None)) == []
