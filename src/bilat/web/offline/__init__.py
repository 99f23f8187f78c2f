"""`bilat export --format site`: a copy of the pages as files, to read without a server or to put on any."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bilat.hookspecs import hookimpl

if TYPE_CHECKING:
    from bilat.exports import Asked
    from bilat.record import Record


class SiteCopy:
    """The pages as a folder of files that lead to each other; search, filters and the API stay with the server."""

    name = "site"
    about = "the pages as files, to read without a server"
    suffix = ""
    streams = None
    needs = ("starlette", "fastapi", "jinja2", "plotly")
    takes = frozenset({"countries", "since", "until"})

    @property
    def files(self) -> frozenset[str]:
        """What may lie in a copy: a file and a folder for each kind of page."""
        from bilat.web.pages import PATHS  # noqa: PLC0415

        kinds = {path.split("/")[1] for path, _ in PATHS} - {""}
        return frozenset({"index.html", "static", *kinds, *(f"{kind}.html" for kind in kinds)})

    def write(self, record: "Record", asked: "Asked", target: Path) -> None:
        """Writes every page that can be reached from the first, or that is about what is asked."""
        from bilat.web.app import create_app  # noqa: PLC0415 -- the extra `web` is there by now
        from bilat.web.offline.choice import chosen, starts  # noqa: PLC0415
        from bilat.web.offline.walk import pages  # noqa: PLC0415
        from bilat.web.settings import Settings  # noqa: PLC0415

        choice = chosen(record, asked.countries, asked.since, asked.until)
        for name, body in pages(create_app(Settings(record.path)), starts(choice), choice.holds):
            file = target / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body)


@hookimpl
def bilat_exports() -> Sequence[object]:
    """The copy of the site."""
    return (SiteCopy(),)
