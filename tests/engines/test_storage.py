"""Articles on object storage make the record that they make in a folder; a real server keeps them as files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bilat import remote
from bilat.build import build
from bilat.errors import UsageError
from bilat.exports import Asked, save, write_lake
from bilat.plugins import exports
from bilat.record import open_record
from tests.build.notes import PLUGINS, archive, note
from tests.engines.storage import KEY, SECRET, program, serving

pytestmark = pytest.mark.engine
s3fs: Any = pytest.importorskip(
    "s3fs", reason='object storage is not installed: make engine, or pip install "bilat[remote]"'
)
if program() is None:
    pytest.skip("no server to store objects (rclone): make engine", allow_module_level=True)


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of `s3://news` on a server that runs for one test."""
    folder = tmp_path / "storage" / "news"
    folder.mkdir(parents=True)
    with serving(folder.parent) as address:
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
        monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        s3fs.S3FileSystem.clear_instance_cache()
        yield folder


def test_articles_on_object_storage_make_the_same_record(bucket: Path, tmp_path: Path):
    files = archive(tmp_path / "a", 6)
    for file in files.iterdir():
        remote.write(f"s3://news/2023/{file.name}", file.read_bytes())
    assert sorted(p.name for p in (bucket / "2023").iterdir()) == sorted(p.name for p in files.iterdir())
    here = build([files], tmp_path / "here.bilat", plugins=PLUGINS)
    record = tmp_path / "there.bilat"
    there = build(["s3://news/2023"], record, plugins=PLUGINS)
    assert (there.digest, there.documents, there.failures) == (here.digest, 6, ())
    assert build(["s3://news/2023/*.note"], tmp_path / "fit.bilat", plugins=PLUGINS).digest == here.digest

    read: list[str] = []
    again = build(["s3://news/2023"], record, plugins=PLUGINS, progress=lambda what, _done, _of: read.append(what))
    assert (again.digest, again.new, read) == (here.digest, 0, []), "nothing is read twice"

    size = (bucket / "2023" / "2.note").stat().st_size
    text = note("标題2\n张三(CN 部长)会见李7(VN 主席)，苏林在场。", published="2023-01-02", url="http://a.example/2")
    assert len(text.encode()) == size, "the same length: only its tag tells that it changed"
    remote.write("s3://news/2023/2.note", text.encode())
    remote.remove("s3://news/2023/6.note")
    after = build(["s3://news/2023"], record, plugins=PLUGINS)
    assert (after.documents, after.new) == (5, 1)
    assert after.digest != here.digest


def test_a_lake_on_object_storage_is_that_in_a_folder(bucket: Path, tmp_path: Path):
    record = tmp_path / "r.bilat"
    _ = build([archive(tmp_path / "a", 4)], record, plugins=PLUGINS)
    with open_record(record) as opened:
        first = write_lake(opened, "s3://news/lake")
        assert write_lake(opened, "s3://news/lake") == (0, 0, first.written)
        assert write_lake(opened, str(tmp_path / "lake")) == first
    assert _files(bucket / "lake") == _files(tmp_path / "lake")


def _files(place: Path) -> dict[str, bytes]:
    return {p.relative_to(place).as_posix(): p.read_bytes() for p in place.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", ["csv", "ics", "lake"])
def test_an_export_on_object_storage_is_that_in_a_folder(bucket: Path, tmp_path: Path, name: str):
    record = tmp_path / "r.bilat"
    _ = build([archive(tmp_path / "a", 4)], record, plugins=PLUGINS)
    export = exports()[name]
    with open_record(record) as opened:
        save(export, opened, Asked(), tmp_path / "out")
        save(export, opened, Asked(), "s3://news/out/")
        assert _bytes(bucket / "out") == _bytes(tmp_path / "out")
        with pytest.raises(UsageError, match="s3://news/out is there already"):
            save(export, opened, Asked(), "s3://news/out")
        _ = max(_listed(bucket / "out")).write_bytes(b"old")
        save(export, opened, Asked(), "s3://news/out", force=True)
        assert _bytes(bucket / "out") == _bytes(tmp_path / "out")
        remote.write("s3://news/other/notes.txt", b"mine")
        with pytest.raises(UsageError, match=r"holds what no \w+ export wrote \(notes.txt\)"):
            save(export, opened, Asked(), "s3://news/other", force=True)


def test_an_export_with_fewer_files_leaves_none_of_the_one_before(bucket: Path, tmp_path: Path):
    record = tmp_path / "r.bilat"
    _ = build([archive(tmp_path / "a", 4)], record, plugins=PLUGINS)
    with open_record(record) as opened:
        save(exports()["csv"], opened, Asked(), "s3://news/out")
        assert len(_listed(bucket / "out")) > 1
        save(exports()["csv"], opened, Asked(only=("events",)), "s3://news/out", force=True)
    assert [path.name for path in sorted(_listed(bucket / "out"))] == ["datapackage.json", "events.csv"]


def _listed(place: Path) -> list[Path]:
    return [p for p in (place.rglob("*") if place.is_dir() else [place]) if p.is_file()]


def _bytes(place: Path) -> dict[str, bytes]:
    return _files(place) if place.is_dir() else {place.name: place.read_bytes()}


def test_storage_that_does_not_answer_costs_nothing_that_is_kept(
    bucket: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for file in archive(tmp_path / "a", 3).iterdir():
        _ = (bucket / file.name).write_bytes(file.read_bytes())
    record = tmp_path / "r.bilat"
    before = build(["s3://news"], record, plugins=PLUGINS)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "another")
    s3fs.S3FileSystem.clear_instance_cache()
    after = build(["s3://news"], record, plugins=PLUGINS)
    assert (after.digest, after.documents) == (before.digest, 3)
    assert after.failures


def test_an_address_that_leads_nowhere_is_named(bucket: Path, tmp_path: Path):
    _ = (bucket / "a.txt").write_text("x")
    made = build(["s3://news/none"], tmp_path / "r.bilat", plugins=PLUGINS)
    assert [(f.path, f.reason) for f in made.failures] == [("s3://news/none", "no such file or folder")]
