"""Front matter → fields: `key: value` between two lines of `---`, values plain or quoted, wrapped ones joined.

Only what archives write; lists and nested keys are kept as text and not looked at.
"""

import re
import sys
from dataclasses import dataclass
from typing import Final

_OPENS = re.compile(r"---[ \t]*\n")
_CLOSES = re.compile(r"---[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$", re.MULTILINE)
_LONGEST = 20_000
_ESCAPE: Final = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": " ", "L": "\u2028", "P": "\u2029", "\n": "",
}  # fmt: skip
"""YAML 1.2.2, 5.7 "Escaped Characters"; the no-break space becomes a plain one, as everywhere in titles."""
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields by key, and where the text below begins."""

    fields: dict[str, str]
    end: int


def front_matter(text: str) -> FrontMatter | None:
    """The front matter at the top of a text; None when there is none."""
    opens = _OPENS.match(text, 0, _LONGEST)
    if opens is None:
        return None
    start = at = opens.end()
    while (closes := _CLOSES.match(text, at, _LONGEST)) is None:
        at = text.find("\n---", at, _LONGEST) + 1
        if not at:
            return None
    rows = text[start:at]
    found = _FIELD.findall(rows)
    fields = (
        {key.lower(): value.strip() for key, value in reversed(found)}
        if len(found) == rows.count("\n")
        else _wrapped_fields(rows)
    )
    return FrontMatter({k: _unquoted(v) for k, v in fields.items()}, closes.end())


def _wrapped_fields(rows: str) -> dict[str, str]:
    """The fields of rows of which some go on with the one above."""
    fields: dict[str, str] = {}
    key = ""
    for row in rows.split("\n"):
        found = _FIELD.match(row)
        if found:
            key = found[1].lower()
            fields.setdefault(key, (found[2] or "").strip())
        elif key and row[:1].isspace() and row.strip():
            fields[key] = _joined(fields[key], row.strip())
    return fields


def _joined(value: str, more: str) -> str:
    """A wrapped value: a backslash at the end of a quoted line joins without a space."""
    return value[:-1] + more.removeprefix("\\") if value.endswith("\\") else f"{value} {more}".strip()


def _unquoted(value: str) -> str:
    """A plain or quoted scalar as YAML reads it; one whose quotes do not close stays as it is."""
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return _paired(_ESCAPE.sub(_unescaped, value[1:-1]))
    return value


def _unescaped(found: re.Match[str]) -> str:
    """The character that an escape stands for; what is none, or beyond Unicode, as written."""
    code = found[1] or found[2] or found[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= sys.maxunicode else found[0]
    return _ESCAPED.get(found[4], found[4] if not found[4].isalnum() else found[0])


def _paired(text: str) -> str:
    r"""Two halves of a character (JSON's `\ud83c\udf0d`) as one; a half alone as the sign for what cannot be read."""
    whole = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return whole.encode("utf-8", "replace").decode("utf-8") if any("\ud800" <= c <= "\udfff" for c in whole) else whole
