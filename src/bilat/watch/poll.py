"""One feed, once: what is new in it → the archive. A generator of Hops, see `trip.py`.

An entry is known by its bytes, else by its key and what it says; only a new or changed one costs a request. What could
not be had this time stays unknown, and the feed is then asked in full the next time.
"""

from collections.abc import Generator
from hashlib import blake2b, sha256
from typing import Any, Final

import msgspec
from msgspec import Struct

from bilat.errors import ReadError, UsageError
from bilat.readers.entries import Entry, FeedBytes
from bilat.watch.address import checked, host_of
from bilat.watch.archive import Archive, kept_headers
from bilat.watch.client import Answer, Hop, Missed
from bilat.watch.happening import Clock, Happening, Tell, stamp
from bilat.watch.pace import DAY, Hosts, back_off, max_age
from bilat.watch.settings import FeedSettings, Watch
from bilat.watch.trip import Trips

Poll = Generator[Hop, Answer | Missed, None]

TRIES: Final = 5
"""How many polls in a row a page may fail before it is left."""
_FORGET: Final = 60 * DAY
"""Seconds after which an entry that left its feed is forgotten."""
_PARSED: Final = 2_000_000
"""Bytes of new entries that are read in one poll."""
_PATIENT: Final = 60.0
"""Seconds: a host that wants to be left alone for longer is asked at the next poll."""
_FEEDS: Final = "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"
_PAGES: Final = "text/html, application/xhtml+xml, */*;q=0.5"
_READABLE: Final = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml")


class Item(Struct):
    """An entry that was seen: hashes of its bytes (empty while its page is still to be had) and of what it says, the
    last time the feed had it, and the page's address, hash and validators."""

    slice: str
    says: str
    seen: float
    url: str = ""
    tries: int = 0
    sha256: str = ""
    etag: str = ""
    modified: str = ""


class FeedState(Struct):
    """Where a feed stands: validators and hash of the last answer, failures in a row, when it is due, when it may be
    asked at the earliest, and its entries by key."""

    url: str
    etag: str = ""
    modified: str = ""
    sha256: str = ""
    failures: int = 0
    due: float = 0
    not_before: float = 0
    items: dict[str, Item] = {}


def state_of(archive: Archive, url: str) -> FeedState:
    """Where a feed stands; a new one at its beginning."""
    try:
        return msgspec.convert(archive.state(url), FeedState)
    except msgspec.ValidationError:
        return FeedState(url)


class Desk:
    """What all polls share. `pages` are the addresses had already, by any feed, `asked` those asked for in this round;
    `kept` counts what it kept."""

    def __init__(self, rules: Watch, archive: Archive, trips: Trips, hosts: Hosts, clock: Clock, tell: Tell) -> None:
        self.rules = rules
        self.archive = archive
        self.trips = trips
        self.hosts = hosts
        self.clock = clock
        self._tell = tell
        self.pages: set[str] = set()
        self.asked: set[str] = set()
        self.kept = 0
        self.failed = False

    def tell(self, what: str, about: str, detail: str, *, bad: bool = False, **more: Any) -> None:
        """Tells what happened now."""
        self.failed = self.failed or bad
        self._tell(Happening(stamp(self.clock.time()), what, about, detail, bad, more))


class FeedPoll:
    """A poll of one feed."""

    def __init__(self, feed: FeedSettings, state: FeedState, desk: Desk) -> None:
        self.feed = feed
        self.state = state
        self._desk = desk
        self._left = 0
        self._new = 0
        self._language = (("accept-language", feed.language),) if feed.language else ()
        self.interval = float(feed.interval or desk.rules.interval)

    def run(self) -> Poll:
        """Asks for the feed, then for what is new in it. Raises OSError when the archive cannot be written."""
        try:
            yield from self._run()
        except OSError:
            raise
        except Exception as err:  # noqa: BLE001 -- one feed must not stop the others, whatever is wrong with it
            self._fail(Missed(self.feed.url, f"{type(err).__name__}: {str(err)[:160]}", again=True))

    def _run(self) -> Poll:
        desk, state, now = self._desk, self.state, self._desk.clock.time()
        shut = desk.hosts.shut_for(host_of(checked(self.feed.url)), now)
        if shut > _PATIENT:
            self._fail(Missed(self.feed.url, "its host asked to be left alone", again=True, wait=shut))
            return
        headers = (("accept", _FEEDS), *self._language, *_conditions(state.etag, state.modified))
        answer = yield from desk.trips.to(self.feed.url, "feed", headers, now)
        if isinstance(answer, Missed):
            self._fail(answer)
            return
        digest = sha256(answer.body).hexdigest()
        if answer.status == 304 or digest == state.sha256:
            self._done(answer, 0, "unchanged")
            return
        try:
            found = FeedBytes(answer.body)
        except ReadError as err:
            self._fail(Missed(answer.url, str(err), again=True))
            return
        yield from self._entries(found, answer)
        if self._new:
            desk.archive.keep_feed(answer.body)
        whole = not self._left
        state.etag, state.modified = (answer.header("etag"), answer.header("last-modified")) if whole else ("", "")
        state.sha256 = digest if whole else ""
        later = f", {self._left} for later" if self._left else ""
        self._done(answer, found.ttl, f"{self._new} new of {len(found.slices)}{later}")

    def _entries(self, found: FeedBytes, answer: Answer) -> Poll:
        desk, state = self._desk, self.state
        now = desk.clock.time()
        known = {item.slice: item for item in state.items.values() if item.slice}
        taken, size, met = 0, 0, set[str]()
        for piece in found.slices:
            digest = blake2b(piece, digest_size=8).hexdigest()
            if digest in known:
                known[digest].seen = now
                continue
            if taken >= desk.rules.max_items or size >= _PARSED:
                self._left += 1
                continue
            size += len(piece)
            entry = found.read(piece)
            if entry is None:
                state.items[digest] = Item(digest, digest, now)
                desk.tell("skipped", self.feed.url, f"an entry that cannot be read: {len(piece)} bytes")
                continue
            old = state.items.get(entry.key)
            if entry.key in met:
                continue
            met.add(entry.key)
            if old is not None and old.slice and old.says == entry.says:
                old.slice, old.seen = digest, now
                continue
            taken += 1
            if self.feed.fetch == "item":
                self._keep_item(found.alone(piece), entry, digest, answer)
            else:
                yield from self._page(entry, digest, old, answer.url)
            self._save()

    def _keep_item(self, data: bytes, entry: Entry, digest: str, answer: Answer) -> None:
        now = self._desk.clock.time()
        try:
            url = checked(entry.url, answer.url) if entry.url else ""
        except UsageError:
            url = ""
        self._keep(data, "xml", url, entry, answer)
        self.state.items[entry.key] = Item(digest, entry.says, now, url)

    def _page(self, entry: Entry, digest: str, old: Item | None, base: str) -> Poll:
        desk, now = self._desk, self._desk.clock.time()
        try:
            url = checked(entry.url, base) if entry.url else ""
        except UsageError as err:
            self._leave(entry, digest, entry.url[:200], str(err))
            return
        if url in {"", base}:
            self._leave(entry, digest, entry.key[:200], "an entry without an address of its own")
            return
        same = old is not None and old.url == url
        item = Item(digest, entry.says, now, url, old.tries if old is not None else 0)
        if url in desk.asked or (url in desk.pages and not (same and old is not None and old.slice)):
            self.state.items[entry.key] = item
            return
        if desk.hosts.shut_for(host_of(url), now) > _PATIENT:
            self._left += 1
            return
        desk.asked.add(url)
        validators = _conditions(old.etag, old.modified) if same and old is not None else ()
        answer = yield from desk.trips.to(url, "page", (("accept", _PAGES), *self._language, *validators), now)
        if isinstance(answer, Missed):
            self._missed(entry, item, answer)
            return
        desk.pages.add(url)
        item.tries, item.etag, item.modified = 0, answer.header("etag"), answer.header("last-modified")
        item.sha256 = sha256(answer.body).hexdigest() if answer.status == 200 else old.sha256 if old else ""
        self.state.items[entry.key] = item
        kind = answer.header("content-type").partition(";")[0].strip().lower()
        if answer.status == 304 or (old is not None and old.sha256 == item.sha256):
            desk.tell("skipped", url, "unchanged")
        elif kind and kind not in _READABLE:
            desk.tell("skipped", url, f"no page but {kind[:60]}")
        elif not answer.body.strip():
            desk.tell("skipped", url, "an empty page")
        else:
            self._keep(answer.body, "html", answer.url, entry, answer)

    def _missed(self, entry: Entry, item: Item, missed: Missed) -> None:
        """A page that was not had: later, when that may go better, else never."""
        item.tries += 1
        if missed.again and item.tries < TRIES:
            item.slice = ""
            self._left += 1
            if missed.wait:
                self._desk.hosts.shut(host_of(item.url), self._desk.clock.time() + missed.wait)
        self.state.items[entry.key] = item
        self._desk.tell(
            "skipped", item.url, missed.reason + (", again later" if not item.slice else ""), bad=missed.again
        )

    def _leave(self, entry: Entry, digest: str, about: str, reason: str) -> None:
        self.state.items[entry.key] = Item(digest, entry.says, self._desk.clock.time())
        self._desk.tell("skipped", about, reason)

    def _keep(self, data: bytes, form: str, url: str, entry: Entry, answer: Answer) -> None:
        desk = self._desk
        now = desk.clock.time()
        known = {
            "url": url,
            "publisher": self.feed.publisher,
            "title": entry.title,
            "published": entry.published,
            "fetched": stamp(now),
            "feed": self.feed.url,
            "headers": kept_headers(answer.headers),
        }
        if not desk.kept:
            desk.archive.keep_state("build", {"wanted": True})
        path, new = desk.archive.keep(host_of(url or answer.url), stamp(now)[:10], data, form, known)
        desk.kept += 1
        self._new += 1
        file = path.relative_to(desk.archive.folder).as_posix()
        desk.archive.log({"at": stamp(now), "kind": "kept", "url": url, "file": file, "new": new})
        desk.tell("kept", url or answer.url, entry.title[:200] or "no title", file=file)

    def _done(self, answer: Answer, ttl: float, detail: str) -> None:
        state, now = self.state, self._desk.clock.time()
        asked = max(max_age(answer.header("cache-control")), min(ttl, DAY))
        state.failures, state.due = 0, now + max(self.interval, asked)
        state.not_before = now + 0.9 * asked  # one that comes a moment early, as from cron, is no offence
        state.items = {key: item for key, item in state.items.items() if now - item.seen < _FORGET}
        self._save()
        self._desk.tell("feed", self.feed.url, detail, new=self._new, status=answer.status)

    def _fail(self, missed: Missed) -> None:
        state, now = self.state, self._desk.clock.time()
        state.failures += 1
        wait = max(back_off(self.interval, state.failures, self.feed.url), missed.wait)
        state.due = state.not_before = now + wait
        self._save()
        self._desk.tell("failed", self.feed.url, f"{missed.reason}; next try {stamp(state.due)}", bad=True)

    def _save(self) -> None:
        self._desk.archive.keep_state(self.feed.url, msgspec.to_builtins(self.state))


def _conditions(etag: str, modified: str) -> tuple[tuple[str, str], ...]:
    """Headers that ask for an answer only if there is something new."""
    asked = (("if-none-match", etag), ("if-modified-since", modified))
    return tuple((name, value) for name, value in asked if value and value.isprintable() and value.isascii())
