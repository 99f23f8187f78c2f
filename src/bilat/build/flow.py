"""read → extract → link → keep: the flow on one screen.

`<record>.building` is a record in the making. It starts as a copy of the record (empty when there is none),
takes what is new batch by batch, and takes the record's place in one step when it is complete. Until then the
record is as it was; after a crash the next build goes on with what `.building` holds.
"""

import json
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple

from bilat import record as kept
from bilat.build import work
from bilat.build.before import Before, Both, before, doubt, rescue_decisions
from bilat.build.copy_file import copying
from bilat.build.decided import Desk, beside, lay_out
from bilat.build.fingerprint import fingerprint, of_links
from bilat.build.keeper import Keeper
from bilat.build.linking import link_changes
from bilat.build.lock import building
from bilat.build.plan import Known, Plan, full, make_plan
from bilat.build.tasks import Result, Settings
from bilat.build.weaving import Weaving, kin_of
from bilat.engines.base import Crew, collecting_seldom
from bilat.errors import StoreError, UsageError
from bilat.link import is_article, outcomes, rule, settle
from bilat.link.events import Spun
from bilat.link.kin import Kins
from bilat.link.rulings import Rulings
from bilat.model import Failure
from bilat.model.decision import Ledger
from bilat.model.linking import Telling, Tenure
from bilat.plugins import engine as engine_named
from bilat.record import Changes, State, Writer

Progress = Callable[[str, int, int], None]
"""Called with what is being done (`read`, `finish`), how much of it is done, and how much there is: files for `read`,
steps for `finish`. From the main process and thread."""

_BATCH_CHARACTERS: Final = 3_000_000
"""What a crash can cost at most; about 8 s of work. Smaller batches make the search index slower to write."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """`documents` in the record now, of which `new` were added by this build and `unchanged` were there before;
    `removed` are gone. `failures` are inputs that could not be read, now or when they were last read, and lines that
    say no decision; `notices` tell, in a line each, of decisions that are not applied."""

    documents: int
    new: int
    unchanged: int
    removed: int
    failures: tuple[Failure, ...]
    digest: str
    notices: tuple[str, ...] = ()


def build(  # noqa: PLR0913 -- the record's one door: what, where, how, and who is told
    paths: Iterable[str | Path],
    output: str | Path = "relations.bilat",
    *,
    form: str | None = None,
    workers: int | None = None,
    rehash: bool = False,
    decisions: str | Path | None = None,
    progress: Progress | None = None,
    plugins: Sequence[str] = (),
    engine: str = work.LOCAL,
    engine_address: str | None = None,
    step: Callable[[str], None] | None = None,
    base: str | Path | None = None,
) -> BuildReport:
    """Reads all articles under `paths` and keeps them in the record `output`, with what it held before.

    Only new and changed files are read (by size and time; with `rehash` by their bytes, and the record is verified),
    and all of them after a change of rules or packs: those that are gone, out of what the record kept of them. A record
    of an older version, or one that is damaged, is made anew in the same way; a damaged one stays, as
    `<output>.damaged`. `workers` processes read (default: one for each core) on an `engine`, whose cluster is at
    `engine_address`; the record is the same for any number, on any. `decisions` names the file of people's decisions;
    without it that of the last build counts, else `<output>.decisions`. `plugins` are modules beside the installed
    plugins. `step` is called with a name at every point where a crash could matter: for tests of just that. `base` is
    the record to go on from, when it is another.

    Raises StoreError when the record cannot be written (no space, no permission, another build, a newer version),
    UsageError for a form or a file of decisions that does not exist. Whatever happens, the record is either as it was
    or complete.
    """
    target = Path(output)
    if target.is_symlink():
        target = target.resolve()  # the file is replaced, the link to it stays
    settings = Settings(tuple(plugins), fingerprint(tuple(plugins)), kept.pack)
    _check(target, form, tuple(plugins))
    _ = engine_named(engine, tuple(plugins))
    hands = _Hands(engine, Crew(workers, engine_address))
    job = _Job(target, settings, form or "", hands, progress, step or (lambda _: None))
    if base is not None:
        job.base, job.moved = Path(base), True
    with building(target), kept.storing(target), collecting_seldom():
        return job.run([str(path) for path in paths], decisions, rehash=rehash)


def migrate(
    old: str | Path, new: str | Path | None = None, *, workers: int | None = None, progress: Progress | None = None
) -> BuildReport:
    """Brings a record up to date, in its place or as `new`: of files that are still there what they hold now, of the
    others the documents as the record kept them, all read closely by today's rules. Its decisions go along.

    Raises StoreError where `old` is no record, UsageError where `new` is there already; else as `build`.
    """
    if not Path(old).is_file():
        msg = f"{old}: no such record"
        raise StoreError(msg)
    if new is not None and Path(new).exists():
        msg = f"{new}: is there already; name a new file"
        raise UsageError(msg)
    return build([], new or old, workers=workers, progress=progress, base=old)


def _check(target: Path, form: str | None, plugins: tuple[str, ...]) -> None:
    if not target.parent.is_dir():
        msg = f"{target}: there is no folder {target.parent}"
        raise StoreError(msg)
    if target.is_dir():
        msg = f"{target}: a folder, not a record"
        raise StoreError(msg)
    if form is not None:
        from bilat.plugins import readers  # noqa: PLC0415 -- the readers' libraries, only when they are asked for

        forms = [reader.form for reader in readers(plugins)]
        if form not in forms:
            msg = f"unknown form {form!r}; known are {', '.join(forms)}"
            raise UsageError(msg)


class _Hands(NamedTuple):
    """What the work is done on."""

    engine: str
    crew: Crew


class _Ahead:
    """Results that are begun before they are asked for."""

    def __init__(self, results: Generator[Result]) -> None:
        self._results = results
        self._first: list[Result] = []

    def __iter__(self) -> Iterator[Result]:
        return chain(self._first, self._results)

    def begin(self) -> None:
        """Waits until the first one is there."""
        self._first = [*islice(self._results, 1)]

    def close(self) -> None:
        """Nobody reads on."""
        self._results.close()


class _Job:
    """One run of `build`."""

    def __init__(
        self,
        target: Path,
        settings: Settings,
        form: str,
        hands: _Hands,
        progress: Progress | None,
        step: Callable[[str], None],
    ) -> None:
        self.target = self.base = target
        self.moved = False
        self.side = target.with_name(target.name + ".building")
        self.settings = settings
        self.linked_by = of_links(settings.made_by)
        self.form = form
        self.hands = hands
        self.progress: Progress = progress or (lambda _what, _done, _all: None)
        self.step = step
        self.new = 0
        self.kin: Kins | None = None
        self.desk = Desk("", State(), Ledger())

    def run(self, paths: list[str], decisions: str | Path | None, *, rehash: bool) -> BuildReport:
        distrust = doubt(self.base) if rehash else None
        try:
            return self._run(paths, decisions, rehash=rehash, distrust=distrust)
        except kept.DamagedError as err:
            if distrust is not None or not err.ours:
                raise
            self._discard()
            return self._run(paths, decisions, rehash=rehash, distrust=err.why)

    def _run(
        self, paths: list[str], decisions: str | Path | None, *, rehash: bool, distrust: str | None
    ) -> BuildReport:
        with ExitStack() as opened:
            was = opened.enter_context(before(self.base, distrust=distrust))
            in_place = was.whole and self.base == self.target
            if decisions is None and was.articles and (self.moved or not was.whole):
                was.notices.extend(rescue_decisions(self.base, was.decided, beside(self.target)))
            self.desk = lay_out(self.target, decisions, was.decided)
            plan = self._plan(paths, was.files, rehash=rehash)
            as_linked = (was.decided, was.linked_by) == (self.desk.state, self.linked_by)
            if in_place and plan.is_empty and not self.side.exists() and as_linked:
                return self._unchanged(plan)
            same = json.dumps([self.form, was.base, *sorted({full(path) for path in paths})])
            writer = self._left(same)
            if writer is not None:
                plan = self._plan(paths, Both(writer.files(), was.files), rehash=rehash)
            results = opened.enter_context(closing(self._results(plan, was)))
            writer = writer or self._anew(same, was, results)
            try:
                self.step("opened")
                self._keep(writer, plan, was, results)
                opened.close()
                return self._finish(writer, plan, was)
            except BaseException:
                with suppress(StoreError):
                    writer.rollback()
                    writer.close()
                raise

    def _plan(self, paths: list[str], known: Known, *, rehash: bool) -> Plan:
        plan = make_plan(paths, known, self.form, self.settings.made_by, rehash=rehash)
        plan.failures.extend(self.desk.failures())
        return plan

    def _unchanged(self, plan: Plan) -> BuildReport:
        """Nothing to do: nothing is written."""
        with kept.Record(self.target) as record:
            count = len(record)
            failures = (*plan.failures, *record.failures())
            notices = self.desk.notices(record.decisions())
            return BuildReport(count, 0, count, 0, failures, record.digest, notices)

    def _left(self, paths: str) -> Writer | None:
        """What an earlier build of the same paths left, to be gone on with."""
        self.new = 0
        if self.side.exists():
            with suppress(StoreError):
                writer = Writer(self.side, left=True)
                if writer.meta("paths") == paths:
                    return writer
                writer.close()
            self._discard()
        return None

    def _anew(self, paths: str, was: Before, results: "_Ahead") -> Writer:
        """A copy of the record, if there is one, made while those who read begin."""
        started = self.side.with_name(self.side.name + ".tmp")
        with suppress(FileNotFoundError):
            started.unlink()
        if was.whole:
            with copying(self.base, started):
                results.begin()
                self.kin = kin_of(self.settings.plugins)
            _ = started.replace(self.side)
        writer = Writer(self.side)
        writer.set_meta("paths", paths)
        return writer

    def _discard(self) -> None:
        for end in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                self.side.with_name(self.side.name + end).unlink()

    def _results(self, plan: Plan, was: Before) -> "_Ahead":
        """All that is to be read, of files and of what the record kept of others."""
        further = work.Further(
            was.tasks(plan.kept, self.settings.made_by), sum(max(state.size, 0) for state in plan.kept)
        )
        return _Ahead(work.results(plan.read, self.settings, self.hands.crew, self.hands.engine, further))

    def _keep(self, writer: Writer, plan: Plan, was: Before, results: "_Ahead") -> None:
        """Takes in what is read, batch by batch; then what the record before kept of files that cannot be read."""
        writer.begin()
        writer.remove_files(plan.removed)
        keeper = Keeper(writer, plan.failures)
        self._take(writer, keeper, plan, results)
        if not was.whole:
            lost = Plan(kept=[state for path in keeper.lost if (state := was.files.get(path))])
            with closing(self._results(lost, was)) as more:
                self._take(writer, keeper, lost, more)
        writer.commit()
        plan.read.clear()  # 0.3 MB a thousand files
        self.step("read")

    def _take(self, writer: Writer, keeper: Keeper, plan: Plan, results: Iterable[Result]) -> None:
        total = keeper.files + len(plan.read) + len(plan.kept)
        for result in results:
            self.new += keeper.take(result)
            self.progress("read", keeper.files, total)
            if keeper.characters >= _BATCH_CHARACTERS:
                self.step("batch")
                writer.commit()
                self.step("committed")
                writer.begin()
                keeper.characters = 0

    def _finish(self, writer: Writer, plan: Plan, was: Before) -> BuildReport:
        """Links, checks, and puts the new record in the place of the old."""
        self.progress("finish", 0, 4)
        writer.begin()
        if writer.meta("linked_by") != self.linked_by:
            writer.unlink()
        changes = writer.settle(is_article, settle)
        notices = self._link(writer, changes)
        writer.set_meta("linked_by", self.linked_by)
        removed = writer.remove_orphans()
        self.step("linked")
        self.progress("finish", 1, 4)
        digest = writer.complete()
        writer.commit()
        self.step("completed")
        self.progress("finish", 2, 4)
        damage = writer.check()
        if damage:
            writer.close()
            self._discard()
            first = damage[0]
            msg = f"{self.target}: not replaced, as the new record is damaged: {first.table} {first.id}: {first.reason}"
            raise StoreError(msg)
        count, failures = writer.count(), (*plan.failures, *writer.failures())
        writer.close(single=True)
        self.step("closed")
        self.progress("finish", 3, 4)
        if self.base == self.target:
            was.keep_aside(self.target)
        _replace(self.side, self.target)
        self.step("replaced")
        self.progress("finish", 4, 4)
        return BuildReport(count, self.new, count - self.new, removed, failures, digest, (*was.notices, *notices))

    def _link(self, writer: Writer, changes: Changes) -> tuple[str, ...]:
        """Which namings are one actor, which tellings one event, which documents copies; first by what people decided.
        Returns what there is to tell of the decisions."""
        kin = self.kin or kin_of(self.settings.plugins)
        decisions = self.desk.ledger.decisions
        named = sorted({id_ for d in decisions for id_ in (*d.ids, *d.others)})
        rulings = rule(decisions, writer.kinds(named))
        store = writer.linking
        link_changes(writer, kin, rulings, changes, None if self.hands.engine == work.LOCAL else self._weave)
        ruled = outcomes(rulings, store.actor_of(named), store.homes(named))
        writer.decide(ruled)
        writer.set_meta("decisions", json.dumps(self.desk.state))
        return self.desk.notices(ruled)

    def _weave(self, tenures: Sequence[Tenure], rulings: Rulings, tasks: Iterable[Sequence[Telling]]) -> Iterator[Spun]:
        """Events of blocks of tellings, made on the engine."""
        extra = self.settings.plugins
        job = Weaving(extra, of_links(fingerprint(extra)), tuple(tenures), rulings)
        return engine_named(self.hands.engine, extra).spread(job, tasks, self.hands.crew)


def _replace(side: Path, target: Path) -> None:
    """Puts the finished file in the record's place, on disk too, so that a power cut finds one or the other."""
    with side.open("rb+") as stream:
        os.fsync(stream.fileno())
    _ = side.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
