"""What readings, and what links them, depend on beside the articles → one short text each: what was made with another
is made again."""

import os
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import bilat
from bilat import plugins

_PARTS = ("model", "text", "packs", "lang", "readers", "extract", "record/pack.py", "record/terms.py")
_LINKS = (
    "link",
    "build/linking.py",
    "build/weaving.py",
    "build/copies.py",
    "record/actors.py",
    "record/shelf.py",
    "record/copies.py",
)
_LIBRARIES = ("opencc", "daachorse", "selectolax", "trafilatura", "feedparser", "charset-normalizer", "lxml")


@cache
def fingerprint(extra: tuple[str, ...] = ()) -> str:
    """A hash of bilat's own rules and packs, byte by byte, of the versions of the libraries that decide what is
    read, and of the plugins. About 10 ms."""
    whole = blake2b(_content(_PARTS), digest_size=8)
    for library in _LIBRARIES:
        whole.update(f"{library} {_version(library)}\n".encode())
    for plugin in plugins.names(extra):
        whole.update(f"{plugin}\n".encode())
    for dist in sorted(plugins.distributions(extra)):
        whole.update(f"{dist}\n".encode())
    return whole.hexdigest()


def of_links(made_by: str) -> str:
    """A hash of the rules that link what was read by rules of this fingerprint. About 2 ms."""
    whole = blake2b(_content(_LINKS), digest_size=8)
    whole.update(f"{made_by} pypinyin {_version('pypinyin')}".encode())
    return whole.hexdigest()


def _content(parts: Iterable[str]) -> bytes:
    """A hash of files and folders below bilat's own, byte by byte."""
    whole = blake2b()
    root = Path(bilat.__file__).parent
    for path in sorted(_files(root, parts)):
        whole.update(f"{path.relative_to(root).as_posix()}\n".encode())
        whole.update(blake2b(path.read_bytes()).digest())
    return whole.digest()


def _files(root: Path, parts: Iterable[str]) -> list[Path]:
    found: list[Path] = []
    for part in parts:
        path = root / part
        if path.is_file():
            found.append(path)
        for folder, folders, names in os.walk(path):
            folders[:] = [name for name in folders if name != "__pycache__"]
            found.extend(Path(folder, name) for name in names if not name.endswith((".pyc", "~")))
    return found


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
