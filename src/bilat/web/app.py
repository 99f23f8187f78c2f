"""The application: addresses → pages, API and files."""

from importlib.resources import files

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bilat.record import Record
from bilat.web.api.routes import routes
from bilat.web.files import FOREVER, send
from bilat.web.pages import PATHS, review
from bilat.web.security import Guard, refusal
from bilat.web.settings import VERSION, Settings
from bilat.web.site import Site, choose_language


def create_app(settings: Settings, known: Record | None = None) -> FastAPI:
    """The site of a record; what was worked out of it when it was opened before is `known`. Raises StoreError when the
    record cannot be opened."""
    site = Site(settings, known)
    app = FastAPI(title="bilat", version=VERSION, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site = site
    app.router.routes.extend(Route(path, site.endpoint(handler), methods=["GET"]) for path, handler in PATHS)
    app.router.routes.append(Route("/review", site.taking(review.decide), methods=["POST"]))
    app.router.routes.extend(routes(site))
    app.router.routes.append(Route("/language/{language}", choose_language, methods=["GET"]))
    app.router.routes.append(Route("/static/plotly.js", charts, methods=["GET"]))
    app.router.routes.append(Route("/static/{name}", send, methods=["GET"]))
    app.add_exception_handler(404, site.not_found)
    app.add_exception_handler(405, only_read)
    app.add_middleware(Guard, settings=settings)
    return app


async def only_read(request: Request, error: Exception) -> Response:
    """What is said to a method that an address does not take."""
    headers = error.headers if isinstance(error, HTTPException) else None
    answer = refusal(request.scope, 405, "only GET and HEAD here")
    answer.headers.update(headers or {})
    return answer


async def charts(_: Request) -> Response:
    """The chart library as its Python package ships it; pages name its version in the address."""
    return FileResponse(str(files("plotly") / "package_data" / "plotly.min.js"), headers=FOREVER)
