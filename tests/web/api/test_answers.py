"""What the API answers: as it describes itself, page by page or whole, and with its sources."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from bilat.errors import UsageError
from bilat.record import Record
from bilat.web.api import listing
from bilat.web.api.asking import Many, Question
from bilat.web.api.catalogue import CATALOGUE, PREFIX
from bilat.web.api.params import DATE, Param, read
from bilat.web.app import create_app
from bilat.web.settings import Settings
from tests.web.conftest import HERE

LISTS = {asking.name: asking for asking in CATALOGUE if isinstance(asking, Many)}
NAMES = [asking.name for asking in CATALOGUE]
EMPTY = {"doubts", "travels"}
"""Lists for which the samples hold nothing."""


def quotations(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each quotation in an answer with the id of its document."""
    inside: list[Any] = []
    if isinstance(value, dict):
        found = cast("dict[str, Any]", value)
        if "document" in found:
            yield from ((found["document"], quoted) for quoted in found.get("evidence", ()))
        inside = [*found.values()]
    elif isinstance(value, list):
        inside = cast("list[Any]", value)
    for each in inside:
        yield from quotations(each)


def more(path: str, **words: object) -> str:
    return path + ("&" if "?" in path else "?") + "&".join(f"{name}={word}" for name, word in words.items())


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_has_the_shape_that_the_description_gives(
    name: str, client: TestClient, paths: dict[str, str], described: dict[str, Any]
):
    asking = next(each for each in CATALOGUE if each.name == name)
    answer = client.get(paths[name])
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    said = described["paths"][PREFIX + asking.path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.validate(answer.json(), {**said, "components": described["components"]})
    rows = answer.json()["items"] if isinstance(asking, Many) else [answer.json()]
    assert rows or name in EMPTY
    for row in rows:
        _ = msgspec.convert(row, asking.shape)


@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_stands_where_the_answer_says(
    name: str, client: TestClient, paths: dict[str, str], record: Record
):
    for document, quoted in quotations(client.get(paths[name]).json()):
        doc, _ = record.reading(document)
        assert doc.text[quoted["start"] : quoted["end"]] == quoted["quote"]


@pytest.mark.parametrize(
    "name", ["events", "event", "figures", "claims", "uses", "discrepancies", "compare", "phrases"]
)
def test_what_is_told_is_told_with_quotations(name: str, client: TestClient, paths: dict[str, str]):
    assert list(quotations(client.get(paths[name]).json()))


@pytest.mark.parametrize("name", LISTS)
@settings(max_examples=4, derandomize=True)
@given(limit=st.integers(min_value=1, max_value=12))
def test_all_pages_together_are_the_whole_list(name: str, limit: int, client: TestClient, paths: dict[str, str]):
    whole = [json.loads(line) for line in client.get(more(paths[name], format="jsonl")).text.splitlines()]
    walked: list[Any] = []
    following: str | None = more(paths[name], limit=limit)
    while following is not None:
        answer = client.get(following)
        page = answer.json()
        assert len(page["items"]) == limit or page["next"] is None
        walked += page["items"]
        following = answer.links["next"]["url"] if page["next"] else None
        assert ("next" in answer.links) == (page["next"] is not None)
    assert walked == whole


@pytest.mark.parametrize("name", LISTS)
@settings(max_examples=6, derandomize=True)
@given(data=st.data())
def test_a_cursor_names_the_row_it_goes_on_after(name: str, data: st.DataObject, paths: dict[str, str], record: Record):
    asking, parts = LISTS[name], urlsplit(paths[name])
    path = {"id": parts.path.split("/")[3]} if "{id}" in asking.path else {}
    question = Question(record, read(parse_qsl(parts.query), asking.params), path)
    whole = list(asking.after(question, [], None))
    assert len({tuple(asking.key(row)) for row in whole}) == len(whole)
    place = data.draw(st.integers(1, len(whole))) if whole else 1
    size = data.draw(st.integers(1, 5))
    if whole:
        position = asking.position([], whole[:place])
        assert list(asking.after(question, position, size)) == whole[place : place + size]
    for wrong in (["nobody"], ["nobody", place], [place], [None], ["a", "b", "c", "d", "e", 1]):
        with pytest.raises(UsageError):
            _ = list(asking.after(question, wrong, size))


def test_a_list_is_that_of_the_record(client: TestClient, record: Record):
    ids = [row["id"] for row in client.get("/api/events?limit=500&background=true").json()["items"]]
    assert ids == [event.id for event in record.events()]
    newest = [row["id"] for row in client.get("/api/events?limit=500&background=true&order=newest").json()["items"]]
    assert newest == [event.id for event in record.events(order="newest")]
    people = [row["id"] for row in client.get("/api/people?limit=500").json()["items"]]
    assert people == [person.id for person in record.people()]


def test_filters_are_those_of_the_command_line(client: TestClient, record: Record):
    asked = "country=CN&country=VN&since=2023&until=2024-06&type=visit&type=meeting&status=held"
    ids = [row["id"] for row in client.get(f"/api/events?{asked}").json()["items"]]
    between = record.events(("CN", "VN"), "2023", "2024-06", ("visit", "meeting"), status="held", background=False)
    assert ids
    assert ids == [event.id for event in between]


@pytest.mark.parametrize("name", LISTS)
def test_a_table_can_be_taken_along_as_csv(name: str, client: TestClient, paths: dict[str, str]):
    rows = client.get(more(paths[name], limit=500)).json()["items"]
    answer = client.get(more(paths[name], format="csv"))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    head, *lines = csv.reader(io.StringIO(answer.text))
    assert tuple(head) == LISTS[name].table.columns
    assert len(lines) == len(rows)
    assert {len(line) for line in lines} <= {len(head)}


def test_a_cell_that_a_spreadsheet_would_calculate_is_made_harmless(client: TestClient):
    line = client.get('/api/search?q="=1+1"&format=csv').text
    assert not [cell for row in csv.reader(io.StringIO(line)) for cell in row if cell[:1] in tuple("=+-@")]


def test_a_list_longer_than_the_bound_breaks_off_and_does_not_seem_whole(
    fresh: TestClient, monkeypatch: pytest.MonkeyPatch
):
    assert fresh.get("/api/events?format=csv&until=2999").status_code == 200
    monkeypatch.setattr(listing, "WHOLE", 3)
    with pytest.raises(OverflowError):
        _ = fresh.get("/api/events?format=csv&until=2998")


def test_a_document_comes_with_its_text_and_all_that_was_found(client: TestClient, record: Record):
    doc, reading = max(record.readings(), key=lambda pair: len(pair[1].events))
    answer = client.get(f"/api/documents/{doc.id}").json()
    assert answer["text"] == doc.text
    assert len(answer["events"]) == len(reading.events)
    assert answer["passages"] == [[p.part.value, p.span.start, p.span.end] for p in doc.passages]


def test_no_answer_tells_where_files_lie(client: TestClient, paths: dict[str, str]):
    for path in (*paths.values(), *(more(path, format="csv") for name, path in paths.items() if name in LISTS)):
        assert "/articles/" not in client.get(path).text, path


def test_words_that_hold_nothing_to_search_for_find_nothing(client: TestClient):
    assert client.get('/api/search?q="').json()["items"] == []


def test_a_document_whose_publisher_gave_it_an_id_with_a_slash_has_an_address(tmp_path: Path):
    import bilat

    article = tmp_path / "one.jsonl"
    _ = article.write_text('{"id":"a/b?c","date":"2024-01-02","title":"标题","text":"正文。"}\n', "utf-8")
    _ = bilat.build([article], tmp_path / "one.bilat", workers=1)
    with TestClient(create_app(Settings(tmp_path / "one.bilat")), base_url=HERE) as client:
        assert client.get("/api/documents/a%2Fb%3Fc").json()["id"] == "a/b?c"


@given(st.from_regex(DATE))
def test_every_date_that_the_schema_takes_is_one_of_the_calendar(word: str):
    from bilat.views.dates import iso_prefix

    assert iso_prefix(word.rstrip("\n")) == word.rstrip("\n")
    assert (Param("since", "", "date").wrong(word) is None) == (not word.endswith("\n"))


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_of_the_calendar_may_be_asked(day: date):
    assert Param("since", "", "date").wrong(day.isoformat()) is None
