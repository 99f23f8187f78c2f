"""`bilat show`: one thing with all its evidence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from bilat.cli.errors import USAGE
from bilat.cli.options import record_option
from bilat.cli.terminal import complain, say, screen_width, tell, write_json_lines
from bilat.errors import UsageError
from bilat.views.lines import Line

if TYPE_CHECKING:
    from bilat.model.item_rows import ItemRow, PhraseRow
    from bilat.model.rows import DocumentRow, EventRow, PersonRow
    from bilat.record import Record

    Thing = DocumentRow | EventRow | PersonRow | ItemRow[Any] | PhraseRow
LISTED = 20
"""Ids listed where a beginning fits several."""


@click.command("show")
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with everything.")
@record_option
def command(id_: str, as_json: bool, record_path: str) -> None:
    """Print one thing or document with all its evidence.

    An event, person, figure, claim, phrase, mechanism, undertaking, dispute or document.
    ID stands in what the other commands print; its first characters do, as long as no other id begins so. A document
    is shown with its passages by part and all that was found in it; a set phrase may be given as it is (政治互信).
    """
    import bilat

    with bilat.open(record_path) as record:
        thing = find(record, id_)
        if as_json:
            write_json_lines([_as_dict(record, thing)])
        else:
            say(_as_lines(record, thing, screen_width()))


def find(record: "Record", word: str) -> "Thing":
    """What has this id, or is the only one whose id begins so. Raises UsageError where there is none; lists them and
    ends the command where there are more."""
    if (thing := record.get(word)) is not None:
        return thing
    fitting = record.ids(word, limit=LISTED + 1)
    things = [thing for id_ in fitting if (thing := record.get(id_)) is not None]
    if len(things) == 1:
        return things[0]
    if not things and (phrase := _phrase(record, word)) is not None:
        return phrase
    if not things:
        msg = f"nothing in {record.path} has an id that begins with '{word}'"
        raise UsageError(msg)
    complain(f"'{word}' may be any of these; give more of the id")
    for thing in things[:LISTED]:
        tell(f"  {thing.id}  {_told(thing)}")
    if len(things) > LISTED:
        tell("  …")
    raise click.exceptions.Exit(USAGE)


def _phrase(record: "Record", word: str) -> "PhraseRow | None":
    from bilat.record import ItemFilter
    from bilat.views.phrases import with_packs

    return next(with_packs(record.phrases(ItemFilter(same={"phrase": word}))), None)


def _told(thing: "Thing") -> str:
    from bilat.model.item_rows import ItemRow, PhraseRow
    from bilat.model.rows import EventRow, PersonRow
    from bilat.views.lines import text_of
    from bilat.views.show_items import item_line

    match thing:
        case ItemRow():
            return f"{thing.noun}: {text_of(item_line(thing.noun, thing.item)).strip()}"
        case PhraseRow():
            return thing.phrase
        case EventRow():
            return f"{thing.type}, {thing.start or 'date unknown'}"
        case PersonRow():
            return f"{thing.name} {thing.country or ''}".rstrip()
        case _:
            return f"document: {thing.title}"


def _as_lines(record: "Record", thing: "Thing", width: int | None) -> Iterator[Line]:
    from bilat.model.item_rows import ItemRow, PhraseRow
    from bilat.model.rows import EventRow, PersonRow
    from bilat.views.phrases import one_phrase_lines
    from bilat.views.show import show_document, show_event, show_person
    from bilat.views.show_items import show_item

    match thing:
        case ItemRow():
            return show_item(thing, width)
        case PhraseRow():
            return one_phrase_lines(thing, width)
        case EventRow():
            return show_event(thing, width, record.parts(thing), record.coverage(thing))
        case PersonRow():
            return show_person(thing, record.events(person=thing.id), width)
        case _:
            return show_document(thing, *record.reading(thing.id), width)


def _as_dict(record: "Record", thing: "Thing") -> dict[str, object]:
    from bilat.model.codec import reading_to_dict
    from bilat.model.item_rows import ItemRow, PhraseRow
    from bilat.model.rows import EventRow, PersonRow

    match thing:
        case ItemRow():
            return {"noun": thing.noun, **thing.to_dict()}
        case PhraseRow():
            return {"noun": "phrases", **thing.to_dict()}
        case EventRow():
            parts = [part.to_dict() for part in record.parts(thing)]
            return {"kind": "event", **thing.to_dict(), "parts": parts, "coverage": record.coverage(thing).to_dict()}
        case PersonRow():
            events = [event.to_dict() for event in record.events(person=thing.id)]
            return {"kind": "person", **thing.to_dict(), "events": events}
        case _:
            return {"kind": "document", **thing.to_dict(), **reading_to_dict(*record.reading(thing.id))}
