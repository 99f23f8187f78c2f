"""A page or feed entry as it came from the network, with what the one who fetched it knows in a file beside it.

The file is named by the SHA-256 of its bytes; `.<that>.json` beside it holds address, publisher, date and headers. The
page stays as it came, byte for byte, and a copy of it without its side file is still an HTML page or a feed.
"""

import io
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from bilat.errors import ReadError
from bilat.model import DateSource, Failure, Source
from bilat.readers.base import MAX_BYTES, RawFile
from bilat.readers.clean import plain
from bilat.readers.compose import Draft
from bilat.readers.forms.feed import Feed
from bilat.readers.forms.html_page import HtmlPage
from bilat.readers.publishers import host_of, name_of

_NAME = re.compile(r"([0-9a-f]{64})\.(html|xml)\Z")
_SURE = 99


def side_of(path: Path) -> Path:
    """Where what is known of a fetched file stands."""
    return path.with_name(f".{path.stem}.json")


class Fetched:
    """Reads pages and entries that `bilat watch` fetched."""

    form = "fetched"

    def recognises(self, head: str, path: str) -> int:  # noqa: ARG002 -- what every reader is asked with
        """A name made of a hash, and the side file there."""
        return _SURE if _NAME.search(path) and side_of(Path(path)).is_file() else 0

    def read(self, raw: RawFile) -> Iterator[Draft | Failure]:
        """The page's one document, under the address it came from."""
        name = _NAME.search(raw.name)
        if name is None:
            msg = "no fetched page: its name is no hash"
            raise ReadError(msg)
        known = _known(side_of(Path(raw.path)))
        data = bytearray()
        for chunk in raw.chunks():
            data += chunk
            if len(data) > MAX_BYTES:
                break
        if len(data) > MAX_BYTES:
            msg = f"longer than {MAX_BYTES // 2**20} MB, the limit for one page; feeds and JSON Lines may be longer"
            raise ReadError(msg)
        if sha256(data).hexdigest() != name[1]:
            msg = "not as it was fetched: its bytes have another hash than its name"
            raise ReadError(msg)
        inner = Feed() if name[2] == "xml" else HtmlPage()
        for item in inner.read(RawFile(f"page.{name[2]}", io.BytesIO(data))):
            if isinstance(item, Failure):
                yield Failure(raw.path, item.reason)
                continue
            _complete(item, known)
            item.source = Source(raw.path, self.form)
            yield item


def _known(side: Path) -> dict[str, str]:
    """The texts of a side file by key."""
    try:
        found: object = json.loads(side.read_bytes())
    except (OSError, ValueError, RecursionError) as err:
        msg = f"what is known of it cannot be read: {side.name}"
        raise ReadError(msg) from err
    items = cast("dict[str, object]", found).items() if isinstance(found, dict) else ()
    return {key: value for key, value in items if isinstance(value, str)}


def _complete(draft: Draft, known: dict[str, str]) -> None:
    """Address, publisher and date as the one who fetched knows them. A page's own address counts when it is one of an
    article on the same host: that is how other copies of it are known."""
    url = known.get("url", "")
    if url and not _same_place(draft.url, url):
        draft.url = url
    given = plain(known.get("publisher", ""))
    if given:
        draft.publisher = given
    elif not draft.publisher:
        draft.publisher = name_of(draft.url)
    if known.get("published"):
        draft.dates.add(known["published"], DateSource.FIELD)


def _same_place(own: str | None, url: str) -> bool:
    if not own or host_of(own).removeprefix("www.") != host_of(url).removeprefix("www."):
        return False
    try:
        parts = urlsplit(own)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)
