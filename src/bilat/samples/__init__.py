"""The bundled articles: short pieces on public facts, written for bilat, from five publishers that do not exist.

They come in every form that can be read and in both scripts. `bilat demo` builds its record from them; the tests
compare what is found in them with what a person wrote down beside each (tests/samples/expected).
"""

from pathlib import Path


def folder() -> Path:
    """The folder that holds the articles, one folder a publisher."""
    return Path(__file__).parent / "articles"


def files() -> list[Path]:
    """Every bundled file, sorted by folder and name."""
    return sorted(path for path in folder().rglob("*") if path.is_file())
