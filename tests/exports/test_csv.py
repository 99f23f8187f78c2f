"""CSV: tables whose ids lead to each other, read by the csv module and by pandas; nothing for a spreadsheet to run."""

import csv
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from bilat.exports import Asked
from bilat.exports.csv_tables import TABLES, cell
from bilat.record import Record
from tests.exports.write import bytes_of, written

Row = dict[str, str]


def tables(folder: Path) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            found[path.stem] = list(csv.DictReader(lines))
    return found


@pytest.fixture(scope="module")
def whole(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(record, "csv", tmp_path_factory.mktemp("csv") / "out")


def test_every_table_is_there_with_its_columns_and_rows(whole: Path, record: Record):
    found = tables(whole)
    assert set(found) == set(TABLES)
    assert all(found.values())
    for name, rows in found.items():
        assert list(rows[0]) == [column.name for column in TABLES[name].columns]
    events = list(record.events())
    assert [row["id"] for row in found["events"]] == [event.id for event in events]
    assert len(found["participants"]) == sum(len(event.participants) for event in events)
    assert len(found["people"]) == record.count("people")
    assert len(found["documents"]) == len(record)


def check_references(found: dict[str, list[Row]]) -> None:
    """Every id that one row refers to is that of another."""
    ids = {name: {row["id"] for row in rows} for name, rows in found.items() if rows and "id" in rows[0]}
    for table, column, of in (
        ("events", "document", "documents"),
        ("participants", "event", "events"),
        ("participants", "actor", "people"),
        ("reports", "document", "documents"),
        ("reports", "copy_of", "documents"),
        ("life", "event", "events"),
        ("life", "document", "documents"),
        ("claims", "document", "documents"),
        ("discrepancies", "document", "documents"),
        ("evidence", "document", "documents"),
        ("tenures", "person", "people"),
        ("names", "person", "people"),
    ):
        assert {row[column] for row in found[table] if row[column]} <= ids[of], (table, column)
    for row in found["evidence"]:
        assert row["id"] in ids[row["noun"]]


def test_no_id_leads_out_of_an_export(whole: Path, record: Record, tmp_path: Path):
    check_references(tables(whole))
    found = tables(written(record, "csv", tmp_path / "vn", Asked(countries=("CN", "VN"), since="2023")))
    check_references(found)
    assert 0 < len(found["people"]) < record.count("people")
    assert 0 < len(found["documents"]) < len(record)
    assert {row["countries"] for row in found["events"]} <= {"CN; VN", "VN; CN"}


def test_a_publisher_is_chosen_in_every_table(record: Record, tmp_path: Path):
    found = tables(written(record, "csv", tmp_path / "one", Asked(publisher="chaosheng")))
    check_references(found)
    assert {row["publisher"] for row in found["figures"]} == {"chaosheng.example.com"}
    for table, key in (("events", "event"), ("discrepancies", "id")):
        told = found["reports"] if table == "events" else found["discrepancies"]
        by = {row[key] for row in told if "chaosheng" in row["publisher"]}
        assert {row["id"] for row in found[table]} == by


def test_people_alone_are_those_of_the_events_chosen(record: Record, tmp_path: Path):
    asked = Asked(countries=("CN", "VN"), only=("people",))
    rows = tables(written(record, "csv", tmp_path / "vn", asked))["people"]
    actors = {p.actor for event in record.events(("CN", "VN")) for p in event.participants if p.actor}
    assert {row["id"] for row in rows} == actors


def test_every_quotation_stands_in_its_document(whole: Path, record: Record):
    texts = {doc.id: doc.text for doc, _ in record.readings()}
    for row in tables(whole)["evidence"]:
        quote = texts[row["document"]][int(row["start"]) : int(row["end"])]
        assert row["quote"] == cell(quote)


def test_every_disagreement_stands_there_with_the_words_of_each_side(whole: Path, record: Record):
    rows = tables(whole)["discrepancies"]
    told: set[tuple[str, str, str]] = set()
    for found in record.discrepancies():
        told.update((found.id, found.field, given.value) for given in found.values)  # noqa: PD011 -- no data frame
    assert {(row["id"], row["field"], row["value"]) for row in rows} == told
    assert all(row["quote"] and row["document"] for row in rows)


def test_pandas_reads_days_numbers_and_flags(whole: Path):
    read = pd.read_csv
    events = read(whole / "events.csv", parse_dates=["first_day", "last_day"], true_values=["yes"], false_values=["no"])
    assert str(events["first_day"].dtype).startswith("datetime64")
    assert events["background"].dtype == bool
    figures = read(whole / "figures.csv")
    assert figures["value"].dtype == float
    assert figures["value"].max() > 1e11


def test_the_package_describes_every_column_of_every_file(whole: Path):
    package = json.loads((whole / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        with (whole / resource["path"]).open(encoding="utf-8", newline="") as lines:
            header = next(csv.reader(lines))
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_a_zip_holds_what_a_folder_does(whole: Path, record: Record, tmp_path: Path):
    with zipfile.ZipFile(written(record, "csv", tmp_path / "out.zip")) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == bytes_of(whole)
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_one_table_is_one_file(whole: Path, record: Record, tmp_path: Path):
    one = written(record, "csv", tmp_path / "people.csv", Asked(only=("people",)))
    assert one.read_bytes() == (whole / "people.csv").read_bytes()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1"])
def test_no_cell_is_a_formula(text: str):
    assert cell(text)[0] in "' "
    assert cell((text, "b"))[0] in "' "


def test_articles_cannot_make_a_spreadsheet_calculate_nor_break_a_row(hostile: Record, tmp_path: Path):
    folder = written(hostile, "csv", tmp_path / "out")
    for path in folder.glob("*.csv"):
        for row in csv.reader(path.read_text("utf-8").splitlines()):
            assert not [value for value in row if value[:1] in {"=", "+", "-", "@"}]
    assert tables(folder)["documents"][0]["id"] == "'=cmd|' /C calc'!A0"
    assert cell(-3) == -3
