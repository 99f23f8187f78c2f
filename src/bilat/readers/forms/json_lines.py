"""JSON Lines of articles: `{"id", "date", "title", "text", "url"?, "publisher"?}`, one object a line.

`text` of the document is title, newline, text, character by character (what can neither be shown nor stored becomes
U+FFFD, so that offsets hold); passages are spans over it, teasers in it are marked, not cut. Other keys are ignored.
Streams: memory does not grow with the file, but for the ids seen.
"""

import codecs
import json
from collections.abc import Iterator
from typing import cast

from bilat.errors import ReadError
from bilat.model import DateSource, Document, Failure, Source
from bilat.readers.base import MAX_BYTES, RawFile
from bilat.readers.clean import mask_unsafe
from bilat.readers.compose import identity, passages_of
from bilat.readers.dates import Dates, in_address
from bilat.readers.decode import decode
from bilat.readers.language import language_and_script, mistagged
from bilat.readers.markup import Line
from bilat.readers.parts import settle
from bilat.readers.publishers import name_of


class JsonLines:
    """Reads JSON Lines of articles."""

    form = "jsonl"

    def recognises(self, head: str, path: str) -> int:
        """A first line that opens an object with a key; a name in .jsonl makes it certain."""
        start = head.lstrip()
        if not start.startswith("{"):
            return 95 if path.endswith((".jsonl", ".ndjson")) else 0
        return 95 if start[1:].lstrip().startswith(('"', "}")) else 20

    def read(self, raw: RawFile) -> Iterator[Document | Failure]:
        """One document a line; a line that cannot be read is a Failure with its number."""
        seen: dict[str, int] = {}
        index = 0
        for number, line in _lines(raw):
            try:
                article = _object(line)
                if article is None:
                    continue
                doc = _document(article, Source(raw.path, self.form, index))
                if doc.id in seen:
                    yield Failure(raw.path, f"line {number}: id {doc.id!r} is that of line {seen[doc.id]} already")
                    continue
            except ReadError as error:
                yield Failure(raw.path, f"line {number}: {error}")
                continue
            seen[doc.id] = number
            index += 1
            yield doc


def _lines(raw: RawFile) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers from 1, as UTF-8 bytes or whatever the file holds; an overlong one is cut short."""
    number = 1
    rest = bytearray()
    for chunk in _as_utf8(raw):
        *whole, last = chunk.split(b"\n")
        for piece in whole:
            yield number, bytes(rest) + piece
            rest.clear()
            number += 1
        if len(rest) <= MAX_BYTES:
            rest += last
    if rest:
        yield number, bytes(rest)


def _as_utf8(raw: RawFile) -> Iterator[bytes]:
    """The file's bytes without a mark; UTF-16 and UTF-32 re-encoded so that lines can be split."""
    wide = {codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
    name = next((n for bom, n in wide.items() if raw.head_bytes.startswith(bom)), None)
    if name is None:
        for i, chunk in enumerate(raw.chunks()):
            yield chunk.removeprefix(codecs.BOM_UTF8) if i == 0 else chunk
        return
    decoder = codecs.getincrementaldecoder(name)("replace")
    for chunk in raw.chunks():
        yield decoder.decode(chunk).encode("utf-8", "replace")


def _object(line: bytes) -> dict[str, object] | None:
    """The line's object; None for an empty line."""
    if not line.strip():
        return None
    if len(line) > MAX_BYTES:
        msg = f"longer than {MAX_BYTES // 2**20} MB"
        raise ReadError(msg)
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = decode(line).text
    try:
        value: object = json.loads(text)
    except RecursionError as error:
        msg = "JSON nested too deeply"
        raise ReadError(msg) from error
    except ValueError as error:
        msg = f"no valid JSON: {str(error)[:120]}"
        raise ReadError(msg) from error
    if not isinstance(value, dict):
        msg = "no JSON object, an article is one"
        raise ReadError(msg)
    return cast("dict[str, object]", value)


def _string(article: dict[str, object], key: str) -> str:
    """A text field, empty when absent or null."""
    value = article.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        msg = f"{key!r} is no text"
        raise ReadError(msg)
    return mask_unsafe(str(value))


def _tag(article: dict[str, object]) -> str:
    """The language that an article says it is in; what is no text says nothing."""
    said = article.get("lang") or article.get("language")
    return said if isinstance(said, str) else ""


def _document(article: dict[str, object], source: Source) -> Document:
    title, body = _string(article, "title"), _string(article, "text")
    if not body.strip() and not title.strip():
        msg = "no title and no text"
        raise ReadError(msg)
    url = _string(article, "url").strip() or None
    text = f"{title}\n{body}"
    lines, starts = _spans(body, len(title) + 1)
    dates = Dates()
    dates.add(_string(article, "date"), DateSource.FIELD)
    if not dates.found and url:
        dates.add_day(in_address(url), DateSource.ADDRESS)
    published, problems = dates.settle()
    language, script = language_and_script(text)
    tag = mistagged(_tag(article), language)
    passages = passages_of(title, settle(lines, title.strip(), marked_up=False), starts)
    return Document(
        id=_string(article, "id").strip() or identity(url, text),
        text=text,
        title=title,
        passages=passages,
        language=language,
        script=script,
        url=url,
        publisher=name_of(url, _string(article, "publisher").strip()),
        published=published,
        source=source,
        problems=(*problems, *((tag,) if tag else ())),
    )


def _spans(body: str, offset: int) -> tuple[list[Line], list[int]]:
    """The body's lines without blanks at their ends, and where each starts in the text; empty ones are left out."""
    lines: list[Line] = []
    starts: list[int] = []
    at = offset
    for row in body.split("\n"):
        text = row.strip()
        if text:
            lines.append(Line(text))
            starts.append(at + row.index(text[0]))
        at += len(row) + 1
    return lines, starts
