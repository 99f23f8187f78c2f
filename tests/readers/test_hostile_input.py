"""Files made to swell, to lead elsewhere or to keep a reader waiting for ever."""

import os
import tracemalloc
from pathlib import Path

import pytest

from bilat.model import Document, Failure
from bilat.readers import list_inputs, read_paths

TEXT = "外交部长林海9月1日在河内会见白桦。双方就合作交换意见，同意加强沟通，并就老街至河内的铁路建设达成共识。"
ENTITIES = "".join(f'<!ENTITY {x} "{f"&{y};" * 10}">' for x, y in zip("bcdefghij", "abcdefghi", strict=True))
BOMB = f'<!ENTITY a "aaaaaaaaaa">{ENTITIES}<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "file:///etc/passwd">%p;'
"""Ten billion letters, and a file of this machine."""
FORMS = {
    "feed": (
        f"<rss version='2.0'><channel><title>t</title><item><title>会见&file;</title><description>{TEXT}&j;&file;"
        "</description></item></channel></rss>"
    ),
    "html": (
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>会见&file;</title></head>"
        f"<body><h1>会见</h1><p>{TEXT}&j;&file;</p><p>{TEXT}</p></body></html>"
    ),
}


@pytest.mark.parametrize("form", ["feed", "html"])
def test_entities_neither_swell_nor_read_files(tmp_path: Path, form: str):
    root = "rss" if form == "feed" else "html"
    path = tmp_path / "a.xml"
    _ = path.write_text(f'<?xml version="1.0"?><!DOCTYPE {root} [{BOMB}]>{FORMS[form]}', "utf-8")
    _ = list(read_paths([tmp_path], form))  # what is imported is no part of what is measured
    tracemalloc.start()
    try:
        found = list(read_paths([tmp_path], form))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000
    told = "".join(each.text if isinstance(each, Document) else each.reason for each in found)
    assert "root:" not in told
    assert len(told) < 5_000


@pytest.mark.parametrize("form", ["html", "feed", "post"])
def test_deep_nesting_ends(tmp_path: Path, form: str):
    deep = f"{'<div>' * 10_000}<p>{TEXT}</p>{'</div>' * 10_000}"
    texts = {
        "html": f"<!doctype html><html><body>{deep}</body></html>",
        "feed": f"<rss version='2.0'><channel><item><title>t</title><description><![CDATA[{deep}]]></description></item></channel></rss>",
        "post": f"---\ntitle: t\ndate: 2023-09-01\n---\n{'> ' * 10_000}{TEXT}\n\n{'[' * 10_000}\n",
    }
    _ = (tmp_path / f"a.{form}").write_text(texts[form], "utf-8")
    assert len(list(read_paths([tmp_path], form))) == 1


def test_a_folder_holds_nothing_that_waits_or_never_ends(tmp_path: Path):
    """A pipe, a link to one or to a device: opening any of them would keep a build waiting, or never be over."""
    archive = tmp_path / "archive"
    archive.mkdir()
    os.mkfifo(tmp_path / "pipe")
    os.mkfifo(archive / "pipe.txt")
    (archive / "to-pipe.txt").symlink_to(tmp_path / "pipe")
    (archive / "terminal.txt").symlink_to("/dev/tty")
    (archive / "zeros.txt").symlink_to("/dev/zero")
    (archive / "round").symlink_to(archive)
    (archive / "nowhere.txt").symlink_to(tmp_path / "nothing")
    listed = [Path(each.path).name for each in list_inputs([archive])]
    assert listed == ["nowhere.txt"]
    [failure] = read_paths([archive])
    assert isinstance(failure, Failure)
