"""A progress bar on standard error while long work runs: on a terminal only, and gone when the work is done."""

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bilat.cli.terminal import complain
from bilat.views.clean import clean

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

    from bilat.model import Failure

_EVERY = 0.1
"""Seconds between two drawings."""
_STAGES = {"read": "reading", "finish": "finishing"}


class Progress:
    """Shows how far long work is: hand it to what does the work, and it is told what is done of how much.

    Without a terminal nothing is drawn; failures are told either way, each in its own line, and counted.
    """

    def __init__(self, *, over_output: bool = True) -> None:
        """`over_output` False: results stream to standard output, so no bar where that is the same terminal."""
        self.failures = 0
        self._drawn = sys.stderr.isatty() and (over_output or not sys.stdout.isatty())
        self._bar: RichProgress | None = None
        self._task: TaskID | None = None
        self._shown = 0.0

    def __enter__(self) -> Self:
        if self._drawn:
            self._bar = _bar()
            self._task = self._bar.add_task(_STAGES["read"], total=None)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Notes how far a stage of the work is."""
        if self._bar is not None and self._task is not None:
            now = monotonic()
            due = now - self._shown >= _EVERY or done == total
            self._shown = now if due else self._shown
            description = _STAGES.get(stage, stage)
            self._bar.update(self._task, description=description, completed=done, total=total, refresh=due)

    def failed(self, failure: "Failure") -> None:
        """Tells of an input that failed, or of what was left out, above the bar if there is one."""
        self.failures += not failure.aside
        if self._bar is None:
            complain(failure.reason, failure.path)
        else:
            line = clean(f"bilat: {failure.path}: {failure.reason}")
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)


def _bar() -> "RichProgress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # drawn when something was done; no thread of its own
    )
