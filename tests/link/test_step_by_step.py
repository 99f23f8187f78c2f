"""Tellings linked step by step are linked as if they had come at once."""

from collections.abc import Collection, Iterable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.link.events import Rulings, link_events, summaries
from bilat.link.events.weave import Woven, weave
from bilat.model.linking import Linked, Telling
from bilat.model.places import Kept, Key, Place
from tests.link.made import Kin, telling


class Memory:
    """A shelf in memory, and the events on it."""

    def __init__(self) -> None:
        self.all: dict[int, Telling] = {}
        self._places: dict[int, Place] = {}
        self._clusters: dict[int, Kept] = {}
        self.events: dict[int, tuple[Linked, frozenset[int]]] = {}

    def tellings(self, numbers: Collection[int]) -> Iterable[Telling]:
        return [self.all[number] for number in numbers]

    def places(self, numbers: Collection[int]) -> Mapping[int, Place]:
        return {n: self._places[n] for n in numbers if n in self._places}

    def members(self, key: Key) -> Collection[int]:
        return [p.telling for p in self._places.values() if p.key == key]

    def clusters(self, numbers: Collection[int]) -> Iterable[Kept]:
        return [self._clusters[n] for n in numbers]

    def of_key(self, key: Key) -> Iterable[Kept]:
        return [k for k in self._clusters.values() if k.key == key]

    def on_day(self, kind: str, day: int) -> Iterable[Kept]:
        return [k for k in self._whole(kind) if k.first == day]

    def between(self, kind: str, first: int, days: tuple[int, int], countries: Collection[str]) -> Iterable[Kept]:
        near = [k for k in self._whole(kind) if max(first, 1) <= k.first <= days[1] and k.last >= days[0]]
        return [k for k in near if set(countries) <= set(k.countries)]

    def _whole(self, kind: str) -> Iterable[Kept]:
        return [k for k in self._clusters.values() if k.key.whole and k.key.type == kind]

    def waiting(self, kind: str, first: int, last: int) -> Collection[int]:
        places = self._places.values()
        return [p.telling for p in places if p.key.type == kind and 0 < p.first <= last and p.last >= first]

    def joined(self, occasions: Collection[int]) -> Collection[int]:
        return [p.telling for p in self._places.values() if p.joined in occasions]

    def events_with(self, tellings: Collection[int]) -> Collection[int]:
        wanted = set(tellings)
        return [n for n, (event, _) in self.events.items() if wanted & {t.telling for t in event.tellings}]

    def told_by(self, events: Collection[int]) -> Collection[int]:
        return [telling for n in events for telling in self.events[n][1]]

    def take(self, woven: Woven, made: Iterable[tuple[Linked, frozenset[int]]]) -> None:
        for number in woven.dropped:
            del self._clusters[number]
        for number in woven.gone:
            _ = self._places.pop(number, None)
            _ = self.all.pop(number, None)
        self._clusters.update((k.cluster, k) for k in woven.kept)
        self._places.update((p.telling, p) for p in woven.places)
        for number in woven.events:
            del self.events[number]
        first = max(self.events, default=0) + 1
        self.events.update(enumerate(made, first))

    def link(self, came: Mapping[int, Telling], gone: Collection[int]) -> list[Linked]:
        """Takes tellings in and lets others go. Returns all events."""
        self.all.update(came)
        woven = weave(self, came, gone, Kin(), lambda _taker, _day: None)
        numbers = {t.id: n for n, t in self.all.items()}
        made = summaries(woven.finals, Rulings(), Kin())
        self.take(woven, [(event, frozenset(numbers[id_] for id_ in ids)) for event, ids in made])
        return sorted((event for event, _ in self.events.values()), key=lambda event: event.id)


_WHO = st.sampled_from(
    [
        "李明/CN 范文山/VN",
        "李明/CN 王海/VN",
        "李明/CN 范文山/VN 王海/VN",
        "李明/CN 马丁/FR",
        "李明/CN 越南*/VN",
        "中国*/CN 越南*/VN",
        "外交部*/CN 范文山/VN",
    ]
)
_DAY = st.integers(1, 12).map(lambda day: f"2023-05-{day:02d}")


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    kind = draw(st.sampled_from(["meeting", "visit", "call", "message", "session", "signing"]))
    start = draw(st.none() | _DAY | st.just("2023-05") | st.just("2023"))
    return telling(
        kind,
        draw(_WHO),
        start,
        published=draw(_DAY),
        status=draw(st.sampled_from(["held", "held", "planned", "cancelled"])),
        publisher=draw(st.sampled_from(["甲社", "乙报", "丙台"])),
        background=draw(st.sampled_from([False, False, True])),
        place=draw(st.none() | st.sampled_from(["河内", "北京"])),
        host=draw(st.sampled_from(["VN", "CN", "FR"])) if kind == "visit" else None,
        mechanism=draw(st.none() | st.just("论坛")) if kind == "session" else None,
        ordinal=draw(st.none() | st.just(2)) if kind == "session" else None,
    )


@settings(max_examples=300, deadline=None)
@given(st.lists(tellings(), min_size=1, max_size=14, unique_by=lambda t: t.id), st.data())
def test_step_by_step_is_as_at_once(told: list[Telling], data: st.DataObject):
    numbered = {at: t._replace(number=at, document=at // 2) for at, t in enumerate(told, 1)}
    shelf = Memory()
    inside: set[int] = set()
    for _ in range(data.draw(st.integers(1, 4))):
        came = data.draw(st.sets(st.sampled_from(sorted(numbered)))) - inside
        gone = data.draw(st.sets(st.sampled_from(sorted(inside)))) if inside else set[int]()
        inside = (inside | came) - gone
        events = shelf.link({n: numbered[n] for n in sorted(came)}, sorted(gone))
        assert [e._replace(part_of=None) for e in link_events([numbered[n] for n in inside], {}, (), Kin())] == [
            e._replace(part_of=None) for e in events
        ]
