"""One notice to one who is told: a command with JSON on its standard input, a webhook, an Atom file."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from bilat.errors import UsageError
from bilat.views.clean import json_line, safe_json
from bilat.watch.address import checked
from bilat.watch.atom import LONGEST, write_atom
from bilat.watch.client import Hop, Missed
from bilat.watch.happening import Clock
from bilat.watch.pace import retry_after
from bilat.watch.round import Sends
from bilat.watch.settings import Notify

_ATTEMPTS: Final = 3
_PATIENT: Final = 10.0
"""Seconds: a webhook that asks for more is called again at a later round."""
_ANSWER_BYTES: Final = 65_536

Notice = Mapping[str, Any]
"""`id`, `query`, `when`, `at`, `record`, `matches`, `more`: what is told, as docs/watch.md has it."""


def deliver(notice: Notice, to: Notify, client: Sends, clock: Clock, history: dict[str, list[Any]]) -> str:
    """Tells. Returns what went wrong, empty when nothing did. `history` holds what each Atom file tells, by path."""
    if to.command:
        return _run(notice, to)
    if to.webhook:
        return _call(notice, to, client, clock)
    return _enter(notice, to, history)


def _run(notice: Notice, to: Notify) -> str:
    try:
        done = subprocess.run(  # noqa: S603 -- the command is the user's own, a list of words, and no shell sees it
            to.command, input=_plain(notice), stdout=subprocess.DEVNULL, timeout=to.timeout, check=False
        )
    except subprocess.TimeoutExpired:
        return f"not done within {to.timeout:g} s"
    except (OSError, ValueError) as err:
        return f"cannot be run: {err}"
    return f"ended with {done.returncode}" if done.returncode else ""


def _call(notice: Notice, to: Notify, client: Sends, clock: Clock) -> str:
    headers = (("content-type", "application/json"), ("idempotency-key", str(notice["id"])))
    try:
        url = checked(to.webhook)
    except UsageError as err:
        return str(err)
    hop = Hop(url, "webhook", headers, _ANSWER_BYTES, to.timeout, to.allow_private, _plain(notice))
    reason = ""
    for attempt in range(_ATTEMPTS):
        answer = client.send(hop)
        if isinstance(answer, Missed):
            reason, wait, again = answer.reason, answer.wait, answer.again
        elif 200 <= answer.status < 300:
            return ""
        else:
            reason, again = f"answered {answer.status}", answer.status in {408, 425, 429} or answer.status >= 500
            wait = retry_after(answer.header("retry-after"), clock.time())
        if not again or wait > _PATIENT or attempt == _ATTEMPTS - 1:
            break
        clock.sleep(max(wait, 2.0**attempt))
    return reason


def _enter(notice: Notice, to: Notify, history: dict[str, list[Any]]) -> str:
    """Writes the file anew, with what it told before. What it has already it does not tell twice."""
    old = history.get(to.atom, [])
    had = {entry["id"] for entry in old}
    new = [
        {"id": match["id"], "at": notice["at"], "query": notice["query"]}
        | {key: match[key] for key in ("summary", "url", "quote")}
        for match in notice["matches"]
    ]
    entries = [*(entry for entry in new if entry["id"] not in had), *old][:LONGEST]
    try:
        write_atom(Path(to.atom), entries)
    except OSError as err:
        return f"cannot be written: {err.strerror or err}"
    history[to.atom] = entries
    return ""


def _plain(notice: Notice) -> bytes:
    return safe_json(json_line(notice)) + b"\n"
