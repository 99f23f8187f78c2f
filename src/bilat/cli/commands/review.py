"""`bilat review`: what linking was not sure of, one by one, for a person to decide."""

import sys
from typing import TYPE_CHECKING

import click

from bilat.cli.commands.decide import decisions_path, who, write
from bilat.cli.options import author_options, decisions_option, record_option, shape_options, today
from bilat.cli.spoken import N_, gettext, ngettext
from bilat.cli.terminal import Shape, say, screen_width, show, tell

if TYPE_CHECKING:
    from bilat.model.doubt import DoubtRow

ACCEPT, REFUSE, SKIP, QUIT = "arsq"
ASKED = N_("are they one? [a]ccept  [r]efuse  [s]kip  [q]uit (after a or r a reason may stand) ")


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
    from bilat.build.reviewing import answered, labels, settled
    from bilat.views.review import DOUBTS

    with bilat.open(record_path) as record:
        path = decisions_path(record_path, decisions, record)
        rows = record.doubts(kind, limit, unless=settled(record, path))
        if shape is not Shape.TEXT:
            show(rows, DOUBTS, shape)
            return
        author, written = who(author), 0
        for row in rows:
            answer, reason = _ask(row)
            if answer == QUIT:
                break
            if answer in (ACCEPT, REFUSE):
                decision = answered(row.doubt, author, day or today(), reason, accepted=answer == ACCEPT)
                write(path, decision, labels(row))
                written += 1
    tell(ngettext("{count} decision written", "{count} decisions written", written).format(count=written))


def _ask(row: "DoubtRow") -> tuple[str, str]:
    """Shows a doubt and reads an answer, with the reason behind it; the end of the input is `q`."""
    from bilat.views.review import one_doubt

    say(one_doubt(row, screen_width()))
    while True:
        sys.stdout.flush()
        click.echo(gettext(ASKED), err=True, nl=False)
        line = sys.stdin.readline()
        if not line:
            tell("")
            return QUIT, ""
        answer, _, reason = line.strip().partition(" ")
        if answer in (ACCEPT, REFUSE, SKIP, QUIT):
            return answer, " ".join(reason.split())
