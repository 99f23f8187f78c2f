# What bilat uses of feedparser, which ships no types.
from typing import Any, BinaryIO

class FeedParserDict(dict[str, Any]):
    bozo: bool
    bozo_exception: Exception
    encoding: str
    entries: list[FeedParserDict]
    feed: FeedParserDict
    version: str
    def __getattr__(self, key: str) -> Any: ...

def parse(
    url_file_stream_or_string: str | bytes | BinaryIO,
    *,
    response_headers: dict[str, str] | None = None,
    resolve_relative_uris: bool | None = None,
    sanitize_html: bool | None = None,
) -> FeedParserDict: ...
