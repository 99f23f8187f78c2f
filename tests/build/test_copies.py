"""A text that was printed twice is one text, and the first to print it is named; whatever came in which order."""

import sqlite3
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.build import copies
from bilat.build.copies import find_copies
from bilat.link import is_article, settle
from bilat.link.copies import Wordings
from bilat.model import Part, Passage, Reading, Span
from bilat.record import FileState, Writer, open_record, pack
from tests.record.made import Pair, document, keep

WORDS = "山水林田湖草沙江河海洋桥路车船城乡村镇学校医院工厂市场商店公园图书馆"

Found = dict[str, tuple[str, float]]


def story(seed: int, length: int = 12) -> list[str]:
    """Sentences that no other seed makes."""
    random = Random(seed)
    return ["".join(random.choices(WORDS, k=14)) + "。" for _ in range(length)]


def text(sentences: Sequence[str]) -> str:
    return "".join(sentences)


def article(at: int, day: str, words: str) -> Pair:
    doc = document(
        words, day or None, id_=f"d{at}", url=f"http://a/{at}", passages=(Passage(Part.BODY, Span(0, len(words))),)
    )
    return doc, Reading(doc.id)


def in_record(path: Path) -> Found:
    """Each copy with its original and how like it is; by ids."""
    db = sqlite3.connect(path)
    rows = db.execute(
        "SELECT d.id, o.id, c.likeness FROM copies c JOIN documents d USING (document)"
        " JOIN documents o ON o.document = c.of ORDER BY d.id"
    ).fetchall()
    db.close()
    return {id_: (of, likeness) for id_, of, likeness in rows}


def found(*texts: tuple[str, str]) -> Found:
    """Copies among texts, each with its day; named by their place: d0, d1 …"""
    with tempfile.TemporaryDirectory() as folder:
        _ = keep(Path(folder, "r"), {"f": [article(at, *one) for at, one in enumerate(texts)]})
        return in_record(Path(folder, "r"))


def test_a_reprint_is_a_copy_of_the_earlier_text():
    one = text(story(1))
    assert found(("2023-05-02", one), ("2023-05-01", one), ("2023-05-01", text(story(2)))) == {"d0": ("d1", 1.0)}


def test_a_shortened_reprint_is_a_copy_too_and_a_longer_report_that_holds_a_flash_is_none():
    whole = story(1)
    short = text(whole[:6])
    assert found(("2023-05-01", text(whole)), ("2023-05-02", short)) == {"d1": ("d0", 1.0)}
    assert found(("2023-05-02", text(whole)), ("2023-05-01", short)) == {}


def test_of_one_day_the_longest_text_is_the_original():
    whole = story(1)
    assert found(("2023-05-01", text(whole[:8])), ("2023-05-01", text(whole))) == {"d0": ("d1", 1.0)}


def test_a_copy_of_a_copy_names_the_first():
    first = story(1, 20)
    second = [*first[:16], *story(2, 4)]
    third = [*second[:2], *second[4:], *story(3, 2)]
    made = found(("2023-05-01", text(first)), ("2023-05-02", text(second)), ("2023-05-03", text(third)))
    assert {document: of for document, (of, _) in made.items()} == {"d1": "d0", "d2": "d0"}


def test_a_copy_says_how_much_of_it_is_copied():
    made = found(
        ("2023-05-01", text([*story(1, 10), "山" * 9])), ("2023-05-01", text([*story(1, 10)[:9], *story(2, 1)]))
    )
    assert 0.7 < made["d1"][1] < 0.95


def test_a_report_that_quotes_a_few_sentences_is_no_copy():
    assert found(("2023-05-01", text(story(1))), ("2023-05-02", text([*story(1)[:4], *story(2, 8)]))) == {}


def test_a_text_of_one_line_is_never_a_copy():
    assert found(("2023-05-01", text(story(1, 1))), ("2023-05-02", text(story(1, 1)))) == {}


def test_a_text_that_sixty_printed_is_one_text():
    one = text(story(1))
    made = found(*((f"2023-05-{day:02}", one) for day in range(1, 29)), *(("2023-06-01", one) for _ in range(32)))
    assert set(made) == {f"d{at}" for at in range(1, 60)}
    assert {of for of, _ in made.values()} == {"d0"}


def test_a_document_without_a_day_is_no_original_of_one_with():
    one = text(story(1))
    assert found(("", one), ("2023-05-01", one)) == {"d0": ("d1", 1.0)}


def test_no_text_is_read_where_nothing_is_shared(monkeypatch: pytest.MonkeyPatch):
    def texts(writer: Writer, numbers: Collection[int]) -> dict[int, str]:
        return pytest.fail(f"the texts {numbers} of {writer.path} were read")

    monkeypatch.setattr(Writer, "texts", texts)
    assert found(*(("2023-05-01", text(story(seed))) for seed in range(9))) == {}


def test_what_too_many_have_makes_nothing_alike(monkeypatch: pytest.MonkeyPatch):
    one = text(story(1))
    monkeypatch.setattr(copies, "OFTEN", 3)
    assert len(found(*((f"2023-05-{day:02}", one) for day in range(1, 4)))) == 2
    assert found(*((f"2023-05-{day:02}", one) for day in range(1, 5))) == {}


def test_of_many_that_are_alike_only_those_that_share_most_are_compared(monkeypatch: pytest.MonkeyPatch):
    frame, own = story(1, 6), [story(seed, 6) for seed in range(2, 6)]
    day = [("2023-05-01", text([*frame, *own[0]])), *(("2023-05-02", text([*frame, *each])) for each in own[1:])]
    again = ("2023-05-03", text([*frame, *own[0]]))
    assert found(*day, again) == {"d4": ("d0", 1.0)}
    compared: list[tuple[int, int]] = []
    likely = Wordings.share

    def share(self: Wordings, copy: int, of: int) -> float:
        compared.append((copy, of))
        return likely(self, copy, of)

    monkeypatch.setattr(Wordings, "share", share)
    monkeypatch.setattr(copies, "MOST", 1)
    assert found(*day, again) == {"d4": ("d0", 1.0)}
    assert len({of for copy, of in compared if copy == max(one for one, _ in compared)}) == 1


class Steps:
    """A record that files are added to and taken from."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.held: dict[str, Pair] = {}

    def take(self, adds: dict[str, Pair], leave: set[str]) -> str:
        writer = Writer(self.path)
        writer.begin()
        writer.remove_files(sorted(leave))
        for name, (doc, reading) in adds.items():
            number = writer.start_file(name)
            _ = writer.add(number, [pack(doc, reading)])
            writer.end_file(number, FileState(name, 1, 1, "h", "", "v1"), [])
        changes = writer.settle(is_article, settle)
        find_copies(writer, changes)
        writer.take(changes)
        _ = writer.remove_orphans()
        digest = writer.complete()
        writer.commit()
        writer.close(single=True)
        self.held = {name: pair for name, pair in {**self.held, **adds}.items() if name not in leave}
        return digest


def days(count: int, words: str) -> dict[str, Pair]:
    return {f"d{at}": article(at, f"2023-05-{at:02}", words) for at in range(1, count + 1)}


def test_what_becomes_too_common_makes_nothing_alike_and_what_ceases_to_be_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(copies, "OFTEN", 3)
    kept = Steps(tmp_path / "r")
    four = days(4, text(story(1)))
    _ = kept.take({name: four[name] for name in ("d1", "d2")}, set())
    assert in_record(kept.path) == {"d2": ("d1", 1.0)}
    _ = kept.take({name: four[name] for name in ("d3", "d4")}, set())
    assert in_record(kept.path) == {}
    _ = kept.take({}, {"d3"})
    assert in_record(kept.path) == {"d2": ("d1", 1.0), "d4": ("d1", 1.0)}


def test_a_chain_gets_a_new_first_when_an_earlier_one_comes_and_when_the_first_goes(tmp_path: Path):
    first = story(1, 20)
    second = [*first[:16], *story(2, 4)]
    third = [*second[4:], *story(3, 2)]
    kept = Steps(tmp_path / "r")
    _ = kept.take(
        {f"d{at}": article(at, f"2023-05-0{at}", text(one)) for at, one in enumerate([second, third], 2)}, set()
    )
    assert in_record(kept.path) == {"d3": ("d2", 0.89)}
    _ = kept.take({"d1": article(1, "2023-05-01", text(first))}, set())
    assert in_record(kept.path) == {"d2": ("d1", 0.8), "d3": ("d1", 0.66)}
    _ = kept.take({}, {"d1"})
    assert in_record(kept.path) == {"d3": ("d2", 0.89)}
    _ = kept.take({}, {"d2"})
    assert in_record(kept.path) == {}


LINES = (0, 10, 12, 20)
ARTICLES = st.tuples(
    st.sampled_from(["", "2023-05-01", "2023-05-02", "2023-05-03"]),
    st.sampled_from([(first, last) for first in LINES for last in LINES if last - first >= 8]),
    st.integers(0, 2),
    st.sampled_from([0, 0, 0, 1, 2]),
)
"""A day, the first and last line of a story, how many lines of another follow, and which address: 0 is its own, those of
one other address are versions of one article."""


@given(
    st.lists(st.lists(ARTICLES, max_size=4), min_size=2, max_size=5), st.data(), st.integers(2, 5), st.integers(1, 3)
)
@settings(max_examples=100)
def test_adding_and_removing_step_by_step_finds_the_copies_found_at_once(
    steps: list[list[tuple[str, tuple[int, int], int, int]]], data: st.DataObject, often: int, most: int
):
    with tempfile.TemporaryDirectory() as folder, patch.multiple(copies, OFTEN=often, MOST=most):
        kept = Steps(Path(folder, "r"))
        for at, drawn in enumerate(steps):
            leave = data.draw(st.sets(st.sampled_from(sorted(kept.held)))) if kept.held else set[str]()
            adds: dict[str, Pair] = {}
            for place, (day, (first, last), more, address) in enumerate(drawn):
                words = text([*story(1, 20)[first:last], *story(2)[:more]])
                adds[f"{at}.{place}"] = article(address or 10 * at + place + 10, day, words)
            digest = kept.take(adds, leave)
            assert digest == keep(Path(folder, f"whole{at}"), {name: [pair] for name, pair in kept.held.items()})
            assert in_record(kept.path) == in_record(Path(folder, f"whole{at}"))
            with open_record(kept.path) as record:
                assert record.verify().damage == ()
