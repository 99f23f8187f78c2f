"""Folders of notes (see stub_plugin) and builds of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from bilat.build import BuildReport, build
from bilat.record import Record, open_record

T = TypeVar("T")

PLUGINS = ("tests.build.stub_plugin", "no:bilat.lang.zh")
"""The rules of the tests alone, so that a change in those of Chinese changes nothing here."""


def note(text: str, **head: str) -> str:
    return "".join(f"{key}: {value}\n" for key, value in head.items()) + f"\n{text}\n"


def archive(folder: Path, count: int = 8) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(1, count + 1):
        text = f"标题{at}\n张三(CN 部长)会见李{at}(VN 主席)，苏林在场。"
        _ = (folder / f"{at}.note").write_text(note(text, published=f"2023-01-{at:02d}", url=f"http://a.example/{at}"))
    return folder


def make(*paths: Path | str, to: Path, **options: Any) -> BuildReport:
    return build(paths, to, **{"workers": 1, "plugins": PLUGINS, **options})


def look(path: Path, ask: Callable[[Record], T]) -> T:
    with open_record(path) as record:
        assert record.verify().damage == ()
        return ask(record)


def titles(path: Path) -> list[str]:
    return look(path, lambda record: sorted(doc.title for doc in record.documents()))
