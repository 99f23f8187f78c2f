import click


@click.command("extract")
def command() -> None:
    """Stub."""
