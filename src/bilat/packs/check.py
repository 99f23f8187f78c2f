"""Pack folders → every break of their schema, in one go."""

from collections.abc import Iterable
from pathlib import Path

from bilat.packs.load import built_in, read_packs
from bilat.packs.table import PackProblem


def check(paths: Iterable[str | Path] | None = None) -> list[PackProblem]:
    """All problems of the built-in packs (no paths), or of the given pack folders laid on top of them."""
    own = built_in()
    if paths is None:
        return sorted(read_packs(own)[1])
    asked = [Path(path) for path in paths]
    known = {path.resolve() for path in asked}
    below = [path for path in own if path.resolve() not in known]
    inside = tuple(str(path) for path in asked)
    return sorted(problem for problem in read_packs([*below, *asked])[1] if problem.path.startswith(inside))
