import click


@click.command("search")
def command() -> None:
    """Stub."""
