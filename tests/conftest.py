"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No test asserts a time: a busy machine is not a bug.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# Tests that run beside each other are told the width of a terminal that none of them has.
os.environ.pop("COLUMNS", None)

# Nor do they hang on the language of whoever runs them.
os.environ["BILAT_LANG"] = "en"

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles and annotations beside the repository; a test that needs it is skipped without it."""
    path = ROOT.parent / "shared"
    if not (path / "gold").is_dir():
        pytest.skip("../shared is absent: the annotated articles are not part of the repository")
    return path
