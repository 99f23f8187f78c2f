"""Figures, claims, phrases, mechanisms, undertakings and disputes on the command line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import Row, bilat, lines
from tests.lang.zh.phrases.recurring import WORDING, articles

NOUNS = ("figures", "claims", "phrases", "mechanisms", "undertakings", "disputes")


@pytest.mark.parametrize("words", [*((noun,) for noun in NOUNS), ("figures", "--series"), ("phrases", "--uses")])
def test_a_table_holds_the_same_rows_in_every_shape(words: tuple[str, ...], record: Path):
    rows = lines(bilat(*words, "--jsonl", "-r", record))
    assert rows
    assert json.loads(bilat(*words, "--json", "-r", record).stdout) == rows
    assert len(list(csv.DictReader(io.StringIO(bilat(*words, "--csv", "-r", record).stdout)))) == len(rows)
    assert bilat(*words, "-r", record).stdout.count("\n") >= len(rows)
    assert lines(bilat(*words, "--limit", 1, "--jsonl", "-r", record)) == rows[:1]


def reports(row: Row) -> list[Row]:
    return [*row.get("reports", []), *(r for stage in row.get("stages", []) for r in stage["reports"])]


@pytest.mark.parametrize("noun", ["figures", "claims", "undertakings"])
def test_every_row_leads_to_the_words_of_an_article(noun: str, record: Path):
    for row in lines(bilat(noun, "--jsonl", "-r", record)):
        assert reports(row)
        for report in reports(row):
            shown = json.loads(bilat("show", report["document"], "--json", "-r", record).stdout)
            assert all(shown["text"][ev["start"] : ev["end"]] == ev["quote"] for ev in report["evidence"])


FILTERS: list[tuple[tuple[str, ...], Callable[[Row], bool]]] = [
    (("figures", "CN", "VN"), lambda row: {row["of"], row["with"]} == {"CN", "VN"}),
    (("figures", "--measure", "trade_total"), lambda row: row["measure"] == "trade_total"),
    (("claims", "VN"), lambda row: "VN" in row["speaker_country"].split(",")),
    (("claims", "--speaker", "熊波"), lambda row: row["speaker"] == "熊波"),
    (("claims", "--publisher", "北渡"), lambda row: row["reports"][0]["publisher"] == "北渡新报"),
    (("claims", "--since", "2023-12"), lambda row: row["reports"][0]["published"] >= "2023-12"),
    (("phrases", "--phrase", "政治互信"), lambda row: row["phrase"] == "政治互信"),
    (("mechanisms", "--mechanism", "指导委员会"), lambda row: "指导委员会" in row["mechanism"]),
    (("mechanisms", "VN"), lambda row: "VN" in row["members"]),
]


@pytest.mark.parametrize(("words", "fits"), FILTERS, ids=[" ".join(words) for words, _ in FILTERS])
def test_filters_leave_what_fits(words: tuple[str, ...], fits: Callable[[Row], bool], record: Path):
    rows = lines(bilat(*words, "--jsonl", "-r", record))
    assert rows
    assert [row for row in rows if not fits(row)] == []
    assert len(rows) < len(lines(bilat(words[0], "--jsonl", "-r", record)))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("claims", "--mode", "loud"), "no mode is called 'loud'; there are: direct, indirect, mixed, silence"),
        (("undertakings", "--stage", "soon"), "no stage is called 'soon'"),
        (("figures", "Narnia"), "no country or organisation is called 'Narnia'"),
        (("phrases", "--since", "May"), "'May' is no date"),
    ],
)
def test_a_request_that_makes_no_sense_says_what_would(words: tuple[str, ...], told: str, record: Path):
    result = bilat(*words, "-r", record)
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize("noun", NOUNS)
def test_nothing_found_is_said(noun: str, record: Path):
    result = bilat(noun, "--until", "1999", "-r", record)
    assert result.exit_code == 0
    assert result.stdout.startswith("no ")


@pytest.mark.parametrize("noun", ["figures", "claims", "phrases --uses"])
def test_an_item_is_shown_with_all_that_is_known_of_it(noun: str, record: Path):
    row = lines(bilat(*noun.split(), "--jsonl", "-r", record))[0]
    quote = row["reports"][0]["evidence"][0]["quote"]
    assert quote in bilat("show", row["id"][:12], "-r", record).stdout.replace("\n", "")
    shown = json.loads(bilat("show", row["id"], "--json", "-r", record).stdout)
    assert shown == {"noun": noun.split(maxsplit=1)[0], **row}


def test_a_phrase_is_shown_with_its_first_and_last_use(record: Path):
    shown = bilat("show", "政治互信", "-r", record).stdout
    assert shown == bilat("phrases", "--phrase", "政治互信", "-r", record).stdout
    for part in ("first use", "last use", "by side", "by month", "political mutual trust"):
        assert part in shown


def test_a_document_is_shown_with_everything_found_in_it(record: Path):
    document = lines(bilat("figures", "--jsonl", "-r", record))[0]["reports"][0]["document"]
    shown = bilat("show", document, "-r", record).stdout
    assert "\nfigures\n" in shown
    assert "\nclaims\n" in shown


def test_a_wording_of_no_pack_that_recurs_is_discovered(tmp_path: Path):
    written = [
        {"id": name, "date": day, "title": "两国会谈", "text": text, "publisher": publisher}
        for name, text, day, publisher in articles()
    ]
    _ = (tmp_path / "a.jsonl").write_text("".join(json.dumps(article) + "\n" for article in written), "utf-8")
    assert bilat("build", tmp_path / "a.jsonl", "-o", tmp_path / "a.bilat", "--workers", 1).exit_code == 0
    rows = lines(bilat("phrases", "--discover", "--jsonl", "-r", tmp_path / "a.bilat"))
    (row,) = [row for row in rows if row["wording"] == WORDING]
    assert (row["documents"], row["months"], row["publishers"]) == (48, 7, 4)
    assert row["evidence"][0]["quote"] == WORDING
    assert WORDING in bilat("phrases", "--discover", "-r", tmp_path / "a.bilat").stdout
    assert len(lines(bilat("phrases", "--discover", "--limit", 1, "--jsonl", "-r", tmp_path / "a.bilat"))) == 1
