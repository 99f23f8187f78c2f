"""Pages on one meeting that is told in three languages."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import bilat
from bilat.agents.happenings import compare
from bilat.record import Record
from bilat.web.app import create_app
from bilat.web.settings import Settings
from tests.web.pages.reading import HERE, broken, lawful, page, words

SAMPLES = Path(bilat.__file__).parent / "samples" / "languages"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, Record]:
    path = tmp_path_factory.mktemp("languages") / "r.bilat"
    _ = bilat.build([SAMPLES], path, workers=1)
    return TestClient(create_app(Settings(path)), base_url=HERE, follow_redirects=False), Record(path, shared=True)


def test_topics_stand_side_by_side_each_in_its_own_language(site: tuple[TestClient, Record]) -> None:
    client, record = site
    (meeting,) = [event for event in record.events() if event.type == "meeting"]
    read = page(client, f"/event/{meeting.id}/compare")
    lawful(read)
    told = words(read, "#main")
    assert told.index("Topic by topic") < told.index("Said by several")
    assert "Biển Đông" in told
    assert "South China Sea" in told
    assert "says nothing of it" in told


def test_programs_and_models_are_told_topic_by_topic_with_the_words(site: tuple[TestClient, Record]) -> None:
    client, record = site
    (meeting,) = [event for event in record.events() if event.type == "meeting"]
    answered = client.get(f"/api/events/{meeting.id}/compare").json()
    (sea,) = [topic for topic in answered["topics"] if topic["topic"] == "South China Sea"]
    quotes = {column: said[0]["evidence"][0]["quote"] for column, said in sea["columns"].items()}
    assert sorted(any(name in quote for quote in quotes.values()) for name in sea["names"].values()) == [True] * 3
    known = {item["id"] for entry in answered["entries"] for said in entry["columns"].values() for item in said}
    assert {item["id"] for said in sea["columns"].values() for item in said} <= known
    topics: Any = compare(record, meeting.id)["topics"]
    (told,) = [topic for topic in topics if topic["topic"] == "South China Sea"]
    assert {column: report["evidence"][0]["quote"] for column, report in told["columns"].items()} == quotes


def test_a_phrase_shows_its_renderings_by_publisher(site: tuple[TestClient, Record]) -> None:
    client, _ = site
    read = page(client, "/phrase/具有战略意义的命运共同体")
    lawful(read)
    assert broken(client, read) == []
    told = words(read, "#main")
    assert "By rendering" in told
    assert "community with a shared future that carries strategic significance" in told
