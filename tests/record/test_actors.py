"""Actors, document by document: what comes and goes leaves what all documents at once would have made."""

import importlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.lang.base import Post
from bilat.link import is_article, relink, settle, unite
from bilat.link.actors import absorb, grounds
from bilat.model import Document, Person, Reading, Span
from bilat.model.linking import Joint, Tenure
from bilat.model.locals import ActorChanges
from bilat.record import FileState, Writer, actors, pack
from bilat.record.pack import actor_id
from tests.link.made import Kin
from tests.record.made import Pair, document

NAMES = (
    ("泽连斯基", "UA"),
    ("泽伦斯基", "UA"),
    ("泽林斯基", "UA"),
    ("泽基", None),
    ("特朗普", "US"),
    ("川普", "US"),
    ("川普", None),
    ("拜登", "US"),
    ("乔·拜登", "US"),
    ("周·拜登", "US"),
    ("约·拜登", "US"),
    ("武文赏", "VN"),
    ("武文上", "VN"),
    ("武赏", "VN"),
    ("武赏", None),
    ("武赏", "CN"),
    ("王毅", "CN"),
    ("王义", "CN"),
    ("Wang Yi", "CN"),
)
ALIASES = {"武": "Vo Van Thuong", "泽": "Volodymyr Z", "约": "Joe Biden", "拜": "Joe Biden", "川": "Donald T"}
TITLES = (None, "议员", "外长", "外交部长、总理", "总统", "总统、外长")
CALLED = """
SELECT actor, name, fold(name), count(DISTINCT main), count(DISTINCT other), 0 FROM (
    SELECT p.actor, p.name, p.document AS main, NULL AS other, p.document FROM people p
    UNION ALL
    SELECT p.actor, a.value, NULL, p.document, p.document FROM people p, json_each(p.aliases) a
) JOIN documents d USING (document) WHERE d.superseded_by IS NULL
GROUP BY actor, name ORDER BY actor, name
"""
TITLED = """
SELECT p.actor, p.title, max(p.country), min(d.published), max(d.published), count(DISTINCT p.document)
FROM people p JOIN documents d USING (document) WHERE d.superseded_by IS NULL AND p.title IS NOT NULL
GROUP BY p.actor, p.title ORDER BY p.actor, p.title
"""
COUNTED = """
SELECT p.actor, (SELECT l.country FROM locals l WHERE l.actor = p.actor
                 ORDER BY l.country IS NULL, l.documents DESC, l.country LIMIT 1),
       min(d.published), max(d.published), count(DISTINCT p.document),
       sum(p.mentions)
FROM people p JOIN documents d USING (document) WHERE d.superseded_by IS NULL GROUP BY p.actor ORDER BY p.actor
"""


@st.composite
def articles(draw: st.DrawFn) -> Pair:
    """An article that names a few people; sometimes another version of one address."""
    named = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    text = " ".join(name for name, _ in named)
    people: list[Person] = []
    at = 0
    for name, country in named:
        alias = ALIASES.get(name[0]) if draw(st.booleans()) else None
        spot = (Span(at, at + len(name)),)
        people.append(Person(name, country, draw(st.sampled_from(TITLES)), spot, (alias,) if alias else ()))
        at += len(name) + 1
    day = draw(st.sampled_from([None, "2020-01-01", "2021-06-01", "2022-05-01", "2024-02-29"]))
    url = draw(st.sampled_from([None, None, "http://a/1", "http://a/2"]))
    doc: Document = document(text, day, url=url)
    return doc, Reading(doc.id, people=tuple(people))


class Kins(Kin):
    """Knows one more office, which many hold."""

    def posts(self, title: str, country: str | None = None) -> tuple[Post, ...]:
        return (*super().posts(title, country), *([Post("议员", sole=False)] if "议员" in title else []))


class Kept:
    """A record to which files come and from which they go."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.before: tuple[dict[str, str], set[Tenure], set[Joint]] | None = None

    def step(
        self,
        come: dict[str, Pair],
        go: set[str],
        decided: list[Joint] | None = None,
        apart: list[tuple[str, str]] | None = None,
    ) -> None:
        writer = Writer(self.path)
        writer.begin()
        writer.remove_files(sorted(go))
        for name, pair in come.items():
            number = writer.start_file(name)
            _ = writer.add(number, [pack(*pair)])
            writer.end_file(number, FileState(name, 1, 1, "h", "", "v1"), [])
        changes = writer.settle(is_article, settle)
        told = relink(writer.linking.actors, Kins(), changes.fresh, changes.gone, decided or (), apart or ())
        writer.take(changes)
        _ = writer.remove_orphans()
        _ = writer.complete()
        self.compare(writer, decided or [], apart or [])
        self.compare_changes(writer, told)
        writer.commit()
        writer.close(single=True)

    def compare(self, writer: Writer, decided: list[Joint], apart: list[tuple[str, str]]) -> None:
        db = writer.connection
        counting = [number for (number,) in db.execute("SELECT document FROM documents WHERE superseded_by IS NULL")]
        whole = unite(writer.linking.actors.namings(counting), Kins(), decided, apart)
        assert actors.actor_of(writer.connection) == whole.of
        made, doubtful = writer.linking.joints()
        assert made == sorted(whole.joints)
        assert doubtful == whole.doubtful
        assert actors.tenures(writer.connection) == whole.tenures
        for local, actor in db.execute("SELECT DISTINCT local, actor FROM people"):
            assert actor == whole[local]
        names = db.execute("SELECT * FROM names ORDER BY actor, name").fetchall()
        assert names == db.execute(CALLED).fetchall()
        assert db.execute("SELECT * FROM persons ORDER BY actor").fetchall() == db.execute(COUNTED).fetchall()
        assert db.execute("SELECT * FROM titles ORDER BY actor, title").fetchall() == db.execute(TITLED).fetchall()

    def likely(self) -> list[float]:
        """How likely the joints are that were made."""
        writer = Writer(self.path)
        made, _ = writer.linking.joints()
        writer.close(single=True)
        return [joint.likely for joint in made]

    def compare_changes(self, writer: Writer, told: ActorChanges) -> None:
        """What is told of changes is all that changed."""
        now = dict(writer.connection.execute("SELECT local, actor FROM locals"))
        joints = {joint for some in writer.linking.joints() for joint in some}
        tenures = set(actors.tenures(writer.connection))
        if self.before is not None and self.before[0]:
            was, held, said = self.before
            assert told.compared is not None
            assert {end for joint in said ^ joints for end in (joint.one, joint.other)} <= told.compared
            moved = {local for local in was if now.get(local) != was[local]}
            moved |= {local for local in now if local not in was and now[local] != local}
            assert told.moved == moved
            assert {new for _, new in told.tenures} - {None} == tenures - held
            assert {old for old, _ in told.tenures} - {None} == held - tenures
        self.before = now, tenures, joints


@pytest.fixture(params=["as it is", "small cuts"])
def _cuts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "small cuts":
        monkeypatch.setattr(grounds, "_MANY", 2)
        monkeypatch.setattr(grounds, "CROWD", 2)
        monkeypatch.setattr(absorb, "_DOCUMENTS", 2)
        monkeypatch.setattr(importlib.import_module("bilat.link.actors.relink"), "_AT_A_TIME", 1)


@pytest.mark.usefixtures("_cuts")
@settings(max_examples=60, deadline=None)
@given(st.lists(articles(), min_size=1, max_size=12), st.data())
def test_whatever_comes_and_goes_the_actors_are_those_of_the_documents_that_are_left(
    kept: list[Pair], data: st.DataObject
):
    with tempfile.TemporaryDirectory() as folder:
        record = Kept(Path(folder, "a.bilat"))
        there: set[str] = set()
        record.step({}, set())
        for _ in range(data.draw(st.integers(1, 4))):
            chosen = data.draw(st.sets(st.integers(0, len(kept) - 1)))
            come = {str(at): kept[at] for at in chosen if str(at) not in there}
            go = {str(at) for at in chosen} & there
            there = there - go | come.keys()
            record.step(come, go)


def article(number: int, *named: tuple[str, str | None, str | None]) -> Pair:
    """The article of a number, which names people in offices."""
    text = " ".join(name for name, _, _ in named) + f" {number}"
    spots = [(Span(text.index(name), text.index(name) + len(name)),) for name, _, _ in named]
    people = [Person(name, country, title, spot) for (name, country, title), spot in zip(named, spots, strict=True)]
    doc = document(text)
    return doc, Reading(doc.id, people=tuple(people))


def test_a_short_name_is_likelier_once_both_were_seen_in_one_office(tmp_path: Path):
    record = Kept(tmp_path / "a.bilat")
    full, short = ("乔·拜登", "US"), ("拜登", "US")
    record.step({"0": article(0, (*full, None)), "1": article(1, (*short, None))}, set())
    record.step({"2": article(2, (*full, "总统"))}, set())
    record.step({"3": article(3, (*short, "总统"))}, set())
    assert record.likely() == [0.9]
    record.step({}, {"2"})
    assert record.likely() == [0.75]
    record.step({"2": article(2, (*full, "总统"))}, {"3"})
    assert record.likely() == [0.75]


def test_an_office_that_a_crowd_holds_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(grounds, "CROWD", 2)
    record = Kept(tmp_path / "a.bilat")
    record.step({"0": article(0, ("泽连斯基", "UA", "议员"))}, set())
    record.step({"1": article(1, ("泽伦斯基", "UA", "议员"))}, set())
    assert record.likely() == [0.8 * 0.9]
    record.step({"2": article(2, ("王", "UA", "议员"))}, set())
    assert record.likely() == []
    record.step({"3": article(3, ("李", "UA", "议员"))}, set())
    assert record.likely() == []
    record.step({}, {"2", "3"})
    assert record.likely() == [0.8 * 0.9]


@settings(max_examples=60, deadline=None)
@given(st.lists(articles(), min_size=2, max_size=8), st.data())
def test_what_people_decide_counts_from_the_build_on_that_hears_of_it(kept: list[Pair], data: st.DataObject):
    with tempfile.TemporaryDirectory() as folder:
        record = Kept(Path(folder, "a.bilat"))
        record.step({"0": kept[0]}, set())
        for at, pair in enumerate(kept[1:], 1):
            known = sorted({person for _, reading in kept[:at] for person in _ids(reading)})
            pairs = st.tuples(st.sampled_from(known), st.sampled_from(known)).filter(lambda two: two[0] != two[1])
            some = st.lists(pairs, max_size=2, unique=True) if len(known) > 1 else st.just([])
            decided = [Joint(one, other, "decision", 1.0) for one, other in data.draw(some)]
            record.step({str(at): pair}, set(), decided, data.draw(some))


def _ids(reading: Reading) -> list[str]:
    return [actor_id(person.name, person.country) for person in reading.people]
