"""Watching with everything local: settings in a file, a site, a clock, and a build that may be a stand-in."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from bilat.watch import load, watch
from bilat.watch.client import Client
from bilat.watch.flow import Builder, Built
from tests.watch.server import FakeClock, Heard, Site


class Report(NamedTuple):
    documents: int = 0
    new: int = 0
    failures: tuple[Any, ...] = ()


class Desk:
    """One feeds.toml in a folder, run round by round."""

    def __init__(self, folder: Path, site: Site, clock: FakeClock, heard: Heard) -> None:
        self.folder = folder
        self.site = site
        self.clock = clock
        self.heard = heard
        self.built: list[list[str]] = []
        self.file = folder / "feeds.toml"

    def write(self, *feeds: str, watch: str = "", more: str = "", path: str = "/feed.xml") -> None:
        """The settings: each of `feeds` holds the lines of one feed but its address."""
        tables = feeds or ('publisher = "远山通讯社"',)
        each = [
            f'[[feed]]\nurl = "{self.site.url(path if at == 0 else f"/feed{at}.xml")}"\n{lines}'
            for at, lines in enumerate(tables)
        ]
        head = f"[watch]\nallow_private = true\ntimeout = 2\n{watch}"
        self.file.write_text("\n".join([head, *each, more]), "utf-8")

    def round(self, *, build: Builder | None = None, after: float = 0, client: Client | None = None) -> bool:
        """One round, `after` so many seconds."""
        self.clock.now += after
        return watch(load(self.file), self.clock, self.heard, once=True, builder=build or self._build, client=client)

    def _build(self, paths: list[str], _record: str) -> Built:
        self.built.append(paths)
        return Report()

    def pages(self) -> list[Path]:
        """The pages in the archive, as a build finds them."""
        found = (self.folder / "archive").rglob("*")
        return sorted(p for p in found if p.is_file() and not any(part.startswith(".") for part in p.parts[-4:]))

    def log(self) -> list[dict[str, Any]]:
        lines = (self.folder / "archive/.watch/log.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]
