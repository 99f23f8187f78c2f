"""Polls of many feeds, side by side: the next request goes to the host that may be asked soonest."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol

from bilat.watch.address import host_of
from bilat.watch.archive import Archive, kept_headers
from bilat.watch.client import Answer, Hop, Missed
from bilat.watch.happening import Clock, stamp
from bilat.watch.pace import Hosts
from bilat.watch.poll import Poll


class Sends(Protocol):
    """Whatever sends hops."""

    def send(self, hop: Hop) -> Answer | Missed: ...


def run(polls: Sequence[Poll], client: Sends, hosts: Hosts, clock: Clock, archive: Archive) -> None:
    """Runs polls to their end. No host is asked two things at a time, nor sooner than its pace allows; every request is
    logged. One robots.txt that several polls ask for is fetched once."""
    waiting = [(poll, hop) for poll in polls if (hop := next(poll, None)) is not None]
    robots: dict[str, Answer | Missed] = {}
    while waiting:
        at = min(range(len(waiting)), key=lambda i: (hosts.ready(host_of(waiting[i][1].url)), i))
        poll, hop = waiting.pop(at)
        answer = robots.get(hop.url) if hop.kind == "robots" else None
        if answer is None:
            answer = _send(hop, client, hosts, clock, archive)
        if hop.kind == "robots":
            robots[hop.url] = answer
        try:
            waiting.insert(at, (poll, poll.send(answer)))
        except StopIteration:
            continue


def _send(hop: Hop, client: Sends, hosts: Hosts, clock: Clock, archive: Archive) -> Answer | Missed:
    host = host_of(hop.url)
    early = hosts.ready(host) - clock.time()
    if early > 0:
        clock.sleep(early)
    at = stamp(clock.time())
    answer = client.send(hop)
    hosts.asked(host, clock.time())
    line: dict[str, object] = {"at": at, "kind": hop.kind, "url": hop.url, "status": answer.status}
    if isinstance(answer, Missed):
        line["reason"] = answer.reason
    else:
        line |= {"bytes": len(answer.body), "sha256": sha256(answer.body).hexdigest()}
        line["headers"] = kept_headers(answer.headers)
    archive.log(line)
    return answer
