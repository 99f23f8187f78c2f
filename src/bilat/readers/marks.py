"""The table data/marks.tsv, compiled: how lines and elements that are not the article's own words are known."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from bilat.model import Part
from bilat.readers.publishers import table_rows


@dataclass(frozen=True, slots=True)
class Marks:
    """`line` and `head` give a whole line's part, the other patterns stand for what docs/readers.md says of their
    kind; `tags`, `classes` and `attributes` give the part of an element's content."""

    line: tuple[tuple[Part, re.Pattern[str]], ...]
    notice: tuple[tuple[Part, re.Pattern[str]], ...]
    head: tuple[tuple[Part, re.Pattern[str]], ...]
    start: tuple[tuple[Part, re.Pattern[str]], ...]
    end: tuple[tuple[Part, re.Pattern[str]], ...]
    photo: re.Pattern[str]
    caption: re.Pattern[str]
    caption_latin: re.Pattern[str]
    caption_start: re.Pattern[str]
    tail: re.Pattern[str]
    box: re.Pattern[str]
    gallery: re.Pattern[str]
    open: re.Pattern[str]
    close: re.Pattern[str]
    around: re.Pattern[str]
    """Any of tail, box, gallery, open and close: a line that is none of them is asked once, not five times."""
    tags: dict[str, Part]
    classes: dict[str, Part]
    attributes: dict[str, Part]
    attribute_names: frozenset[str]


def _by_part(rows: list[tuple[str, Part]], form: str) -> tuple[tuple[Part, re.Pattern[str]], ...]:
    groups: dict[Part, list[str]] = defaultdict(list)
    for pattern, part in rows:
        groups[part].append(pattern)
    return tuple((part, re.compile(form.format("|".join(patterns)))) for part, patterns in groups.items())


_CLASS_FIRST = re.compile(r"\[([^\]\\^-]+)\](.+)")


def _by_first(pattern: str) -> str:
    """A pattern without alternatives that begins with one of some characters, as an alternative for each: the engine
    then looks for these first, which is several times quicker."""
    found = _CLASS_FIRST.fullmatch(pattern)
    return "|".join(re.escape(first) + found[2] for first in found[1]) if found else pattern


@cache
def marks() -> Marks:
    """The table, read once."""
    rows: dict[str, list[tuple[str, Part]]] = defaultdict(list)
    for kind, pattern, part, *_ in table_rows("marks.tsv"):
        rows[kind].append((pattern, Part(part)))

    def one(kind: str, form: str) -> re.Pattern[str]:
        return re.compile(form.format("|".join(pattern for pattern, _ in rows[kind])))

    return Marks(
        line=_by_part(rows["line"], r"(?:{})\Z"),
        notice=_by_part(rows["notice"], r"(?:{})\Z"),
        head=_by_part(rows["head"], r"(?:{})\Z"),
        start=_by_part(rows["start"], r"(?:{})"),
        end=_by_part(rows["end"], r"(?:{})[。 ]?\Z"),
        photo=one("photo", r"(?:{})[。 ]?\Z"),
        caption=re.compile("|".join(_by_first(pattern) for pattern, _ in rows["caption"])),
        caption_latin=one("caption-latin", r"{}"),
        caption_start=one("caption-start", r"{}"),
        tail=one("tail", r"(?:{})\Z"),
        box=one("box", r"(?:{})\Z"),
        gallery=one("gallery", r"(?:{})\Z"),
        open=one("open", r"(?:{})\Z"),
        close=one("close", r"(?:{})\Z"),
        around=re.compile(
            "(?:{})\\Z".format(
                "|".join(p for kind in ("tail", "box", "gallery", "open", "close") for p, _ in rows[kind])
            )
        ),
        tags=dict(rows["tag"]),
        classes=dict(rows["class"]),
        attributes=dict(rows["attribute"]),
        attribute_names=frozenset(pattern.partition("=")[0] for pattern, _ in rows["attribute"]),
    )
