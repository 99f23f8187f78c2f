"""The arguments of tools: their types, bounds and descriptions."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from bilat.model import EventType, Mode, Stage, Status
from bilat.record import ItemFilter
from bilat.views.countries import country_code
from bilat.views.dates import iso_prefix

LONGEST = 200
"""Characters of the longest word that is asked for."""

Word = Annotated[str, Field(min_length=1, max_length=LONGEST)]
Id = Annotated[str, Field(min_length=1, max_length=LONGEST, description="The id, as other tools give it.")]
Countries = Annotated[
    list[Word],
    Field(
        max_length=8,
        description="Codes or names of countries (CN, vn, 越南, China), all of which must take part; two ask for what"
        " is between them.",
    ),
]
Country = Annotated[Word, Field(description="Code or name of a country: CN, vn, 越南, China.")]
Since = Annotated[str | None, Field(max_length=10, description="Only this day or later: 2023-06-27, 2023-06 or 2023.")]
Until = Annotated[str | None, Field(max_length=10, description="Only this day or earlier; forms as in `since`.")]
Publisher = Annotated[Word | None, Field(description="Only what publishers with a name that holds this report.")]
Limit = Annotated[int, Field(ge=1, le=50, description="How many at most; a page may be shorter to stay small.")]
Cursor = Annotated[
    str | None,
    Field(max_length=2000, description="`next` of the page before, with all other arguments as they were."),
]
Quotations = Annotated[
    int, Field(ge=1, le=5, description="Reports given with each event, each of another publisher where there are.")
]
By = Literal["publisher", "side"]
Type = EventType
Types = Annotated[list[EventType], Field(max_length=6, description="Only events of these types.")]
State = Status
Told = Mode
Come = Stage


def codes(countries: Sequence[str]) -> tuple[str, ...]:
    """Codes for names of countries, each once. Raises UsageError, which says what comes near."""
    return tuple(dict.fromkeys(country_code(word) for word in countries))


def day(word: str | None) -> str | None:
    """A date of any precision that the calendar has. Raises UsageError for another."""
    return None if word is None else iso_prefix(word)


def items_filter(
    countries: Sequence[str],
    since: str | None,
    until: str | None,
    publisher: str | None = None,
    same: dict[str, str | None] | None = None,
    within: dict[str, str | None] | None = None,
) -> ItemFilter:
    """What is asked of items; words that were not given (None) ask nothing."""
    return ItemFilter(codes(countries), day(since), day(until), publisher, _given(same), _given(within))


def _given(words: dict[str, str | None] | None) -> dict[str, str]:
    return {name: word for name, word in (words or {}).items() if word is not None}
