"""The page of publishers."""

from pathlib import Path

from starlette.testclient import TestClient

from bilat.record import Record
from tests.web.pages.lists import hostile_site
from tests.web.pages.reading import lawful, page, site_of, tame

MET = "中国国防部长李尚福27日在北京会见越南国防部长潘文江。"


def _article(publisher: str, text: str, day: str) -> dict[str, str]:
    return {"id": f"{publisher}-{day}", "date": day, "publisher": publisher, "title": "两国防长会见", "text": text}


def test_every_publisher_is_counted(client: TestClient, sample_record: Path) -> None:
    read = page(client, "/publishers")
    lawful(read)
    told = [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in read.css("tbody tr")]
    assert sum(int(row[1]) for row in told) == sum(d.superseded_by is None for d in Record(sample_record).documents())


def test_what_nobody_else_tells_is_counted_once(tmp_path: Path) -> None:
    only = "中国外交部长王毅28日在河内会见越南外交部长裴青山。"
    _, record = site_of(
        tmp_path,
        _article("甲", MET, "2023-06-27"),
        _article("乙", MET, "2023-06-27"),
        _article("乙", only, "2023-06-28"),
    )
    rows = {row.publisher: row for row in record.publishers()}
    assert (rows["甲"].documents, rows["甲"].events, rows["甲"].alone) == (1, 1, 0)
    assert (rows["乙"].documents, rows["乙"].events, rows["乙"].alone) == (2, 2, 1)
    assert (rows["乙"].first, rows["乙"].last) == ("2023-06-27", "2023-06-28")


def test_a_hostile_article_stays_in_its_page(tmp_path: Path) -> None:
    assert tame(hostile_site(tmp_path), "/publishers").css("tbody tr")
