"""What linking keeps of names from build to build, so that a day of news costs what the day touches.

A local is all namings of one name and country in the documents that count. What is kept of it are sums and first and
last days over documents; what one document says is not kept here.
"""

from collections.abc import Mapping
from typing import NamedTuple

from bilat.model.linking import Tenure


class Local(NamedTuple):
    """`name` is folded; `documents` counts those that name it; `actor` is who it was when last linked, at first
    itself."""

    id: str
    name: str
    country: str | None
    documents: int
    actor: str


class Form(NamedTuple):
    """Something by which a local is found beside others: `kind` is a rule (`alias`, `spelling`, `short`), `key` what
    those have in common that the rule compares. `documents` counts those that say so."""

    kind: str
    key: str
    local: str
    documents: int


class Seen(NamedTuple):
    """A local in an office: first and last published day (ISO, None when no document has one), in how many documents,
    and in how many under each title as written."""

    local: str
    country: str | None
    office: str
    sole: bool
    first: str | None
    last: str | None
    documents: int
    titles: Mapping[str, int]


class ActorChanges(NamedTuple):
    """What is new about actors since they were last linked: locals whose actor is another one now (or that no document
    names any more), and tenures, each as it was and as it is, None where there was or is none. Of a first build, where
    all is new, no tenures are listed.

    `compared` are the locals that were joined anew, None for all: joints and doubts are among these or not new."""

    moved: frozenset[str]
    tenures: tuple[tuple[Tenure | None, Tenure | None], ...]
    compared: frozenset[str] | None
