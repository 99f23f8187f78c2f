"""What readings depend on beside the article → one short text: readings made with another are made again."""

import os
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import bilat
from bilat import plugins

_PARTS = ("model", "text", "packs", "lang", "readers", "extract", "record/pack.py", "record/terms.py")
_LIBRARIES = ("opencc", "daachorse", "selectolax", "trafilatura", "feedparser", "charset-normalizer", "lxml")


@cache
def fingerprint(extra: tuple[str, ...] = ()) -> str:
    """A hash of bilat's own rules and packs, byte by byte, of the versions of the libraries that decide what is
    read, and of the plugins. About 10 ms."""
    whole = blake2b(digest_size=8)
    root = Path(bilat.__file__).parent
    for path in sorted(_files(root)):
        whole.update(f"{path.relative_to(root).as_posix()}\n".encode())
        whole.update(blake2b(path.read_bytes()).digest())
    for library in _LIBRARIES:
        whole.update(f"{library} {_version(library)}\n".encode())
    for plugin in plugins.names(extra):
        whole.update(f"{plugin}\n".encode())
    for dist in sorted(plugins.distributions(extra)):
        whole.update(f"{dist}\n".encode())
    return whole.hexdigest()


def _files(root: Path) -> list[Path]:
    found: list[Path] = []
    for part in _PARTS:
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
