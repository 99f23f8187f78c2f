"""A comparison, a tree and a coverage as a person reads them."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from bilat.model import PhraseUse
from bilat.model.comparison import ColumnRow, ComparedRow, ComparisonRow, CoverageRow, EntryRow, FormRow, ReporterRow
from bilat.model.item_rows import ItemRow
from bilat.model.rows import ChangeRow, DifferenceRow, ReportRow, ValueRow
from bilat.views.compare import compare_lines
from bilat.views.coverage import coverage_lines
from bilat.views.lines import Line, text_of
from bilat.views.show import show_event
from bilat.views.tree import tree_lines
from tests.views.rows import event, report

COVERAGE = CoverageRow(
    (ReporterRow("北渡新报", {"reported": 2, "announced": 1}, 2, "2023-12-10", "2023-12-13"),),
    (("南屿日报", 3),),
    3,
    2,
    "2023-12-12",
    "2023-12-14",
)


def texts(lines: Iterable[Line]) -> list[str]:
    return [text_of(line) for line in lines]


def use(publisher: str, words: str) -> ItemRow[PhraseUse]:
    told = replace(report(words), publisher=publisher)
    return ItemRow(f"id-{publisher}", "phrases", PhraseUse(words, None, None, told.evidence), told)


def entry(words: str, *publishers: str) -> EntryRow:
    return EntryRow("phrases", words, {name: (use(name, words),) for name in publishers}, len(publishers), "2023-12-12")


def comparison(by: str = "publisher") -> ComparisonRow:
    both, one, other = entry("政治互信", "甲社", "乙报"), entry("睦邻友好", "甲社"), entry("友好", "乙报")
    copy = replace(report(), publisher="乙报", copy_of="d9")
    columns = (
        ColumnRow("甲社", (ComparedRow(replace(report(), publisher="甲社"), True, ("通讯社",)),), 1, (one,), ()),
        ColumnRow("乙报", (ComparedRow(copy, False, ()),), 1, (other,), (one,)),
    )
    values = (ValueRow("36", ("d1",), ("甲社",)), ValueRow("37", ("d2",), ("乙报",)))
    compared = replace(event(), discrepancies=(DifferenceRow("documents_signed", "contradiction", values),))
    return ComparisonRow(compared, by, columns, (both, one, other), (both,), (), ((one, other),), COVERAGE)


def test_a_comparison_says_what_is_shared_what_only_one_has_and_what_is_left_out():
    shown = texts(compare_lines(comparison(), None))
    assert "said by several" in shown
    assert "    政治互信  2 of 2 · 2 independent, since 2023-12-12" in shown
    assert "      乙报 “政治互信” phrases id-乙报" in shown
    assert shown[shown.index("甲社 only") + 2] == "      睦邻友好 “睦邻友好” phrases id-甲社"
    assert "  乙报, set phrases: 睦邻友好" in shown


def test_a_comparison_names_copies_and_what_is_taken_from_others():
    shown = texts(compare_lines(comparison(), None))
    assert any("all of it · takes from 通讯社 · document d0c1" in line for line in shown)
    assert any("what stands near · copy of d9 · document d0c1" in line for line in shown)


def test_a_comparison_shows_values_that_differ_and_wordings_that_are_close():
    shown = texts(compare_lines(comparison(), None))
    at = shown.index("told differently")
    assert shown[at + 1 : at + 3] == ["  documents_signed (contradiction)", "      36  甲社 documents d1"]
    assert shown[shown.index("wordings close to each other") + 1] == "    睦邻友好  甲社  since 2023-12-12"


def test_a_comparison_shows_what_is_told_of_the_visit_and_the_forms_of_a_phrase():
    values = (ValueRow("state", ("d1",), ("甲社",)), ValueRow("official", ("d2",), ("乙报",)))
    told = tuple(DifferenceRow(field, "contradiction", values) for field in ("visit_kind", "start"))
    both = entry("政治互信", "甲社", "乙报")
    forms = (FormRow("政治互信", ("甲社", "乙报"), "2023-12-12"), FormRow("增进政治互信", ("",), None))
    visit = replace(event("visit"), discrepancies=told)
    compared = replace(comparison(), visit=visit, wordings=((replace(both, forms=forms),),))
    shown = texts(compare_lines(compared, None))
    assert "  visit_kind of the visit (contradiction)" in shown
    assert "  start of the visit (contradiction)" not in shown
    at = shown.index("wordings close to each other")
    assert shown[at + 2 : at + 4] == [
        "      “政治互信”  甲社, 乙报  since 2023-12-12",
        "      “增进政治互信”  publisher unknown",
    ]
    assert [d["field"] for d in visit_of(compared)["discrepancies"]] == ["visit_kind"]


def visit_of(compared: ComparisonRow) -> Any:
    return compared.to_dict()["visit"]


def test_sides_are_shown_without_the_list_of_documents():
    assert not any("all of it" in line for line in texts(compare_lines(comparison("side"), None)))


def test_a_comparison_fits_a_narrow_screen():
    wide = [line for line in texts(compare_lines(comparison(), 60)) if len(line) > 60]
    assert wide == []


def test_coverage_names_who_tells_of_it_and_who_does_not():
    assert texts(coverage_lines(COVERAGE, None)) == [
        "coverage  3 documents, 2 of them independent",
        "  told by  北渡新报 2, 1 ahead (2 independent)",
        "  read of 2023-12-12…14 without a word of it  南屿日报 (3 documents)",
    ]
    everybody = replace(COVERAGE, silent=())
    assert texts(coverage_lines(everybody, None))[-1].endswith("without a word of it  nobody")
    assert len(texts(coverage_lines(replace(COVERAGE, since=None), None))) == 2


def test_a_visit_is_a_tree_from_its_announcement_to_its_last_meeting():
    ahead = replace(report("将于12日访问"), document="d1", published="2023-12-07", how="announced")
    held = report("12日抵达")
    life = (ChangeRow("planned", "2023-12-07", "d1"), ChangeRow("held", "2023-12-12", "d0c1"))
    visit = replace(event("visit", reports=(held, ahead)), life=life)
    parts = [event(start="2023-12-12"), event("signing", start="2023-12-13", end="2023-12-13")]
    shown = texts(tree_lines(visit, parts, COVERAGE, None))
    branches = [line for line in shown if line.startswith(("├", "└"))]
    assert [line[:24] for line in branches] == [
        "├ 2023-12-07  told as pl",
        "├ 2023-12-12  told as he",
        "├ 2023-12-12         ● m",
        "└ 2023-12-13         ● s",
    ]
    assert "│     “将于12日访问”" in shown
    assert shown[-3].startswith("coverage")


def test_an_event_without_parts_ends_its_tree_with_its_life():
    told = replace(event(), life=(ChangeRow("held", None, "gone"),))
    assert "└ no date     told as held" in texts(tree_lines(told, (), COVERAGE, None))


def test_a_copy_is_named_where_an_event_is_shown():
    copied: tuple[ReportRow, ...] = (replace(report(), copy_of="d9"),)
    assert "copy of     d9" in texts(show_event(event(reports=copied), None, (), COVERAGE))
