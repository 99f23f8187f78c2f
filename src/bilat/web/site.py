"""One answer: what is asked → a page, drawn once for each record, address and language."""

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from bilat.errors import BilatError, UsageError
from bilat.messages import LANGUAGES, preferred, translator
from bilat.record import Record
from bilat.web.asked import Asked
from bilat.web.cache import Answers, Kept
from bilat.web.draw import Drawer
from bilat.web.page import Handler, Moved, NotThereError, Page
from bilat.web.security import strange
from bilat.web.settings import VERSION, Settings
from bilat.web.shelf import Generation, Shelf
from bilat.web.warm import Warmth

THREADS: Final = 4
"""Pages that are drawn at the same time. The interpreter draws one at a time; more only wait for the disk."""
PATIENCE: Final = 5.0
"""Seconds that the questions of one page may take before they are given up."""
HTML: Final = "text/html; charset=utf-8"
UNKEPT: Final = ("Cache-Control", "no-store")
LONGEST_FORM: Final = 8_000
"""Bytes that a form may have."""
Taker = Callable[[Asked, Mapping[str, str]], Page | Moved]
"""Who takes a form: its words, each once."""


class Site:
    """A record with its pages: shared by all answers of one server."""

    def __init__(self, settings: Settings, known: Record | None = None) -> None:
        """`known` is the record as it was opened before. Raises StoreError when the record cannot be opened."""
        self.settings: Final = settings
        self.shelf: Final = Shelf(settings.record, known)
        self.answers: Final = Answers()
        self.drawer: Final = Drawer(settings)
        self.warmth: Final = Warmth()
        self._pool: Final = ThreadPoolExecutor(THREADS, thread_name_prefix="bilat")

    async def in_thread(self, work: Callable[[], Kept]) -> Kept:
        """Runs what looks into the record beside the loop that listens."""
        self.warmth.asked()
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def endpoint(self, handler: Handler) -> Callable[[Request], object]:
        """What the router calls for an address of a page."""

        async def answer(request: Request) -> Response:
            generation = self.shelf.current()
            language = language_of(request)
            key = (generation.identity, language, str(request.url.path), request.url.query)
            tag = etag(generation, key)
            if tag in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers=_headers(tag))
            kept = self.answers.get(key)
            if kept is None:
                kept = await self.in_thread(lambda: self._make(handler, request, generation, language))
                if kept.status == 200 and UNKEPT not in kept.headers:
                    self.answers.keep(key, kept)
            return respond(kept, None if UNKEPT in kept.headers else tag)

        return answer

    def taking(self, taker: Taker) -> Callable[[Request], object]:
        """What the router calls for a form that was sent; one that is not of this site is refused (403)."""

        async def answer(request: Request) -> Response:
            body = b""
            async for chunk in request.stream():
                body += chunk
                if len(body) > LONGEST_FORM:
                    return PlainTextResponse("bilat: the form is too long", 413)
            form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=32))
            if refused := strange(request.headers, form.get("key", ""), self.settings.token):
                return PlainTextResponse(f"bilat: {refused}", 403)
            generation, language = self.shelf.current(), language_of(request)
            return respond(
                await self.in_thread(
                    lambda: self._make(lambda asked: taker(asked, form), request, generation, language)
                )
            )

        return answer

    async def not_found(self, request: Request, _: Exception) -> Response:
        """What stands at an address that no page has."""

        def nothing(_: Asked) -> Page:
            raise NotThereError(request.url.path)

        generation, language = self.shelf.current(), language_of(request)
        return respond(await self.in_thread(lambda: self._make(nothing, request, generation, language)))

    def asked(self, request: Request, record: Record, language: str) -> Asked:
        """A request as what it asks."""
        path = request.url.path
        return Asked(
            record=record,
            settings=self.settings,
            messages=translator(language),
            language=language,
            address=f"{path}?{request.url.query}" if request.url.query else path,
            path={key: str(value) for key, value in request.path_params.items()},
            query=request.query_params.multi_items(),
            cookies=request.cookies,
        )

    def _make(self, handler: Handler, request: Request, generation: Generation, language: str) -> Kept:
        """The page that answers, or the one that says why there is none."""
        asked = self.asked(request, generation.record, language)
        try:
            with generation.record.limited(PATIENCE):
                return self._drawn(handler(asked), asked, generation)
        except NotThereError as error:
            reason, title, status = str(error), asked.gettext("Not there"), 404
        except UsageError as error:
            reason, title, status = str(error), asked.gettext("Not understood"), 400
        except BilatError as error:
            reason, title, status = str(error), asked.gettext("Not readable"), 503
        return self._drawn(Page("error.html", {"reason": reason, "title": title}, status=status), asked, generation)

    def _drawn(self, made: Page | Moved, asked: Asked, generation: Generation) -> Kept:
        if isinstance(made, Moved):
            return Kept(b"", HTML, made.status, (("Location", made.to),))
        body = self.drawer.draw(made, asked, generation.digest).encode()
        return Kept(body, HTML, made.status, () if made.fixed else (UNKEPT,))


def language_of(request: Request) -> str:
    """The language chosen before (a cookie), else the one that the browser asks for."""
    chosen = request.cookies.get("bilat_language", "")
    return chosen if chosen in LANGUAGES else preferred(request.headers.get("accept-language", ""))


def etag(generation: Generation, key: object) -> str:
    """The strong tag of an answer: another record, address, language or version of bilat has another."""
    said = repr((VERSION, generation.digest, key)).encode()
    return f'"{hashlib.blake2b(said, digest_size=12).hexdigest()}"'


def respond(kept: Kept, tag: str | None = None) -> Response:
    """The answer as the server sends it."""
    headers = dict(kept.headers)
    if tag is not None and kept.status == 200:
        headers = {**_headers(tag), **headers}
    return Response(kept.body, kept.status, headers, kept.media)


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"}


async def choose_language(request: Request) -> Response:
    """Keeps the language that the visitor chose, and goes back to where they were on this site."""
    language = str(request.path_params["language"])
    back = request.query_params.get("next", "/")
    if not back.startswith("/") or back.startswith(("//", "/\\")):
        back = "/"
    answer = RedirectResponse(back, 303)
    if language in LANGUAGES:
        answer.set_cookie("bilat_language", language, max_age=365 * 86400, samesite="lax")
    return answer
