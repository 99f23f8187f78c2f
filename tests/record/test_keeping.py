"""What goes into a record comes out of it, and its digest says what it holds and nothing else."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.link import is_article, settle
from bilat.model import PhraseUse, Problem, Reading, Span
from bilat.model.rows import DocumentRow
from bilat.record import FileState, Writer, open_record, pack
from tests.record.made import Pair, document, keep, link, meeting, pairs


@settings(max_examples=25, deadline=None)
@given(st.lists(pairs(), min_size=1, max_size=4))
def test_every_reading_is_read_back_as_it_was_and_the_record_verifies(kept: list[Pair]):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "r.bilat")
        digest = keep(path, {"f": kept})
        with open_record(path) as record:
            back = list(record.readings())
            report = record.verify()
    assert report.damage == ()
    assert report.digest == digest
    seen: list[Pair] = []
    for pair in kept:
        if (pair[0].id, pair[0], pair[1]) not in [(p[0].id, *p) for p in seen]:
            seen.append(pair)
    assert len(back) == len(seen)
    for (doc, reading), (was, then) in zip(back, seen, strict=True):
        assert (doc.text, doc.title, doc.passages, doc.url, doc.published, doc.problems) == (
            was.text,
            was.title,
            was.passages,
            was.url,
            was.published,
            was.problems,
        )
        assert (reading.people, reading.problems) == (then.people, then.problems)
        assert [(e.type, e.start, e.participants, e.documents) for e in reading.events] == [
            (e.type, e.start, e.participants, e.documents) for e in then.events
        ]
        quotations = [ev for event in reading.events for ev in event.evidence]
        assert all(ev.document == doc.id for ev in quotations)
        assert all(doc.text[ev.span.start : ev.span.end] == ev.quote for ev in quotations)


@settings(max_examples=20, deadline=None)
@given(st.lists(pairs(), min_size=2, max_size=6), st.integers(1, 4), st.data())
def test_the_digest_does_not_depend_on_order_files_or_path(kept: list[Pair], files: int, data: st.DataObject):
    shuffled = data.draw(st.permutations(kept))
    with tempfile.TemporaryDirectory() as folder:
        once = keep(Path(folder, "a.bilat"), {"one": kept})
        spread = {f"other/{at}": shuffled[at::files] for at in range(files)}
        assert keep(Path(folder, "b.bilat"), spread) == once


@settings(max_examples=20, deadline=None)
@given(st.lists(pairs(), min_size=2, max_size=6), st.data())
def test_adding_and_removing_step_by_step_gives_the_record_made_at_once(kept: list[Pair], data: st.DataObject):
    leaving = data.draw(st.sets(st.integers(0, len(kept) - 1), max_size=len(kept) - 1))
    stay = {str(at): [pair] for at, pair in enumerate(kept) if at not in leaving}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.bilat")
        _ = keep(path, {str(at): [pair] for at, pair in enumerate(kept)})
        writer = Writer(path)
        writer.begin()
        writer.remove_files(str(at) for at in leaving)
        changes = writer.settle(is_article, settle)
        link(writer, changes)
        _ = writer.remove_orphans()
        digest = writer.complete()
        writer.commit()
        writer.close(single=True)
        assert digest == keep(Path(folder, "b.bilat"), stay)
        with open_record(path) as record:
            assert record.verify().damage == ()


def test_any_change_in_what_is_said_changes_the_digest(tmp_path: Path):
    doc = document("李明会见范文山")
    reading = meeting(doc, "李明/CN", "范文山/VN")
    others = [
        meeting(doc, "李明/CN", "范文山/LA"),
        meeting(doc, "李明/CN", "范文山/VN", start="2023"),
        meeting(doc, "李明/CN", "范文山/VN", background=True),
        meeting(doc, "李明/CN", "范文山/VN", titles=("外长", None)),
        Reading(doc.id, reading.people, reading.events, problems=(Problem("no_date", "x", Span(0, 1)),)),
        Reading(doc.id, reading.people, reading.events, phrases=(PhraseUse("会见", "CN", None, (doc.quote(2, 4),)),)),
        Reading(doc.id),
    ]
    digests = {keep(tmp_path / f"{at}", {"f": [(doc, other)]}) for at, other in enumerate([reading, *others])}
    assert len(digests) == 1 + len(others)


def test_one_article_in_two_files_is_kept_once_with_both_its_sources(tmp_path: Path):
    doc = document("李明会见范文山")
    reading = meeting(doc, "李明/CN", "范文山/VN")
    _ = keep(tmp_path / "r", {"/b/1": [(doc, reading)], "/a/2": [(document("另"), Reading("")), (doc, reading)]})
    with open_record(tmp_path / "r") as record:
        assert len(record) == 2
        row = record.get(doc.id)
        assert isinstance(row, DocumentRow)
        assert [(s.path, s.index) for s in row.sources] == [("/a/2", 1), ("/b/1", 0)]
        assert len(list(record.events())) == 1


def test_the_file_is_one_file_and_small_batches_make_the_same(tmp_path: Path):
    kept = [(doc, Reading(doc.id)) for doc in (document(f"会见{at}") for at in range(5))]
    digest = keep(tmp_path / "once", {"f": kept})
    for pair in kept:
        writer = Writer(tmp_path / "slow")
        writer.begin()
        number = writer.start_file(pair[0].text)
        _ = writer.add(number, [pack(*pair)])
        writer.end_file(number, FileState(pair[0].text, 1, 1, "h", "", "v"), [])
        writer.commit()
        writer.close()
    writer = Writer(tmp_path / "slow", left=True)
    writer.begin()
    changes = writer.settle(is_article, settle)
    link(writer, changes)
    _ = writer.remove_orphans()
    assert writer.complete() == digest
    writer.commit()
    writer.close(single=True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["once", "slow"]
