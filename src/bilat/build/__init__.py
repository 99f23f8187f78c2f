"""Paths → readings, and readings → a record. The only place where the stages meet."""

from bilat.build.flow import BuildReport, Progress, build
from bilat.build.stream import extract_lines, extract_paths

__all__ = ["BuildReport", "Progress", "build", "extract_lines", "extract_paths"]
