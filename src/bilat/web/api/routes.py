"""The addresses of the API, its description and its page."""

from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from bilat.web.api.answers import Endpoint, bare, fits, headers_of
from bilat.web.api.catalogue import CATALOGUE, PREFIX
from bilat.web.api.openapi import document
from bilat.web.api.problems import problem
from bilat.web.api.streams import Streams
from bilat.web.settings import VERSION
from bilat.web.site import Site

_HERE: Final = Path(__file__).parent / "static"
_SHIPPED: Final = "fastapi_offline"
"""The package that has Swagger UI's files."""
FOREVER: Final = {"Cache-Control": "public, max-age=31536000, immutable"}


def routes(site: Site) -> list[BaseRoute]:
    """Everything under `/api`."""
    streams = Streams()
    asked = [Route(_path(asking.path), Endpoint(site, streams, asking)) for asking in CATALOGUE]
    return [
        Route(f"{PREFIX}/openapi.json", description, methods=["GET"]),
        Route(f"{PREFIX}/docs", page, methods=["GET"]),
        Route(f"{PREFIX}/docs/{{name}}", file, methods=["GET"]),
        *asked,
        Route(PREFIX, entrance, methods=["GET"]),
        Route(f"{PREFIX}/{{rest:path}}", Nothing()),
    ]


def _path(path: str) -> str:
    """Ids of documents are those of their publishers: they may hold anything, a slash as well."""
    return PREFIX + (path.replace("{id}", "{id:path}") if path == "/documents/{id}" else path)


async def entrance(_: Request) -> Response:
    """The way to the page."""
    return RedirectResponse(f"{PREFIX}/docs", 308)


async def description(request: Request) -> Response:
    """The description of the API."""
    body = msgspec.json.encode(document())
    tag = f'"openapi-{VERSION}-{len(body)}"'
    if fits(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers_of(tag))
    return Response(body, 200, headers_of(tag), "application/vnd.oai.openapi+json;version=3.1")


async def page(_: Request) -> Response:
    """The page that shows it and lets one try it out."""
    return FileResponse(_HERE / "docs.html", media_type="text/html", headers={"Cache-Control": "no-cache"})


async def file(request: Request) -> Response:
    """A file of that page: ours, or one that Swagger UI's package ships."""
    match str(request.path_params["name"]):
        case "init.js" | "docs.css" as name:
            return FileResponse(_HERE / name, headers={"Cache-Control": "no-cache"})
        case "swagger-ui-bundle.js" | "swagger-ui.css" as name:
            return FileResponse(str(files(_SHIPPED) / "static" / name), headers=FOREVER)
        case _:
            return problem(404, "no such file")


class Nothing:
    """What stands at an address under `/api` that nothing has."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Says so."""
        told = problem(404, f"nothing is called that; {PREFIX}/openapi.json lists all there is")
        await (bare(told) if scope["method"] == "HEAD" else told)(scope, receive, send)
