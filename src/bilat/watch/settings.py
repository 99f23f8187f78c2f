"""`feeds.toml` → Settings. What is unknown, misspelt or of another type is an error that names the line."""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from bilat.errors import UsageError
from bilat.model import EventType, Status
from bilat.model.linking import KINDS
from bilat.views.countries import country_code

When = Literal["visit_announced", "event", "phrase", "discrepancy", "figure", "claim", "undertaking"]

_AT: Final = re.compile(r" - at `\$\.?(?P<path>[^`]*)`\Z")
_UNKNOWN: Final = re.compile(r"Object contains unknown field `(?P<key>[^`]+)`")
_HEADER: Final = re.compile(r"\s*\[\[?\s*([A-Za-z_-]+)\s*\]\]?")
_TOML_LINE: Final = re.compile(r"\s*\(at line (\d+), column \d+\)")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")

LARGEST: Final = 16 * 2**20
"""Bytes: what readers take as one page at most."""


class Watch(Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[watch]`; what each key means stands in docs/watch.md."""

    archive: Annotated[str, Meta(min_length=1)] = "archive"
    record: Annotated[str, Meta(min_length=1)] = "relations.bilat"
    interval: Annotated[int, Meta(ge=60, le=30 * 86_400)] = 1800
    delay: Annotated[float, Meta(ge=0, le=3600)] = 2.0
    user_agent: Annotated[str, Meta(max_length=200)] = ""
    allow_private: bool = False
    max_bytes: Annotated[int, Meta(ge=1000, le=LARGEST)] = 8 * 2**20
    timeout: Annotated[float, Meta(gt=0, le=600)] = 30.0
    redirects: Annotated[int, Meta(ge=0, le=20)] = 5
    max_items: Annotated[int, Meta(ge=1, le=10_000)] = 50


class FeedSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[feed]]`."""

    url: str
    publisher: str = ""
    fetch: Literal["page", "item"] = "page"
    language: Annotated[str, Meta(pattern=r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?\Z")] = ""
    interval: Annotated[int, Meta(ge=60, le=30 * 86_400)] | None = None


class Query(Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[query]]`: what a person wants to be told of. All that is given must hold; of a list, one word of it, but
    of `countries` each."""

    name: Annotated[str, Meta(min_length=1, max_length=100)]
    when: When
    countries: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


class Notify(Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[notify]]`: a command, a webhook or an Atom file, for all queries or those named."""

    command: tuple[str, ...] = ()
    webhook: str = ""
    atom: str = ""
    queries: tuple[str, ...] = ()
    timeout: Annotated[float, Meta(gt=0, le=600)] = 30.0
    allow_private: bool = False

    @property
    def target(self) -> str:
        """What tells this one from others: what is run, called or written."""
        return self.webhook or self.atom or " ".join(self.command)


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """All of `feeds.toml`. Relative paths are those from the file's folder."""

    watch: Watch = Watch()
    feed: tuple[FeedSettings, ...] = ()
    query: tuple[Query, ...] = ()
    notify: tuple[Notify, ...] = ()


ASKS: Final[dict[str, tuple[str, ...]]] = {
    "visit_announced": ("countries", "people", "publishers", "words"),
    "event": ("countries", "types", "status", "people", "publishers", "words"),
    "phrase": ("countries", "publishers", "words"),
    "discrepancy": ("countries", "kinds"),
    "figure": ("countries", "measures", "publishers", "words"),
    "claim": ("countries", "people", "publishers", "words"),
    "undertaking": ("countries", "publishers", "words"),
}
"""What each kind of query can be narrowed by."""


def load(path: str | Path) -> Settings:
    """The settings of a file, with full paths and countries as codes. Raises UsageError that names file and line."""
    file = Path(path)
    try:
        text = file.read_text("utf-8")
    except OSError as err:
        msg = f"{file}: {err.strerror or err}"
        raise UsageError(msg) from err
    except UnicodeDecodeError as err:
        msg = f"{file}: not UTF-8"
        raise UsageError(msg) from err
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as err:
        found = _TOML_LINE.search(str(err))
        reason = _TOML_LINE.sub("", str(err))
        raise _wrong(file, int(found[1]) if found else 1, reason) from err
    try:
        settings = msgspec.convert(raw, Settings)
    except msgspec.ValidationError as err:
        raise _translated(file, text, str(err)) from err
    return _settled(file, text, settings)


def _wrong(file: Path, line: int, reason: str) -> UsageError:
    return UsageError(f"{file}:{line}: {reason}")


def _translated(file: Path, text: str, message: str) -> UsageError:
    """An error of the types in words of the file."""
    found = _AT.search(message)
    at = found["path"] if found else ""
    reason = _AT.sub("", message)
    unknown = _UNKNOWN.search(reason)
    table, number, key = _place(at)
    if unknown:
        key = unknown["key"]
        reason = f"unknown key '{key}'"
        if not table and not re.search(rf"(?m)^\s*{re.escape(key)}\s*=", text):
            table, key = key, ""
    elif key:
        reason = f"'{key}': {reason}"
    return _wrong(file, _line_of(text, table, number, key), reason)


def _place(path: str) -> tuple[str, int, str]:
    """`feed[1].url` → its table, which of them, and the key."""
    found = re.match(r"([A-Za-z_]*)(?:\[(\d+)\])?(?:\.(\w+))?", path)
    return (found[1], int(found[2] or 0), found[3] or "") if found else ("", 0, "")


def _line_of(text: str, table: str, number: int, key: str) -> int:
    """The line of a key in the `number`th table of that name; of the table when the key is not found; else 1."""
    wanted = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=") if key else None
    seen, inside, start = -1, not table, 1
    for line, row in enumerate(text.splitlines(), 1):
        header = _HEADER.match(row)
        if header:
            seen += header[1] == table
            inside = header[1] == table and seen == number
            start = line if inside else start
        elif inside and wanted is not None and wanted.match(row):
            return line
    return start


def _settled(file: Path, text: str, settings: Settings) -> Settings:
    """Checks what types cannot, and fills in paths and codes."""
    from bilat.watch.address import checked  # noqa: PLC0415 -- needs the extra; a mistake in the file shows without

    def wrong(table: str, number: int, key: str, reason: str) -> UsageError:
        return _wrong(file, _line_of(text, table, number, key), reason)

    for key, value in (("archive", settings.watch.archive), ("record", settings.watch.record)):
        if _CONTROL.search(value):
            raise wrong("watch", 0, key, f"'{key}': no path, it holds a control character")
    if not settings.feed:
        raise _wrong(file, 1, "no feed in it: add a table [[feed]] with a url")
    seen: set[str] = set()
    for at, feed in enumerate(settings.feed):
        try:
            url = checked(feed.url)
        except UsageError as err:
            raise wrong("feed", at, "url", str(err)) from err
        if url in seen:
            raise wrong("feed", at, "url", f"this feed stands there twice: {feed.url}")
        seen.add(url)
    if _CONTROL.search(settings.watch.user_agent) or not settings.watch.user_agent.isascii():
        raise wrong("watch", 0, "user_agent", "'user_agent': only printable ASCII characters")
    names: set[str] = set()
    queries: list[Query] = []
    for at, query in enumerate(settings.query):
        if query.name in names:
            raise wrong("query", at, "name", f"two queries are called '{query.name}'")
        names.add(query.name)
        try:
            queries.append(_query(query))
        except _KeyedError as err:
            raise wrong("query", at, err.key, str(err)) from err
    folder = file.parent
    notify: list[Notify] = []
    for at, each in enumerate(settings.notify):
        try:
            notify.append(_notify(each, names, folder))
        except _KeyedError as err:
            raise wrong("notify", at, err.key, str(err)) from err
    paths = {"archive": str(folder / settings.watch.archive), "record": str(folder / settings.watch.record)}
    return replace(settings, watch=replace(settings.watch, **paths), query=tuple(queries), notify=tuple(notify))


class _KeyedError(UsageError):
    """What is wrong with a key."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(reason)
        self.key = key


def _query(query: Query) -> Query:
    given = [key for key in query.__struct_fields__[2:] if getattr(query, key)]
    for key in given:
        if key not in ASKS[query.when]:
            known = ", ".join(ASKS[query.when])
            raise _KeyedError(key, f"'{key}' means nothing for '{query.when}'; what counts there: {known}")
    known_words = (("types", [e.value for e in EventType]), ("status", [s.value for s in Status]), ("kinds", [*KINDS]))
    for key, known in known_words:
        for word in getattr(query, key):
            if word not in known:
                raise _KeyedError(key, f"'{key}' cannot be '{word}'; there are: {', '.join(known)}")
    try:
        codes = tuple(country_code(name) for name in query.countries)
    except UsageError as err:
        raise _KeyedError("countries", str(err)) from err
    return replace(query, countries=codes)


def _notify(notify: Notify, queries: set[str], folder: Path) -> Notify:
    from bilat.watch.address import checked  # noqa: PLC0415 -- as above

    given = [key for key in ("command", "webhook", "atom") if getattr(notify, key)]
    if len(given) != 1:
        raise _KeyedError(given[1] if given else "", "give one of 'command', 'webhook' and 'atom'")
    if _CONTROL.search(notify.atom) or any("\0" in word for word in notify.command):
        raise _KeyedError(given[0], f"'{given[0]}': it holds a control character")
    for name in notify.queries:
        if name not in queries:
            raise _KeyedError("queries", f"no query is called '{name}'")
    if notify.webhook:
        try:
            checked(notify.webhook)
        except UsageError as err:
            raise _KeyedError("webhook", str(err)) from err
    changed: dict[str, Any] = {"atom": str(folder / notify.atom)} if notify.atom else {}
    return replace(notify, **changed)
