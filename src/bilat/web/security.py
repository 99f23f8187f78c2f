"""What stands before every answer: who may call, and the headers that keep strangers' text harmless.

After the OWASP Secure Headers Project (headers) and its cheat sheets on DNS rebinding and content security policy.
"""

import hmac
import re
from typing import Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bilat.web.api.problems import API, problem
from bilat.web.settings import Settings

_EMPTY_STYLE: Final = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
"""The hash of an empty style element: the chart library makes one and fills it by rules."""

POLICY: Final = (
    f"default-src 'none'; script-src 'self'; style-src 'self' {_EMPTY_STYLE}; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}
COOKIE: Final = "bilat_token"
_HOST: Final = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]@/]+)(?::[0-9]{1,5})?")
_ENTER: Final = "/enter"
_LONGEST_ADDRESS: Final = 4_000


class Guard:
    """Refuses strange host names, addresses that are too long and, where there is a token, whoever has none; puts the
    headers on every answer."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app: Final = app
        self._settings: Final = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or hands on to the application."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if _host(headers.get("host", "")) not in self._settings.hosts:
            return refusal(scope, 421, "this site has another name")
        if len(scope.get("raw_path", b"")) + len(scope["query_string"]) > _LONGEST_ADDRESS:
            return refusal(scope, 414, "the address is too long")
        if self._settings.token is None:
            return None
        return _let_in(scope, headers, self._settings.token)


def _host(header: str) -> str:
    """The name in a Host header, without its port; empty for what is none."""
    found = _HOST.fullmatch(header)
    return found[1].lower() if found else ""


def _let_in(scope: Scope, headers: Headers, token: str) -> ASGIApp | None:
    """None for who shows the token as a cookie or a bearer; `/enter?token=…` gives the cookie."""
    if scope["path"] == _ENTER:
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[-1]
        if not same(given, token):
            return refusal(scope, 403, "not the token of this site")
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, quote(token, safe=""), httponly=True, samesite="strict")
        return answer
    bearer = headers.get("authorization", "").removeprefix("Bearer ")
    if same(unquote(cookie(headers, COOKIE)), token) or same(bearer, token):
        return None
    if below(scope["path"], API):
        return refusal(scope, 401, "send the token of this site: Authorization: Bearer …")
    return refusal(scope, 401, "open the address with the token that `bilat serve` printed")


def refusal(scope: Scope, status: int, reason: str) -> Response:
    """An answer that says no, as those who asked can read it: problem details below the API, else a line of text."""
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    if below(scope["path"], API):
        return problem(status, reason, headers=headers)
    return PlainTextResponse(f"bilat: {reason}", status, headers)


def below(path: str, prefix: str) -> bool:
    """Whether a path is a prefix or lies under it."""
    return path == prefix or path.startswith(f"{prefix}/")


def cookie(headers: Headers, name: str) -> str:
    """The value of a cookie, empty where there is none."""
    for each in headers.get("cookie", "").split(";"):
        key, _, value = each.strip().partition("=")
        if key == name:
            return value
    return ""


def same(given: str, token: str) -> bool:
    """Whether two tokens are one, in a time that does not tell how much of them is."""
    return hmac.compare_digest(given.encode(), token.encode())


def form_key(token: str) -> str:
    """What a form of this site carries, so that none of another site can be sent in its place: made from the token,
    which no page shows."""
    return hmac.new(token.encode(), b"bilat form", "sha256").hexdigest()


def strange(headers: Headers, key: str, token: str | None) -> str | None:
    """Why a form that was sent cannot be one of this site, None for its own: a browser names the site a form comes from
    (Origin, Sec-Fetch-Site), and only a page of this site has the key. Without a token nothing may be sent."""
    if token is None:
        return "a site without a token takes no forms"
    if urlsplit(headers.get("origin", "")).netloc != headers.get("host", "") or not headers.get("origin"):
        return "the form comes from another site"
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return "the form comes from another site"
    if headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        return "not a form"
    if not same(key, form_key(token)):
        return "the form is not of this site, or of another start of it: load the page again"
    return None
