"""Every reader by its name, and the choice between them: any bytes → sound documents, or one line that says why not."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from bilat import samples
from bilat.errors import ReadError
from bilat.model import Failure
from bilat.readers import Reader, builtin_readers, recognise
from bilat.readers.base import RawFile
from bilat.readers.compose import Draft, compose
from fuzz.promises import sound_document
from fuzz.target import Target
from fuzz.words import markup
from tests.readers.made_up import SAMPLES

FETCHED = "fetched"
_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + SAMPLES["html"].encode()
ARCHIVED = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example.org/1\r\nWARC-Date: 2023-06-27T08:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n"
    + f"Content-Length: {len(_ANSWER)}\r\n\r\n".encode()
    + _ANSWER
    + b"\r\n\r\n"
)


def _packed() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo("archive/data.warc"), ARCHIVED)
    return made.getvalue()


@cache
def _readers() -> tuple[Reader, ...]:
    return tuple(builtin_readers())


def read(data: bytes, form: str | None, path: str = "made/up.txt") -> None:
    """Read the bytes as a form, or as the one that recognises them; what a plugin's door would hide is raised."""
    raw = RawFile(path, io.BytesIO(data))
    try:
        asked = recognise(raw.head, path, _readers())
        reader = asked if form is None else next(reader for reader in _readers() if reader.form == form)
        for item in reader.read(raw) if reader else ():
            if isinstance(item, Failure):
                assert "\n" not in item.reason
            else:
                sound_document(compose(item) if isinstance(item, Draft) else item)
    except ReadError as error:
        assert str(error)
        assert "\n" not in str(error)


def _reading(form: str | None) -> Callable[[bytes], None]:
    return lambda data: read(data, form)


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="bilat-fuzz-"))


def fetched(data: bytes) -> None:
    """What stands before the first empty line goes into the hidden file, the rest is the page."""
    side, _, page = data.partition(b"\n\n")
    name = sha256(page).hexdigest()
    hidden = _folder() / f".{name}.json"
    _ = hidden.write_bytes(side)
    try:
        read(page, FETCHED, str(_folder() / f"{name}.html"))
    finally:
        hidden.unlink()


def _seeds(form: str | None) -> Callable[[], Iterator[bytes]]:
    def found() -> Iterator[bytes]:
        if form in ("warc", "wacz"):
            yield ARCHIVED if form == "warc" else _packed()
        for name, text in SAMPLES.items():
            if form is None or name.startswith(form.partition("-")[0]):
                yield text.encode()
        for path in samples.files():
            data = path.read_bytes()[:4000]
            reader = recognise(data.decode("utf-8", "ignore"), str(path), _readers())
            if reader is not None and form in (None, reader.form):
                yield data

    return found


def _fetched_seeds() -> Iterator[bytes]:
    side = {"url": "https://news.example.org/1", "publisher": "示例社", "published": "2023-06-27", "kind": "page"}
    for name in ("html", "feed"):
        yield json.dumps(side).encode() + b"\n\n" + SAMPLES[name].encode()


TARGETS = [
    *(
        Target(f"read-{reader.form}", _reading(reader.form), _seeds(reader.form), markup)
        for reader in builtin_readers()
        if reader.form != FETCHED
    ),
    Target(f"read-{FETCHED}", fetched, _fetched_seeds, markup),
    Target("read-any", _reading(None), _seeds(None), markup),
]
