"""Packs are loaded once, whole and checked, one on top of the other."""

from pathlib import Path

import pytest

from bilat.errors import PackError
from bilat.packs import load
from bilat.packs.load import Packs, built_in, read_pack
from bilat.packs.rows import Country, Office, Place, Word
from bilat.packs.schema import TABLES
from tests.packs.packs import MANIFEST, ROWS, write_pack, write_table


def test_a_row_keeps_its_cells_in_their_types(tmp_path: Path) -> None:
    packs = Packs([read_pack(write_pack(tmp_path / "sample"))])
    assert packs.countries[1] == Country("KE", ("肯尼亚", "肯亞"), ("肯",), "Kenya", "Kenya", "内罗毕")
    assert packs.places == (
        Place("内罗毕", "KE", "city", "", ("奈洛比",), "Nairobi"),
        Place("国会大厦", "", "venue", "", (), ""),
    )
    assert packs.offices == (
        Office("外交部长", "minister", honorific=True),
        Office("总统府发言人", "government", honorific=False),
    )
    assert packs.persons == ()


def test_a_row_on_top_takes_the_place_of_the_row_with_its_key(tmp_path: Path) -> None:
    below = write_pack(tmp_path / "below")
    above = write_pack(tmp_path / "above", {"offices": ["外交部长\tdiplomacy\tno", "酋长\tlocal\tyes"]})
    offices = Packs([read_pack(below), read_pack(above)]).offices
    assert {office.word: office.kind for office in offices} == {
        "外交部长": "diplomacy",
        "总统府发言人": "government",
        "酋长": "local",
    }


def test_words_with_two_roles_stay_two_rows(tmp_path: Path) -> None:
    below = write_pack(tmp_path / "below", {"words": ["同志\tafter_name"]})
    above = write_pack(tmp_path / "above", {"words": ["同志\tother"]})
    words = Packs([read_pack(below), read_pack(above)]).words
    assert words == (Word("同志", "after_name"), Word("同志", "other"))


def test_a_users_pack_lies_on_top_of_the_built_in_ones(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "mine", {"persons": ["某某某\tKE"]})
    packs = load([folder])
    assert [manifest.name for manifest in packs.manifests] == [*(path.name for path in built_in()), "sample"]
    assert "某某某" in {person.name for person in packs.persons}
    assert "某某某" not in {person.name for person in load().persons}


def test_packs_are_loaded_once() -> None:
    assert load() is load(())


def test_a_country_and_an_organisation_are_found_by_code() -> None:
    country, organisation = load().country("VN"), load().organisation("AU-ORG")
    assert country is not None
    assert country.zh[0] == "越南"
    assert organisation is not None
    assert organisation.zh[0] == "非盟"
    assert load().country("QQ") is None


def test_only_a_languages_own_packs_and_those_of_all(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "vi", {"words": ["đồng chí\tbefore_name"]}, MANIFEST.replace('"zh"', '"vi"'))
    packs = load([folder])
    assert packs.only("vi").words == (Word("đồng chí", "before_name"),)
    assert packs.only("vi").countries == packs.countries
    assert "đồng chí" not in {word.word for word in packs.only("zh").words}


def test_the_digest_changes_with_any_byte_and_with_nothing_else(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "sample")
    before = read_pack(folder).digest
    write_table(folder, "words", ["今天\ttime", "同志\tother"])
    assert read_pack(folder).digest != before
    write_table(folder, "words", ROWS["words"])
    assert read_pack(folder).digest == before
    assert read_pack(write_pack(tmp_path / "elsewhere")).digest == before


def test_a_broken_pack_stops_the_load_with_file_and_line(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "sample", {"words": ["今天\twhenever", "同志\tnone"]})
    with pytest.raises(PackError, match=r"words\.tsv:2: word '今天' has unknown role 'whenever'.*and 1 more"):
        load([folder])


def test_a_folder_that_is_not_there_is_a_pack_error(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such folder"):
        load([tmp_path / "nowhere"])


def test_the_rows_of_every_table_of_the_schema_are_found_by_their_type() -> None:
    packs = load()
    for name, table in TABLES.items():
        rows = packs.of(table.row)
        assert rows
        assert all(type(row) is table.row for row in rows), name
