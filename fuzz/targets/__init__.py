"""Every target by its name."""

from functools import cache
from importlib import import_module

from fuzz.target import Target

MODULES = ("articles", "dates", "decisions", "decode", "feeds", "numbers", "packs", "questions", "readers", "settings")


@cache
def every() -> dict[str, Target]:
    """All targets, by name, sorted."""
    found: list[Target] = []
    for name in MODULES:
        found += import_module(f"fuzz.targets.{name}").TARGETS
    return {target.name: target for target in sorted(found, key=lambda target: target.name)}
