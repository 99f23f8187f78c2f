"""`bilat disputes`: contested names as each publisher writes them."""

import click

from bilat.cli.options import item_options, record_option, shape_options
from bilat.cli.terminal import Shape, show


@click.command("disputes")
@item_options
@shape_options
@record_option
def command(
    *,
    countries: tuple[str, ...],
    since: str | None,
    until: str | None,
    publisher: str | None,
    limit: int | None,
    shape: Shape,
    record_path: str,
) -> None:
    """Print contested names as each publisher writes them.

    Words of dispute stand below them, exactly as written, too.
    COUNTRY is a code or a name: only where the sentence names it. No name is preferred: they stand in the order of
    their characters.
    """
    import bilat
    from bilat.record import ItemFilter
    from bilat.views.disputes import DISPUTES, with_packs

    with bilat.open(record_path) as record:
        found = record.disputes(ItemFilter(countries, since, until, publisher))
        show(with_packs(found[:limit]), DISPUTES, shape)
