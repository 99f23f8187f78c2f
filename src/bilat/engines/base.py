"""What an engine is, and what it is given."""

import gc
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)

AHEAD: Final = 3
"""Tasks under way for each process: enough that none waits, few enough that memory does not grow with the corpus."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who works: `workers` processes at most (None: as many as there are cores), on the cluster at `address` (None: one
    of this machine). `small` says that the work is done sooner than a second process starts."""

    workers: int | None = None
    address: str | None = None
    small: bool = False


class Job(Protocol[T_contra, R_co]):
    """One kind of work. It is sent to each process (pickled) and started there once, as packs take a while to load;
    what it returns then does the tasks."""

    def start(self) -> Callable[[T_contra], R_co]: ...


class Ready(NamedTuple, Generic[R_co]):
    """A result that is there already: it has its turn among those of the tasks."""

    result: R_co


class Engine(Protocol):
    """A way to do many tasks at once; offered by the hook `bilat_engines`.

    `name` is the word for `--engine`, `about` a line on what it is, `needs` the packages it imports beyond the core.
    """

    @property
    def name(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def needs(self) -> tuple[str, ...]: ...

    def spread(self, job: Job[T, R], items: Iterable[T | Ready[R]], crew: Crew) -> Iterator[R]:
        """The results in the order of the items, whoever is done first; `items` is drawn from as results are taken, so
        that a bounded number is under way. A task whose process is lost is done again, or StoreError is raised; what a
        task raises is raised here."""
        ...


def collect_seldom() -> None:
    """Looks for cycles of unused objects less often: reading makes many objects and hardly a cycle, and each look
    goes over all the packs. For processes of our own."""
    gc.set_threshold(50_000, 50, 100)


@contextmanager
def collecting_seldom() -> Generator[None]:
    """The same until the end of `with`, for a process that is not ours."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def collect_never() -> None:
    """Leaves what there is out of the search for cycles, which would go over all the packs once more when the process
    ends: a tenth of a second. For processes of our own that are done."""
    gc.freeze()
