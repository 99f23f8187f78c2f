"""What can be given in an address, and how it is checked: one declaration for the check and for the schema."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from bilat.model.fields import Json

LONGEST: Final = 200
"""Characters of the longest word."""
LONGEST_CURSOR: Final = 2000
MOST: Final = 500
"""Rows of one page."""
USUAL: Final = 50
FORMATS: Final = ("json", "jsonl", "csv")

_LEAP: Final = r"(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00)-02-29"
DATE: Final = (
    r"^(?:[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?)?"
    r"|[12][0-9]{3}-(?:0[13-9]|1[0-2])-(?:29|30)|[12][0-9]{3}-(?:0[13578]|1[02])-31"
    rf"|{_LEAP})$"
)
"""Years, months and days that the calendar has, from 1000 to 2999: what is checked is what the schema says."""
_DATE: Final = re.compile(DATE.removesuffix("$") + r"\Z")


class WrongError(Exception):
    """A question that cannot be answered as it is: `errors` are parameters with what is wrong with each."""

    def __init__(self, errors: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{name}: {reason}" for name, reason in errors))
        self.errors: Final = tuple(errors)


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter. `kind` is `word`, `choice` (of `known`), `code` (of a country), `date`, `flag` or `number` (from 1
    to `most`); `times` is how often it may be given, `usual` what it is when it is not, `needs` another
    parameter that must be given with it."""

    name: str
    about: str
    kind: str = "word"
    known: tuple[str, ...] = ()
    times: int = 1
    most: int = MOST
    usual: str | None = None
    required: bool = False
    longest: int = LONGEST
    needs: str | None = None

    def wrong(self, word: str) -> str | None:
        """What is wrong with a word given for it; None when nothing is."""
        match self.kind:
            case "choice":
                if word not in self.known:
                    return f"there is no {word[:LONGEST]!r}; there are {', '.join(self.known)}"
            case "code":
                if word not in codes():
                    return f"there is no country or organisation of the code {word[:LONGEST]!r}"
            case "date":
                if not _DATE.match(word):
                    return f"no date of the calendar: {word[:LONGEST]!r}; write 2023, 2023-06 or 2023-06-27"
            case "flag":
                if word not in {"true", "false"}:
                    return "true or false"
            case "number":
                if not (word.isascii() and word.isdecimal() and len(word) < 10 and 1 <= int(word) <= self.most):
                    return f"a whole number from 1 to {self.most}"
            case _:
                if not 0 < len(word) <= self.longest:
                    return f"from 1 to {self.longest} characters, not {len(word)}"
        return None

    def schema(self) -> Json:
        """Its JSON schema."""
        match self.kind:
            case "choice":
                one: Json = {"type": "string", "enum": list(self.known)}
            case "code":
                one = {"$ref": "#/components/schemas/Code"}
            case "date":
                one = {"type": "string", "pattern": DATE}
            case "flag":
                one = {"type": "boolean"}
            case "number":
                one = {"type": "integer", "minimum": 1, "maximum": self.most}
            case _:
                one = {"type": "string", "minLength": 1, "maxLength": self.longest}
        if self.times > 1:
            return {"type": "array", "items": one, "minItems": 1, "maxItems": self.times}
        if self.usual is None:
            return one
        return {**one, "default": int(self.usual) if self.kind == "number" else self.usual}


@cache
def codes() -> Mapping[str, None]:
    """The codes of the countries and organisations that the packs know, sorted."""
    from bilat.packs import load  # noqa: PLC0415 -- takes a moment, which a server has only once it is asked

    packs = load()
    return dict.fromkeys(sorted(row.code for row in (*packs.countries, *packs.organisations)))


@dataclass(frozen=True, slots=True)
class Given:
    """What was given, checked."""

    words: Mapping[str, tuple[str, ...]]

    def many(self, name: str) -> tuple[str, ...]:
        """Every word given for a parameter, each once."""
        return tuple(dict.fromkeys(self.words.get(name, ())))

    def one(self, name: str) -> str | None:
        """The word given for a parameter."""
        return next(iter(self.words.get(name, ())), None)

    def flag(self, name: str) -> bool:
        """Whether it is true."""
        return self.one(name) == "true"

    def number(self, name: str) -> int | None:
        """The number given."""
        word = self.one(name)
        return None if word is None else int(word)

    def without(self, *names: str) -> dict[str, Any]:
        """All of it but some, as plain values."""
        return {name: list(words) for name, words in sorted(self.words.items()) if name not in names}


def read(query: Sequence[tuple[str, str]], params: Sequence[Param]) -> Given:
    """What stands in an address, checked. Raises WrongError with everything that is wrong."""
    known = {param.name: param for param in params}
    errors: list[tuple[str, str]] = []
    words: dict[str, list[str]] = {}
    for name, word in query:
        param = known.get(name)
        if param is None:
            errors.append((name[:LONGEST], f"no parameter here; there are {', '.join(known) or 'none'}"))
        elif (reason := param.wrong(word)) is not None:
            errors.append((name, reason))
        else:
            words.setdefault(name, []).append(word)
    errors += [
        (name, f"given {len(given)} times; at most {known[name].times}")
        for name, given in words.items()
        if len(given) > known[name].times
    ]
    wrong = {name for name, _ in errors}
    errors += [(p.name, "is needed") for p in params if p.required and p.name not in words and p.name not in wrong]
    errors += [(p.name, f"needs {p.needs}") for p in params if p.needs and p.name in words and p.needs not in words]
    if errors:
        raise WrongError(errors)
    return Given({name: tuple(given) for name, given in words.items()})
