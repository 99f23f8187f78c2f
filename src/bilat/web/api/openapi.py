"""What can be asked, as OpenAPI 3.1: made from the same declarations that check the questions and name the shapes."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final

import msgspec

from bilat.model.fields import Json
from bilat.web.api.asking import Asking, Many
from bilat.web.api.catalogue import CATALOGUE, PREFIX
from bilat.web.api.params import Param, codes
from bilat.web.api.problems import MEDIA as PROBLEM_MEDIA
from bilat.web.api.problems import Problem
from bilat.web.settings import VERSION

_SCHEMAS: Final = "#/components/schemas/{name}"
ABOUT: Final = (
    "The record of the relations between countries, read-only. Every item leads back to words: `evidence` has `start`"
    " and `end` (Unicode code points) and the `quote` that stands there in the text of the document. Lists come page"
    " by page (`next`, and a `Link` header), or whole as JSON Lines and CSV."
)
_TAG: Final = {"ETag": {"description": "Names this answer; send it as If-None-Match.", "schema": {"type": "string"}}}
_LINK: Final = {"Link": {"description": 'The next page, as `rel="next"`.', "schema": {"type": "string"}}}


@cache
def document() -> Json:
    """The description of the API."""
    shapes = list(dict.fromkeys([*(asking.shape for asking in CATALOGUE), Problem]))
    schemas, components = msgspec.json.schema_components(shapes, ref_template=_SCHEMAS)
    known = dict(zip(shapes, schemas, strict=True))
    return {
        "openapi": "3.1.0",
        "info": {"title": "bilat", "version": VERSION, "description": ABOUT, "license": {"name": "Apache-2.0"}},
        "servers": [{"url": "/"}],
        "tags": [{"name": name} for name in dict.fromkeys(asking.tag for asking in CATALOGUE)],
        "paths": {PREFIX + asking.path: {"get": _operation(asking, known)} for asking in CATALOGUE},
        "components": {
            "schemas": {**components, "Code": {"type": "string", "enum": list(codes())}},
            "responses": {
                "NotModified": {"description": "The answer is the one that If-None-Match names.", "headers": _TAG},
                "TooLong": {
                    "description": "An address of more than 4,000 characters.",
                    "content": {PROBLEM_MEDIA: {"schema": known[Problem]}},
                },
                "Problem": {
                    "description": "What went wrong (RFC 9457).",
                    "content": {PROBLEM_MEDIA: {"schema": known[Problem]}},
                },
            },
        },
    }


def _operation(asking: Asking, known: dict[type[Any], Json]) -> Json:
    ids = re.findall(r"{(\w+)}", asking.path)
    responses: Json = {"200": _answer(asking, known[asking.shape]), "304": _response("NotModified")}
    for status in (*(["404"] if ids else []), "422", "503"):
        responses[status] = _response("Problem")
    responses["414"] = _response("TooLong")
    return {
        "operationId": asking.name,
        "tags": [asking.tag],
        "summary": asking.about,
        "parameters": [*_path(ids), *_parameters(asking.params)],
        "responses": responses,
    }


def _response(name: str) -> Json:
    return {"$ref": f"#/components/responses/{name}"}


def _answer(asking: Asking, shape: Json) -> Json:
    if not isinstance(asking, Many):
        return {"description": "It.", "headers": _TAG, "content": {"application/json": {"schema": shape}}}
    page: Json = {
        "type": "object",
        "properties": {
            "items": {"type": "array", "items": shape},
            "next": {"type": ["string", "null"], "description": "The `cursor` of the next page; null on the last."},
            "digest": {"type": "string", "description": "Names the state of the record."},
        },
        "required": ["items", "next", "digest"],
        "additionalProperties": False,
    }
    content = {
        "application/json": {"schema": page},
        "application/jsonl": {"schema": {"type": "string"}},
        "text/csv": {"schema": {"type": "string"}},
    }
    return {"description": "A page of rows, or all of them.", "headers": {**_TAG, **_LINK}, "content": content}


def _path(names: Iterable[str]) -> list[Json]:
    schema: Json = {"type": "string", "minLength": 1}
    return [{"name": name, "in": "path", "required": True, "schema": schema} for name in names]


def _parameters(params: Sequence[Param]) -> list[Json]:
    return [
        {
            "name": param.name,
            "in": "query",
            "required": param.required,
            "description": param.about,
            "schema": param.schema(),
        }
        for param in params
    ]
