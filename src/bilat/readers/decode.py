"""Bytes → text, and how its encoding was found.

In order: a byte order mark; UTF-8 when the bytes are valid UTF-8 (whatever they declare); the declared encoding when
the text then reads like text; the best of the old Chinese encodings by what comes out; charset-normalizer's guess.
"""

import codecs
import re
from dataclasses import dataclass

from bilat.errors import ReadError
from bilat.readers.clean import strip_controls

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BOM_STARTS = frozenset((b"\xef", b"\xff", b"\xfe", b"\x00"))
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\x1f\x8b", "gzip data"),
    (b"SQLite format 3", "an SQLite file"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"RIFF", "a media file"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,99}?encoding\s*+=\s*+["']([\w.:-]{2,20})"""
    rb"""|<meta[^>]{0,199}?charset\s*+=\s*+["']?+\s*+([\w.:-]{2,20})""",
    re.IGNORECASE,
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "x-x-big5": "big5hkscs"}
"""Declared names whose texts use the larger set in practice."""
_NOTATIONS = frozenset(("idna", "punycode", "raw-unicode-escape", "unicode-escape"))
"""What Python counts among encodings and what writes text in other text: no page is in one, and halves of a character
can be written in it."""
_OLD_CHINESE = ("gb18030", "big5hkscs")
_COMMON = frozenset("的一是不了在人有我他这這中大来來上国國和到说說们們为為子时時日，。、：“”「」年月")
_LETTERS = re.compile("[\\n\\r\\t -~\u00a0-\u024f\u1e00-\u1eff\u2010-\u203a\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
_LETTER_SHARE = 0.95
_MAGIC_STARTS = tuple(magic for magic, _ in _MAGIC)
_CONTROLS = bytes((*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_SAMPLE = 20_000
_GUESSED = 128
"""Bytes of the shortest text whose encoding is guessed at large: a guess takes 0.4 ms however short the text, so that a
file of broken lines of 26 bytes took 1.6 s for 100 kB, and is seldom right on less."""
_BROKEN_SHARE = 0.002
"""Share of broken sequences up to which a text still counts as UTF-8 with damage."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without control codes; `encoding` it was read in; `note` what was odd about it, in one line, or None."""

    text: str
    encoding: str
    note: str | None = None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page or feed declares for itself, as a name Python knows, else None."""
    start = data[:4096]
    found = _DECLARED.search(start) if b"<" in start and (b"charset" in start or b"encoding" in start) else None
    if not found:
        return None
    return _known((found[1] or found[2]).decode("ascii", "replace"))


def _known(name: str) -> str | None:
    """An encoding as a name Python knows, if it is one of text."""
    name = name.lower()
    try:
        _ = b"a".decode(
            name, "ignore"
        )  # refuses codecs that give no text, such as hex; with no bytes, none is looked at
        known = codecs.lookup(_WIDER.get(name, name)).name
    except (LookupError, ValueError):
        return None
    return None if known in _NOTATIONS else known


def decode(data: bytes, *, partial: bool = False, named: str | None = None) -> Decoded:
    """The bytes as text; `partial` when more would follow, `named` the encoding that whoever sent them gave. Raises
    ReadError when they are no text."""
    _refuse_binary(data)
    if data[:1] in _BOM_STARTS:
        for bom, name in _BOMS:
            if data.startswith(bom):
                return _with_note(_lenient(data[len(bom) :], name), name, None)
    wide = _wide_without_mark(data)
    if wide:
        return _with_note(_lenient(data, wide), wide, None)
    declared = _known(named) if named else None
    declared = declared or declared_encoding(data)
    text = _strict(data, "utf-8")
    if text is not None:
        lie = declared not in (None, "utf-8", "ascii") and not data.isascii()
        return _with_note(text, "utf-8", f"declares {declared} but is utf-8" if lie else None)
    if declared not in (None, "utf-8") and (text := _strict(data, declared)) is not None and _reads_well(text):
        return _with_note(text, declared, None)
    return _guess(data, declared, partial=partial)


def _guess(data: bytes, declared: str | None, *, partial: bool) -> Decoded:
    damaged = data.decode("utf-8", "replace")
    if damaged.count("\ufffd") <= _BROKEN_SHARE * len(damaged) + partial:
        return _with_note(damaged, "utf-8", None if partial else "holds bytes that are no utf-8")
    odd = f"declares {declared} but is " if declared else "declares no encoding, read as "
    scored = [(_commonness(t), n, t) for n in _OLD_CHINESE if (t := _strict(data, n)) is not None]
    if scored:
        best = max(scored)
        if best[0] > 0:
            return _with_note(best[2], best[1], odd + best[1])
    from charset_normalizer import from_bytes  # noqa: PLC0415  60 ms to import, seldom needed

    match = from_bytes(data[:_SAMPLE]).best() if len(data) >= _GUESSED else None
    if match is None:
        msg = "no known text encoding fits its bytes"
        raise ReadError(msg)
    return _with_note(data.decode(match.encoding, "replace"), match.encoding, odd + match.encoding)


def _with_note(text: str, encoding: str, note: str | None) -> Decoded:
    if "\x00" in text and note is None:
        note = "holds NUL characters, left out"
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(strip_controls(text), encoding, note)


def _refuse_binary(data: bytes) -> None:
    if data.startswith(_MAGIC_STARTS):
        what = next(what for magic, what in _MAGIC if data.startswith(magic))
        msg = f"not text: {what}"
        raise ReadError(msg)
    sample = data[:4096]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > len(sample) // 50 + 3 and not sample.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        if _wide_without_mark(data):
            return
        msg = "not text: binary data"
        raise ReadError(msg)


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark shows by NUL bytes (Latin letters, line ends) and reads as letters one way only."""
    sample = data[:4096]
    nuls = sample.count(0)
    if nuls < max(4, len(sample) // 50):
        return None
    for name in ("utf-16-le", "utf-16-be"):
        text = _strict(sample, name)
        if text and len(_LETTERS.findall(text)) >= _LETTER_SHARE * len(text):
            return name
    if nuls > len(sample) // 10:
        msg = "not text: binary data"
        raise ReadError(msg)
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    """The text if every sequence is valid; one cut off at the very end is left out."""
    if encoding == "utf-8":
        try:
            return data.decode()  # nothing is cut off, mostly; a decoder of its own takes longer to make
        except UnicodeDecodeError:
            pass
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=False)
    except (UnicodeError, LookupError):
        return None


def _lenient(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "replace")


def _reads_well(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = sum("\ue000" <= c <= "\uf8ff" or c == "\ufffd" for c in sample)
    wide = sum(c >= "\u2e80" for c in sample)
    return strange * 100 <= len(sample) and (wide < 50 or _commonness(sample) > 0)


def _commonness(text: str) -> float:
    """How much the text looks like Chinese: share of very common characters among the wide ones, less 3 %."""
    wide = [c for c in text[:_SAMPLE] if c >= "\u2e80"]
    if len(wide) < 4:
        return 0.0
    return sum(c in _COMMON for c in wide) / len(wide) - 0.03
