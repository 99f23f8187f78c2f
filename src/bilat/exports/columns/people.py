"""People over all documents, with their names, titles and tenures."""

from operator import attrgetter
from typing import Final

from bilat.exports.fields import Kind, Nested, Noun, column

_SEEN = (
    column("first", Kind.DAY, "first published day on which it was seen"),
    column("last", Kind.DAY, "last one"),
    column("documents", Kind.WHOLE, "in how many documents"),
)

PEOPLE: Final = Noun(
    "people",
    "person",
    "One row for each person, all namings linked; those of most documents first.",
    (
        column("id", Kind.TEXT, "what `actor` in `participants` refers to"),
        column("name", Kind.TEXT, "the form of the name that most documents use"),
        column("country", Kind.TEXT, "code of the country or organisation the person acts for"),
        column("first", Kind.DAY, "first published day on which the person was seen"),
        column("last", Kind.DAY, "last one"),
        column("documents", Kind.WHOLE, "how many documents name the person"),
        column("mentions", Kind.WHOLE, "how many times they do, by name, title or pronoun"),
    ),
    (
        Nested(
            "names",
            "names",
            "Every form of a person's name, the one shown first.",
            attrgetter("names"),
            (column("name", Kind.TEXT, "a form of the name, in any script", str),),
        ),
        Nested(
            "titles",
            "titles",
            "Every title that a person was seen with, the latest first.",
            attrgetter("titles"),
            (column("title", Kind.TEXT, "as written"), *_SEEN),
        ),
        Nested(
            "tenures",
            "tenures",
            "The offices that the titles tell of: who was seen in which, from when to when.",
            attrgetter("tenures"),
            (
                column("office", Kind.TEXT, "the office by its usual name"),
                column("sole", Kind.FLAG, "whether one person at a time holds it"),
                *_SEEN,
                column("others", Kind.TEXTS, "of a sole office: ids of others seen in it on some of the same days"),
            ),
        ),
    ),
)
