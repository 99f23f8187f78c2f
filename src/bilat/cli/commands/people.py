import click


@click.command("people")
def command() -> None:
    """Stub."""
