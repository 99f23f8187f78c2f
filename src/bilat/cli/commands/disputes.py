"""`bilat disputes`: contested names as each publisher writes them."""

import click

from bilat.cli.options import Asked, item_options, record_option, shape_options
from bilat.cli.terminal import Shape, show


@click.command("disputes")
@item_options
@shape_options
@record_option
def command(*, asked: Asked, shape: Shape, record_path: str) -> None:
    """Print contested names as each publisher writes them.

    Words of dispute stand below them, exactly as written, too.
    COUNTRY is a code or a name: only where the sentence names it. No name is preferred: they stand in the order of
    their characters.
    """
    import bilat
    from bilat.views.disputes import DISPUTES, with_packs

    with bilat.open(record_path) as record:
        show(with_packs(record.disputes(asked.filter())[: asked.limit]), DISPUTES, shape)
