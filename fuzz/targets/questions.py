"""What visitors and agents ask: any query → an answer to look up, or what is wrong with it."""

from collections.abc import Iterator
from urllib.parse import parse_qsl

from bilat.errors import UsageError
from bilat.record.terms import fold, parse
from bilat.views.countries import country_code
from bilat.views.cursors import opened, sealed
from bilat.views.dates import iso_prefix, month_of, when
from bilat.web.api.asking import Many, event_filter
from bilat.web.api.catalogue import CATALOGUE
from bilat.web.api.params import Given, WrongError, read
from fuzz.target import Target
from fuzz.words import PLAIN

_QUESTION = ("events", {"country": ["CN"]}, "0123456789abcdef")
_WORDS = (
    "country=", "since=", "until=", "type=", "status=", "level=", "publisher=", "person=", "background=", "overdue=",
    "limit=", "cursor=", "format=", "words=", "&", "%", "%00", "%ff", "%E2%80%AE", "+", "CN", "VN", "2023", "2023-02-29", "-12-31",
    "visit", "meeting", "held", "planned", "true", "false", "jsonl", "csv", "0", "500", "-1", "１２", "1e3", "AND", "OR", "NEAR", "*", '"', "^", ":",
    *PLAIN,
)  # fmt: skip


def check(data: bytes) -> None:
    """The first byte picks the address; the whole is also taken as a cursor, a date, a country and search words."""
    text = data[1:].decode("utf-8", "replace")
    asking = CATALOGUE[(data[0] if data else 0) % len(CATALOGUE)]
    query = parse_qsl(text, keep_blank_values=True, errors="replace")
    try:
        given = read(query, asking.params)
    except WrongError as wrong:
        assert wrong.errors
    else:
        _use(given, asking)
    for word in {text, *(word for _, word in query)}:
        _word(word)
    if len(text) < 12:
        _country(text)


def _use(given: Given, asking: object) -> None:
    for name in given.words:
        _ = given.many(name), given.one(name)
    assert isinstance(given.number("limit"), int | None)
    if isinstance(asking, Many):
        asked = event_filter(given)
        for day in (asked.since, asked.until):
            assert day is None or iso_prefix(day) == day


def _word(word: str) -> None:
    try:
        position = opened(word, _QUESTION)
        assert sealed(position, _QUESTION) == word
    except UsageError:
        pass
    try:
        assert iso_prefix(word) == word
        assert when(word, None)
        assert month_of(word, word)
    except UsageError as error:
        assert str(error)
    for typing in (False, True):
        try:
            asked = parse(word, typing=typing)
        except UsageError:
            continue
        spans = asked.hits(word)
        assert all(0 <= span.start < span.end <= len(word) for span in spans)
        assert asked.is_in(word) == asked.finds(fold(word))


def _country(word: str) -> None:
    try:
        assert country_code(word)
    except UsageError as error:
        assert str(error)


def seeds() -> Iterator[bytes]:
    """One for each address, and some that are not allowed."""
    for at in range(len(CATALOGUE)):
        yield bytes([at]) + b"country=CN&country=VN&since=2023&until=2023-12-31&limit=5&type=meeting"
    yield b"\x01cursor=" + sealed(["a1b2", 3, None], _QUESTION).encode()
    yield '\x02words=习近平 "两国 关系" Hội đàm'.encode()
    yield b"\x00" + sealed([20], _QUESTION).encode()


TARGETS = [Target("questions", check, seeds, lambda: _WORDS, longest=800, times=6)]
