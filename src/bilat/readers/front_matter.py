"""Front matter → fields: `key: value` between two lines of `---`, values plain or quoted, wrapped ones joined.

Only what archives write; lists and nested keys are kept as text and not looked at.
"""

import json
import re
from dataclasses import dataclass

_OPENS = re.compile(r"---[ \t]*\n")
_CLOSES = re.compile(r"---[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$", re.MULTILINE)
_LONGEST = 20_000


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
    if not value.startswith(("'", '"')):
        return value
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) >= 2 and value[0] == value[-1] == '"':
        try:
            # YAML's double quotes are JSON's, but for \_ (no-break space), \  and \x..
            return str(json.loads(value.replace("\\_", " ").replace("\\ ", " "), strict=False))
        except ValueError:
            return value[1:-1]
    return value
