"""One request, one answer: over a connection to a checked address, within limits of time and size.

A Hop goes to one host and follows nothing; redirects are the business of `trip.py`, which asks robots.txt for each.
There are no cookies, no proxies and no passwords here; certificates are always verified.
"""

import ssl
import time
import zlib
from collections.abc import Iterable
from typing import Final

import httpcore2
import httpx2
from msgspec import Struct

from bilat.watch.address import Resolve, is_public, resolve

_CODINGS: Final = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""Compressions that are asked for, with zlib's number for each."""
_PIECE: Final = 1 << 16

Headers = tuple[tuple[str, str], ...]


class Hop(Struct, frozen=True):
    """A request to one host. `kind` is `feed`, `page`, `robots` or `webhook`; `private` allows private addresses."""

    url: str
    kind: str
    headers: Headers
    max_bytes: int
    seconds: float
    private: bool
    body: bytes | None = None


class Answer(Struct, frozen=True):
    """What a server answered: `body` with its compression undone, header names in small letters."""

    url: str
    status: int
    headers: Headers
    body: bytes

    def header(self, name: str) -> str:
        """The first header of a name (in small letters), empty when there is none."""
        return next((value for key, value in self.headers if key == name), "")


class Missed(Struct, frozen=True):
    """No answer that can be used, and why. `again` when a later try may go better, not before `wait` seconds;
    `status` that of the answer, 0 when there was none."""

    url: str
    reason: str
    again: bool
    wait: float = 0
    status: int = 0


class _RefusedError(Exception):
    """An address or an answer that is not wanted; another try would end the same way."""


class _SlowError(Exception):
    """The time for all of it is over."""


class _Deadline:
    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left. Raises _SlowError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise _SlowError
        return left


class _Stream(httpcore2.NetworkStream):
    """A connection whose every step ends when the time for the whole is over."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: _Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 -- the deadline decides
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


class _Backend(httpcore2.NetworkBackend):
    """Connects to an address that was checked, never to a name."""

    def __init__(self, deadline: _Deadline, resolver: Resolve, *, private: bool) -> None:
        self._deadline = deadline
        self._resolve = resolver
        self._private = private
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = self._resolve(host, port, self._deadline.left())
        hidden = [address for address in addresses if not is_public(address)]
        if hidden and not self._private:
            msg = f"{host} is at {hidden[0]}, which is no public address (allow_private)"
            raise _RefusedError(msg)
        last: Exception = OSError(f"{host} has no address")
        for address in addresses:
            try:
                left = self._deadline.left()
                stream = self._plain.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as err:
                last = err
                continue
            return _Stream(stream, self._deadline)
        raise last


class Client:
    """Sends hops. `agent` is the User-Agent."""

    def __init__(self, agent: str, resolver: Resolve = resolve, tls: ssl.SSLContext | None = None) -> None:
        self.agent = agent
        self._resolve = resolver
        self._tls = tls

    def send(self, hop: Hop) -> Answer | Missed:
        """The answer to a hop, whatever its status; Missed when there is none that can be used. Never raises for what a
        server does."""
        deadline = _Deadline(hop.seconds)
        if self._tls is None and hop.url.startswith("https:"):  # loading certificates takes a while
            self._tls = httpcore2.default_ssl_context(_trust_env=False)
        try:
            return self._send(hop, deadline)
        except _RefusedError as err:
            return Missed(hop.url, str(err), again=False)
        except (_SlowError, TimeoutError, httpcore2.TimeoutException):
            return Missed(hop.url, f"not done within {hop.seconds:g} s", again=True)
        except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as err:
            return Missed(hop.url, f"connection failed: {_words(err)}", again=True)
        except (httpcore2.UnsupportedProtocol, ValueError) as err:
            return Missed(hop.url, f"cannot be asked: {_words(err)}", again=False)

    def _send(self, hop: Hop, deadline: _Deadline) -> Answer:
        url = httpx2.URL(hop.url)
        target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        headers = [("user-agent", self.agent), ("accept-encoding", "gzip, deflate"), *hop.headers]
        backend = _Backend(deadline, self._resolve, private=hop.private)
        method = "GET" if hop.body is None else "POST"
        with (
            httpcore2.ConnectionPool(ssl_context=self._tls, network_backend=backend) as pool,
            pool.stream(method, target, headers=headers, content=hop.body) as response,
        ):
            found = tuple((k.decode("latin-1").lower(), v.decode("latin-1")) for k, v in response.headers)
            answer = Answer(hop.url, response.status, found, b"")
            declared = answer.header("content-length")
            if declared.isdecimal() and int(declared[:20]) > hop.max_bytes:
                raise _RefusedError(_too_long(hop))
            coding = answer.header("content-encoding").strip().lower()
            return Answer(hop.url, response.status, found, _body(response.iter_stream(), coding, hop))


def _too_long(hop: Hop) -> str:
    return f"longer than {hop.max_bytes} bytes (max_bytes)"


def _body(chunks: Iterable[bytes], coding: str, hop: Hop) -> bytes:
    """The body as it is meant, never more of it in memory than is allowed."""
    if coding in {"", "identity"}:
        return _limited(chunks, hop)
    if coding not in _CODINGS:
        msg = f"compressed in a way that was not asked for: {coding[:40]!r}"
        raise _RefusedError(msg)
    try:
        return _limited(_opened(chunks, _CODINGS[coding], hop.max_bytes), hop)
    except zlib.error:
        msg = f"no {coding}, though it says so"
        raise _RefusedError(msg) from None


def _limited(chunks: Iterable[bytes], hop: Hop) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > hop.max_bytes:
            raise _RefusedError(_too_long(hop))
    return bytes(body)


def _opened(chunks: Iterable[bytes], number: int, limit: int) -> Iterable[bytes]:
    """What is in compressed chunks, in small pieces; `deflate` with or without zlib's frame."""
    opener = zlib.decompressobj(number)
    first, taken = True, 0
    for chunk in chunks:
        taken += len(chunk)
        if taken > limit:
            msg = f"longer than {limit} bytes (max_bytes)"
            raise _RefusedError(msg)
        data = chunk
        if first and data and number == 15 and data[0] & 0x0F != 8:
            opener = zlib.decompressobj(-15)
        first = first and not data
        while data:
            yield opener.decompress(data, _PIECE)
            if opener.eof and opener.unused_data and number == 31:
                data, opener = opener.unused_data, zlib.decompressobj(number)
            else:
                data = opener.unconsumed_tail
    yield opener.flush()
    if taken and not opener.eof:
        raise zlib.error


def _words(err: Exception) -> str:
    """What a library says went wrong, in one line."""
    return " ".join(str(err).split())[:200] or type(err).__name__
