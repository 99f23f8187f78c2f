"""Items by the key of their countries, and long lists document by document: the same items as one by one."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import bilat
from bilat.errors import UsageError
from bilat.model.flat import NOUNS
from bilat.record import ItemFilter, Record, items
from bilat.record.parties import COUNTRY_COLUMNS

SAMPLES = Path(bilat.__file__).parent / "samples" / "articles"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The record of the bundled samples."""
    path = tmp_path_factory.mktemp("record") / "sample.bilat"
    _ = bilat.build([SAMPLES], path)
    with bilat.open(path) as opened:
        yield opened


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("countries", [("CN",), ("vn",), ("CN", "VN"), ("CN", "XX")])
def test_items_of_countries_are_those_whose_columns_name_each(record: Record, noun: str, countries: tuple[str, ...]):
    def named(item: object) -> set[str]:
        told = [getattr(item, column) for column in COUNTRY_COLUMNS[noun]]
        return {code for value in told if value for code in (value.split(",") if isinstance(value, str) else value)}

    wanted = {code.upper() for code in countries}
    expected = [row.id for row in record.items(noun) if wanted <= named(row.item)]
    assert [row.id for row in record.items(noun, ItemFilter(countries))] == expected


def test_some_items_of_the_samples_are_of_both_countries(record: Record):
    assert list(record.items("phrases", ItemFilter(("CN", "VN"))))


@pytest.mark.parametrize("noun", ["claims", "phrases", "mechanisms", "disputes"])
@pytest.mark.parametrize("since", [None, "2023", "2023-12-12"])
def test_a_sheet_found_document_by_document_is_the_beginning_of_the_list(
    record: Record, noun: str, since: str | None, monkeypatch: pytest.MonkeyPatch
):
    asked = ItemFilter(since=since)
    whole = [row.id for row in record.items(noun, asked)]
    monkeypatch.setattr(items, "_MANY", 0)
    assert [row.id for row in record.items(noun, asked, 7)] == whole[:7]
    if len(whole) > 3:
        assert [row.id for row in record.items(noun, asked, 7, after=whole[2])] == whole[3:10]


def test_newest_first_the_latest_day_leads_what_has_no_day_ends_and_an_article_keeps_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    told = "王毅表示，中方愿同越方合作。裴青山说，越方愿同中方合作。"
    days = {"a": "2023-06-01", "b": None, "c": "2023-06-03", "d": "2023-06-02", "e": None}
    lines = [{"id": id_, "date": day, "title": "会见", "text": f"{id_}。{told}"} for id_, day in days.items()]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    _ = bilat.build([tmp_path / "in.jsonl"], tmp_path / "r.bilat", workers=1)
    with bilat.open(tmp_path / "r.bilat") as record:
        expected = [(id_, name) for id_ in "cdaeb" for name in ("王毅", "裴青山")]
        whole = list(record.items("claims", order="newest"))
        assert [(row.report.document, row.item.speaker) for row in whole] == expected
        for most in (items._MANY, 0):
            monkeypatch.setattr(items, "_MANY", most)
            for size in (1, 3, 4, 20):
                seen: list[str] = []
                last = None
                while page := list(record.items("claims", limit=size, after=last, order="newest")):
                    seen += [row.id for row in page]
                    last = seen[-1]
                assert seen == [row.id for row in whole]
        with pytest.raises(UsageError, match="there are oldest, newest"):
            _ = list(record.items("claims", order="random"))


def test_events_of_two_countries_do_not_depend_on_which_is_named_first(record: Record):
    one, other = ([event.id for event in record.events(pair)] for pair in (("CN", "VN"), ("VN", "CN")))
    assert one == other
    assert one
