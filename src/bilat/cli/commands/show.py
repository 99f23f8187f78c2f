import click


@click.command("show")
def command() -> None:
    """Stub."""
