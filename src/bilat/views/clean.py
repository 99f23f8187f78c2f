"""What may leave for a terminal. Articles, file names and ids come from strangers.

`clean` takes from a text whatever could act on a terminal or hide what is written: control codes, escape sequences,
overrides of the writing direction, lone surrogates. JSON keeps such characters, as escapes (`safe_json`).
"""

import json
import re

_C0 = r"\x00-\x1f"
_OTHERS = (
    r"\x7f-\x9f"  # DEL and C1: U+009B starts an escape sequence by itself
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides and isolates of direction
    r"\u2028\u2029\ufff9-\ufffb\ufeff"  # line and paragraph separators, annotation marks, byte order mark
    r"\U000e0000-\U000e007f"  # invisible tag characters
    r"\ud800-\udfff"  # lone surrogates: no encoding has them
)
_UNSAFE = re.compile(f"[{_C0}{_OTHERS}]")
_UNSAFE_IN_JSON = re.compile(f"[{_OTHERS}]")  # JSON writers escape C0 themselves
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
FORMULA = frozenset("=+-@＝＋－＠")
"""What a cell of a spreadsheet that calculates begins with, after any blanks; some programs take the wide forms too."""


def clean(text: str) -> str:
    """The text as it may be shown: line ends and tabs as blanks, other C0 codes as their pictures (ESC as ␛), C1 codes
    and lone surrogates as U+FFFD; marks that have no look of their own are dropped."""
    return _UNSAFE.sub(_harmless, text)


def clean_cell(text: str) -> str:
    """The text for one cell of a CSV file: clean, and with a ' before it where a spreadsheet would calculate."""
    cleaned = clean(text)
    return f"'{cleaned}" if cleaned.lstrip()[:1] in FORMULA else cleaned


def web_address(text: str | None) -> str | None:
    """The text if it is an address that a program may open by a click: http or https, without blanks and controls. What
    articles give as their address may be `javascript:` or `file:` too."""
    return text if text and _WEB.fullmatch(text) and clean(text) == text else None


def json_line(value: object) -> bytes:
    """The value as one line of JSON in UTF-8 (no line end). Lone surrogates are escapes, for others see `safe_json`."""
    import msgspec  # noqa: PLC0415  # only those who print JSON pay for loading it

    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        written = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
        return _UNSAFE_IN_JSON.sub(_escaped, written).encode()


def safe_json(line: bytes) -> bytes:
    """A line of JSON with unsafe characters as escapes: it reads back as the same. 0.2 s for 11 million characters."""
    text = line.decode()
    if text.isprintable():  # as most lines are; the search takes three times as long
        return line
    return _UNSAFE_IN_JSON.sub(_escaped, text).encode() if _UNSAFE_IN_JSON.search(text) else line


def _harmless(match: re.Match[str]) -> str:
    char, code = match[0], ord(match[0])
    if char in "\t\n\v\f\r\x85\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\ufffd" if code < 0xA0 or 0xD800 <= code <= 0xDFFF else ""


def _escaped(match: re.Match[str]) -> str:
    return "\\u007f" if match[0] == "\x7f" else json.dumps(match[0])[1:-1]
