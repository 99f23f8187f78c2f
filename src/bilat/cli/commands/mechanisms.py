"""`bilat mechanisms`: committees, dialogues and forums with their sessions."""

import click

from bilat.cli.options import item_options, record_option, shape_options
from bilat.cli.terminal import Shape, show


@click.command("mechanisms")
@item_options
@click.option("--mechanism", metavar="WORDS", help="Only mechanisms whose name holds these words.")
@shape_options
@record_option
def command(
    *,
    countries: tuple[str, ...],
    since: str | None,
    until: str | None,
    publisher: str | None,
    limit: int | None,
    mechanism: str | None,
    shape: Shape,
    record_path: str,
) -> None:
    """Print committees, dialogues and forums with their sessions.

    COUNTRY is a code or a name: only mechanisms it is a member of. Numbers that no report tells of are shown as gaps.
    """
    import bilat
    from bilat.record import ItemFilter
    from bilat.views.mechanisms import MECHANISMS

    within = {"mechanism": mechanism} if mechanism else {}
    with bilat.open(record_path) as record:
        asked = ItemFilter(countries, since, until, publisher, within=within)
        show(record.mechanisms(asked)[:limit], MECHANISMS, shape)
