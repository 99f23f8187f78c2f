"""One target in this process, until its time is over or something is found. Never returns: libFuzzer ends it."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from fuzz.cost import judge, measured
from fuzz.mutate import mutator
from fuzz.target import Target

SLOWER: Final = 8.0
"""How much longer the same code takes while its coverage is counted, at most; fuzz/cost.py has the limits."""


def fuzz(atheris: Any, target: Target, seconds: int, corpus: Path, seed: int) -> None:
    """Begin with the inputs in a folder and keep there those that reach something new; what is found is written to
    `found-…` beside it."""
    words = sorted(target.words())
    by_bytes = import_module("atheris.core_with_libfuzzer").Mutate  # `atheris.Mutate` says that fuzzing has not begun

    def one_input(data: bytes) -> None:
        judge(measured(target.check, data), len(data), SLOWER * target.times)

    options = (
        f"-max_total_time={seconds}", f"-max_len={target.longest}", f"-seed={seed}", "-timeout=30", "-rss_limit_mb=2500",
        "-print_final_stats=1", "-len_control=0", f"-artifact_prefix={corpus.parent}/found-{target.name}-", str(corpus),
    )  # fmt: skip
    atheris.Setup([sys.argv[0], *options], one_input, custom_mutator=mutator(words, by_bytes))
    atheris.Fuzz()
