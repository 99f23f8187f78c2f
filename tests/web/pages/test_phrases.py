"""The pages of phrases."""

from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from bilat.record import ItemFilter, Record
from bilat.web.pages import phrases
from bilat.web.pages.phrases import bars_of
from tests.web.pages.lists import astray, hostile_site
from tests.web.pages.reading import lawful, links, page, tame, words


def test_phrases_stand_with_first_and_last_use(client: TestClient, sample_record: Path) -> None:
    read = page(client, "/phrases")
    lawful(read)
    told = Record(sample_record).phrases()
    assert [node.text() for node in read.css("tbody th a")] == [row.phrase for row in told]
    for row in told:
        assert f"/document/{row.first.document}#c" in " ".join(links(read))
    assert astray(client, read) == []


def test_phrases_can_be_ordered_and_sought(client: TestClient) -> None:
    ordered = [node.text() for node in page(client, "/phrases?order=phrase").css("tbody th a")]
    assert ordered == sorted(ordered)
    found = [node.text() for node in page(client, "/phrases?words=夥伴").css("tbody th a")]
    assert found
    assert all("伙伴" in name for name in found)
    assert client.get("/phrases?order=size").status_code == 400


def test_a_phrase_has_its_equivalents_its_counts_and_every_use(client: TestClient, sample_record: Path) -> None:
    with Record(sample_record) as record:
        for row in record.phrases():
            read = page(client, f"/phrase/{quote(row.phrase)}")
            lawful(read)
            assert astray(client, read) == []
            for use in record.items("phrases"):
                if use.item.phrase == row.phrase:
                    at = use.report.evidence[0].span
                    assert f"/document/{use.report.document}#c{at.start}-{at.end}" in links(read)
    told = words(page(client, f"/phrase/{quote('全面战略伙伴关系')}"))
    assert "comprehensive strategic partnership" in told
    assert "đối tác chiến lược toàn diện" in told


def test_uses_can_be_of_one_side(client: TestClient, sample_record: Path) -> None:
    with Record(sample_record) as record:
        use = next(use for use in record.items("phrases") if use.item.side)
    address = f"/phrase/{quote(use.item.phrase)}"
    own = len(page(client, f"{address}?side=article").css("#uses ~ div tbody tr"))
    said = len(page(client, f"{address}?side={use.item.side}").css("#uses ~ div tbody tr"))
    every = len(page(client, address).css("#uses ~ div tbody tr"))
    assert 0 < said <= every - own


def test_an_unknown_phrase_is_not_there(client: TestClient) -> None:
    assert client.get("/phrase/nothing").status_code == 404


def test_a_hostile_article_stays_in_its_page(tmp_path: Path) -> None:
    site = hostile_site(tmp_path)
    assert tame(site, "/phrases").css("tbody tr")
    assert tame(site, f"/phrase/{quote('命运共同体')}").css("#uses")


def test_bars_share_the_time_evenly_and_leave_out_what_has_no_month() -> None:
    assert bars_of({"2022-01": 10, "2023-12": 5, "": 99}, "2022-01", "2023-12") == ((0, 20), (23, 10))
    assert bars_of({"2022-01": 1}, "2022-01", "2022-01") == ((0, 20),)


def test_what_is_counted_over_the_uses_of_one_phrase_is_what_the_record_counts(sample_record: Path) -> None:
    with Record(sample_record) as record:
        for row in record.phrases():
            told = record.phrase_uses(row.phrase)
            assert told is not None
            assert told.row == row
            assert {side: counted.total() for side, counted in told.by_side.items()} == row.sides
            uses = list(record.items("phrases", ItemFilter(same={"phrase": row.phrase})))
            assert record.numbered("phrases", [number for number, _ in told.ordered]) == uses
            assert [side for _, side in told.ordered] == [use.item.side or "" for use in uses]
            (between,) = {use.item.between for use in uses[:1]}
            some = record.phrase_uses(row.phrase, ItemFilter(countries=between))
            assert some is not None
            assert some.row == next(r for r in record.phrases(ItemFilter(between)) if r.phrase == row.phrase)
        assert record.phrase_uses("nothing") is None


def test_the_renderings_of_a_phrase_that_is_used_often_are_compared_when_asked_for(
    fresh: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/phrase/{quote('全面战略伙伴关系')}"
    assert "Compare how it is written" not in words(page(fresh, address))
    monkeypatch.setattr(phrases, "COMPARED", 0)
    few = page(fresh, f"{address}?country=VN")
    assert "Compare how it is written" in words(few)
    (more,) = [to for to in links(few) if "written=1" in to]
    assert "Compare how it is written" not in words(page(fresh, more))


def test_phrases_that_are_new_since_a_day(client: TestClient, sample_record: Path) -> None:
    read = page(client, "/phrases?since=2023-12-12&new=true")
    lawful(read)
    with Record(sample_record) as record:
        new = {row.phrase for row in record.phrases() if (row.first.published or "") >= "2023-12-12"}
    assert {node.text() for node in read.css("tbody th a")} == new
    assert astray(client, read) == []
    assert client.get("/phrases?new=true").status_code == 400
