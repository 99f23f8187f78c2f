"""Whatever an article is made of, every format is read back by its own reader, with the words as they were written."""

import csv
import json
import sqlite3
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pyarrow.parquet as pq
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

import bilat
from bilat.record import Record
from bilat.views.clean import clean_cell
from tests.exports.write import written
from tests.record.made import document, keep, meeting

PIECES = st.sampled_from(
    [
        *(",", '"', "'", ";", "\t", "=1+1", "+", "-", "@", "|", "\\", "\\n", "%", "&", "&amp;", "<", ">", "]]>", "<![CDATA[", "</content>"),
        *("\u202e", "\u200f", "שלום", "مرحبا", "😀", "👩\u200d👩\u200d👧", "𠮷", "e\u0301", "\u2028", "\x85", "\u00a0", "\u3000", "\ufeff", "\ufffd", "\ufffe"),
        *("\x00", "\x01", "\x1b[2J", "\x7f", "\r", "BEGIN:VEVENT", "{{x}}", "${x}", "会见", "A", " "),
    ]
)  # fmt: skip
WORDS = st.lists(PIECES | st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=12).map("".join)
LONG = st.sampled_from(["", "长" * 40_000, "a," * 20_000])


def record_of(folder: Path, title: str, name: str, publisher: str, tail: str) -> Path:
    """Two visible people meet in an article of these words."""
    first, second = f"甲{name}", f"乙{name}"
    doc = document(f"{title}\n{first}会见{second}{tail}", "2023-06-27", id_="a", publisher=publisher or None)
    reading = meeting(doc, f"{first}/CN", f"{second}/VN", start="2023-06-27")
    path = folder / "r.bilat"
    _ = keep(path, {"a.note": [(doc, reading)]})
    return path


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(WORDS.map(lambda text: f"题{text}"), WORDS.map(lambda text: text.replace("/", "")), WORDS, LONG)
@example('=1+1,"', "\u202e", "\x00,", "长" * 40_000)
@example("@A\x85\u2028B\rC", '",;', "'=cmd", "]]></content>\ufffe")
@example("\u3000 A \ufeff", "\t", "-1\n+2", "BEGIN:VEVENT\r")
def test_every_format_is_read_back_with_the_words_that_were_written(
    title: str, name: str, publisher: str, tail: str
) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with bilat.open(record_of(folder, title, name, publisher, tail)) as record:
            (doc,) = record.documents()
            (event,) = record.events()
            assert doc.title == title
            _tables(record, folder)
            _files(record, folder, event.id)


def _tables(record: Record, folder: Path) -> None:
    """CSV, JSON Lines, Parquet and SQLite hold the same texts; CSV those that a spreadsheet leaves alone."""
    out = written(record, "jsonl", folder / "jsonl") / "documents.jsonl"
    lines = [json.loads(line) for line in out.read_bytes().splitlines()]
    (row,) = record.documents()
    wanted = [(row.id, row.title, row.publisher)]
    assert [(each["id"], each["title"], each["publisher"]) for each in lines] == wanted
    rows = pq.read_table(str(written(record, "parquet", folder / "parquet") / "documents.parquet")).to_pylist()
    assert [(each["id"], each["title"], each["publisher"]) for each in rows] == wanted
    (copy,) = written(record, "sqlite", folder / "sqlite").glob("*.db")
    db = sqlite3.connect(copy)
    assert db.execute("SELECT id, title, publisher FROM documents").fetchall() == wanted
    db.close()
    written(record, "csv", folder / "csv")
    with (folder / "csv/documents.csv").open(encoding="utf-8", newline="") as stream:
        found = [(each["id"], each["title"], each["publisher"]) for each in csv.DictReader(stream)]
    assert found == [tuple(clean_cell(cell or "") for cell in wanted[0])]
    with (folder / "csv/evidence.csv").open(encoding="utf-8", newline="") as stream:
        quotes = {each["quote"] for each in csv.DictReader(stream)}
    (event,) = record.events()
    assert quotes == {clean_cell(ev.quote) for report in event.reports for ev in report.evidence}


def _files(record: Record, folder: Path, event: str) -> None:
    """Graphs, calendar and feed hold the event, and nothing that an article made up."""
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        graph = read(str(written(record, form, folder / f"out.{form}")))
        assert (len(graph.nodes), len(graph.edges)) == (2, 1)
    calendar = Calendar.from_ical(written(record, "ics", folder / "out.ics").read_bytes())
    assert [str(each["UID"]).partition("@")[0] for each in calendar.walk("VEVENT")] == [event]
    root = ET.fromstring(written(record, "atom", folder / "out.xml").read_bytes())
    assert len(root.findall("{http://www.w3.org/2005/Atom}entry")) == 1
    with written(record, "plover", folder / "out.tsv").open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream, delimiter="\t"))) == 1
