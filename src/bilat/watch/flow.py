"""Rounds: poll what is due, keep what is new, build, tell; then wait, or end after one round."""

from collections.abc import Callable
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Final, Protocol

from bilat.build import build
from bilat.build.lock import building
from bilat.errors import BilatError, StoreError
from bilat.model import Failure
from bilat.watch.archive import Archive
from bilat.watch.client import Client
from bilat.watch.happening import Clock, Tell
from bilat.watch.notices import Notices
from bilat.watch.pace import Hosts
from bilat.watch.poll import Desk, FeedPoll, FeedState, state_of
from bilat.watch.round import Sends, run
from bilat.watch.settings import FeedSettings, Settings
from bilat.watch.trip import Trips

_LONGEST_NAP: Final = 3600.0
_AGAIN: Final = 60.0


class Built(Protocol):
    """What `watch` asks of a build's report."""

    @property
    def documents(self) -> int: ...
    @property
    def new(self) -> int: ...
    @property
    def failures(self) -> tuple[Failure, ...]: ...


Builder = Callable[[list[str], str], Built]


def agent_of(settings: Settings) -> str:
    """The User-Agent: the one given, else bilat with its version."""
    return settings.watch.user_agent or f"bilat/{version('bilat')}"


def watch(
    settings: Settings,
    clock: Clock,
    tell: Tell,
    *,
    once: bool = False,
    client: Sends | None = None,
    builder: Builder = build,
) -> bool:
    """Watches until interrupted; with `once` a single round of all feeds that may be asked now. Returns whether all
    went well. Raises StoreError when the archive cannot be written or another watch has it."""
    archive = Archive(settings.watch.archive)
    with _alone(archive):
        watching = _Watching(settings, clock, tell, archive, client or Client(agent_of(settings)), builder)
        while True:
            well = watching.round(all_feeds=once)
            if once:
                return well
            clock.sleep(watching.nap())


@contextmanager
def _alone(archive: Archive):
    """One watch of an archive at a time."""
    try:
        archive.own.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        msg = f"{archive.folder}: cannot be written: {err.strerror or err}"
        raise StoreError(msg) from err
    held = building(archive.own / "watch")
    try:
        held.__enter__()
    except StoreError as err:
        msg = f"{archive.folder}: another bilat watch keeps its pages there, or the folder cannot be written"
        raise StoreError(msg) from err
    try:
        yield
    finally:
        held.__exit__(None, None, None)


class _Watching:
    """What lasts from round to round."""

    def __init__(
        self, settings: Settings, clock: Clock, tell: Tell, archive: Archive, client: Sends, builder: Builder
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._archive = archive
        self._client = client
        self._build = builder
        rules = settings.watch
        self._hosts = Hosts(rules.delay)
        trips = Trips(rules, agent_of(settings), archive, self._hosts)
        self._desk = Desk(rules, archive, trips, self._hosts, clock, tell)
        self._states = {feed.url: state_of(archive, feed.url) for feed in settings.feed}
        self._desk.pages = {item.url for state in self._states.values() for item in state.items.values() if item.slice}
        self._notices = Notices(settings, archive, Path(rules.record))

    def round(self, *, all_feeds: bool) -> bool:
        """Polls, builds and tells. Returns whether all went well."""
        desk, now = self._desk, self._clock.time()
        desk.kept, desk.failed = 0, False
        desk.asked.clear()
        self._take_new_rules()
        due = [feed for feed in self._settings.feed if self._may(feed, now, all_feeds=all_feeds)]
        polls = [FeedPoll(feed, self._state(feed), desk).run() for feed in due]
        try:
            run(polls, self._client, self._hosts, self._clock, self._archive)
        finally:
            for poll in polls:
                poll.close()
        if self._archive.state("build").get("wanted"):
            self._bring_up_to_date()
        self._notices.tell(desk, self._client)
        return not desk.failed

    def _take_new_rules(self) -> None:
        """After a change of bilat's rules the record is built before anything new comes: what the new rules find in old
        articles is no news."""
        record = self._settings.watch.record
        if self._archive.state("build").get("wanted") or not Path(record).exists():
            return
        if self._notices.is_of_other_rules():
            try:
                _ = self._build([str(self._archive.folder)], record)
                self._notices.take_as_known()
            except BilatError as err:
                self._desk.tell("failed", record, str(err), bad=True)
                return
            self._desk.tell("built", record, "anew, by other rules; nothing of it is new")

    def _state(self, feed: FeedSettings) -> FeedState:
        return self._states[feed.url]

    def _may(self, feed: FeedSettings, now: float, *, all_feeds: bool) -> bool:
        """Whether a feed is asked in this round: when its time has come; with `all_feeds` whenever it is no offence."""
        state = self._state(feed)
        if all_feeds and state.not_before > now:
            self._desk.tell("feed", feed.url, "not asked again yet")
        return (state.not_before if all_feeds else state.due) <= now

    def _bring_up_to_date(self) -> None:
        """Builds the record, and finds what is new in it. Another build of the record is waited for until next time."""
        desk, record = self._desk, self._settings.watch.record
        try:
            self._notices.before()
            report = self._build([str(self._archive.folder)], record)
            self._notices.after(self._clock.time())
        except BilatError as err:
            desk.tell("failed", record, str(err), bad=True)
            return
        self._archive.keep_state("build", {"wanted": False})
        desk.tell("built", record, f"{report.new} new of {report.documents} documents", new=report.new)
        self._tell_unread(report.failures)

    def _tell_unread(self, failures: tuple[Failure, ...]) -> None:
        """Tells of archived pages that could not be read, once."""
        told = set(self._notices.state.unread)
        for failure in failures:
            if failure.path not in told:
                self._desk.tell("skipped", failure.path, failure.reason)
        paths = sorted({failure.path for failure in failures})
        if paths != self._notices.state.unread:
            self._notices.state.unread = paths
            self._notices.save()

    def nap(self) -> float:
        """Seconds until something is due."""
        now = self._clock.time()
        soonest = min([self._state(feed).due for feed in self._settings.feed], default=now)
        waiting = self._notices.due()
        if waiting is not None:
            soonest = min(soonest, waiting)
        if self._archive.state("build").get("wanted"):
            soonest = min(soonest, now + _AGAIN)
        return min(max(soonest - now, 1.0), _LONGEST_NAP)
