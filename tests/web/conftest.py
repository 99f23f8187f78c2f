"""What the tests of the site share: a record of the bundled articles, a client without a network, a running server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import bilat
from bilat import samples
from bilat.web.app import create_app
from bilat.web.serve import Wish, served
from bilat.web.settings import Settings

HERE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the bundled articles, built once."""
    made = tmp_path_factory.mktemp("site") / "relations.bilat"
    bilat.build([samples.folder()], made, workers=1)
    return made


@pytest.fixture(scope="session")
def client(sample_record: Path) -> Iterator[TestClient]:
    """Asks the site without a network; redirects are not followed."""
    with TestClient(create_app(Settings(sample_record)), base_url=HERE, follow_redirects=False) as made:
        yield made


@pytest.fixture
def fresh(sample_record: Path) -> Iterator[TestClient]:
    """Asks a site that has kept no answers yet: for what a test changes, which no other test may get or have given."""
    with TestClient(create_app(Settings(sample_record)), base_url=HERE, follow_redirects=False) as made:
        yield made


@pytest.fixture(scope="session")
def site(sample_record: Path) -> Iterator[str]:
    """The address of a running site, without the slash at its end."""
    with served(Wish(str(sample_record), port=0)) as address:
        yield address.rstrip("/")
