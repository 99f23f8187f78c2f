"""Documents, without their text."""

from typing import Final

from bilat.exports.fields import Kind, Noun, column

DOCUMENTS: Final = Noun(
    "documents",
    "document",
    "One row for each article, without its text; the newest first.",
    (
        column("id", Kind.TEXT, "the input's own id, else a hash of address and text"),
        column("publisher", Kind.TEXT, "as named by the input"),
        column("published", Kind.DAY, "the day in the publisher's time; empty when none was found"),
        column(
            "published_how",
            Kind.TEXT,
            "how the day was found: `field`, `comment`, `meta`, `dateline`, `address` or `file_name`",
        ),
        column("title", Kind.TEXT, "headline"),
        column("url", Kind.TEXT, "address"),
        column("language", Kind.TEXT, "BCP 47 code, `und` when unknown"),
        column("script", Kind.TEXT, "ISO 15924 code"),
        column("characters", Kind.WHOLE, "length of the text in code points"),
        column("superseded_by", Kind.TEXT, "id of the newer version of the article that counts instead"),
    ),
)
