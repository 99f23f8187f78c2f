"""What is done in other processes, and what comes back: values that can be pickled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bilat.build.plan import Input
from bilat.engines.base import Ready
from bilat.model import Document, Reading

if TYPE_CHECKING:
    from bilat.readers.divided import Page
    from bilat.record import FileState

Shape = Callable[[Document, Reading], object]
"""What a worker makes of a reading before it sends it: something small and quick to pickle."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker needs to know: the plugins beside the installed ones, by which version of bilat's rules it is
    done (empty when no record is kept: files are not hashed then), and what to make of a reading."""

    plugins: tuple[str, ...]
    made_by: str
    shape: Shape


class FileTask(NamedTuple):
    inputs: tuple[Input, ...]


class DocumentTask(NamedTuple):
    path: str
    documents: tuple[Document, ...]


class PageTask(NamedTuple):
    """Pages of one file that is of a divisible form."""

    path: str
    pages: tuple[Page, ...]


class FileDone(NamedTuple):
    """A file was read. `state` is None when it could not be opened, or no record is kept; `same` when its bytes are
    those kept already."""

    input: Input
    state: FileState | None
    same: bool
    found: list[object]
    """What `Shape` made of each reading, and Failures, in the order of the file."""


class FileBegun(NamedTuple):
    """A large file or stream: what is in it follows in parts."""

    input: Input


class Part(NamedTuple):
    """Some of a large file. Of pages, `pages_read` says how many were articles, as the documents among them are
    numbered from 0, and `aside` how much was left out, by the reason."""

    found: list[object]
    pages_read: int | None = None
    aside: tuple[tuple[str, int], ...] = ()


class FileEnded(NamedTuple):
    state: FileState


class KeptTask(NamedTuple):
    """Files whose documents are there already, beside what failed of them: as a record kept them."""

    files: tuple[FileDone, ...]


Task = FileTask | DocumentTask | PageTask | KeptTask
Result = FileDone | FileBegun | Part | FileEnded
Item = Task | Ready[Sequence[Result]]
"""What an engine is given."""
