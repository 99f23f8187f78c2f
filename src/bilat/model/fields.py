"""A JSON object being read: each field asked for once, with its type."""

from collections.abc import Iterable
from typing import cast

from bilat.errors import ReadError
from bilat.model.span import Span

Json = dict[str, object]
"""A JSON object: values are str, int, bool, None, lists and further objects."""


class Fields:
    """A JSON object being read: each field is asked for once with its type; what is left over is an error."""

    def __init__(self, raw: object, where: str) -> None:
        if not isinstance(raw, dict):
            msg = f"{where}: an object was expected"
            raise ReadError(msg)
        self._raw = dict(cast("Json", raw))
        self._where = where

    def _fail(self, key: str, wanted: str) -> ReadError:
        return ReadError(f"{self._where}.{key}: {wanted} was expected")

    def text(self, key: str) -> str:
        value = self._raw.pop(key, None)
        if not isinstance(value, str):
            raise self._fail(key, "a text")
        return value

    def text_or_none(self, key: str) -> str | None:
        value = self._raw.pop(key, None)
        if value is not None and not isinstance(value, str):
            raise self._fail(key, "a text or null")
        return value

    def number_or_none(self, key: str) -> int | None:
        value = self._raw.pop(key, None)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise self._fail(key, "a whole number or null")
        return value

    def number(self, key: str) -> int:
        value = self.number_or_none(key)
        if value is None:
            raise self._fail(key, "a whole number")
        return value

    def any_number_or_none(self, key: str) -> int | float | None:
        value = self._raw.pop(key, None)
        if value is not None and (not isinstance(value, int | float) or isinstance(value, bool)):
            raise self._fail(key, "a number or null")
        return value

    def span_or_none(self, key: str) -> Span | None:
        pair = self._raw.pop(key, None)
        if pair is None:
            return None
        values = cast("list[object]", pair) if isinstance(pair, list) else []
        if len(values) != 2 or not all(isinstance(value, int) for value in values):
            raise self._fail(key, "[start, end] or null")
        return Span(cast("int", values[0]), cast("int", values[1]))

    def flag(self, key: str) -> bool:
        value = self._raw.pop(key, False)
        if not isinstance(value, bool):
            raise self._fail(key, "true or false")
        return value

    def items(self, key: str) -> list[object]:
        value = self._raw.pop(key, [])
        if not isinstance(value, list):
            raise self._fail(key, "a list")
        return cast("list[object]", value)

    def objects(self, key: str) -> "Iterable[Fields]":
        return [Fields(item, f"{self._where}.{key}[{at}]") for at, item in enumerate(self.items(key))]

    def object_or_none(self, key: str) -> "Fields | None":
        value = self._raw.pop(key, None)
        return None if value is None else Fields(value, f"{self._where}.{key}")

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.items(key)
        if not all(isinstance(value, str) for value in values):
            raise self._fail(key, "a list of texts")
        return tuple(cast("list[str]", values))

    def row(self, key: str, kinds: tuple[type, ...]) -> Iterable[list[object]]:
        for item in self.items(key):
            values = cast("list[object]", item) if isinstance(item, list) else []
            if len(values) != len(kinds) or not all(isinstance(v, kind) for v, kind in zip(values, kinds, strict=True)):
                raise self._fail(key, f"a list of [{', '.join(kind.__name__ for kind in kinds)}]")
            yield values

    def done(self) -> None:
        if self._raw:
            msg = f"{self._where}: unknown key {min(self._raw)!r}; is the line from a newer version?"
            raise ReadError(msg)
