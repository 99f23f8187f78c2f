"""The bundled articles are read as a person wrote down beside each."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast

import pytest

import bilat
from bilat import samples
from bilat.model import Document, Reading
from tests.samples.compare import Expected, ExpectedDocument, expectations, misses

KNOWN_MISSES = cast(
    "dict[str, dict[str, object]]", json.loads((Path(__file__).parent / "known_misses.json").read_text("utf-8"))
)
"""`article: title` → the reason, and what the code still misses there, word for word. A line that no longer holds breaks
the test like a new one, so the list tells the truth. The expectations are right as they stand: mend the rule, and take
the line out."""


@cache
def _read(article: str) -> dict[str, tuple[Document, Reading]]:
    return {doc.title: (doc, bilat.extract(doc)) for doc in bilat.read(samples.folder() / article)}


def _every() -> Iterator[tuple[Expected, ExpectedDocument]]:
    for expected in expectations():
        for document in expected["documents"]:
            yield expected, document


def _id(value: tuple[Expected, ExpectedDocument]) -> str:
    return f"{value[0]['article']}: {value[1]['title']}"


@pytest.mark.parametrize("case", list(_every()), ids=_id)
def test_a_sample_is_read_as_its_expectation_says(case: tuple[Expected, ExpectedDocument]) -> None:
    expected, wanted = case
    doc, reading = _read(expected["article"])[wanted["title"]]
    assert misses(wanted, doc, reading) == KNOWN_MISSES.get(_id(case), {}).get("misses", [])


def test_every_known_miss_has_a_reason_and_a_sample() -> None:
    assert set(KNOWN_MISSES) <= {_id(case) for case in _every()}
    assert [name for name, known in KNOWN_MISSES.items() if not known["reason"]] == []


@pytest.mark.parametrize("expected", expectations(), ids=lambda expected: expected["article"])
def test_a_file_holds_the_documents_expected_and_no_other(expected: Expected) -> None:
    assert sorted(_read(expected["article"])) == sorted(document["title"] for document in expected["documents"])


def test_every_sample_has_an_expectation_and_the_other_way_round() -> None:
    files = [path.relative_to(samples.folder()).as_posix() for path in samples.files()]
    assert sorted(files) == sorted(expected["article"] for expected in expectations())


def test_every_quotation_of_the_samples_stands_at_its_offsets() -> None:
    quotations = 0
    for expected in expectations():
        for doc, reading in _read(expected["article"]).values():
            for ev in (ev for event in reading.events for ev in event.evidence):
                assert doc.text[ev.span.start : ev.span.end] == ev.quote
                quotations += 1
    assert quotations > 30


def test_the_samples_come_in_every_form_and_both_scripts() -> None:
    docs = [doc for expected in expectations() for doc, _ in _read(expected["article"]).values()]
    assert {doc.script for doc in docs} == {"Hans", "Hant"}
    assert len({doc.source.form for doc in docs if doc.source}) == 7
    assert len(docs) >= 14


def test_two_samples_are_not_in_utf_8() -> None:
    files = {path.name: path.read_bytes() for path in samples.files()}
    for name, encoding in (
        ("2023-11-28-sunak-mitsotakis.html", "gb18030"),
        ("2023-03-16-yoon-tokyo.html", "big5"),
    ):
        with pytest.raises(UnicodeDecodeError):
            _ = files[name].decode("utf-8")
        assert encoding in files[name].decode(encoding)


def test_no_sample_names_a_real_address() -> None:
    for path in samples.files():
        for host in _hosts(path):
            assert host.endswith((".example.org", ".example.net", ".example.com", "schema.org", "purl.org")), host


def _hosts(path: Path) -> Iterator[str]:
    for after in path.read_bytes().decode("latin-1").split("://")[1:]:
        yield after.split("/")[0].split('"')[0].split(")")[0]


def test_two_publishers_give_different_trade_figures_for_one_year() -> None:
    texts = {path.name: path.read_bytes().decode("utf-8", "replace") for path in samples.files()}
    assert "2022年越南与中国的贸易额为1755.7亿美元" in texts["2023-12-12-talks-hanoi.txt"]
    assert "2022年中越貿易額是2349.2億美元" in texts["2023-12-13-hanoi.md"]
