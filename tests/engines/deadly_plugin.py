"""The notes of `stub_plugin`, with a word that kills whoever reads it: once, or each time."""

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

from bilat.hookspecs import hookimpl
from bilat.model import Document, Failure
from bilat.readers import RawFile
from tests.build.stub_plugin import Notes, Simple


class Deadly(Notes):
    def read(self, raw: RawFile) -> Iterator[Document | Failure]:
        died = Path(raw.path).parents[1] / Path(raw.path).with_suffix(".died").name
        if "deadly always" in raw.head or ("deadly" in raw.head and not died.exists()):
            died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield from super().read(raw)


@hookimpl
def bilat_readers() -> Sequence[object]:
    return [Deadly()]


@hookimpl
def bilat_languages() -> Sequence[object]:
    return [Simple()]
