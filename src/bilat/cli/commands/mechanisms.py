"""`bilat mechanisms`: committees, dialogues and forums with their sessions."""

import click

from bilat.cli.options import Asked, item_options, record_option, shape_options
from bilat.cli.terminal import Shape, show


@click.command("mechanisms")
@item_options
@click.option("--mechanism", metavar="WORDS", help="Only mechanisms whose name holds these words.")
@shape_options
@record_option
def command(
    *,
    asked: Asked,
    mechanism: str | None,
    shape: Shape,
    record_path: str,
) -> None:
    """Print committees, dialogues and forums with their sessions.

    COUNTRY is a code or a name: only mechanisms it is a member of. Numbers that no report tells of are shown as gaps.
    """
    import bilat
    from bilat.views.mechanisms import MECHANISMS

    with bilat.open(record_path) as record:
        show(record.mechanisms(asked.filter(within={"mechanism": mechanism}))[: asked.limit], MECHANISMS, shape)
