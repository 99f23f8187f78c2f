"""Nothing is said without evidence, and a note keeps its number."""

import json

import pytest

from bilat.errors import EvidenceError
from bilat.model import Evidence, Span
from bilat.views.brief.model import Brief, Clause, Entry, Group, Labels, Note, Section, Sentence
from bilat.views.clean import json_line


def note(quote: str = "双方在河内会谈", document: str = "d1") -> Note:
    return Note(Evidence(document, Span(0, len(quote)), quote), "南屿日报", "2023-12-12", "会谈", None)


def brief(*sentences: Sentence) -> Brief:
    labels = Labels(
        "en", "Sources", "{count}: {command}", "nothing", "back", "unknown", "{document} {start} {end}", "“", "”", " "
    )
    entries = tuple(Entry((sentence,)) for sentence in sentences)
    return Brief("title", (), (Section("short", "In short", (Group("", entries),)),), labels)


def test_a_clause_without_a_note_cannot_be_made():
    with pytest.raises(EvidenceError, match=r"no note shows 'They met\.'"):
        Clause("They met.", ())


def test_a_clause_without_words_cannot_be_made():
    with pytest.raises(EvidenceError):
        Clause("  ", (note(),))


def test_a_sentence_without_a_clause_cannot_be_made():
    with pytest.raises(EvidenceError):
        Sentence(())
    with pytest.raises(EvidenceError):
        Sentence.of("They met.", ())


def test_the_same_quotation_is_one_note():
    one, other = note(), note("他们签署了协议")
    made = brief(Sentence.of("A.", [one, one]), Sentence.of("B.", [other, note()]))
    assert made.numbers == {one: 1, other: 2}
    assert [sentence.notes for sentence in made.sentences] == [(one,), (other, one)]


def test_the_same_words_of_another_document_are_another_note():
    assert len(brief(Sentence.of("A.", [note(), note(document="d2")])).notes) == 2


def test_notes_are_numbered_as_they_are_read_parts_after_their_entry():
    first, second, third = note("一"), note("二"), note("三")
    part = Entry((Sentence.of("under", [second]),))
    entry = Entry((Sentence.of("over", [first]),), (part,))
    after = Entry((Sentence.of("after", [third, first]),))
    made = brief(Sentence.of("x", [first]))
    section = Section("short", "In short", (Group("", (entry, after)),))
    assert list(Brief("t", (), (section,), made.labels).numbers.values()) == [1, 2, 3]
    assert Brief("t", (), (section,), made.labels).notes == (first, second, third)


def test_plain_values_hold_every_note_by_its_number():
    made = brief(Sentence((Clause("A,", (note(),)), Clause("B.", (note("二"), note())))))
    plain = json.loads(json_line(made.to_dict()))
    assert plain["sections"][0]["groups"][0]["entries"][0]["sentences"] == [
        [{"text": "A,", "notes": [1]}, {"text": "B.", "notes": [2, 1]}]
    ]
    assert [each["number"] for each in plain["notes"]] == [1, 2]
    assert plain["notes"][0]["quote"] == "双方在河内会谈"
