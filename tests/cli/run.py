"""Runs a command and reads what it prints."""

import json
from typing import Any

from click.testing import CliRunner, Result

from bilat.cli import main

Row = dict[str, Any]


def bilat(*words: object, **env: str) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], prog_name="bilat", env=env)


def lines(result: Result) -> list[Row]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]
