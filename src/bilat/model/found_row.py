"""What a search across everything finds."""

from msgspec import Struct

from bilat.model.fields import Json


class FoundRow(Struct, frozen=True):
    """One thing that a search found. `kind` is `person`, `office`, `mechanism`, `phrase`, `undertaking`, `event` or
    `document`; `id` is its id (the name itself of an office, a mechanism, a phrase). `text` holds the words asked for
    from `start` to `end` (none where an event is found by another form of a name); `name` is what the thing is called
    where that is another text, `detail` a few words on it: a country, a day and a place, a publisher. `weight` is the
    number of documents (of an event, reports) that it stands in."""

    kind: str
    id: str
    text: str
    start: int
    end: int
    name: str
    detail: str
    weight: int

    def to_dict(self) -> Json:
        return {
            "kind": self.kind,
            "id": self.id,
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "name": self.name,
            "detail": self.detail,
            "weight": self.weight,
        }
