"""The command line: a command a file, and the only place that prints."""

from bilat.cli.app import main

__all__ = ["main"]
