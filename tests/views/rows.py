"""Rows as a record gives them, made by hand."""

from bilat.model import Evidence, Span
from bilat.model.rows import DocumentRow, EventRow, ParticipantRow, PersonRow, ReportRow, SearchHit, TitleRow

QUOTE = "阮富仲12日在河内同习近平举行会谈"


def participant(name: str, country: str | None, role: str | None = None) -> ParticipantRow:
    return ParticipantRow(name=name, names=(name,), country=country, role=role)


def report(quote: str = QUOTE, *more: str) -> ReportRow:
    return ReportRow(
        document="d0c1",
        publisher="南屿日报",
        published="2023-12-12",
        title="两党领导人在河内会谈",
        url="https://nanyu.example.org/1",
        how="reported",
        evidence=tuple(Evidence("d0c1", Span(10, 10 + len(text)), text) for text in (quote, *more)),
    )


def event(  # noqa: PLR0913
    type_: str = "meeting",
    status: str = "held",
    start: str | None = "2023-12-12",
    end: str | None = "2023-12-12",
    *,
    place: str | None = "河内",
    host: str | None = None,
    participants: tuple[ParticipantRow, ...] = (participant("阮富仲", "VN"), participant("习近平", "CN")),
    mechanism: str | None = None,
    ordinal: int | None = None,
    documents: tuple[str, ...] = (),
    background: bool = False,
    reports: tuple[ReportRow, ...] | None = None,
) -> EventRow:
    return EventRow(
        id="e7e47",
        type=type_,
        status=status,
        start=start,
        end=end,
        place=place,
        host=host,
        participants=participants,
        mechanism=mechanism,
        ordinal=ordinal,
        documents=documents,
        background=background,
        reports=reports or (report(),),
    )


def person() -> PersonRow:
    return PersonRow(
        id="9e450",
        name="阮富仲",
        names=("阮富仲", "Nguyễn Phú Trọng"),
        country="VN",
        titles=(
            TitleRow("越共中央总书记", "2022-10-30", "2023-12-12", 5),
            TitleRow("总书记", None, None, 1),
        ),
        first="2022-10-30",
        last="2023-12-12",
        documents=6,
        mentions=31,
    )


def hit(text: str, start: int, end: int, *hits: Span) -> SearchHit:
    """A hit in `text`, shown from `start` to `end`."""
    row = DocumentRow(
        id="d0c1",
        title="标题",
        url=None,
        publisher="南屿日报",
        published="2023-12-12",
        published_how="field",
        language="zh",
        script="Hans",
        characters=len(text),
        superseded_by=None,
        sources=(),
    )
    return SearchHit(document=row, snippet=text[start:end], span=Span(start, end), hits=hits)
