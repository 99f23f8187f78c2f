"""What was read → the record in the making."""

from typing import cast

from bilat.build.plan import Input
from bilat.build.tasks import FileBegun, FileDone, FileEnded, Part, Result
from bilat.errors import StoreError
from bilat.model import Failure
from bilat.record import FileState, Packed, Writer


class Keeper:
    """Takes results into a writer; `files` done so far, `characters` since the last commit (set back by the caller)."""

    def __init__(self, writer: Writer, failures: list[Failure]) -> None:
        self._writer = writer
        self._failures = failures
        self.files = 0
        self.lost: list[str] = []
        self.characters = 0
        self._number = 0
        self._first = 0
        self._open: list[Failure] = []

    def take(self, result: Result) -> int:
        """Keeps one result. Returns how many documents were new."""
        match result:
            case FileDone(file, None, _, found):
                self.files += 1
                self._lost(file, found)
                return 0
            case FileDone(_, FileState() as state, True, _):
                self.files += 1
                self._writer.touch_file(state)
                return 0
            case FileDone(file, FileState() as state, _, found):
                self._begin(file)
                new = self._part(found)
                self._end(state)
                return new
            case FileBegun(file):
                self._begin(file)
                return 0
            case Part(found):
                return self._part(found)
            case FileEnded(state):
                self._end(state)
                return 0
            case _:
                msg = f"a worker returned {type(result).__name__}"
                raise StoreError(msg)

    def _begin(self, file: Input) -> None:
        self._number, self._first, self._open = self._writer.start_file(file.path), 0, []

    def _part(self, found: list[object]) -> int:
        documents = [item for item in found if isinstance(item, Packed)]
        self._open.extend(item for item in found if isinstance(item, Failure))
        self.characters += sum(packed.text[0] for packed in documents)
        new = self._writer.add(self._number, documents, self._first)
        self._first += len(documents)
        return new

    def _end(self, state: FileState) -> None:
        self.files += 1
        self._writer.end_file(self._number, state, self._open)

    def _lost(self, file: Input, found: list[object]) -> None:
        """A file that could not be opened: what an earlier build kept of it stays."""
        self.lost.append(file.path)
        why = cast("list[Failure]", found) or [Failure(file.given, "no longer there")]
        self._failures.extend(why)
