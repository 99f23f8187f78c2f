import click


@click.command("build")
def command() -> None:
    """Stub."""
