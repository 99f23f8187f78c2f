"""What servers do to those who ask."""

import gzip
import shutil
import ssl
import subprocess
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from bilat.watch.address import resolve
from bilat.watch.client import Answer, Client, Hop, Missed
from tests.watch.server import Handler, Site

LIMIT = 100_000


def zipped(body: bytes) -> bytes:
    """The same bytes whenever it is called: a test is known by them."""
    return gzip.compress(body, mtime=0)


def short(value: object) -> str:
    return repr(value)[:40]


def client(*addresses: str) -> Client:
    """A client for which every name has these addresses; without any, those of the system."""
    return Client("bilat/test", (lambda _host, _port, _seconds: list(addresses)) if addresses else resolve)


def ask(url: str, *, seconds: float = 0.6, private: bool = True, by: Client | None = None) -> Answer | Missed:
    return (by or client()).send(Hop(url, "page", (), LIMIT, seconds, private))


def missed(site: Site, page: Callable[[Handler], None]) -> Missed:
    site.pages["/x"] = page
    answer = ask(site.url("/x"))
    assert isinstance(answer, Missed)
    return answer


def test_an_answer_comes_with_its_headers_in_small_letters(site: Site):
    site.put("/x", "河内", X_Thing="1")
    answer = ask(site.url("/x"))
    assert isinstance(answer, Answer)
    assert (answer.status, answer.body.decode(), answer.header("x-thing")) == (200, "河内", "1")


def test_the_client_says_who_it_is_and_sends_no_cookie_back(site: Site):
    site.put("/x", "", Set_Cookie="a=b")
    mine = client()
    _ = ask(site.url("/x"), by=mine), ask(site.url("/x"), by=mine)
    assert [headers["user-agent"] for _, headers, _ in site.asked] == ["bilat/test"] * 2
    assert not any("cookie" in headers for _, headers, _ in site.asked)


def test_no_proxy_is_taken_from_the_environment(site: Site, monkeypatch: pytest.MonkeyPatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.put("/x", "direct")
    assert isinstance(ask(site.url("/x")), Answer)


def drip(handler: Handler, data: bytes) -> None:
    handler.wfile.write(data)
    for _ in range(100):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize(
    "start", [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HT"], ids=repr
)
def test_a_drop_at_a_time_ends_with_the_time_for_the_whole(site: Site, start: bytes):
    begun = time.monotonic()
    found = missed(site, lambda handler: drip(handler, start))
    assert (found.reason, found.again) == ("not done within 0.6 s", True)
    assert time.monotonic() - begun < 3


def test_a_server_that_says_nothing_is_left(site: Site):
    assert missed(site, lambda _: time.sleep(1.5)).reason == "not done within 0.6 s"


def endless(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        handler.wfile.write(b"x" * 65_536)


def test_a_body_without_end_is_cut_off(site: Site):
    found = missed(site, endless)
    assert (found.reason, found.again) == ("longer than 100000 bytes (max_bytes)", False)


def test_a_body_that_says_it_is_too_long_is_not_read(site: Site):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n"
    assert "longer than 100000 bytes" in missed(site, lambda handler: handler.raw(head)).reason


@pytest.mark.parametrize(
    "coding, packed",
    [
        ("gzip", zipped(b"0" * 10_000_000)),
        ("gzip", zipped(b"") * 3000 + zipped(b"0" * 10_000_000)),
        ("deflate", zlib.compress(b"0" * 10_000_000)),
    ],
    ids=short,
)
def test_a_bomb_does_not_go_off(site: Site, coding: str, packed: bytes):
    assert len(packed) < LIMIT
    found = missed(site, lambda handler: handler.answer(200, packed, Content_Encoding=coding))
    assert found.reason == "longer than 100000 bytes (max_bytes)"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    "coding, packed",
    [
        ("gzip", zipped("河内".encode())),
        ("GZIP", zipped("河".encode()) + zipped("内".encode())),
        ("deflate", zlib.compress("河内".encode())),
        ("deflate", raw_deflate("河内".encode())),
        ("identity", "河内".encode()),
    ],
    ids=short,
)
def test_what_is_compressed_is_opened(site: Site, coding: str, packed: bytes):
    site.put("/x", packed, Content_Encoding=coding)
    answer = ask(site.url("/x"))
    assert isinstance(answer, Answer)
    assert answer.body.decode() == "河内"


@pytest.mark.parametrize(
    "coding, packed",
    [("gzip", b"no gzip at all"), ("gzip", zipped(b"a" * 500)[:-9]), ("br", b"x"), ("gzip, gzip", b"x")],
    ids=short,
)
def test_what_cannot_be_opened_is_refused(site: Site, coding: str, packed: bytes):
    found = missed(site, lambda handler: handler.answer(200, packed, Content_Encoding=coding))
    assert not found.again


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nxxxx",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000,
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 60_000,
        b"",
        b"SSH-2.0-nothing\r\n",
        b"\x00" * 1000,
    ],
    ids=short,
)
def test_what_is_no_http_is_no_answer(site: Site, data: bytes):
    found = missed(site, lambda handler: handler.raw(data))
    assert found.reason.startswith("connection failed: ")
    assert found.again
    assert len(found.reason) < 300


def test_a_body_longer_than_it_says_is_taken_as_long_as_it_says(site: Site):
    site.pages["/x"] = lambda handler: handler.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabcd")
    answer = ask(site.url("/x"))
    assert isinstance(answer, Answer)
    assert answer.body == b"ab"


def test_nobody_there_is_told_in_a_line():
    found = ask("http://127.0.0.1:1/")
    assert isinstance(found, Missed)
    assert found.reason.startswith("connection failed")


@pytest.mark.parametrize(
    "addresses",
    [
        ("127.0.0.1",),
        ("93.184.215.14", "127.0.0.1"),
        ("::1",),
        ("::ffff:127.0.0.1",),
        ("169.254.169.254",),
        ("10.1.1.1",),
    ],
)
def test_a_name_with_any_private_address_is_not_asked(site: Site, addresses: tuple[str, ...]):
    site.put("/x", "secret")
    found = ask(site.url("/x", "news.example"), private=False, by=client(*addresses))
    assert isinstance(found, Missed)
    assert "no public address" in found.reason
    assert not found.again
    assert site.asked == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "localhost", "0"]
)
def test_every_way_to_write_this_machine_is_refused(site: Site, host: str):
    found = ask(site.url("/x", host), private=False)
    assert isinstance(found, Missed)
    assert site.asked == []


def test_the_connection_goes_to_the_address_that_was_looked_at(site: Site):
    """A name that is answered otherwise the second time is asked only once."""
    given: list[str] = []

    def rebinding(host: str, _port: int, _seconds: float) -> list[str]:
        given.append(host)
        return ["127.0.0.1"] if len(given) == 1 else ["10.0.0.1"]

    site.put("/x", "first")
    answer = ask(site.url("/x", "news.example"), by=Client("bilat/test", rebinding))
    assert isinstance(answer, Answer)
    assert given == ["news.example"]
    assert site.asked[0][1]["host"] == f"news.example:{site.port}"


def test_the_next_address_is_tried_when_one_does_not_answer(site: Site):
    site.put("/x", "there")
    answer = ask(site.url("/x", "news.example"), seconds=5, by=client("127.0.0.3", "127.0.0.1"))
    assert isinstance(answer, Answer)


def test_a_resolver_that_hangs_holds_nobody_up(monkeypatch: pytest.MonkeyPatch):
    def hangs(*_args: object, **_more: object) -> list[object]:
        time.sleep(1)
        return []

    monkeypatch.setattr("socket.getaddrinfo", hangs)
    found = ask("http://news.example/", seconds=0.2)
    assert isinstance(found, Missed)
    assert found.reason == "not done within 0.2 s"


def test_a_name_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch):
    def unknown(*_args: object, **_more: object) -> None:
        raise OSError(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    found = ask("http://nowhere.example/")
    assert isinstance(found, Missed)
    assert "Name or service not known" in found.reason


def test_certificates_are_verified(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SSL_CERT_FILE", "/dev/null")
    mine = client()
    found = ask(site.url("/x").replace("http:", "https:"), by=mine)
    assert isinstance(found, Missed)
    assert mine._tls is not None
    assert (mine._tls.verify_mode, mine._tls.check_hostname) == (ssl.CERT_REQUIRED, True)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of news.example, signed by itself."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("certificate")
    words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=news.example", "-addext",
             "subjectAltName=DNS:news.example", "-keyout", "both.pem", "-out", "cert.pem"]  # fmt: skip
    _ = subprocess.run([openssl, *words], cwd=folder, check=True, capture_output=True)
    both = folder / "both.pem"
    _ = both.write_bytes(both.read_bytes() + (folder / "cert.pem").read_bytes())
    return folder / "cert.pem"


@pytest.fixture
def secure(site: Site, certificate: Path) -> Site:
    """The site over TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.with_name("both.pem"))
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.put("/x", "safe")
    return site


@pytest.mark.parametrize(
    "host, trusted, well",
    [("news.example", True, True), ("other.example", True, False), ("news.example", False, False)],
)
def test_a_certificate_is_that_of_the_name_though_the_connection_goes_to_an_address(
    secure: Site, certificate: Path, host: str, trusted: bool, well: bool
):
    tls = ssl.create_default_context(cafile=certificate) if trusted else None
    mine = Client("bilat/test", lambda _host, _port, _seconds: ["127.0.0.1"], tls)
    answer = ask(secure.url("/x", host).replace("http:", "https:"), seconds=5, by=mine)
    assert isinstance(answer, Answer) == well
    if isinstance(answer, Missed):
        assert "certificate verify failed" in answer.reason
