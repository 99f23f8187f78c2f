"""One trade figure told in three languages is one figure; one that differs is a discrepancy."""

from pathlib import Path

import pytest

import bilat
from bilat.build import build

TOLD = {
    "zh": "2023年，智利与秘鲁双边贸易额达73亿美元，同比增长4.2%。两国元首当天在利马举行会谈。",
    "en": "Bilateral trade between Chile and Peru reached US$7.3 billion in 2023, up 4.2 percent from a year earlier. The "
    "two presidents held talks in Lima on Monday.",
    "vi": "Kim ngạch thương mại hai chiều giữa Chile và Peru đạt 7,3 tỷ USD trong năm 2023, tăng 4,2% so với cùng kỳ năm "
    "trước. Tổng thống hai nước đã hội đàm tại Lima.",
    "other": "Trade between Peru and Chile was worth $8.6 billion in 2023, the ministry said. The two presidents held talks "
    "in Lima on Monday.",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> bilat.Record:
    folder = tmp_path_factory.mktemp("told")
    for name, text in TOLD.items():
        language = "en" if name == "other" else name
        head = f"---\ntitle: {name}\ndate: 2024-05-20\npublisher: {name}.example.com\nlanguage: {language}\n---\n"
        _ = (folder / f"{name}.md").write_text(f"{head}\n{text}\n", "utf-8")
    path = folder.with_suffix(".bilat")
    _ = build([Path(folder)], path, workers=1)
    return bilat.open(path)


def test_a_figure_in_three_languages_is_one_and_another_value_a_discrepancy(record: bilat.Record):
    with record:
        (found,) = [row for row in record.discrepancies() if row.field == "value"]
        told = sorted(sorted(report.publisher or "" for report in value.reports) for value in found.values)
    assert told == [
        ["en.example.com", "vi.example.com", "zh.example.com"],
        ["other.example.com"],
    ]
