"""PLOVER: events in the columns of POLECAT, coded as the page says."""

import csv
import re
from pathlib import Path

import pytest
from babel.core import get_global

from bilat.exports.plover import COLUMNS, alpha3, code_of, country_of, sided
from bilat.model import EventType, Status
from bilat.packs import load
from bilat.record import Record
from tests.exports.write import written
from tests.views.rows import event, participant

CN, VN, RU = participant("甲", "CN"), participant("乙", "VN"), participant("丙", "RU")


def test_a_row_is_an_event_and_leads_back_to_its_words(record: Record, tmp_path: Path):
    path = written(record, "plover", tmp_path / "events.tsv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    events = [one for one in record.events() if one.type != EventType.MESSAGE]
    assert list(rows[0]) == list(COLUMNS)
    assert [row["Event ID"] for row in rows] == [one.id for one in events]
    texts = {doc.id: doc.text for doc, _ in record.readings()}
    for row in rows:
        start, end = map(int, row["bilat Span"].split(":"))
        assert texts[row["bilat Document"]][start:end] == row["bilat Quote"]
        assert re.fullmatch(r"|\d{4}-\d\d-\d\d", row["Event Date"])
        assert re.fullmatch(r"|[A-Z]{3}(;[A-Z]{3})*", row["Actor Country"])
    visits = [row for row in rows if row["bilat Type"] == "visit"]
    assert {row["Event Mode"] for row in visits} == {"visit"}
    assert all(row["Recipient Country"] == row["Country"] for row in visits)


def test_the_columns_of_polecat_stand_in_their_order_and_ours_behind_them():
    names = list(COLUMNS)
    assert names[:7] == [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Event Intensity", "Quad Code", "Contexts",
    ]  # fmt: skip
    assert names.index("Version") == 39
    assert all(name.startswith("bilat ") for name in names[40:])


@pytest.mark.parametrize(
    ("kind", "status", "place", "who", "code"),
    [
        ("visit", Status.HELD, "河内", (CN,), ("CONSULT", "visit")),
        ("call", Status.HELD, None, (CN, VN), ("CONSULT", "phone")),
        ("meeting", Status.HELD, "河内", (CN, VN), ("CONSULT", "")),
        ("meeting", Status.HELD, "新加坡", (CN, VN), ("CONSULT", "third-party")),
        ("meeting", Status.HELD, "某处", (CN, VN), ("CONSULT", "")),
        ("session", Status.PLANNED, "河内", (CN, VN, RU), ("CONSULT", "multilateral")),
        ("signing", Status.HELD, "河内", (CN, VN), ("SUPPORT", "")),
        ("signing", Status.PLANNED, "河内", (CN, VN), ("AGREE", "")),
    ],
)
def test_an_event_is_coded(
    kind: str, status: Status, place: str | None, who: tuple[object, ...], code: tuple[str, str]
):
    made = event(kind, status, place=place, participants=who, host="VN" if kind == "visit" else None)  # pyright: ignore[reportArgumentType]
    assert code_of(made) == code


def test_actors_are_the_side_named_first_and_visitors_visit_the_host():
    assert sided(event(participants=(CN, VN, RU))) == ((CN,), (VN, RU))
    actors, recipients = sided(event("visit", participants=(CN, RU), host="VN"))
    assert (actors, [p.country for p in recipients]) == ((CN, RU), ["VN"])
    assert sided(event(participants=())) == ((), ())


def test_a_place_that_several_countries_have_lies_in_none():
    assert country_of("河内") == "VN"
    assert country_of("越南") == "VN"
    assert country_of("某处") is None
    assert country_of(None) is None


def test_every_country_of_the_packs_has_its_three_letters():
    codes = alpha3()
    assert set(codes) == {row.code for row in load().countries}
    aliases = get_global("territory_aliases")
    for two, three in codes.items():
        assert two == "XK" or aliases[three] == [two]
    assert len(set(codes.values())) == len(codes)
