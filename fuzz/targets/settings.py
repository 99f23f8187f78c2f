"""What `bilat watch` is told: feeds.toml, addresses, and the headers of servers."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from bilat.errors import UsageError
from bilat.watch.address import checked, host_of, is_public, origin_of
from bilat.watch.pace import DAY, LONGEST_ASKED, max_age, retry_after
from bilat.watch.settings import load
from fuzz.target import Target

_WORDS = (
    "[watch]\n", "[[feed]]\n", "[[query]]\n", "[[notify]]\n", 'url = "', "interval = ", "delay = ", "allow_private = true\n",
    'when = "event"\n', 'name = "', "countries = [", "[", "]", '"""', "'''", "\\u0000", "\\uD800", "= inf", "= nan", "1e400", "0x7fffffffffffffffff",
    "http://", "https://", "[::1]", "127.0.0.1", "例子.测试", "xn--", "%00", "@", ":0", ":65536", "../", "#", "?", "max-age=", "no-store",
    "Wed, 21 Oct 2015 07:28:00 GMT", "9999", "-1", "\x00", "\x7f", "\u202e", "．", "。", "ß", "\u200d",
)  # fmt: skip


@cache
def _file() -> Path:
    return Path(mkdtemp(prefix="bilat-fuzz-")) / "feeds.toml"


def check(data: bytes) -> None:
    """The whole is the file; each line is also an address and a header."""
    _ = _file().write_bytes(data)
    try:
        _ = load(_file())
    except UsageError as error:
        assert str(error).startswith(str(_file()))
        assert "\n" not in str(error)
    for line in data.decode("utf-8", "replace").split("\n")[:4]:
        _address(line)
        assert 0 <= retry_after(line, 1.7e9) <= LONGEST_ASKED
        assert 0 <= max_age(line) <= DAY


def _address(line: str) -> None:
    for base in ("", "https://news.example.org/feed.xml"):
        try:
            url = checked(line, base)
        except UsageError:
            continue
        assert checked(url) == url
        assert url.startswith(("http://", "https://"))
        assert host_of(url)
        assert origin_of(url)
    with suppress(ValueError):
        _ = is_public(line)


def seeds() -> Iterator[bytes]:
    """A file with every table, and lines of other kinds."""
    yield (
        b'[watch]\narchive = "a"\ninterval = 1800\n[[feed]]\nurl = "https://news.example.org/feed.xml"\npublisher = "P"\n'
        b'[[query]]\nname = "q"\nwhen = "event"\ncountries = ["CN", "VN"]\n[[notify]]\natom = "new.xml"\nqueries = ["q"]\n'
    )
    yield "http://例子.测试/路?q=1#x\nmax-age=60, public\nWed, 21 Oct 2015 07:28:00 GMT\n::ffff:10.0.0.1".encode()


TARGETS = [Target("settings", check, seeds, lambda: _WORDS, longest=1500, times=4)]
