"""An export is whole or not there, and replaces nothing that it should not."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bilat.errors import StoreError, UsageError
from bilat.exports import Asked, bilat_exports, save, stream
from bilat.plugins import exports
from bilat.record import Record
from tests.exports.write import bytes_of, written

FORMATS = sorted(export.name for export in bilat_exports())
"""Those of this package; the copy of the site has tests of its own, and takes long."""


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_gives_the_same_bytes(record: Record, tmp_path: Path, name: str):
    one, other = (written(record, name, tmp_path / f"{at}") for at in "ab")
    assert bytes_of(one) == bytes_of(other)
    assert all(bytes_of(one).values())


@pytest.mark.parametrize("name", FORMATS)
def test_what_means_harm_is_written_too(hostile: Record, tmp_path: Path, name: str):
    assert bytes_of(written(hostile, name, tmp_path / "out"))


@pytest.mark.parametrize("name", [name for name in FORMATS if exports()[name].takes])
def test_a_choice_that_finds_nothing_is_an_export_without_rows(record: Record, tmp_path: Path, name: str):
    assert bytes_of(written(record, name, tmp_path / "out", Asked(countries=("FJ",))))


def test_what_is_there_stays_unless_force_is_given(record: Record, tmp_path: Path):
    target = tmp_path / "visits.ics"
    _ = target.write_text("mine")
    with pytest.raises(UsageError, match="is there already; give --force"):
        save(exports()["ics"], record, Asked(), target)
    assert target.read_text() == "mine"
    save(exports()["ics"], record, Asked(), target, force=True)
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_folder_is_replaced_whole_but_never_with_what_others_put_there(record: Record, tmp_path: Path):
    target = written(record, "csv", tmp_path / "out")
    save(exports()["csv"], record, Asked(only=("events",)), target, force=True)
    assert sorted(path.name for path in target.iterdir()) == ["datapackage.json", "events.csv"]
    _ = (target / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"holds what no csv export wrote \(notes.txt\)"):
        save(exports()["csv"], record, Asked(), target, force=True)
    assert (target / "notes.txt").read_text() == "mine"


def test_a_folder_that_cannot_be_replaced_is_there_still(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = written(record, "csv", tmp_path / "out")
    before = bytes_of(target)
    rename = Path.rename

    def refusing(path: Path, to: Path) -> Path:
        if path.name == to.name == "out":
            raise OSError(13, "Permission denied")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(StoreError, match="Permission denied"):
        save(exports()["csv"], record, Asked(only=("events",)), target, force=True)
    assert bytes_of(target) == before


def test_a_file_never_takes_the_place_of_a_folder(record: Record, tmp_path: Path):
    (tmp_path / "out").mkdir()
    with pytest.raises(UsageError, match="is a folder, and the export is not"):
        save(exports()["ics"], record, Asked(), tmp_path / "out", force=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_that_fails_leaves_nothing_behind(
    record: Record, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
):
    def failing(*_: object, **__: object) -> Iterator[object]:
        yield from ()
        raise OSError(28, "No space left on device")

    for asked in ("events", "documents", "items"):
        monkeypatch.setattr(Record, asked, failing)
    with pytest.raises(StoreError, match="No space left on device"):
        _ = written(record, name, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(record: Record, tmp_path: Path):
    with pytest.raises(StoreError, match="No such file or directory"):
        _ = written(record, "atom", tmp_path / "none" / "feed.atom")


def test_a_missing_package_is_one_clear_line(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def without(_name: str) -> None:
        return None

    monkeypatch.setattr("bilat.exports.saving.find_spec", without)
    told = r'^bilat export --format parquet needs pyarrow: pip install "bilat\[export\]"$'
    with pytest.raises(UsageError, match=told):
        _ = written(record, "parquet", tmp_path / "out")
    assert written(record, "csv", tmp_path / "out").is_dir()


def test_what_a_format_cannot_do_is_refused(record: Record, tmp_path: Path):
    with pytest.raises(UsageError, match="--format sqlite does not take COUNTRY, --since"):
        _ = written(record, "sqlite", tmp_path / "out", Asked(countries=("VN",), since="2023"))
    with pytest.raises(UsageError, match="--format csv does not take --limit, --base-url"):
        _ = written(record, "csv", tmp_path / "out", Asked(limit=3, base_url="http://localhost"))
    with pytest.raises(UsageError, match="no table is called 'event'; there are: events, participants"):
        _ = written(record, "csv", tmp_path / "out", Asked(only=("event",)))
    with pytest.raises(UsageError, match=r"one \.csv file holds one table: name it with --only"):
        _ = written(record, "csv", tmp_path / "all.csv")
    with pytest.raises(UsageError, match="parquet cannot go to standard output"), (tmp_path / "x").open("wb") as out:
        stream(exports()["parquet"], record, Asked(), out)


def test_formats_that_need_no_package_load_none(record: Record, tmp_path: Path):
    code = (
        "import sys\nfrom bilat.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'pyarrow', 'networkx', 'icalendar', 'pandas'} & set(sys.modules)))\n"
    )
    words = ["export", "--format", "csv", "-o", str(tmp_path / "out"), "-r", str(record.path)]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
