"""Pages on one meeting that is told in three languages."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

import bilat
from bilat.record import Record
from bilat.web.app import create_app
from bilat.web.settings import Settings
from tests.web.pages.reading import HERE, broken, lawful, page, words

SAMPLES = Path(bilat.__file__).parent / "samples" / "languages"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, Record]:
    path = tmp_path_factory.mktemp("languages") / "r.bilat"
    _ = bilat.build([SAMPLES], path, workers=1)
    return TestClient(create_app(Settings(path)), base_url=HERE, follow_redirects=False), Record(path)


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


def test_a_phrase_shows_its_renderings_by_publisher(site: tuple[TestClient, Record]) -> None:
    client, _ = site
    read = page(client, "/phrase/具有战略意义的命运共同体")
    lawful(read)
    assert broken(client, read) == []
    told = words(read, "#main")
    assert "By rendering" in told
    assert "community with a shared future that carries strategic significance" in told
