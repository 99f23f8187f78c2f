import click


@click.command("timeline")
def command() -> None:
    """Stub."""
