"""A WACZ is read in place: nothing in it, whatever it is called or grows to, touches the disk."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from bilat.model import Document, Failure
from bilat.readers import InputFile, read_input
from bilat.readers.crawl import captures
from bilat.readers.forms import wacz as form
from tests.readers.crawl.made import packed, page, record, wacz
from tests.readers.crawl.stories import story
from tests.readers.made_up import read_bytes

ONE, TWO = story(1, "zh-Hans"), story(2, "en")


def titles(found: list[Document | Failure]) -> list[str]:
    return [item.title for item in found if isinstance(item, Document)]


def reasons(found: list[Document | Failure]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Failure)]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("name", ["a.wacz", "named-otherwise.zip"])
def test_all_warc_files_of_a_wacz_are_read_in_order_of_their_names(tmp_path: Path, method: int, name: str) -> None:
    data = wacz(
        {"b.warc": page(TWO), "a.warc.gz": packed([page(ONE)])}, more={"pages/pages.jsonl": b"{}"}, method=method
    )
    found = read_bytes(tmp_path, data, name)
    assert titles(found) == [ONE.headline, TWO.headline]
    assert reasons(found) == []
    assert [d.source.form for d in found if isinstance(d, Document) and d.source] == ["wacz", "wacz"]


def test_paths_that_lead_out_of_the_archive_lead_nowhere(tmp_path: Path) -> None:
    made = io.BytesIO()
    names = ["archive/../../../evil.warc", "/etc/evil.warc", "archive/..\\evil.warc", "C:\\evil.warc"]
    with zipfile.ZipFile(made, "w") as zipped:
        zipped.writestr("archive/ok.warc", page(ONE))
        for name in names:
            zipped.writestr(name, page(TWO))
    inside = tmp_path / "inside"
    inside.mkdir()
    before = sorted(tmp_path.parent.rglob("*"))
    found = read_bytes(inside, made.getvalue(), "a.wacz")
    assert ONE.headline in titles(found)
    assert sorted(tmp_path.parent.rglob("*")) == sorted([*before, inside / "a.wacz"])


def test_a_zip_bomb_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packed twice: the zip's own packing of a gzip bomb grows a million times."""
    monkeypatch.setattr(captures, "_FREE", 1 << 20)
    blank = record("resource", "https://a.example/b", b" " * (64 << 20), type_="video/mp4")
    inner = wacz({"a.warc.gz": packed([page(ONE), blank, page(TWO)])}, method=zipfile.ZIP_DEFLATED)
    plain = wacz({"a.warc": page(ONE) + blank + page(TWO)}, method=zipfile.ZIP_DEFLATED)
    for data in (inner, plain):
        found = read_bytes(tmp_path, data, "a.wacz")
        assert titles(found) == [ONE.headline]
        assert len(reasons(found)) == 1
        assert "grows to more than 250 times its size" in reasons(found)[0]


def test_blank_lines_without_end_are_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in no record has no length to be refused by."""
    monkeypatch.setattr(captures, "_FREE", 1 << 20)
    data = wacz({"a.warc": page(ONE) + b"\r\n" * (16 << 20) + page(TWO)}, method=zipfile.ZIP_DEFLATED)
    found = read_bytes(tmp_path, data, "a.wacz")
    assert titles(found) == [ONE.headline]
    assert "grows to more than 250 times its size" in reasons(found)[0]


def test_entries_that_lie_upon_each_other_grow_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory that names one entry many times."""
    monkeypatch.setattr(captures, "_FREE", 1 << 16)
    monkeypatch.setattr(captures, "MOST_GROWN", 2)
    data = wacz({"a.warc": b"".join(page(story(n, "en")) for n in range(30))})
    start = data.rindex(b"PK\x05\x06")
    count, size, offset = struct.unpack("<HII", data[start + 10 : start + 20])
    directory = data[offset : offset + size]
    entry = directory[directory.rindex(b"PK\x01\x02") :]
    more = [entry.replace(b"a.warc", b"%c.warc" % (ord("b") + at)) for at in range(20)]
    many = data[:offset] + directory + b"".join(more)
    end = (
        data[start : start + 8] + struct.pack("<HHII", count + 20, count + 20, size + 20 * len(entry), offset) + b"\0\0"
    )
    found = read_bytes(tmp_path, many + end, "a.wacz")
    assert len(titles(found)) < 100
    assert reasons(found)


def test_a_directory_too_long_to_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form, "MOST_LISTED", 1 << 20)
    data = wacz({"a.warc": page(ONE)}, more={f"{at}-{'x' * 200}": b"" for at in range(6000)})
    assert reasons(read_bytes(tmp_path, data, "a.wacz")) == ["a zip whose list of entries is longer than 1 MB"]


def test_a_damaged_zip_is_one_failure(tmp_path: Path) -> None:
    data = wacz({"a.warc": page(ONE)})
    assert reasons(read_bytes(tmp_path, data[:-30], "a.wacz")) == ["a zip without its end: it was cut short"]
    assert reasons(read_bytes(tmp_path, wacz({}), "a.wacz")) == ["a zip without WARC files in its folder archive"]


def test_an_entry_that_is_damaged_costs_only_itself(tmp_path: Path) -> None:
    data = bytearray(wacz({"a.warc": page(ONE), "b.warc": page(TWO)}))
    data[data.index(ONE.paragraphs[3].encode())] ^= 1
    found = read_bytes(tmp_path, bytes(data), "a.wacz")
    assert TWO.headline in titles(found)
    assert any(reason.startswith("archive/a.warc: ") for reason in reasons(found))


def test_an_encrypted_entry_costs_only_itself(tmp_path: Path) -> None:
    data = bytearray(wacz({"a.warc": page(ONE), "b.warc": page(TWO)}))
    at = data.index(b"PK\x01\x02", data.index(b"archive/a.warc", data.index(b"archive/b.warc")) - 60)
    data[at + 8] |= 1
    found = read_bytes(tmp_path, bytes(data), "a.wacz")
    assert titles(found) == [TWO.headline]
    assert reasons(found)[0].startswith("archive/a.warc: cannot be unpacked: ")


def test_a_wacz_from_a_stream_says_what_would_do(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    class Stdin:
        buffer = Pipe(wacz({"a.warc": page(ONE)}))

    monkeypatch.setattr("sys.stdin", Stdin())
    (reason,) = reasons(list(read_input(InputFile("-"))))
    assert reason.startswith("a zip cannot be read from a stream")
