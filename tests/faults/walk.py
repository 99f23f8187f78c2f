"""Kills a piece of work before each of its writes, looks at what is left, and does the work again.

`python -m tests.faults.walk WORK FOLDER EVERY` walks over every EVERY-th write, and prints how many writes there are. A process
of its own, as it forks: nothing else may run in it.
"""

import gzip
import json
import shutil
import sys
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from bilat import exports
from bilat.build import build, flow, migrate
from bilat.build.reviewing import write as decide
from bilat.errors import StoreError
from bilat.exports import Asked, write_lake
from bilat.exports.lake import MANIFEST
from bilat.link.decisions import read_decisions
from bilat.model.decision import Decision, Verb
from bilat.record import open_record
from bilat.watch.archive import Archive
from tests.build.notes import PLUGINS, archive, note
from tests.faults import killing

OLD: Final = Path(__file__).parents[1] / "record" / "old"


class Work:
    """What is done, over and over: `prepare` once, `act` in the process that is killed, `left` right after, `again`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "here"
        self.folder.mkdir()
        self.source = folder / "notes"
        self.prepare()
        self.start = shutil.copytree(self.folder, folder / "start")

    def back(self) -> None:
        """All as it was at first."""
        shutil.rmtree(self.folder)
        _ = shutil.copytree(self.start, self.folder)

    def prepare(self) -> None:
        raise NotImplementedError

    def act(self) -> None:
        raise NotImplementedError

    def left(self) -> None:
        """Nothing that was there is lost, nothing is there by half."""
        raise NotImplementedError

    def again(self) -> None:
        """Done once more, it is as if nothing had happened."""
        raise NotImplementedError

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


class Build(Work):
    """A day is added to a record: files come, one changes, one goes, and there is a decision."""

    def prepare(self) -> None:
        self.record = self.folder / "r.bilat"
        _ = archive(self.source, 3)
        self.before = self.first()
        _ = archive(self.source, 7)
        (self.source / "2.note").write_text(note("换了\n张三(CN)会见李四(VN)"))
        (self.source / "1.note").unlink()
        self.whole = build([self.source], self.folder.parent / "whole.bilat", workers=1, plugins=PLUGINS).digest

    def first(self) -> str | None:
        return build([self.source], self.record, workers=1, plugins=PLUGINS).digest

    def act(self) -> None:
        _ = build([self.source], self.record, workers=1, plugins=PLUGINS)

    def left(self) -> None:
        if self.before is None and not self.record.exists():
            return
        with open_record(self.record) as record:
            assert record.digest in (self.before, self.whole)
            assert record.verify().damage == ()

    def again(self) -> None:
        self.act()
        with open_record(self.record) as record:
            assert record.digest == self.whole
        assert self.names() == ["r.bilat"]


class First(Build):
    """The first build of a record."""

    def first(self) -> str | None:
        return None


class Migrate(Work):
    """A record of an old schema is brought up to date in its place."""

    def prepare(self) -> None:
        self.record = self.folder / "r.bilat"
        _ = self.record.write_bytes(gzip.decompress((OLD / "schema-5.bilat.gz").read_bytes()))
        self.old = self.record.read_bytes()
        self.whole = migrate(self.record, self.folder.parent / "whole.bilat", workers=1).digest

    def act(self) -> None:
        _ = migrate(self.record, workers=1)

    def left(self) -> None:
        if self.record.read_bytes() != self.old:
            with open_record(self.record) as record:
                assert record.digest == self.whole

    def again(self) -> None:
        self.act()
        with open_record(self.record) as record:
            assert (record.digest, len(record.decisions())) == (self.whole, 1)
        assert self.names() == ["r.bilat", "r.bilat.decisions"]


class Mend(Build):
    """A record whose text was changed behind its back is made anew."""

    def first(self) -> str | None:
        _ = super().first()
        content = self.record.read_bytes()
        self.damaged = content.replace("会见李2".encode(), "会见王2".encode())
        assert content != self.damaged
        _ = self.record.write_bytes(self.damaged)
        return None

    def act(self) -> None:
        _ = build([self.source], self.record, workers=1, plugins=PLUGINS, rehash=True)

    def left(self) -> None:
        if self.record.read_bytes() == self.damaged:
            return
        super().left()
        assert (self.folder / "r.bilat.damaged").read_bytes() == self.damaged

    def again(self) -> None:
        self.act()
        with open_record(self.record) as record:
            assert record.digest == self.whole
        assert (self.folder / "r.bilat.damaged").read_bytes() == self.damaged


class Decide(Work):
    """A decision is added to a file that has one."""

    LINES: Final = [
        Decision(Verb.RENAME, (f"{n:016x}",), (), None, "某人", "tester", "2024-01-02", "why", n) for n in (2, 3)
    ]

    def prepare(self) -> None:
        self.file = self.folder / "r.bilat.decisions"
        _ = decide(self.file, self.LINES[0], {})
        with self.file.open("ab") as stream:
            _ = stream.write(b"#" + b" " * (4064 - self.file.stat().st_size) + b"\n")

    def act(self) -> None:
        _ = decide(self.file, self.LINES[1], {})

    def left(self) -> None:
        ledger = read_decisions(self.file)
        assert not ledger.faults
        assert [d.says for d in ledger.decisions] in ([d.says for d in self.LINES[:n]] for n in (1, 2))

    def again(self) -> None:
        if len(read_decisions(self.file).decisions) == 1:
            self.act()
        assert len(read_decisions(self.file).decisions) == 2


class Keep(Work):
    """A page comes into the archive of `bilat watch`, with a line in the log and where the feed stands."""

    PAGE: Final = b"<html><title>x</title><p>" + b"words " * 3000

    def prepare(self) -> None:
        self.archive = Archive(self.folder)
        self.archive.keep_state("feed", {"at": 1})
        self.archive.log({"what": "first"})

    def act(self) -> None:
        _ = self.archive.keep("a.example", "2024-01-02", self.PAGE, "html", {"url": "https://a.example/1"})
        self.archive.keep_state("feed", {"at": 2})
        self.archive.log({"what": "second"})

    def left(self) -> None:
        assert self.archive.state("feed") in ({"at": 1}, {"at": 2})
        for page in self.folder.glob("a.example/*/*.html"):
            assert page.read_bytes() == self.PAGE
            assert json.loads(page.with_name(f".{page.stem}.json").read_bytes())["url"] == "https://a.example/1"

    def again(self) -> None:
        self.act()
        lines = (self.folder / ".watch" / "log.jsonl").read_bytes().splitlines()
        assert [json.loads(line)["what"] for line in (lines[0], lines[-1])] == ["first", "second"]
        assert len(list(self.folder.glob("a.example/*/*.html"))) == 1
        assert self.archive.state("feed") == {"at": 2}


class Export(Work):
    """A file that was exported before is exported again, from a record that has grown."""

    format = "graphml"

    def prepare(self) -> None:
        small, grown = self.folder.parent / "small.bilat", self.folder.parent / "grown.bilat"
        _ = build([archive(self.source, 3)], small, workers=1, plugins=PLUGINS)
        _ = build([archive(self.source, 6)], grown, workers=1, plugins=PLUGINS)
        self.records = {"old": small, "new": grown}
        self.target = self.folder / "out"
        self.contents: dict[str, Any] = {}
        for name in ("new", "old"):
            self.save(name)
            self.contents[name] = self.content(self.target)

    def save(self, which: str) -> None:
        export = next(each for each in exports.bilat_exports() if each.name == self.format)
        with open_record(self.records[which]) as record:
            exports.save(export, record, Asked(), self.target, force=True)

    @staticmethod
    def content(path: Path) -> Any:
        if path.is_dir():
            return {each.name: each.read_bytes() for each in sorted(path.iterdir())}
        return path.read_bytes()

    def act(self) -> None:
        self.save("new")

    def left(self) -> None:
        assert self.content(self.target) in self.contents.values()

    def again(self) -> None:
        self.act()
        assert self.content(self.target) == self.contents["new"]


class ExportFolder(Export):
    """The same of an export that is a folder: between two renames it has another name."""

    format = "csv"

    def left(self) -> None:
        if self.target.exists():
            super().left()
        else:
            (beside,) = self.folder.glob(".out.*")
            assert self.content(beside / "before") == self.contents["old"]
            assert self.content(beside / "out") == self.contents["new"]


class Lake(Export):
    """A lake is brought up to date with a record that has grown: its manifest names no file that is not as it says."""

    def save(self, which: str) -> None:
        with open_record(self.records[which]) as record:
            _ = write_lake(record, str(self.target))

    @staticmethod
    def content(path: Path) -> Any:
        return {each.relative_to(path).as_posix(): each.read_bytes() for each in path.rglob("*") if each.is_file()}

    def left(self) -> None:
        there = self.content(self.target)
        files = json.loads(there.get(MANIFEST, b"{}")).get("files", {})
        assert {path: blake2b(there[path], digest_size=16).hexdigest() for path in files} == {
            path: file["blake2b"] for path, file in files.items()
        }


class FirstLake(Lake):
    """The first lake of a record."""

    def prepare(self) -> None:
        super().prepare()
        shutil.rmtree(self.target)
        self.target.mkdir()


WORKS: Final[dict[str, Callable[[Path], Work]]] = {
    "build": Build,
    "first": First,
    "migrate": Migrate,
    "mend": Mend,
    "decide": Decide,
    "keep": Keep,
    "export": Export,
    "folder": ExportFolder,
    "lake": Lake,
    "first lake": FirstLake,
}


_LAST: Final = 6
"""The writes at the end of a work are walked to in any case: there the new takes the place of the old."""


def walk(work: Work, every: int) -> int:
    """Kills before each `every`-th write, and before the last ones. Returns how many writes there are."""
    work.back()
    _, _, writes = killing.run(work.act, 0)
    for at in sorted({*range(1, writes + 1, every), *range(max(writes - _LAST, 0) + 1, writes + 1)}):
        work.back()
        _, name, _ = killing.run(work.act, at)
        try:
            work.left()
            work.again()
        except (AssertionError, StoreError, OSError) as err:
            err.add_note(f"killed before write {at} of {writes}, {name}; there is {work.names()}")
            raise
    return writes


if __name__ == "__main__":
    flow._BATCH_CHARACTERS = 60  # pyright: ignore[reportPrivateUsage] -- several batches of so little
    _ = sys.stdout.write(f"{walk(WORKS[sys.argv[1]](Path(sys.argv[2])), int(sys.argv[3]))}\n")
