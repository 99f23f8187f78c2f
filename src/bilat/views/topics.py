"""What the columns of a comparison say on one topic, each in its own language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from bilat.model import Claim
from bilat.model.comparison import ComparisonRow, item_said
from bilat.model.fields import Json
from bilat.model.item_rows import ItemRow
from bilat.record.terms import fold

ClaimItem = ItemRow[Claim]
_HAN: Final = re.compile("[\u3400-\u9fff]")
_LANGUAGES: Final = ("zh", "en", "vi")


class TopicRow(Struct, frozen=True):
    """A topic with its `names` by language, and what each column says on it; columns that say nothing are left out."""

    topic: str
    names: Mapping[str, str]
    said: Mapping[str, tuple[ClaimItem, ...]]

    def to_dict(self) -> Json:
        """The topic with its statements as the entries of a comparison have them."""
        columns = {column: [item_said(item) for item in items] for column, items in self.said.items()}
        return {"topic": self.topic, "names": dict(self.names), "columns": columns}


def with_topics(compared: ComparisonRow) -> Json:
    """A comparison as JSON, with what its columns say topic by topic."""
    return {**compared.to_dict(), "topics": [row.to_dict() for row in topics(compared)]}


def topics(compared: ComparisonRow) -> tuple[TopicRow, ...]:
    """The topics of the statements of reports in several languages, those of most columns first; none where all are in
    one language, as their set phrases and figures meet by themselves."""
    said = [
        (column, item)
        for entry in compared.entries
        if entry.noun == "claims"
        for column, items in entry.said.items()
        for item in items
    ]
    if len({_is_han(item) for _, item in said}) < len(_LANGUAGES) - 1:
        return ()
    rows = [row for row in _by_topic(said) if row.said]
    return tuple(sorted(rows, key=lambda row: (-len(row.said), -sum(map(len, row.said.values())), row.topic)))


def _is_han(item: ClaimItem) -> bool:
    return any(_HAN.search(ev.quote) for ev in item.report.evidence)


def _by_topic(said: Sequence[tuple[str, ClaimItem]]) -> Iterator[TopicRow]:
    folded = [(column, item, " ".join(fold(ev.quote) for ev in item.report.evidence)) for column, item in said]
    for topic, names, words in _patterns():
        found: dict[str, dict[str, ClaimItem]] = {}
        for column, item, text in folded:
            if words.search(text):
                _ = found.setdefault(column, {}).setdefault(item.id, item)
        yield TopicRow(topic, names, {column: tuple(items.values()) for column, items in found.items()})


@cache
def _patterns() -> tuple[tuple[str, Mapping[str, str], re.Pattern[str]], ...]:
    """Each topic of the packs with its names and what finds its words in folded text."""
    from bilat.packs import load  # noqa: PLC0415 -- only those who compare languages pay for the packs
    from bilat.packs.tables.phrases import Topic  # noqa: PLC0415

    made: list[tuple[str, Mapping[str, str], re.Pattern[str]]] = []
    for row in load().of(Topic):
        spaced = "|".join(re.escape(fold(word)) for word in (*row.en, *row.vi))
        words = re.compile(rf"{'|'.join(re.escape(fold(word)) for word in row.zh)}|\b(?:{spaced})s?\b")
        made.append((row.topic, {"zh": row.zh[0], "en": row.topic, "vi": row.vi[0]}, words))
    return tuple(made)
