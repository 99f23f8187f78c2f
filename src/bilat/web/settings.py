"""What a site is made of: which record, who may come, who may decide."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

VERSION: Final = version("bilat")


@dataclass(frozen=True, slots=True)
class Settings:
    """`record` is the file; `hosts` the names by which the site may be called (others are refused, so that no strange
    name can be made to lead here); `token` is asked of every visitor; `decisions` is the file that the review page
    writes to, None where nobody may decide; `author` signs decisions, `today` dates them; `compress` asks for gzip."""

    record: Path
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    token: str | None = None
    decisions: Path | None = None
    author: str | None = None
    today: Callable[[], str] | None = None
    compress: bool = False
