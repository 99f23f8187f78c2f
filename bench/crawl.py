"""What reading a crawl costs, and whether copies are found in it, as it grows.

    make bench-crawl                          pages of invented articles
    make bench-crawl ARGS="--shared DIR"      of the texts in DIR, dressed in the same layouts
    make bench-crawl ARGS=--save              also into bench/crawl.json, from which docs/benchmarks.md is made

The archives are made at run time: each article on a page of one of the layouts of tests/readers/crawl with one thing
wrong with it. To every tenth article there are copies on other sites: under another headline and a paragraph longer;
without its last paragraph; and, of Chinese ones, in the other script. One process a size, so that each has its own peak
memory; seconds are those of the processor. With two processes that read, *here* is the one that keeps the record.
"""

import argparse
import gzip
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from bilat.build import build, linking
from bilat.model import Document, Part
from bilat.readers import InputFile, read_input, read_paths
from tests.readers.crawl.made import answer
from tests.readers.crawl.nasty import NASTY
from tests.readers.crawl.page import new_page
from tests.readers.crawl.stories import LANGUAGES, Story, story
from tests.readers.crawl.templates import TEMPLATES

ROOT: Final = Path(__file__).parents[1]
SIZES: Final = (500, 1000, 2000)
_COLUMNS: Final = (
    "pages",
    "read, s a 1,000",
    "peak, MB",
    "build, s a 1,000",
    "of it copies",
    "peak, MB",
    "copies found",
    "false",
    "with two: here",
    "elsewhere",
)
_PLANTED: Final = 10
"""Every so manieth article has copies."""


def stories(count: int, shared: Path | None) -> Iterator[Story]:
    """Articles, each another; of the texts in a folder where one is given, as often as they reach."""
    if shared is not None:
        at = 0
        for item in read_paths([shared]):
            if isinstance(item, Document) and item.published and len(item.text) > 300:
                yield _of(item, at)
                at += 1
                if at == count:
                    return
        return
    for at in range(count):
        yield story(50_000 + at, LANGUAGES[at % len(LANGUAGES)], paragraphs=8)


def _of(doc: Document, at: int) -> Story:
    body = tuple(doc.text[p.span.start : p.span.end] for p in doc.passages if p.part in (Part.LEAD, Part.BODY))
    language = f"zh-{doc.script}" if doc.language == "zh" else doc.language
    day = doc.published.day if doc.published else ""
    host = f"www.site{at % 9}.example"
    return Story(
        at, language if language in LANGUAGES else "en", doc.title, body, day, "A. Author", "Site", host, f"/{at}"
    )


def copies(s: Story) -> Iterator[Story]:
    """Three reprints of an article, on three other sites."""
    from opencc import OpenCC  # noqa: PLC0415  only for the archive

    more = "More on this will follow." if not s.language.startswith("zh") else "本網將繼續報道此事的進展。"
    yield replace(s, headline=f"{s.headline[::-1]}", host="www.reprint.example", paragraphs=(*s.paragraphs, more))
    yield replace(s, host="www.shorter.example", paragraphs=s.paragraphs[:-1])
    if s.language.startswith("zh"):
        turned = OpenCC("s2t" if s.language == "zh-Hans" else "t2s").convert
        language = "zh-Hant" if s.language == "zh-Hans" else "zh-Hans"
        paragraphs = tuple(map(turned, s.paragraphs))
        yield replace(
            s, headline=turned(s.headline), host="www.script.example", language=language, paragraphs=paragraphs
        )


def write_archive(path: Path, count: int, shared: Path | None) -> dict[str, str]:
    """A crawl of so many articles and their copies. Returns the address of each copy with that of its original."""
    planted: dict[str, str] = {}
    with path.open("wb") as out:
        for at, one in enumerate(stories(count, shared)):
            wanted = [one, *(copies(one) if at % _PLANTED == 0 else ())]
            for turn, s in enumerate(wanted):
                page = new_page(s)
                NASTY[(at + turn) % len(NASTY)](page)
                html = TEMPLATES[(at // len(NASTY) + turn) % len(TEMPLATES)](page)
                _ = out.write(gzip.compress(answer(s.url, html.encode(page.encoding, "xmlcharrefreplace")), mtime=0))
                if turn:
                    planted[s.url] = one.url
    return planted


def read_once(archive: Path) -> dict[str, Any]:
    """Reading alone, in this process."""
    start = time.process_time()
    pages = sum(isinstance(item, Document) for item in read_input(InputFile(str(archive))))
    return {"pages": pages, "seconds": round(time.process_time() - start, 2), "peak_mb": _peak()}


def build_once(archive: Path, planted: dict[str, str]) -> dict[str, Any]:
    """A record of the archive in this process, and which copies it has."""
    took = 0.0
    true = linking.find_copies

    def timed(*given: Any) -> Any:
        nonlocal took
        start = time.process_time()
        try:
            return true(*given)
        finally:
            took += time.process_time() - start

    with tempfile.TemporaryDirectory() as folder, patch.object(linking, "find_copies", timed):
        start = time.process_time()
        report = build([archive], Path(folder, "r"), workers=1)
        whole = time.process_time() - start
        db = sqlite3.connect(Path(folder, "r"))
        found = db.execute(
            "SELECT d.url, o.url FROM copies c JOIN documents d USING (document) JOIN documents o ON o.document = c.of"
        ).fetchall()
        db.close()
    family = {**planted, **{of: of for of in planted.values()}}
    right = sum(mine in family and family.get(mine) == family.get(of) for mine, of in found)
    return {
        "documents": report.documents,
        "build_seconds": round(whole, 2),
        "copies_seconds": round(took, 3),
        "planted": len(planted),
        "found": right,
        "false": len(found) - right,
        "build_peak_mb": _peak(),
    }


def build_shared(archive: Path) -> dict[str, Any]:
    """What this process does of a build, and what the two do that read for it."""
    with tempfile.TemporaryDirectory() as folder:
        _ = build([archive], Path(folder, "r"), workers=2)
    here, elsewhere = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "here_seconds": round(here.ru_utime + here.ru_stime, 2),
        "elsewhere_seconds": round(elsewhere.ru_utime + elsewhere.ru_stime, 2),
    }


def _peak() -> float:
    scale = 1 if sys.platform == "darwin" else 1024
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6, 1)


def _child(what: str, archive: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.crawl", "--child", what, "--archive", str(archive)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)


def measure(sizes: list[int], shared: Path | None) -> list[dict[str, Any]]:
    """A line for each size."""
    lines: list[dict[str, Any]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            archive = Path(folder, "crawl.warc.gz")
            planted = write_archive(archive, size, shared)
            _ = Path(f"{archive}.json").write_text(json.dumps(planted), "utf-8")
            one = {"articles": size, "archive_mb": round(archive.stat().st_size / 1e6, 2)}
            one |= _child("read", archive)
            one |= _child("build", archive)
            one |= _child("shared", archive)
        lines.append(one)
        print(one, file=sys.stderr)
    return lines


def table(lines: list[dict[str, Any]]) -> str:
    """The lines as Markdown."""
    rows = [
        f"| {' | '.join(_COLUMNS)} |",
        "|---" * len(_COLUMNS) + "|",
    ]
    for one in lines:
        a_thousand = 1000 / one["pages"]
        cells = (
            f"{one['pages']:,}",
            f"{one['seconds'] * a_thousand:.1f}",
            f"{one['peak_mb']:.0f}",
            f"{one['build_seconds'] * a_thousand:.1f}",
            f"{one['copies_seconds'] * a_thousand:.2f}",
            f"{one['build_peak_mb']:.0f}",
            f"{one['found']} of {one['planted']}",
            f"{one['false']}",
            f"{one['here_seconds'] * a_thousand:.1f}",
            f"{one['elsewhere_seconds'] * a_thousand:.1f}",
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description="Reads crawls of several sizes made at run time, and tells what it costs."
    )
    _ = parser.add_argument("--shared", type=Path)
    _ = parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    _ = parser.add_argument("--save", action="store_true")
    _ = parser.add_argument("--child", choices=("read", "build", "shared"))
    _ = parser.add_argument("--archive", type=Path)
    given = parser.parse_args()
    if given.child == "read":
        print(json.dumps(read_once(given.archive)))
        return
    if given.child == "shared":
        print(json.dumps(build_shared(given.archive)))
        return
    if given.child == "build":
        planted = json.loads(Path(f"{given.archive}.json").read_text("utf-8"))
        print(json.dumps(build_once(given.archive, planted)))
        return
    lines = measure(given.sizes, given.shared)
    print(table(lines))
    if given.save:
        _ = (ROOT / "bench" / "crawl.json").write_text(json.dumps(lines, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
