"""What went wrong, as RFC 9457 (problem details) writes it."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from starlette.responses import Response

from bilat.views.wire.base import Wire

API: Final = "/api"
"""Where the API begins."""
MEDIA: Final = "application/problem+json"
_TITLES: Final = {
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    414: "URI Too Long",
    421: "Misdirected Request",
    422: "Unprocessable Content",
    503: "Service Unavailable",
}
"""As RFC 9110 calls them; Python's own names changed between versions."""


class ParameterError(Wire, frozen=True):
    """A parameter, and what is wrong with it."""

    parameter: str
    reason: str


class Problem(Wire, frozen=True):
    """`title` is that of the status, `detail` a sentence for a person."""

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[ParameterError, ...] = ()


def problem(
    status: int, detail: str, errors: Sequence[tuple[str, str]] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The answer that tells it."""
    told = Problem(
        type="about:blank",
        title=_TITLES[status],
        status=status,
        detail=detail,
        errors=tuple(ParameterError(parameter=name, reason=reason) for name, reason in errors),
    )
    return Response(msgspec.json.encode(told), status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA)
