"""Who is told what, once: what each query knew already, and what is still to be told.

What is new is found and written down as to be told in one step, and crossed out when it was told. A crash between the
telling and the crossing out tells it again, under the same id; a crash anywhere else neither loses nor repeats it.
"""

from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

from bilat.build.fingerprint import fingerprint, of_links
from bilat.errors import StoreError
from bilat.record import Record
from bilat.record.ids import canonical
from bilat.watch.archive import Archive
from bilat.watch.deliver import deliver
from bilat.watch.happening import stamp
from bilat.watch.pace import back_off
from bilat.watch.poll import Desk
from bilat.watch.queries import Match, keys, matches, news
from bilat.watch.round import Sends
from bilat.watch.settings import Notify, Query, Settings

_STATE: Final = "notices"
_MOST: Final = 100
"""Matches in one notice; the others are counted."""
_TRIES: Final = 8
_WAIT: Final = 60.0


class Waiting(Struct):
    """A notice that is still to be told: to whom, after how many tries, not before when."""

    target: str
    notice: dict[str, Any]
    tries: int = 0
    not_before: float = 0


class State(Struct):
    """What each query knows, by the query's hash; what waits; what each Atom file tells; inputs that could not be read
    and were told of; the rules by which the record was made."""

    known: dict[str, list[str]] = {}
    waiting: list[Waiting] = []
    told: dict[str, list[Any]] = {}
    unread: list[str] = []
    made_by: str = ""


class Notices:
    """The notices of one archive."""

    def __init__(self, settings: Settings, archive: Archive, record: Path) -> None:
        self._settings = settings
        self._archive = archive
        self._record = record
        try:
            self.state = msgspec.convert(archive.state(_STATE), State)
        except msgspec.ValidationError:
            self.state = State()

    def is_of_other_rules(self) -> bool:
        """Whether the record was made by other rules than those of now, which find other things in the old articles."""
        return bool(self.state.made_by) and self.state.made_by != _rules()

    def take_as_known(self) -> None:
        """Takes all that the record has as known: none of it is new."""
        with Record(self._record) as record:
            for query in self._settings.query:
                had = set(self.state.known.get(_id(query), []))
                self.state.known[_id(query)] = sorted(had | keys(matches(record, query)))
        self.state.made_by = _rules()
        self.save()

    def before(self) -> None:
        """Notes what the record has for queries that are asked for the first time: none of that is new."""
        asked = [query for query in self._settings.query if _id(query) not in self.state.known]
        if not asked:
            return
        if not self._record.exists():
            self.state.known |= {_id(query): [] for query in asked}
        else:
            try:
                with Record(self._record) as record:
                    self.state.known |= {_id(query): sorted(keys(matches(record, query))) for query in asked}
            except StoreError:
                return  # of an older version: known after the build
        self.save()

    def after(self, now: float) -> None:
        """Finds what is new in the record, and writes it down as to be told."""
        names = {_id(query) for query in self._settings.query}
        known = {id_: found for id_, found in self.state.known.items() if id_ in names}
        waiting = list(self.state.waiting)
        with Record(self._record) as record:
            for query in self._settings.query:
                id_ = _id(query)
                if id_ not in known:
                    known[id_] = sorted(keys(matches(record, query)))
                    continue
                had = set(known[id_])
                found = news(record, query, had)
                if found:
                    waiting.extend(self._waiting(query, found, now))
                    known[id_] = sorted(had | {key for match in found for key in (match.key, match.also) if key})
        self.state.known, self.state.waiting, self.state.made_by = known, waiting, _rules()
        self.save()

    def _waiting(self, query: Query, found: list[Match], now: float) -> list[Waiting]:
        targets = [n.target for n in self._settings.notify if not n.queries or query.name in n.queries]
        id_ = _id(query)
        notice: dict[str, Any] = {
            "id": _hash([id_, [match.key for match in found]]),
            "query": query.name,
            "when": query.when,
            "at": stamp(now),
            "record": str(self._record),
            "matches": [_plain(id_, match) for match in found[:_MOST]],
            "more": max(len(found) - _MOST, 0),
        }
        return [Waiting(target, notice) for target in targets]

    def tell(self, desk: Desk, client: Sends) -> None:
        """Tells what is due."""
        by_target = {notify.target: notify for notify in self._settings.notify}
        for waiting in list(self.state.waiting):
            to = by_target.get(waiting.target)
            if to is None:
                self._drop(waiting)
                desk.tell(
                    "told",
                    waiting.notice["query"],
                    "not told: who was to be told stands no longer in the file",
                    bad=True,
                )
            elif waiting.not_before <= desk.clock.time():
                self._tell(waiting, to, desk, client)

    def _tell(self, waiting: Waiting, to: Notify, desk: Desk, client: Sends) -> None:
        notice = waiting.notice
        reason = deliver(notice, to, client, desk.clock, self.state.told)
        number = len(notice["matches"]) + notice["more"]
        if not reason:
            self._drop(waiting)
            desk.tell("told", notice["query"], f"{number} to {_short(to)}", matches=number, id=notice["id"])
            return
        waiting.tries += 1
        if waiting.tries >= _TRIES:
            self._drop(waiting)
            desk.tell("told", notice["query"], f"given up after {_TRIES} tries: {_short(to)} {reason}", bad=True)
            return
        waiting.not_before = desk.clock.time() + back_off(_WAIT, waiting.tries, notice["id"])
        self.save()
        desk.tell("told", notice["query"], f"not yet: {_short(to)} {reason}", bad=True)

    def _drop(self, waiting: Waiting) -> None:
        self.state.waiting.remove(waiting)
        self.save()

    def due(self) -> float | None:
        """When the next of what waits is due; None when nothing waits."""
        return min((waiting.not_before for waiting in self.state.waiting), default=None)

    def save(self) -> None:
        """Keeps the state."""
        self._archive.keep_state(_STATE, msgspec.to_builtins(self.state))


def _plain(query: str, match: Match) -> dict[str, Any]:
    texts = {"summary": match.summary, "url": match.url, "quote": match.quote}
    return {"id": _hash([query, match.key]), **texts, "found": match.found()}


def _short(to: Notify) -> str:
    """The one who is told, without what may be secret in an address."""
    if to.webhook:
        return "webhook " + checked_host(to.webhook)
    return f"command {to.command[0]}" if to.command else f"atom {to.atom}"


def checked_host(url: str) -> str:
    """The host of an address."""
    from bilat.watch.address import host_of  # noqa: PLC0415 -- only where a webhook is told of

    return host_of(url)


def _rules() -> str:
    """What stands for all rules of reading and linking."""
    return of_links(fingerprint())


def _id(query: Query) -> str:
    return _hash(list(msgspec.to_builtins(query).items()))


def _hash(says: list[Any]) -> str:
    return blake2b(canonical(says), digest_size=8).hexdigest()
