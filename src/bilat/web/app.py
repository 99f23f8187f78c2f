"""The application: addresses → pages, API and files.

Pages are Starlette's, drawn once and kept; the API below `/api` is an application of FastAPI mounted beside them.
"""

from importlib.resources import files
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bilat.web.api import create_api
from bilat.web.pages import PATHS
from bilat.web.security import Guard
from bilat.web.settings import Settings
from bilat.web.site import Site, choose_language

STATIC: Final = Path(__file__).parent / "static"
FOREVER: Final = {"Cache-Control": "public, max-age=31536000, immutable"}


def create_app(settings: Settings) -> Starlette:
    """The site of a record. Raises StoreError when the record cannot be opened."""
    site = Site(settings)
    routes = [
        *(Route(path, site.endpoint(handler), methods=["GET"]) for path, handler in PATHS),
        Mount("/api", create_api(site)),
        Route("/language/{language}", choose_language, methods=["GET"]),
        Route("/static/plotly.js", charts, methods=["GET"]),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={404: site.not_found},
    )


async def charts(_: Request) -> Response:
    """The chart library as its Python package ships it; pages name its version in the address."""
    return FileResponse(str(files("plotly") / "package_data" / "plotly.min.js"), headers=FOREVER)
