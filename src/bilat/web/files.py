"""The site's own files: styles and scripts, a few hundredths of a megabyte, read once and kept."""

import hashlib
import mimetypes
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

STATIC: Final = Path(__file__).parent / "static"
FOREVER: Final = {"Cache-Control": "public, max-age=31536000, immutable"}
"""Of an address that changes with what stands there."""
_ASK: Final = {"Cache-Control": "no-cache"}


class File(NamedTuple):
    """A file: its bytes, their type, and what its address ends with, another one for other bytes."""

    body: bytes
    media: str
    stamp: str


@cache
def shipped() -> Mapping[str, File]:
    """Name → file."""
    found: dict[str, File] = {}
    for path in sorted(STATIC.iterdir()):
        body = path.read_bytes()
        media = mimetypes.types_map.get(path.suffix, "application/octet-stream")
        found[path.name] = File(body, media, hashlib.blake2b(body, digest_size=5).hexdigest())
    return found


def static(name: str) -> str:
    """The address of a file of the site; it changes with the file, so that browsers may keep it."""
    return f"/static/{name}?{shipped()[name].stamp}"


async def send(request: Request) -> Response:
    """A file as the server sends it: kept for ever under the address that pages name, else asked for again."""
    file = shipped().get(str(request.path_params["name"]))
    if file is None:
        raise HTTPException(404)
    tag = f'"{file.stamp}"'
    headers = {"ETag": tag, **(FOREVER if request.url.query == file.stamp else _ASK)}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(file.body, headers=headers, media_type=file.media)
