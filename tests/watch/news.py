"""Articles to be watched for, queries for them, and what a watch told."""

import json
import sys
from pathlib import Path
from typing import Any

from bilat.build import build
from tests.watch.desk import Desk
from tests.watch.server import Site, article, item, rss

VISIT = article(
    "林海将访问越南",
    "【远山通讯社北京12月1日电】外交部发言人1日宣布：应越南外交部长陈山邀请，中国外交部长林海将于12月12日至13日访问越南。",
)
MEETING = article(
    "林海会见陈山",
    "【远山通讯社河内12月12日电】中国外交部长林海12日在河内会见越南外交部长陈山。",
    "林海表示，中方愿同越方深化政治互信。2022年中越双边贸易额达1756亿美元。",
)
OTHER = article("陈山谈贸易", "越南外交部长陈山说，2022年中越双边贸易额达2300亿美元，两国将巩固政治互信。")
QUERIES = """
[[query]]
name = "visits"
when = "visit_announced"
countries = ["CN", "VN"]
[[query]]
name = "everything"
when = "event"
[[query]]
name = "figures"
when = "figure"
countries = ["CN", "VN"]
[[query]]
name = "claims"
when = "claim"
countries = ["CN", "VN"]
[[query]]
name = "words"
when = "phrase"
[[query]]
name = "quarrels"
when = "discrepancy"
countries = ["CN", "VN"]
"""
WRITE = "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.write_bytes((p.read_bytes() if p.exists() else b'') + sys.stdin.buffer.read())"


def to_file(path: Path) -> str:
    """A notify table whose command appends to a file."""
    return f"[[notify]]\ncommand = [{json.dumps(sys.executable)}, '-c', {json.dumps(WRITE)}, {json.dumps(str(path))}]\n"


def serve(site: Site, **pages: str) -> None:
    """A feed of these pages, the newest first."""
    site.put("/feed.xml", rss(*(item(site.url(f"/{name}"), title=name) for name in reversed(pages))))
    for name, page in pages.items():
        site.put(f"/{name}", page)


def told(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every notice that a command was given: its matches by query."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        notice = json.loads(line)
        found.setdefault(notice["query"], []).extend(notice["matches"])
    return found


def built(real: Desk, after: float = 0) -> bool:
    return real.round(after=after, build=build)
