"""Writes the records of this folder, each with the code that wrote its schema: `python tests/record/old/make.py`.

For each commit below: checks it out beside this repository, builds the articles below with it, compresses the record.
Only needed again when a schema is left behind: add the last commit that wrote it.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

WRITTEN_BY: Final = {
    "1-first": "eb51ef8",
    "1": "4047f7d^",
    "2": "2804753^",
    "3": "4a11faf^",
    "4-copies": "7e3b60b",
    "4-decisions": "94257e1",
    "5": "1dabe10^",
    "6": "85a7dda^",
    "7": "f4b2aa5^",
    "8": "4b438a1^",
    "9": "601b9e8",
    "10": "f6c5b9f",
}
"""Which commit wrote which schema. Two shapes were called 1, as a column came later; two were called 4, in two lines of
work that met in 5."""

ARTICLES: Final = Path("/tmp/bilat-old-record/articles")
"""Where the articles lie while they are read, so that the records name no folder of whoever made them. Gone after."""
NAME: Final = "schema-{}.bilat.gz"

POST: Final = """---
title: 王毅同裴青山会谈
date: 2023-03-04
url: https://paper.example/2023/1
---

3月4日，中国外交部长王毅在北京同越南外交部长裴青山举行会谈。双方同意加强合作。
"""
LINES: Final = (
    '{"id": "a1", "date": "2023-04-05", "title": "王毅会见裴青山", "publisher": "样报",'
    ' "text": "4月5日，中国外交部长王毅在河内会见越南外交部长裴青山。王毅表示，两国贸易额达到1000亿美元。"}\n'
    '{"id": "a2", "date": "2023-04-06", "title": "裴青山同王毅通电话", "publisher": "河报",'
    ' "text": "4月6日，越南外交部长裴青山同中国外交部长王毅通电话。"}\n'
    '{"id": "a3", "title": "cut sho\n'
)
STREAM: Final = (
    '{"id": "s1", "date": "2023-05-06", "title": "王毅抵达河内", "publisher": "样报",'
    ' "text": "5月6日，中国外交部长王毅抵达河内，对越南进行访问。"}\n'
)
DECISIONS: Final = "rename {wang} 王毅部长 | tester | 2024-01-02 | as the office writes it\n"


def lay_out(articles: Path) -> None:
    """The articles, and a file that none of the readers can read."""
    shutil.rmtree(articles.parent, ignore_errors=True)
    articles.mkdir(parents=True)
    _ = (articles / "post.md").write_text(POST, encoding="utf-8")
    _ = (articles / "lines.jsonl").write_text(LINES, encoding="utf-8")
    _ = (articles / "noise.bin").write_bytes(bytes(range(256)) * 8)


def write(name: str, commit: str, repository: Path, into: Path) -> None:
    """Builds one record with the code of a commit."""
    with tempfile.TemporaryDirectory() as folder:
        code = Path(folder, "code")
        run(["git", "worktree", "add", "--detach", str(code), commit], repository)
        try:
            build(code, into / NAME.format(name))
        finally:
            run(["git", "worktree", "remove", "--force", str(code)], repository)


def build(code: Path, compressed: Path) -> None:
    """Two builds, of a folder and of a stream; then the record, compressed."""
    lay_out(ARTICLES)
    record = ARTICLES.with_name("r.bilat")
    _ = record.with_name("r.bilat.decisions").write_text(DECISIONS.format(wang=local_id(code)), encoding="utf-8")
    program = "import sys; from bilat.build import build; print(build(sys.argv[2:], sys.argv[1], workers=1))"
    command = [sys.executable, "-c", program, str(record)]
    environment = {**os.environ, "PYTHONPATH": str(code / "src")}
    for paths, stdin in (([str(ARTICLES)], ""), (["-"], STREAM)):
        done = subprocess.run(
            [*command, *paths], cwd=code, env=environment, input=stdin, text=True, capture_output=True, check=False
        )
        sys.stdout.write(f"{compressed.name}: {done.stdout}{done.stderr}")
    _ = compressed.write_bytes(gzip.compress(record.read_bytes(), mtime=0))
    shutil.rmtree(ARTICLES.parent)


def local_id(code: Path) -> str:
    """What decisions call 王毅 of China."""
    program = "from bilat.record.pack import actor_id; print(actor_id('王毅', 'CN'))"
    environment = {**os.environ, "PYTHONPATH": str(code / "src")}
    return subprocess.check_output([sys.executable, "-c", program], cwd=code, env=environment, text=True).strip()


def run(command: list[str], where: Path) -> None:
    """Runs a command that must not fail."""
    _ = subprocess.run(command, cwd=where, check=True, capture_output=True)


if __name__ == "__main__":
    here = Path(__file__).parent
    for which, commit_ in WRITTEN_BY.items():
        write(which, commit_, here.parents[2], here)
