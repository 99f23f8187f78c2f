"""Whatever is wrong with an input is one line with its path and the reason, and the rest goes on."""

import io
import os
import socket
import sys
from pathlib import Path

import pytest

from bilat.model import Document, Failure
from bilat.readers import InputFile, builtin_readers, list_inputs, read_input, read_paths
from tests.readers.made_up import JSONL, PAGE, POST, RSS, SNAPSHOT, documents, read_bytes


def failures(found: list[Document | Failure]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Failure)]


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    assert failures(read_bytes(tmp_path, b"")) == ["empty file"]
    assert failures(read_bytes(tmp_path, b" \n\n ")) == ["empty file"]


@pytest.mark.parametrize(
    "text",
    [
        "key,value\n1,2\n",
        "def main():\n    return 1\n",
        "just one line",
        "[section]\nname = value\n",
        "<svg><path/></svg>",
    ],
)
def test_text_of_no_known_form_is_one_failure_that_names_the_way_out(tmp_path: Path, text: str) -> None:
    (reason,) = failures(read_bytes(tmp_path, text.encode()))
    assert reason.startswith("no form recognised")
    assert "--as" in reason


def test_a_broken_line_costs_only_itself(tmp_path: Path) -> None:
    lines = [JSONL.strip(), '{"id": "a-2", "title": ', "[1, 2]", '{"id": "a-3", "date": "2023-01-01"}', JSONL.strip()]
    lines.append('{"id": "a-4", "date": "2023-01-01", "title": "标题", "text": "正文。"}')
    found = read_bytes(tmp_path, "\n".join(lines).encode())
    assert [item.id for item in found if isinstance(item, Document)] == ["a-1", "a-4"]
    assert [reason.split(":")[0] for reason in failures(found)] == ["line 2", "line 3", "line 4", "line 5"]
    assert "line 5: id 'a-1' is that of line 1 already" in failures(found)


def test_a_field_of_the_wrong_kind_is_named(tmp_path: Path) -> None:
    (reason,) = failures(read_bytes(tmp_path, b'{"id": "1", "title": ["a"], "text": "b"}'))
    assert reason == "line 1: 'title' is no text"


def test_json_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    (reason,) = failures(read_bytes(tmp_path, b'{"id": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "a.jsonl"))
    assert reason == "line 1: JSON nested too deeply"


def test_html_that_stops_in_the_middle_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    for whole in (PAGE, POST, SNAPSHOT):
        (doc,) = read_bytes(tmp_path, whole.encode()[: int(len(whole.encode()) * 0.8)])
        assert isinstance(doc, Document)
        assert "白" in doc.text


def test_a_hundred_thousand_open_elements_are_no_trouble(tmp_path: Path) -> None:
    deep = PAGE.replace("<article>", "<article>" + "<div>" * 100_000)
    (doc,) = read_bytes(tmp_path, deep.encode())
    assert isinstance(doc, Document)
    assert "林海表示" in doc.text


@pytest.mark.parametrize("piece", ['<a href="', "<p ", "<!--", "<", "&amp;", "](", "**a", "<item>"])
def test_no_repetition_of_markup_takes_more_than_linear_time(tmp_path: Path, piece: str) -> None:
    for start in (
        "<html><body>",
        "---\ntitle: t\ndate: 2023-01-01\n---\n",
        "<!--1694011503000-->\n[t](http://e.org)\n---\n",
    ):
        _ = read_bytes(tmp_path, (start + piece * 20_000 + "林海会见白桦。").encode())
    _ = read_bytes(tmp_path, b"<rss><channel>" + piece.encode() * 20_000)


def test_a_page_beyond_the_limit_is_refused_and_the_limit_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bilat.readers.base.MAX_BYTES", 100_000)
    (reason,) = failures(read_bytes(tmp_path, (PAGE + " " * 200_000).encode()))
    assert reason.startswith("longer than")


def test_json_lines_beyond_the_limit_stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilat.readers.base.MAX_BYTES", 100_000)
    lines = "".join(JSONL.replace("a-1", f"a-{i}") for i in range(1000))
    assert len(read_bytes(tmp_path, lines.encode())) == 1000


def test_a_post_without_title_or_text_is_refused(tmp_path: Path) -> None:
    assert failures(read_bytes(tmp_path, b"---\ntitle: \ndate: 2023-01-01\n---\n\n")) == ["neither title nor text"]
    assert failures(read_bytes(tmp_path, "林海会见白桦。".encode(), form="post")) == [
        "no front matter: a post begins with fields between two lines of ---"
    ]


def test_a_feed_without_entries_is_refused(tmp_path: Path) -> None:
    assert failures(read_bytes(tmp_path, b"<rss><channel><title>x</title></channel></rss>")) == [
        "a feed without entries"
    ]


def test_a_path_that_is_not_there_is_a_failure() -> None:
    assert list(list_inputs(["/no/such/thing"])) == [Failure("/no/such/thing", "no such file or folder")]
    assert list(list_inputs(["/no/such/*.md"])) == [Failure("/no/such/*.md", "no file matches")]
    assert list(list_inputs(["bad\x00name"])) == [Failure("bad\x00name", "not a usable path: it holds a NUL character")]


def test_a_folder_with_no_articles_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    (tmp_path / "inner").mkdir()
    assert list(list_inputs([tmp_path])) == [Failure(str(tmp_path), "no articles: the folder holds no files")]


def test_a_file_that_vanishes_is_a_failure_and_the_rest_is_read(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        _ = (tmp_path / name).write_text(POST, encoding="utf-8")
    found: list[Document | Failure] = []
    for item in read_paths([tmp_path]):
        found.append(item)
        (tmp_path / "b.md").unlink(missing_ok=True)
    assert isinstance(found[0], Document)
    assert found[1:] == []
    assert list(read_input(InputFile(str(tmp_path / "b.md")))) == [Failure(str(tmp_path / "b.md"), "no longer there")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    _ = path.write_text(POST, encoding="utf-8")
    path.chmod(0)
    assert list(read_paths([path])) == [Failure(str(path), "no permission to read it")]


def test_an_error_on_opening_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert list(read_input(InputFile(str(tmp_path / "a")))) == [
        Failure(str(tmp_path / "a"), "no permission to read it")
    ]


def test_a_socket_is_no_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s")
        assert list(list_inputs(["s"])) == [Failure("s", "neither a file nor a folder")]


def test_a_reader_that_fails_ends_its_file_not_the_run(tmp_path: Path) -> None:
    class Clumsy:
        form = "clumsy"

        def recognises(self, head: str, _path: str) -> int:
            return 100 if head.startswith("clumsy") else 0

        def read(self, _raw: object) -> list[Document]:
            raise IndexError("list index out of range")

    _ = (tmp_path / "a").write_text("clumsy")
    _ = (tmp_path / "b").write_text(POST, encoding="utf-8")
    found = list(read_paths([tmp_path], readers=[*builtin_readers(), Clumsy()]))  # pyright: ignore[reportArgumentType]  a plugin may be anything
    assert found[0] == Failure(str(tmp_path / "a"), "the clumsy reader failed: IndexError: list index out of range")
    assert isinstance(found[1], Document)


def test_files_come_in_order_and_hidden_ones_not_at_all(tmp_path: Path) -> None:
    for name in ("b/2.md", "b/1.md", "a.md", "b/.git/x.md", ".x.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = [item.path for item in list_inputs([tmp_path]) if isinstance(item, InputFile)]
    assert [Path(path).relative_to(tmp_path).as_posix() for path in found] == ["a.md", "b/1.md", "b/2.md"]
    pattern = [item.path for item in list_inputs([str(tmp_path / "b" / "*.md")]) if isinstance(item, InputFile)]
    assert [Path(path).name for path in pattern] == ["1.md", "2.md"]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(JSONL.encode())

    monkeypatch.setattr(sys, "stdin", Piped())
    (doc,) = read_paths(["-"])
    assert isinstance(doc, Document)
    assert doc.source is not None
    assert doc.source.path == "-"


def test_an_end_without_a_beginning_behind_the_first_piece_of_a_feed_costs_nothing(tmp_path: Path) -> None:
    text = RSS.replace("</channel>", f"{' ' * 70_000}</item></channel>")
    assert [doc.title for doc in documents(tmp_path, text)] == ["林海会见松国外长", "竹国总理抵达梅国"]


def test_lines_of_broken_bytes_are_not_guessed_at_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def guess(data: bytes) -> None:
        msg = f"{len(data)} bytes were guessed at"
        raise AssertionError(msg)

    monkeypatch.setattr("charset_normalizer.from_bytes", guess)
    found = read_bytes(tmp_path, JSONL.encode() + b'\xbe\x8b\xff"raw": "ignored"}\n' * 3, form="jsonl")
    assert [isinstance(item, Failure) for item in found] == [False, True, True, True]
    assert all("reader failed" not in item.reason for item in found if isinstance(item, Failure))
