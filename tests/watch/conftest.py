"""What the tests of watching share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bilat.watch.notices import Notices
from tests.watch.desk import Desk
from tests.watch.server import FakeClock, Heard, Site, running


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as each:
        yield each


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def heard() -> Heard:
    return Heard()


def nothing_new(_notices: Notices, _now: float) -> None:
    """What a record that is not there would tell."""


@pytest.fixture
def desk(tmp_path: Path, site: Site, clock: FakeClock, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose builds build nothing."""
    monkeypatch.setattr(Notices, "after", nothing_new)
    return Desk(tmp_path, site, clock, heard)


@pytest.fixture
def real(tmp_path: Path, site: Site, clock: FakeClock, heard: Heard) -> Desk:
    """A desk for builds that build."""
    return Desk(tmp_path, site, clock, heard)
