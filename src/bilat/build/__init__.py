"""Paths → readings, and readings → a record. The only place where the stages meet."""

from importlib import import_module
from typing import TYPE_CHECKING

from bilat.build.stream import extract_lines, extract_paths

if TYPE_CHECKING:
    from bilat.build.flow import BuildReport, Progress, build, migrate

__all__ = ["BuildReport", "Progress", "build", "extract_lines", "extract_paths", "migrate"]


def __getattr__(name: str) -> object:
    """What makes records is loaded when it is asked for: who only reads waits a sixth less."""
    if name not in __all__:
        raise AttributeError(f"module 'bilat.build' has no attribute {name!r}")
    return getattr(import_module("bilat.build.flow"), name)
