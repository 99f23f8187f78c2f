"""`bilat review`: what linking was not sure of, one by one, for a person to decide."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilat.cli.commands.decide import decisions_path, who, write
from bilat.cli.options import author_options, decisions_option, record_option, shape_options, today
from bilat.cli.terminal import Shape, say, screen_width, show, tell
from bilat.views.lines import counted

if TYPE_CHECKING:
    from bilat.model.decision import Decision
    from bilat.model.doubt import Doubt, DoubtRow
    from bilat.record import Record

ACCEPT, REFUSE, SKIP, QUIT = "arsq"
ASKED = "are they one? [a]ccept  [r]efuse  [s]kip  [q]uit (after a or r a reason may stand) "


@click.command("review")
@click.option("--kind", type=click.Choice(["actor", "event"]), help="Only doubts about these.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Only the N most uncertain.")
@author_options
@decisions_option
@shape_options
@record_option
def command(
    *,
    kind: str | None,
    limit: int | None,
    author: str | None,
    day: str | None,
    decisions: str | None,
    shape: Shape,
    record_path: str,
) -> None:
    """Decide what linking was not sure of.

    Shows two names or two events with what is known of both, the most uncertain first, and asks whether they are one.
    What you accept or refuse becomes a line of the decisions file, which the next build applies; what the file has
    decided already is not asked again. With --json, --jsonl or --csv the doubts are printed and nothing is asked.
    """
    import bilat
    from bilat.views.review import DOUBTS

    with bilat.open(record_path) as record:
        path = decisions_path(record_path, decisions, record)
        settled = _settled(record, path)
        doubts = (row for row in record.doubts(kind) if not settled(row.doubt.one, row.doubt.other))
        rows = (row for at, row in enumerate(doubts) if limit is None or at < limit)
        if shape is not Shape.TEXT:
            show(rows, DOUBTS, shape)
            return
        author, written = who(author), 0
        for row in rows:
            answer, reason = _ask(row)
            if answer == QUIT:
                break
            if answer in (ACCEPT, REFUSE):
                decision = _decision(row.doubt, answer, author, day or today(), reason)
                write(path, decision, _labels(row))
                written += 1
    tell(f"{counted(written, 'decision')} written")


def _settled(record: "Record", path: Path) -> Callable[[str, str], bool]:
    """Whether the file says of two that they are one or two."""
    from bilat.link import rule
    from bilat.link.decisions import read_decisions

    decisions = read_decisions(path).decisions
    return rule(decisions, record.kinds(id_ for d in decisions for id_ in (*d.ids, *d.others))).settles()


def _ask(row: "DoubtRow") -> tuple[str, str]:
    """Shows a doubt and reads an answer, with the reason behind it; the end of the input is `q`."""
    from bilat.views.review import one_doubt

    say(one_doubt(row, screen_width()))
    while True:
        sys.stdout.flush()
        click.echo(ASKED, err=True, nl=False)
        line = sys.stdin.readline()
        if not line:
            tell("")
            return QUIT, ""
        answer, _, reason = line.strip().partition(" ")
        if answer in (ACCEPT, REFUSE, SKIP, QUIT):
            return answer, " ".join(reason.split())


def _decision(doubt: "Doubt", answer: str, author: str, day: str, reason: str) -> "Decision":
    """Accepted: confirmed where linking had joined the two, else merged. Refused: split."""
    from bilat.model.decision import Decision, Verb

    said = reason or f"reviewed: {doubt.why}, {doubt.likely:.2f}"
    if answer == REFUSE:
        return Decision(Verb.SPLIT, (doubt.one,), (doubt.other,), None, None, author, day, said)
    verb = Verb.CONFIRM if doubt.joined else Verb.MERGE
    return Decision(verb, (doubt.one, doubt.other), (), None, None, author, day, said)


def _labels(row: "DoubtRow") -> dict[str, str]:
    """Who or what the two are, for the reader of the file."""
    return {
        side.id: " ".join(word for word in (side.first if side.type else None, side.type, *side.names[:2]) if word)
        for side in (row.one, row.other)
    }
