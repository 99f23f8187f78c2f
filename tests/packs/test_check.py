"""Every break of a pack's schema is found in one go, with file, line and what would do."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilat.packs import PackProblem, check
from bilat.packs.columns import Table
from bilat.packs.load import read_pack
from bilat.packs.schema import TABLES
from bilat.packs.table import parse
from tests.packs.packs import MANIFEST, ROWS, header, write_pack, write_table


def messages(path: Path, table: str, rows: list[str]) -> list[str]:
    """The problems of a table with these rows, without their path."""
    raw = "\n".join([header(table), *rows, ""]).encode("utf-8")
    return [str(problem).replace(f"{path}:", "") for problem in parse(raw, path, TABLES[table]).problems]


def test_the_packs_that_come_with_bilat_are_sound() -> None:
    assert [str(problem) for problem in check()] == []


def test_a_sound_pack_has_no_problems(tmp_path: Path) -> None:
    assert check([write_pack(tmp_path / "sample")]) == []


@pytest.mark.parametrize(
    ("table", "rows", "expected"),
    [
        ("offices", ["部长\t\tyes"], ["2: office '部长' has no kind; give one of: army, business,"]),
        ("offices", ["部长\tboss\tyes"], ["2: office '部长' has unknown kind 'boss'; give one of: army,"]),
        ("offices", ["部长\tminister\ttrue"], ["2: office '部长' has unknown honorific 'true'; give yes or no"]),
        ("offices", ["部长\tminister\t"], ["2: office '部长' has no honorific; give yes or no"]),
        ("offices", ["部长\tminister"], ["2: row '部长' has 2 cells, the header has 3; give: word TAB kind TAB"]),
        ("offices", ["部长\tminister\tyes\t"], ["2: row '部长' has 4 cells, the header has 3;"]),
        ("offices", ["\tminister\tyes"], ["2: office '' has no word; give one"]),
        (
            "offices",
            ["部长\tminister\tyes", "主席\tparty\tyes"],
            ["3: '主席' is out of order; sort rows by word in code point order"],
        ),
        (
            "offices",
            ["部长\tminister\tyes", "部长\tparty\tyes"],
            ["3: '部长' stands already on line 2; keep one row for each word"],
        ),
        (
            "words",
            ["同志\tafter_name", "同志\tafter_name"],
            ["3: '同志 after_name' stands already on line 2; keep one row for each word + role"],
        ),
        ("surnames", ["阮\tVN|VN\t"], ["2: surname '阮' has 'VN' twice in cultures; keep one"]),
        ("surnames", ["阮\tCN|\t"], ["2: surname '阮' has an empty item in cultures; remove the extra |"]),
        ("surnames", ["阮\tCN|XX\t"], ["2: surname '阮' has unknown cultures 'XX'; give one of: CN, JP, KR, VN"]),
        (
            "places",
            ["万象\tLA\tcity\t\t永珍\t", "永珍\tLA\tcity\t\t\t"],
            ["3: '永珍' names already the row on line 2; keep it in one"],
        ),
        ("offices", ["部长 \tminister\tyes"], ["2: has a space at the edge of a cell; remove it"]),
        (
            "surnames",
            ["阮\tCN| VN\t"],
            ["2: has a space at the edge of a cell", "2: surname '阮' has unknown cultures"],
        ),
        ("offices", ["部\u200b长\tminister\tyes"], ["2: holds U+200B, which cannot be seen; remove it"]),
        ("offices", ["部\u3000长\tminister\tyes"], ["2: holds U+3000, which cannot be seen; remove it"]),
        ("offices", ["部长\tminister\tyes\r"], ["2: holds U+000D", "2: office '部长' has unknown honorific"]),
    ],
)
def test_a_broken_row_is_named_with_what_would_do(table: str, rows: list[str], expected: list[str]) -> None:
    found = messages(Path("t.tsv"), table, rows)
    assert len(found) == len(expected)
    for message, start in zip(found, expected, strict=True):
        assert message.startswith(start)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("word\tkind", ["column 'honorific' is missing"]),
        ("word\tkind\thonorific\tnote", ["unknown column 'note'"]),
        ("kind\tword\thonorific", ["columns out of order"]),
        ("word\tword\tkind\thonorific", ["column 'word' stands 2 times"]),
    ],
)
def test_a_header_that_is_not_the_schemas_is_refused(head: str, expected: list[str]) -> None:
    found = parse(f"# note\n{head}\n".encode(), Path("t.tsv"), TABLES["offices"]).problems
    assert [problem.line for problem in found] == [2] * len(expected)
    assert [problem.message.split(";")[0] for problem in found] == expected


def test_an_empty_table_needs_its_header() -> None:
    assert [str(p) for p in parse(b"\n# only this\n", Path("t.tsv"), TABLES["words"]).problems] == [
        "t.tsv:1: no header row; start the table with: word TAB role"
    ]


def test_bytes_in_another_encoding_are_named_with_their_line() -> None:
    raw = f"{header('words')}\n先生\tafter_name\n".encode("gb18030")
    assert [str(p) for p in parse(raw, Path("t.tsv"), TABLES["words"]).problems] == [
        "t.tsv:2: byte 0xcf is not UTF-8; save the file as UTF-8"
    ]


def test_comments_and_empty_lines_count_as_lines_but_not_as_rows() -> None:
    raw = f"# who knows\n{header('words')}\n\n# more\n同志\tnone\n".encode()
    assert [problem.line for problem in parse(raw, Path("t.tsv"), TABLES["words"]).problems] == [5]


def test_all_breaks_of_all_tables_come_at_once(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "sample")
    write_table(folder, "offices", ["外交部长\tminister\tmaybe", "主席\tparty\tyes"])
    write_table(folder, "words", ["今天\twhenever"])
    (folder / "extras.tsv").write_text("a\tb\n", encoding="utf-8")
    found = [(Path(problem.path).name, problem.line) for problem in check([folder])]
    assert found == [
        ("extras.tsv", 0),
        ("offices.tsv", 2),
        ("offices.tsv", 3),
        ("pack.toml", 0),
        ("words.tsv", 2),
    ]


def test_a_code_that_nobody_has_is_found_across_tables(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "sample", {**ROWS, "places": ["内罗毕\tQQ\tcity\t\t\t"]})
    assert [str(problem).replace(str(folder), "sample") for problem in check([folder])] == [
        "sample/places.tsv:2: place '内罗毕' has unknown code 'QQ' as country; give a code of countries or organisations"
    ]


def test_a_code_may_be_that_of_an_organisation(tmp_path: Path) -> None:
    assert check([write_pack(tmp_path / "sample", {"persons": ["安东尼奥·古特雷斯\tUN"]})]) == []


@pytest.mark.parametrize(
    ("manifest", "expected"),
    [
        ("{sources}", "no language; give it as text"),
        (MANIFEST.replace('"sample"', "3"), "no name; give it as text"),
        (MANIFEST + 'colour = "red"', "a source for 'colour', which is no table of this pack"),
        ("licence = 1\n" + MANIFEST, "unknown field 'licence'"),
        ("name = ", "is not TOML in UTF-8"),
        (MANIFEST.replace("{sources}", ""), "table 'words' has no source"),
    ],
)
def test_a_manifest_says_what_the_pack_is(tmp_path: Path, manifest: str, expected: str) -> None:
    folder = write_pack(tmp_path / "sample", {"words": ROWS["words"]}, manifest)
    assert any(problem.message.startswith(expected) for problem in check([folder]))


def test_a_folder_that_is_no_pack_is_one_problem(tmp_path: Path) -> None:
    assert [problem.message for problem in check([tmp_path / "nowhere"])] == [
        "missing: no such folder; give one with: name, language, version, owner, sources"
    ]


def test_problems_read_as_file_line_reason() -> None:
    assert str(PackProblem("a/words.tsv", 3, "has no role")) == "a/words.tsv:3: has no role"
    assert str(PackProblem("a/pack.toml", 0, "missing")) == "a/pack.toml: missing"


@given(raw=st.binary(max_size=200), name=st.sampled_from(sorted(TABLES)))
def test_any_bytes_give_rows_or_problems_and_nothing_else(raw: bytes, name: str) -> None:
    parsed = parse(raw, Path("t.tsv"), TABLES[name])
    assert not (parsed.rows and parsed.problems)
    assert all(problem.line >= 1 for problem in parsed.problems)


def cells(table: Table) -> st.SearchStrategy[str]:
    """Rows near enough to the schema to get past its first checks, and often enough just wrong."""
    known = sorted(frozenset[str]().union(*(column.allowed for column in table.columns)))
    cell = st.one_of(
        st.sampled_from([*known, "yes", "no", "", "阮", "万象|永珍", "a", "CN", "\t", "\n", " ", "|", "#", "\r"]),
        st.text(max_size=4),
    )
    return st.lists(cell, min_size=len(table.columns), max_size=len(table.columns)).map("\t".join)


@given(st.data())
def test_any_rows_give_rows_or_problems_with_lines_of_the_file(data: st.DataObject) -> None:
    table = TABLES[data.draw(st.sampled_from(sorted(TABLES)))]
    rows = data.draw(st.lists(cells(table), max_size=5))
    text = "\n".join([header(table.name), *rows])
    parsed = parse(text.encode("utf-8", "surrogatepass"), Path("t.tsv"), table)
    count = text.count("\n") + 1
    assert all(1 <= problem.line <= count for problem in parsed.problems)
    assert not parsed.rows or len(parsed.rows) == len(parsed.lines)


@given(text=st.text(max_size=120))
def test_any_manifest_gives_problems_and_no_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("pack")
    (folder / "pack.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert read_pack(folder).problems
