"""What the tests of the API share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bilat
from bilat.record import Record
from bilat.web.api.catalogue import CATALOGUE, PREFIX
from bilat.web.api.openapi import document


@pytest.fixture(scope="session")
def record(sample_record: Path) -> Iterator[Record]:
    """The record that the client's site shows."""
    with bilat.open(sample_record) as opened:
        yield opened


@pytest.fixture(scope="session")
def paths(record: Record) -> dict[str, str]:
    """For each operation an address that the samples answer."""
    visit = next(record.events(("CN", "VN"), types=("visit",), status="held", since="2023-12"))
    person = next(record.people(country="VN"))
    ids = {
        "events": visit.id,
        "people": person.id,
        "documents": visit.reports[0].document,
        **{noun: next(record.items(noun)).id for noun in ("figures", "claims")},
        "uses": next(record.items("phrases")).id,
    }
    words = {"search": "?q=铁路", "find": "?q=阮", "holders": "?office=总理"}
    return {
        asking.name: PREFIX
        + asking.path.replace("{id}", ids.get(asking.path.split("/")[1], ""))
        + words.get(asking.name, "")
        for asking in CATALOGUE
    }


@pytest.fixture(scope="session")
def described() -> dict[str, Any]:
    """The description of the API."""
    return document()
