"""`bilat undertakings`: what was promised, and how far it came."""

import click

from bilat.cli.options import Asked, as_stage, completed, item_options, record_option, shape_options, stages
from bilat.cli.terminal import Shape, show


@click.command("undertakings")
@item_options
@click.option("--kind", metavar="WORD", help="Only undertakings of this kind, such as railway, loan or grant.")
@click.option(
    "--stage",
    metavar="STAGE",
    callback=as_stage,
    shell_complete=completed(stages),
    help="Only those seen at this stage: proposed, under_study, agreed, signed, under_way, done or dropped.",
)
@shape_options
@record_option
def command(
    *,
    asked: Asked,
    kind: str | None,
    stage: str | None,
    shape: Shape,
    record_path: str,
) -> None:
    """Print what was promised, and how far it came.

    Railways, loans, grants, agreements and other things, each with its stages.
    COUNTRY is a code or a name: only what it takes part in. A day in brackets is that of the report, where the article
    tells none of the stage.
    """
    import bilat
    from bilat.views.undertakings import UNDERTAKINGS

    wanted = asked.filter(same={"kind": kind, "stage": stage})
    with bilat.open(record_path) as record:
        show(record.undertakings(wanted)[: asked.limit], UNDERTAKINGS, shape)
