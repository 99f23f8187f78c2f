"""What reaches the server as bytes: two requests in one, names of other sites, headers without end; and who may listen."""

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bilat.errors import UsageError
from bilat.web.serve import Wish, prepare, served

HIDDEN = b"GET /timeline HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


@pytest.fixture(scope="module")
def address(sample_record: Path) -> Iterator[tuple[str, int]]:
    with served(Wish(str(sample_record), port=0)) as url:
        parts = urlsplit(url)
        assert parts.hostname
        assert parts.port
        yield parts.hostname, parts.port


def answers(address: tuple[str, int], sent: bytes) -> list[int]:
    """The statuses of all that comes back on one connection."""
    with socket.create_connection(address, 5) as to:
        to.sendall(sent)
        to.settimeout(3)
        came = b""
        try:
            while piece := to.recv(65536):
                came += piece
                if b"\r\n\r\n" in came and b"HTTP/1.1 4" in came[:12]:
                    break
        except (TimeoutError, ConnectionError):
            pass
    return [int(each[:3]) for each in came.split(b"HTTP/1.1 ")[1:]]


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: 5\r\nContent-Length: 6\r\n",
        b"Content-Length: -1\r\n",
        b"Content-Length: +5\r\n",
        b"Content-Length: 5\r\nTransfer-Encoding: chunked, identity\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Transfer-Encoding : chunked\r\n",
        b"X: a\x00b\r\n",
        b"\x0bX: y\r\n",
    ],
    ids=ascii,
)
def test_a_request_that_could_be_two_is_none(address: tuple[str, int], head: bytes):
    assert answers(address, b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + head + b"\r\n" + HIDDEN) == [400]


def test_a_chunked_request_ends_where_its_chunks_do_whatever_length_it_says(address: tuple[str, int]):
    """By RFC 9112: a length beside chunks is not counted, so what is counted as within the body is no request."""
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(HIDDEN), HIDDEN)
    head = b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    found = answers(address, head + body)
    assert len(found) == 1
    assert found[0] in (400, 405)


def test_headers_without_end_are_not_waited_for(address: tuple[str, int]):
    assert answers(address, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X: yyyyyyyyyyyyyy\r\n" * 20_000) in (
        [400],
        [431],
        [],
    )


@pytest.mark.parametrize(
    "host",
    [b"evil.example", b"127.0.0.1.evil.example", b"evil.example:8000", b"[::1].evil.example", b"", b"127.0.0.1@evil"],
    ids=ascii,
)
def test_a_name_of_another_site_leads_nowhere(address: tuple[str, int], host: bytes):
    line = b"GET / HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n"
    assert answers(address, line) in ([421], [400])


def test_an_address_in_full_does_not_take_the_place_of_the_host(address: tuple[str, int]):
    line = b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    assert answers(address, line) in ([421], [400])


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "", "0", "192.168.1.5", "news.example", "::ffff:0.0.0.0", "127.0.0.1.example"]
)
@pytest.mark.parametrize("token", [None, ""])
def test_nobody_listens_beyond_this_machine_without_a_token(sample_record: Path, host: str, token: str | None):
    with pytest.raises(UsageError, match="--token"):
        _ = prepare(Wish(str(sample_record), host=host, token=token))
