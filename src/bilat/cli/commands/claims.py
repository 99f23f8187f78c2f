"""`bilat claims`: who said what, in which words, through whom."""

import click

from bilat.cli.options import Asked, as_mode, completed, item_options, modes, record_option, shape_options
from bilat.cli.terminal import Shape, show


@click.command("claims")
@item_options
@click.option("--speaker", metavar="NAME", help="Only claims of speakers with a name that holds this.")
@click.option("--verb", metavar="WORD", help="Only claims made with this verb (表示, 否认), as written.")
@click.option("--via", metavar="MEDIUM", help="Only claims taken from this medium.")
@click.option(
    "--mode",
    metavar="MODE",
    callback=as_mode,
    shell_complete=completed(modes),
    help="Only claims of this mode: direct, indirect, mixed or silence.",
)
@shape_options
@record_option
def command(
    *,
    asked: Asked,
    speaker: str | None,
    verb: str | None,
    via: str | None,
    mode: str | None,
    shape: Shape,
    record_path: str,
) -> None:
    """Print what was said, by whom, in the words of the article.

    COUNTRY is a code or a name: only speakers who speak for it. The chain of those a statement was taken from stands
    behind it, and `silence` marks what was asked and not answered.
    """
    import bilat
    from bilat.views.claims import CLAIMS

    wanted = asked.filter(same={"verb": verb, "mode": mode}, within={"speaker": speaker, "chain": via})
    with bilat.open(record_path) as record:
        show(record.items("claims", wanted, asked.limit), CLAIMS, shape)
