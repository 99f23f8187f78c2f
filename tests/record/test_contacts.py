"""What a record counts over events and people."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bilat.errors import UsageError
from bilat.link.kin import Kins
from bilat.model import EventType, Level, Status
from bilat.record import EventFilter, PeopleFilter, Record, open_record
from bilat.views.levels import MEANINGS, highest, level
from tests.link.made import Kin
from tests.record.made import Pair, document, keep, meeting


def told(  # noqa: PLR0913 -- one name for each thing a story can say
    first: str,
    second: str,
    day: str | None,
    published: str | None = None,
    *,
    kind: EventType = EventType.MEETING,
    host: str | None = None,
    titles: tuple[str | None, str | None] = (None, None),
    background: bool = False,
) -> Pair:
    doc = document(
        f"{first.split('/', maxsplit=1)[0]}会见{second.split('/', maxsplit=1)[0]}，{day}{kind}", published or day
    )
    return doc, meeting(doc, first, second, kind=kind, start=day, host=host, titles=titles, background=background)


def stories() -> list[Pair]:
    premier = ("总理", "外交部长")
    return [
        told("李明/CN", "范文山/VN", "2023-06-27", titles=premier),
        told("李明/CN", "范文山/VN", "2023-08-02"),
        told("李明/CN", "阮氏江/VN", "2023-08-20", titles=("总理", "总统")),
        told("范文山/VN", "金一/KP", "2024-01-05", titles=("外交部长", None)),
        told("阮氏江/VN", "李明/CN", "2024-03-01", kind=EventType.VISIT, host="CN"),
        told("李明/CN", "金一/KP", "2019", "2024-04-01", background=True),
    ]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    _ = keep(tmp_path / "r.bilat", {"a": stories()}, kin=Kins((Kin(),)))
    with open_record(tmp_path / "r.bilat") as opened:
        yield opened


def person(record: Record, name: str) -> str:
    return next(record.people(name)).id


def test_events_have_the_level_of_the_offices_of_those_who_meet(record: Record):
    found = {event.start: event.level for event in record.events()}
    assert found == {
        "2019": "leaders",
        "2023-06-27": "ministers",
        "2023-08-02": "ministers",
        "2023-08-20": "leaders",
        "2024-01-05": "ministers",
        "2024-03-01": "leaders",
    }
    assert [event.start for event in record.events(level="leaders", background=False)] == ["2023-08-20", "2024-03-01"]
    assert list(record.events(level="officials")) == []
    with pytest.raises(UsageError, match="known are leaders, ministers"):
        _ = list(record.events(level="kings"))


def test_an_office_that_becomes_known_later_raises_what_was_told_before(tmp_path: Path):
    path, kin = tmp_path / "r.bilat", Kins((Kin(),))
    bare = {"a": [told("李明/CN", "范文山/VN", "2023-06-27")]}
    _ = keep(path, bare, kin=kin)
    with open_record(path) as record:
        assert [event.level for event in record.events()] == ["unknown"]
    titled = {"b": [told("李明/CN", "范文山/VN", "2023-09-01", titles=("总理", "外长"))]}
    _ = keep(path, titled, kin=kin)
    with open_record(path) as record:
        assert [event.level for event in record.events()] == ["ministers", "ministers"]
    _ = keep(path, {"b": [told("甲/CN", "乙/VN", "2023-09-01")]}, kin=kin)
    with open_record(path) as record:
        assert [event.level for event in record.events()] == ["unknown", "unknown"]


def test_every_level_means_something_and_the_highest_of_some_is_known(record: Record):
    assert list(MEANINGS) == list(Level)
    events = list(record.events(since="2024"))
    assert [level(event) for event in events] == [Level.MINISTERS, Level.LEADERS]
    assert highest(events) == Level.LEADERS
    assert highest([]) == Level.UNKNOWN


@pytest.mark.parametrize("order", ["oldest", "newest"])
@pytest.mark.parametrize("size", [1, 2, 4])
def test_page_by_page_gives_every_event_once_in_order(tmp_path: Path, order: str, size: int):
    undated = [told(f"甲{n}/CN", f"乙{n}/VN", None) for n in range(3)]
    _ = keep(tmp_path / "r.bilat", {"a": [*stories(), *undated]})
    with open_record(tmp_path / "r.bilat") as record:
        whole = [event.id for event in record.events(order=order)]
        seen: list[str] = []
        while page := list(record.events(limit=size, order=order, after=seen[-1] if seen else None)):
            seen.extend(event.id for event in page)
        assert seen == whole
        assert {event.id for event in record.events()} == set(whole)
        assert {event.start for event in list(record.events(order=order))[-3:]} == {None}
        with pytest.raises(UsageError, match="begin again"):
            _ = list(record.events(after="nothing"))
        with pytest.raises(UsageError, match="oldest, newest"):
            _ = list(record.events(order="any"))


def test_newest_first_is_oldest_first_turned_round(record: Record):
    days = [event.start for event in record.events()]
    assert [event.start for event in record.events(order="newest")] == days[::-1]


def test_a_publisher_is_found_by_part_of_its_name(record: Record):
    assert record.count_events(EventFilter(publisher="p")) == record.count_events() == 6
    assert record.count_events(EventFilter(publisher="q")) == 0


def test_pairs_of_countries_have_their_events_and_days(record: Record):
    pairs = [(p.one, p.other, p.events, p.first, p.last) for p in record.pairs()]
    assert pairs == [("CN", "VN", 4, "2023-06-27", "2024-03-01"), ("KP", "VN", 1, "2024-01-05", "2024-01-05")]
    assert [p.to_dict()["other"] for p in record.pairs(limit=1)] == ["VN"]
    assert [(p.one, p.other) for p in record.pairs(EventFilter(until="2020"))] == [("CN", "KP")]


def test_months_are_counted_by_level_and_type(record: Record):
    months = [(m.month, m.level, m.type, m.events) for m in record.months(EventFilter(("CN", "VN")))]
    assert months == [
        ("2023-06", "ministers", "meeting", 1),
        ("2023-08", "leaders", "meeting", 1),
        ("2023-08", "ministers", "meeting", 1),
        ("2024-03", "leaders", "visit", 1),
    ]
    assert [m.month for m in record.months(EventFilter(background=True))] == ["2019"]


def test_a_calendar_has_the_events_whose_days_are_known(record: Record):
    (day,) = record.days(EventFilter(since="2024-03", until="2024-03"))
    assert (day.start, day.end, day.type, day.countries) == ("2024-03-01", "2024-03-01", "visit", ("CN", "VN"))
    assert len(record.days()) == 5
    assert record.days(EventFilter(background=True)) == []


def test_whom_a_person_met_and_where_a_person_went(record: Record):
    son, giang = person(record, "范文山"), person(record, "阮氏江")
    assert [(m.name, m.country, m.events, m.first, m.last) for m in record.met(son)] == [
        ("李明", "CN", 2, "2023-06-27", "2023-08-02"),
        ("金一", "KP", 1, "2024-01-05", "2024-01-05"),
    ]
    assert [(t.type, t.start, t.host) for t in record.travels(giang)] == [("visit", "2024-03-01", "CN")]
    assert record.travels(son) == []
    assert record.met(person(record, "李明"), 1)[0].name in {"范文山", "阮氏江"}


def test_offices_have_their_holders_in_order_of_time(record: Record):
    offices = [(o.office, o.country, o.sole, o.holders, o.documents) for o in record.offices()]
    assert offices == [
        ("总理", "CN", True, 1, 2),
        ("外交部长", "VN", True, 1, 2),
        ("总统", "VN", True, 1, 1),
    ]
    assert [o.office for o in record.offices("vn", 1)] == ["外交部长"]
    (holder,) = record.holders("外交部长", "VN")
    assert (holder.name, holder.first, holder.last, holder.documents) == ("范文山", "2023-06-27", "2024-01-05", 2)
    assert record.holders("外交部长", "CN") == []


def test_a_network_has_the_pairs_that_meet(record: Record):
    ties = {frozenset((t.one_name, t.other_name)): t.events for t in record.network()}
    assert ties == {
        frozenset(("李明", "范文山")): 2,
        frozenset(("李明", "阮氏江")): 2,
        frozenset(("范文山", "金一")): 1,
    }
    assert [(t.one, t.other) for t in record.network(of="countries")] == [("CN", "VN"), ("KP", "VN")]
    assert len(record.network(EventFilter(since="2024"), 1)) == 1
    with pytest.raises(UsageError, match="people, countries"):
        _ = record.network(of="cities")


def test_people_come_page_by_page_and_one_by_the_id(record: Record):
    whole = [row.id for row in record.people()]
    seen: list[str] = []
    while page := list(record.people(limit=1, after=seen[-1] if seen else None)):
        seen.extend(row.id for row in page)
    assert seen == whole
    assert record.count_people() == len(whole) == 4
    assert record.count_people(PeopleFilter(country="VN")) == 2
    assert record.count_people(PeopleFilter(country=("VN", "CN"))) == 3
    assert record.count_people(PeopleFilter(country=())) == 4
    found = record.person(whole[0])
    assert found is not None
    assert (found.name, found.documents) == ("李明", 5)
    assert record.person("nobody") is None
    with pytest.raises(UsageError, match="begin again"):
        _ = list(record.people(after="nobody"))


def test_what_was_announced_is_counted_too(record: Record):
    assert record.count_events(EventFilter(status=Status.PLANNED.value)) == 0
