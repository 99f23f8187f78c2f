"""`bilat figures`: the numbers that are given, and who gives them."""

import click

from bilat.cli.options import Asked, item_options, record_option, shape_options
from bilat.cli.terminal import Shape, show


@click.command("figures")
@item_options
@click.option("--measure", metavar="WORD", help="Only figures of this measure, such as trade_total or exports.")
@click.option("--series", is_flag=True, help="Plot each measure period by period, publisher by publisher.")
@shape_options
@record_option
def command(
    *,
    asked: Asked,
    measure: str | None,
    series: bool,
    shape: Shape,
    record_path: str,
) -> None:
    """Print the figures that articles give.

    They stand by measure and parties, with the words that give them.
    COUNTRY is a code or a name (CN, vn, 越南, China): each must be a party of the figure. Values that differ stand
    side by side; nothing is averaged or converted.
    """
    import bilat
    from bilat.views.figures import FIGURES
    from bilat.views.series import SERIES, series_of

    same = {"measure": measure}
    with bilat.open(record_path) as record:
        if series:
            figures = record.items("figures", asked.filter(same=same, known=("value", "period")))
            show(series_of(figures)[: asked.limit], SERIES, shape)
        else:
            show(record.items("figures", asked.filter(same=same), asked.limit), FIGURES, shape)
