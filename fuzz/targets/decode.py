"""Bytes → text: any bytes are text of some encoding or refused."""

from collections.abc import Iterator

from bilat.errors import ReadError
from bilat.readers.decode import declared_encoding, decode
from fuzz.target import Target
from fuzz.words import markup


def check(data: bytes) -> None:
    """As a whole, and as the beginning of something longer."""
    for partial in (False, True):
        try:
            decoded = decode(data, partial=partial)
        except ReadError:
            continue
        _ = decoded.text.encode("utf-8")
        assert "\r" not in decoded.text
        assert "\x00" not in decoded.text
        assert decoded.note is None or "\n" not in decoded.note
    _ = declared_encoding(data)


def seeds() -> Iterator[bytes]:
    """One text in every encoding that articles come in, with and without a declaration."""
    text = "外交部长林海今天在河内会见到访的松国外长白桦，双方就贸易交换意见。\r\n"
    for name in ("utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-32", "euc-kr", "shift_jis"):
        yield text.encode(name, "ignore")
        yield f'<?xml version="1.0" encoding="{name}"?><p>{text}'.encode(name, "ignore")
    yield b'<meta charset="utf-7">+AGE-'
    yield "Hội đàm Việt Nam".encode("cp1258", "ignore")


TARGETS = [Target("decode", check, seeds, markup, longest=3000, times=2)]
