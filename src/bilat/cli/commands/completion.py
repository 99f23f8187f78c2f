"""`bilat completion`: completion of commands and options in a shell."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "fish", "zsh"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands in a shell.

    \b
    bash:  echo 'eval "$(bilat completion bash)"' >> ~/.bashrc
    zsh:   echo 'eval "$(bilat completion zsh)"' >> ~/.zshrc
    fish:  bilat completion fish > ~/.config/fish/completions/bilat.fish
    """  # noqa: D301  # click takes \b for "keep these lines"
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(found(ctx.find_root().command, {}, "bilat", "_BILAT_COMPLETE").source())
