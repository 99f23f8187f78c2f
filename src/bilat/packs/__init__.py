"""Knowledge as data: countries, places, offices, names and verbs in sorted tables, with a schema and a loader."""

from bilat.packs.check import check
from bilat.packs.load import Packs, load
from bilat.packs.table import PackProblem

__all__ = ["PackProblem", "Packs", "check", "load"]
