"""One question of the API → its answer: checked, looked up once for each record and address, tagged, packed."""

from collections.abc import Iterator
from typing import Final

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from bilat.errors import LimitError, StoreError, UsageError
from bilat.web.api.asking import AbsentError, Asking, Many, Question
from bilat.web.api.listing import Wanted, attachment
from bilat.web.api.packing import LEAST, packed, packing, taken
from bilat.web.api.params import Given, WrongError, read
from bilat.web.api.problems import problem
from bilat.web.api.streams import Streams
from bilat.web.api.writing import MEDIA, as_json, chunks
from bilat.web.cache import Kept
from bilat.web.shelf import Generation
from bilat.web.site import Site, etag

METHODS: Final = ("GET", "HEAD")
SECONDS: Final = 10.0
"""What one question may take; on a record of 27,000 documents none takes a tenth of it."""
_NOTHING: Final = Kept(b"", MEDIA["json"])


class Endpoint:
    """The address of one thing that can be asked."""

    def __init__(self, site: Site, streams: Streams, asking: Asking) -> None:
        self._site: Final = site
        self._streams: Final = streams
        self._asking: Final = asking

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except WrongError as error:
            response = problem(422, str(error), error.errors)
        except UsageError as error:
            response = problem(422, str(error))
        except AbsentError as error:
            response = problem(404, str(error))
        except LimitError:
            response = problem(503, f"this takes longer than {SECONDS:g} seconds; ask for less")
        except StoreError as error:
            response = problem(503, str(error))
        await (bare(response) if request.method == "HEAD" else response)(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method not in METHODS:
            return problem(405, f"only {', '.join(METHODS)} here", headers={"Allow": ", ".join(METHODS)})
        given = read(request.query_params.multi_items(), self._asking.params)
        generation = self._site.shelf.current()
        pack = self._site.settings.compress and taken(request.headers)
        key = ("api", generation.identity, request.url.path, request.url.query)
        tag = etag(generation, (key, pack))
        if fits(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers_of(tag))
        wants_all = given.one("format") in {"jsonl", "csv"} and given.number("limit") is None
        if isinstance(self._asking, Many) and wants_all:
            return await self._stream(self._asking, request, generation, given, tag, pack=pack)
        kept = self._site.answers.get(key)
        if kept is None:
            kept = await self._site.in_thread(lambda: self._make(request, generation, given))
            self._site.answers.keep(key, kept)
        return whole(kept, tag, pack=pack)

    def _make(self, request: Request, generation: Generation, given: Given) -> Kept:
        """The answer, made in a thread that has the record open."""
        with generation.record.limited(SECONDS):
            if isinstance(self._asking, Many):
                return wanted(self._asking, request, generation, given).page()
            question = Question(generation.record, given, path_of(request))
            return Kept(as_json(self._asking.answer(question)), MEDIA["json"])

    async def _stream(
        self, asking: Many, request: Request, generation: Generation, given: Given, tag: str, *, pack: bool
    ) -> Response:
        def check() -> Kept:
            with generation.record.limited(SECONDS):
                wanted(asking, request, generation, given).check()
            return _NOTHING

        def parts() -> Iterator[bytes]:
            pieces = chunks(wanted(asking, request, generation, given).lines())
            return packing(pieces) if pack else pieces

        form = given.one("format") or "json"
        headers = {**headers_of(tag), **attachment(asking.name, form)}
        if pack:
            headers["Content-Encoding"] = "gzip"
        _ = await self._site.in_thread(check)
        if request.method == "HEAD":
            return Response(None, 200, headers, MEDIA[form])
        return StreamingResponse(self._streams.send(parts), 200, headers, MEDIA[form])


def wanted(asking: Many, request: Request, generation: Generation, given: Given) -> Wanted:
    """The list that a request asks for; called in the thread that reads it."""
    return Wanted(
        asking=asking,
        question=Question(generation.record, given, path_of(request)),
        digest=generation.digest,
        form=given.one("format") or "json",
        address=request.url.path,
        query=request.query_params.multi_items(),
    )


def path_of(request: Request) -> dict[str, str]:
    """What stands in the path, by name."""
    return {name: str(value) for name, value in request.path_params.items()}


def fits(header: str, tag: str) -> bool:
    """Whether If-None-Match names this tag (or any), compared weakly as RFC 9110 asks."""
    named = [each.strip().removeprefix("W/") for each in header.split(",")]
    return tag in named or "*" in named


def headers_of(tag: str) -> dict[str, str]:
    """What every answer carries: ask again each time, and be told when nothing changed."""
    return {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}


def whole(kept: Kept, tag: str, *, pack: bool) -> Response:
    """An answer that is there as a whole."""
    headers = {**headers_of(tag), **dict(kept.headers)}
    body = kept.body
    if pack and len(body) >= LEAST:
        body = packed(body)
        headers["Content-Encoding"] = "gzip"
    return Response(body, kept.status, headers, kept.media)


def bare(response: Response) -> Response:
    """The head of an answer without its body; the length told is that of the body."""
    without = Response(None, response.status_code)
    without.raw_headers = [*response.raw_headers]
    return without
