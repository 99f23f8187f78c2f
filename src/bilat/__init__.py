"""bilat: from a pile of news to the record of relations between countries.

    for doc in bilat.read("news/"):
        reading = bilat.extract(doc)

    bilat.build(["news/"], "relations.bilat")
    with bilat.open("relations.bilat") as record:
        bilat.timeline(record, "CN", "VN", since="2022-09")

Nothing heavy is loaded before it is used.
"""

# ruff: noqa: PLC0415  # what a function needs is loaded when it is called
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from os import PathLike, fspath
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilat.build import BuildReport
    from bilat.errors import (
        BilatError,
        EvidenceError,
        LimitError,
        PackError,
        PluginError,
        ReadError,
        StoreError,
        UsageError,
    )
    from bilat.lang.base import Language
    from bilat.model import (
        Claim,
        DisputeKind,
        DisputeMention,
        Document,
        Event,
        EventType,
        Evidence,
        Failure,
        Figure,
        Level,
        MechanismUse,
        Mode,
        Participant,
        Passage,
        Person,
        PhraseUse,
        Problem,
        Reading,
        Span,
        SpeakerKind,
        Stage,
        Status,
        Undertaking,
    )
    from bilat.record import EventFilter, ItemFilter, PeopleFilter, Record
    from bilat.views.brief.model import Brief
    from bilat.views.timeline import Timeline

__all__ = [
    "BilatError",
    "Brief",
    "BuildReport",
    "Claim",
    "DisputeKind",
    "DisputeMention",
    "Document",
    "Event",
    "EventFilter",
    "EventType",
    "Evidence",
    "EvidenceError",
    "Failure",
    "Figure",
    "ItemFilter",
    "Level",
    "LimitError",
    "MechanismUse",
    "Mode",
    "PackError",
    "Participant",
    "Passage",
    "PeopleFilter",
    "Person",
    "PhraseUse",
    "PluginError",
    "Problem",
    "ReadError",
    "Reading",
    "Record",
    "Span",
    "SpeakerKind",
    "Stage",
    "Status",
    "StoreError",
    "Timeline",
    "Undertaking",
    "UsageError",
    "brief",
    "build",
    "extract",
    "open",
    "read",
    "timeline",
]

_HOMES = {
    "Brief": "bilat.views.brief.model",
    "BuildReport": "bilat.build",
    "EventFilter": "bilat.record",
    "ItemFilter": "bilat.record",
    "PeopleFilter": "bilat.record",
    "Record": "bilat.record",
    "Timeline": "bilat.views.timeline",
}
"""Where a type of the face lives; errors live in `bilat.errors`, all others in `bilat.model`."""

AnyPath = str | PathLike[str]


def read(
    paths: AnyPath | Iterable[AnyPath],
    *,
    form: str | None = None,
    on_failure: "Callable[[Failure], object] | None" = None,
) -> "Iterator[Document]":
    """The documents in files, folders and patterns, one by one, in the order of the files' names.

    `form` names the form of every input instead of recognising it. The first input that cannot be read raises
    ReadError, unless `on_failure` takes it: then the rest is read.
    """
    from bilat.errors import ReadError
    from bilat.model import Failure
    from bilat.plugins import readers
    from bilat.readers import read_paths

    _make_readable_in_notebooks()
    asked = [paths] if isinstance(paths, str | PathLike) else list(paths)
    for found in read_paths([fspath(path) for path in asked], form, readers=readers()):
        if not isinstance(found, Failure):
            yield found
        elif on_failure is None:
            raise ReadError(f"{found.path}: {found.reason}")
        else:
            on_failure(found)


def extract(doc: "Document") -> "Reading":
    """All that is found in one document. A document in a language that is not read gives a Reading with a Problem."""
    from bilat.extract import extract as run

    _make_readable_in_notebooks()
    return run(doc, _languages())


@cache
def _languages() -> "tuple[Language, ...]":
    from bilat.packs import load
    from bilat.plugins import languages

    return tuple(languages(load()).values())


def build(
    paths: AnyPath | Iterable[AnyPath],
    output: AnyPath = "relations.bilat",
    *,
    form: str | None = None,
    workers: int | None = None,
    rehash: bool = False,
    decisions: AnyPath | None = None,
) -> "BuildReport":
    """Reads, extracts and links the articles of files, folders and patterns into one record file.

    Only new or changed documents are read again; `rehash` does not trust a file's size and time. Inputs that cannot be
    read are in the report's `failures`, decisions that are not applied in its `notices`. `decisions` names their file:
    `<output>.decisions`, unless an earlier build was given another. Raises StoreError where the record cannot be
    written; the old one stays whole.
    """
    from bilat.build import build as run

    asked = [paths] if isinstance(paths, str | PathLike) else list(paths)
    desk = None if decisions is None else fspath(decisions)
    return run(
        [fspath(path) for path in asked], fspath(output), form=form, workers=workers, rehash=rehash, decisions=desk
    )


def open(  # noqa: A001  # bilat.open reads like the built-in, and does its job
    path: AnyPath = "relations.bilat", *, shared: bool = False
) -> "Record":
    """The record in a file, for reading; close it, or use it in a `with`. `shared` when several threads ask it at the
    same time. Raises StoreError where there is none."""
    from bilat.record import Record

    return Record(fspath(path), shared=shared)


def timeline(  # noqa: PLR0913  # as many filters as the command has
    record: "Record",
    *countries: str,
    since: str | None = None,
    until: str | None = None,
    types: Iterable[str] = (),
    status: str | None = None,
    person: str | None = None,
    background: bool = False,
    level: str | None = None,
    publisher: str | None = None,
    limit: int | None = None,
) -> "Timeline":
    """What happened between countries (any name or code of them), in order of time. See `bilat timeline --help`."""
    from bilat.views.timeline import Timeline, find_events

    found = find_events(
        record,
        countries,
        since=since,
        until=until,
        types=types,
        status=status,
        person=person,
        background=background,
        level=level,
        publisher=publisher,
        limit=limit,
    )
    return Timeline(tuple(found))


def brief(  # what the command may be asked
    record: "Record",
    one: str,
    other: str,
    *,
    since: str | None = None,
    until: str | None = None,
    language: str = "en",
) -> "Brief":
    """What the record tells of two countries (any name or code of them) in a period, every sentence with the
    quotations that show it; `language` is `en`, `zh` or `vi`. Print it for Markdown; a notebook shows it as a page. See
    `bilat brief --help`."""
    from bilat.messages import translator
    from bilat.views.brief.compose import compose

    return compose(record, one, other, since=since, until=until, language=language, translator=translator(language))


def _make_readable_in_notebooks() -> None:
    from bilat.views.notebook import attach

    attach()


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'bilat' has no attribute {name!r}")
    home = _HOMES.get(name) or ("bilat.errors" if name.endswith("Error") else "bilat.model")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Face(ModuleType):
    """`bilat.build` and `bilat.extract` are functions to call and modules to import from. Loading such a module would
    put it in the function's place; it stays reachable with `from bilat.build import …`."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in __all__):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
