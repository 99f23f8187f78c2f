from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.package.built import build, clean_tree


@dataclass(frozen=True)
class Package:
    wheel: Path
    archive: Path


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """A wheel and a source archive from a clean tree."""
    made = tmp_path_factory.mktemp("dist")
    build(clean_tree(tmp_path_factory.mktemp("tree")), made)
    [wheel], [archive] = made.glob("*.whl"), made.glob("*.tar.gz")
    return Package(wheel, archive)
