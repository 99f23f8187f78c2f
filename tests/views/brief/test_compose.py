"""What a brief says stands in the record, and nothing else does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bilat
from bilat.views.brief.compose import SECTIONS
from bilat.views.brief.model import Brief, Section


@pytest.fixture(scope="module")
def brief(made: Path) -> Brief:
    with bilat.open(made) as record:
        return bilat.brief(record, "CN", "VN", since="2023-02")


@pytest.fixture(scope="module")
def of_samples(sampled: Path) -> Brief:
    with bilat.open(sampled) as record:
        return bilat.brief(record, "中国", "Vietnam")


def section(brief: Brief, key: str) -> Section:
    return next(each for each in brief.sections if each.key == key)


def texts(brief: Brief, key: str) -> list[str]:
    """The sentences of a section, parts too."""
    return list(_texts(section(brief, key)))


def _texts(found: Section) -> Iterator[str]:
    for group in found.groups:
        for entry in group.entries:
            for each in entry.walk():
                yield from (sentence.text for sentence in each.sentences)


def headings(brief: Brief, key: str) -> list[str]:
    return [group.heading for group in section(brief, key).groups]


@pytest.mark.parametrize("path", ["made", "sampled"])
@pytest.mark.parametrize("language", ["en", "zh", "vi"])
def test_every_quotation_stands_at_its_place_in_its_document(path: str, language: str, request: pytest.FixtureRequest):
    with bilat.open(request.getfixturevalue(path)) as record:
        notes = bilat.brief(record, "CN", "VN", language=language).notes
        assert notes
        for note in notes:
            doc, _ = record.reading(note.evidence.document)
            span = note.evidence.span
            assert doc.text[span.start : span.end] == note.evidence.quote
            assert (note.publisher, note.title, note.url) == (doc.publisher, doc.title, doc.url)


def test_the_same_record_gives_the_same_brief(made: Path, brief: Brief):
    with bilat.open(made) as record:
        again = bilat.brief(record, "CN", "VN", since="2023-02")
    assert (again, str(again)) == (brief, str(brief))


def test_every_section_is_there_in_its_order_even_when_empty(made: Path, brief: Brief):
    with bilat.open(made) as record:
        empty = bilat.brief(record, "CN", "VN", since="2022", until="2022")
    assert [each.key for each in brief.sections] == [each.key for each in empty.sections]
    assert len(SECTIONS) == len({each.key for each in brief.sections})
    assert empty.notes == ()


def test_every_sentence_ends_like_one(brief: Brief, of_samples: Brief):
    for made in (brief, of_samples):
        assert [s.text for s in made.sentences if not s.text.endswith(".")] == []
        assert [s.text for s in made.sentences if re.search(r"[{}]|\s\s|\s[,.]", s.text)] == []


def test_a_visit_holds_its_talks_and_is_cited_from_two_publishers(brief: Brief):
    visit = next(e for g in section(brief, "happened").groups for e in g.entries if "visited" in e.sentences[0].text)
    assert visit.sentences[0].text == "25 June 2023: Pham Minh Chinh (范明政) of Vietnam visited China (Beijing)."
    assert {note.publisher for note in visit.sentences[0].notes} == {"南屿日报", "海望周刊"}
    assert [part.sentences[0].text for part in visit.parts] == [
        "26 June 2023: Li Qiang (李强) of China and Pham Minh Chinh of Vietnam met in Beijing."
    ]


def test_what_happened_stands_under_its_month(brief: Brief):
    assert headings(brief, "happened") == ["June 2023", "September 2023"]


def test_the_counts_cite_the_first_and_the_last(brief: Brief):
    counts = next(section(brief, "short").groups[0].entries[0].sentences.__iter__())
    assert counts.text == "Between the two the record tells of 1 visit, and 2 meetings."
    assert [len(clause.notes) for clause in counts.clauses] == [1, 2]


def test_who_was_received_travelled_too(brief: Brief):
    assert headings(brief, "travelled") == ["From Vietnam to China"]
    assert "陈流光: 13 September 2023 (Beijing)." in texts(brief, "travelled")


def test_a_visit_and_the_talks_in_it_are_one_stay(brief: Brief):
    assert [text for text in texts(brief, "travelled") if text.startswith("Pham Minh Chinh")] == [
        "Pham Minh Chinh (范明政): 25 June 2023 (Beijing)."
    ]


def test_publishers_that_differ_stand_side_by_side(brief: Brief):
    assert texts(brief, "figures") == [
        "Publishers differ on total trade, China and Vietnam, 2022: 175.6 billion USD (海望周刊), 234.9 billion USD (北渡新报)."
    ]
    assert any("175.6 billion USD (海望周刊), 234.9 billion USD (北渡新报)" in text for text in texts(brief, "differ"))


def test_a_protest_and_a_promise_are_quoted_by_who_says_them(brief: Brief):
    said = texts(brief, "said")
    assert "范秋姮 (28 June 2023): “中国在南海的行动侵犯了越南的主权”." in said
    assert headings(brief, "said")[-1] == "Speaking for Vietnam"


def test_a_phrase_is_new_only_when_the_record_goes_back_further(made: Path, brief: Brief):
    assert any(text.startswith("“命运共同体”") for text in texts(brief, "phrases"))
    with bilat.open(made) as record:
        from_the_start = bilat.brief(record, "CN", "VN", since="2023-01-01")
    assert headings(from_the_start, "phrases") == []


def test_contested_names_stand_side_by_side_as_written(brief: Brief):
    assert texts(brief, "contested") == ["“南中国海” (海望周刊 1), “南海” (北渡新报 1)."]


def test_what_is_ahead_and_what_is_overdue_are_told_apart(brief: Brief):
    assert headings(brief, "watch") == ["Announced", "Overdue"]
    ahead, overdue = texts(brief, "watch")
    assert ahead == "12 December 2023: Xi Jinping (习近平) of China was announced to visit Vietnam."
    assert overdue.endswith(
        "Pham Minh Chinh (范明政) of Vietnam was announced to visit China; no report says that it took place."
    )


def test_what_one_publisher_alone_tells_of_names_those_who_were_silent(brief: Brief):
    assert headings(brief, "one_sided") == ["Only 南屿日报 tells of 1 contact"]
    assert texts(brief, "one_sided")[0].endswith("; no word of it in 北渡新报 and 海望周刊.")


def test_a_period_leaves_out_what_lies_outside(made: Path):
    with bilat.open(made) as record:
        january = bilat.brief(record, "CN", "VN", until="2023-01")
    assert headings(january, "happened") == ["January 2023"]
    assert {note.evidence.document for note in january.notes} == {"old"}


def test_a_brief_in_chinese_keeps_the_names_as_written(made: Path):
    with bilat.open(made) as record:
        chinese = bilat.brief(record, "CN", "VN", since="2023-02", language="zh")
    assert not any("Xi Jinping" in sentence.text or "Beijing" in sentence.text for sentence in chinese.sentences)


def test_what_is_left_out_is_counted_with_the_command_that_shows_it(monkeypatch: pytest.MonkeyPatch, made: Path):
    monkeypatch.setattr("bilat.views.brief.happened.MOST", 1)
    with bilat.open(made) as record:
        short = bilat.brief(record, "CN", "VN", since="2023-02")
    found = section(short, "happened")
    assert (found.left_out, found.see) == (1, "bilat timeline CN VN --since 2023-02")
    assert "*And 1 more: `bilat timeline CN VN --since 2023-02`*" in str(short)


@pytest.mark.parametrize(
    ("one", "other", "since"), [("CN", "中国", None), ("CN", "Nowhere", None), ("CN", "VN", "2023-13")]
)
def test_words_that_mean_nothing_are_refused(made: Path, one: str, other: str, since: str | None):
    with bilat.open(made) as record, pytest.raises(bilat.UsageError):
        bilat.brief(record, one, other, since=since)
