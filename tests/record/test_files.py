"""The files of a record are found by path, by folder, and by what read them."""

from pathlib import Path

from bilat.model import Reading
from bilat.record import Files, FileState, Writer, open_record
from tests.record.made import document, keep


def kept(path: Path, states: list[FileState]) -> Writer:
    writer = Writer(path)
    writer.begin()
    for state in states:
        writer.end_file(writer.start_file(state.path), state, [])
    _ = writer.start_file("/a/half")
    writer.commit()
    return writer


def state(path: str, made_by: str = "v1") -> FileState:
    return FileState(path, 1, 1, "h", "", made_by)


def test_files_are_found_by_path_by_folder_and_by_other_rules(tmp_path: Path):
    states = [state("/a/2"), state("/a/1", "v2"), state("/ab", "v0"), state("/a/𠮷"), state("-h")]
    writer = kept(tmp_path / "r", states)
    files = writer.files()
    assert files.get("/a/2") == states[0]
    assert files.get("/a/3") is files.get("/a/half") is None
    assert [file.path for file in files.under("/a/")] == ["/a/1", "/a/2", "/a/𠮷"]
    assert [file.path for file in files.by_others("v1")] == ["/a/1", "/ab"]
    writer.close()


def test_a_path_that_is_no_text_is_not_known(tmp_path: Path):
    writer = kept(tmp_path / "r", [])
    assert isinstance(writer.files(), Files)
    assert writer.files().get("/a/\udcff") is None
    assert list(writer.files().under("/a/\udcff")) == []
    writer.close()


def test_articles_that_share_an_id_are_told(tmp_path: Path):
    docs = [document(text, id_="17") for text in ("一", "二")]
    _ = keep(tmp_path / "r", {"f": [(doc, Reading(doc.id)) for doc in docs]})
    with open_record(tmp_path / "r") as record:
        assert ["another article" in failure.reason for failure in record.failures()] == [True]
