"""What the tests of commands share."""

from pathlib import Path

import pytest

from bilat import samples
from tests.cli.run import bilat


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the bundled samples."""
    path = tmp_path_factory.mktemp("record") / "samples.bilat"
    assert bilat("build", samples.folder(), "-o", path, "--workers", 1).exit_code == 0
    return path
