"""A record → files that other programs read. Each format is an `Export`, offered by the hook `bilat_exports`."""

from bilat.exports.base import Asked, Export
from bilat.exports.calendar import Calendar
from bilat.exports.csv_tables import CsvTables
from bilat.exports.feed import Feed
from bilat.exports.json_lines import JsonLines
from bilat.exports.lake import Lake, write_lake
from bilat.exports.network import GraphFile
from bilat.exports.parquet import Parquet
from bilat.exports.plover import Plover
from bilat.exports.saving import save, stream
from bilat.exports.sqlite_copy import SqliteCopy
from bilat.hookspecs import hookimpl

__all__ = ["Asked", "Export", "bilat_exports", "save", "stream", "write_lake"]


@hookimpl
def bilat_exports() -> list[Export]:
    """All that is built in."""
    return [
        CsvTables(),
        JsonLines(),
        Parquet(),
        Lake(),
        SqliteCopy(),
        Plover(),
        GraphFile("graphml", "who met whom, for network tools"),
        GraphFile("gexf", "who met whom, day by day, for Gephi"),
        Calendar(),
        Feed(),
    ]
