"""The record for programs: the same nouns as the pages, under OpenAPI."""

from fastapi import FastAPI

from bilat.web.settings import VERSION
from bilat.web.site import Site


def create_api(site: Site) -> FastAPI:
    """The application below `/api`."""
    api = FastAPI(title="bilat", version=VERSION, docs_url=None, redoc_url=None)
    api.state.site = site
    return api
