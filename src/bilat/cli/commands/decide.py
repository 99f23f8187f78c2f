"""`bilat decide`: a person's correction, as a line in the decisions file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilat.cli.errors import FAILED, USAGE
from bilat.cli.options import author_options, decisions_option, record_option, shape_options, today
from bilat.cli.spoken import gettext
from bilat.cli.terminal import Shape, complain, say, show, tell
from bilat.errors import UsageError
from bilat.views.lines import plain

if TYPE_CHECKING:
    from bilat.model.decision import Decision
    from bilat.record import Record

LISTED = 20
"""Ids listed where a beginning fits several."""


@click.command("decide")
@click.argument("words", metavar="[VERB WHAT...]", nargs=-1)
@click.option("--reason", metavar="TEXT", help="Why it is so; stands in the line.")
@author_options
@click.option("--list", "listed", is_flag=True, help="Print the decisions of the file and what became of each.")
@decisions_option
@shape_options
@record_option
def command(
    *,
    words: tuple[str, ...],
    reason: str | None,
    author: str | None,
    day: str | None,
    listed: bool,
    decisions: str | None,
    shape: Shape,
    record_path: str,
) -> None:
    """Write down a correction that the next build applies.

    \b
    merge ID ID...               these are one actor, or one event
    confirm ID ID                so are these, as bilat joined them or nearly did
    split ID... from ID          these are another actor, or another event
    reject TELLING...            these tell of no event
    reject TELLING... from ID    these are no report of that event
    rename ID NAME               the name by which an actor is shown
    set ID FIELD VALUE           status, start, end or place of an event

    ID is that of an actor, a name, an event or a telling, or its first characters. The line goes to the end of the
    decisions file; take it out there to undo it.
    """  # noqa: D301 -- click wants the character itself
    import bilat

    if listed:
        _list(record_path, decisions, shape)
        return
    if not words:
        raise click.UsageError("say what is decided, or --list")
    if not reason:
        raise click.UsageError("say why, with --reason")
    with bilat.open(record_path) as record:
        decision, labels = _decision(record, words, who(author), day or today(), reason)
        path = decisions_path(record_path, decisions, record)
    write(path, decision, labels)


def who(author: str | None) -> str:
    """The author as given; a usage error where nobody is."""
    if not author:
        raise click.UsageError('say who decides: --author NAME, or set BILAT_AUTHOR; e.g. "$(git config user.name)"')
    return author


def decisions_path(record_path: str, given: str | None, record: "Record | None") -> Path:
    """The decisions file: the one given, that of the last build, or the one beside the record. Raises UsageError where
    that of the last build is no such file: a record may be a stranger's, and name any file to be written to."""
    from bilat.build.decided import beside
    from bilat.link.decisions import recognised

    kept = record.decisions_file() if record is not None else None
    if not given and kept and not recognised(Path(kept)):
        raise UsageError(
            f"the record says its decisions are in {kept}, which is no such file: name one with --decisions"
        )
    return Path(given or kept or beside(Path(record_path)))


def write(path: Path, decision: "Decision", labels: dict[str, str]) -> None:
    """Puts a decision at the end of the file, and prints its line."""
    from bilat.build.reviewing import write as written

    say([plain(written(path, decision, labels))])
    tell(gettext("written to {path}; the next bilat build applies it").format(path=path))


def _decision(
    record: "Record", words: tuple[str, ...], author: str, day: str, reason: str
) -> tuple["Decision", dict[str, str]]:
    """What the words say, with ids in full; and who or what these are."""
    from bilat.link.decisions import FROM, parse_line
    from bilat.model.decision import Verb

    verb, *what = words
    labels: dict[str, str] = {}
    ids = 1 if verb in (Verb.RENAME, Verb.SET) else len(what)
    for at, word in enumerate(what[:ids]):
        if verb in set(Verb) and word != FROM:
            what[at], label = _found(record, word)
            labels[what[at]] = label
    if any("|" in word for word in (*what, author)):
        raise UsageError("a name holds no |: that ends a part of the line")
    return parse_line(f"{verb} {' '.join(what)} | {author} | {day} | {' '.join(reason.split())}"), labels


def _found(record: "Record", word: str) -> tuple[str, str]:
    """The id that is this or begins so. Raises UsageError where there is none; lists them and ends the command where
    there are more."""
    found = record.decidable(word, LISTED + 1)
    exact = [each for each in found if each[0] == word]
    if exact or len(found) == 1:
        return (exact or found)[0]
    if not found:
        raise UsageError(f"no name and no telling in {record.path} has an id that begins with '{word}'")
    complain(f"'{word}' may be any of these; give more of the id")
    for id_, label in found[:LISTED]:
        tell(f"  {id_}  {label}")
    if len(found) > LISTED:
        tell("  …")
    raise click.exceptions.Exit(USAGE)


def _list(record_path: str, decisions: str | None, shape: Shape) -> None:
    import bilat
    from bilat.link.decisions import read_decisions
    from bilat.views.decisions import DECISIONS, with_outcomes

    record = bilat.open(record_path) if Path(record_path).exists() else None
    try:
        path = decisions_path(record_path, decisions, record)
        ledger = read_decisions(path)
        show(with_outcomes(record, ledger.decisions), DECISIONS, shape)
    finally:
        if record is not None:
            record.close()
    for fault in ledger.faults:
        complain(fault.reason, f"{path}:{fault.line}")
    if ledger.faults:
        raise click.exceptions.Exit(FAILED)
