"""Folders of notes (see stub_plugin) and builds of them."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bilat.build import BuildReport, Progress, build
from bilat.record import Record, open_record

T = TypeVar("T")

PLUGINS = ("tests.build.stub_plugin", "no:bilat.lang.en", "no:bilat.lang.vi", "no:bilat.lang.zh")
"""The rules of the tests alone, so that a change in those of Chinese changes nothing here."""


def note(text: str, **head: str) -> str:
    return "".join(f"{key}: {value}\n" for key, value in head.items()) + f"\n{text}\n"


def archive(folder: Path, count: int = 8) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(1, count + 1):
        text = f"标题{at}\n张三(CN 部长)会见李{at}(VN 主席)，苏林在场。"
        _ = (folder / f"{at}.note").write_text(note(text, published=f"2023-01-{at:02d}", url=f"http://a.example/{at}"))
    return folder


def make(
    *paths: Path | str,
    to: Path,
    form: str | None = None,
    workers: int = 1,
    rehash: bool = False,
    progress: Progress | None = None,
    step: Callable[[str], None] | None = None,
) -> BuildReport:
    return build(paths, to, form=form, workers=workers, rehash=rehash, progress=progress, plugins=PLUGINS, step=step)


class Reads:
    """A progress that counts: how many files a build set out to read, 0 when none."""

    def __init__(self) -> None:
        self.files = 0

    def __call__(self, what: str, done: int, of: int) -> None:
        if what == "read":
            self.files = of
            assert done <= of


def rules(_plugins: tuple[str, ...]) -> str:
    """A fingerprint that does not change while somebody edits bilat."""
    return "rules of the tests"


def other_rules(_plugins: tuple[str, ...]) -> str:
    """Another fingerprint: everything has to be read again."""
    return "other rules"


def look(path: Path, ask: Callable[[Record], T]) -> T:
    with open_record(path) as record:
        assert record.verify().damage == ()
        return ask(record)


def titles(path: Path) -> list[str]:
    return look(path, lambda record: sorted(doc.title for doc in record.documents()))
