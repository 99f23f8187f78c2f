"""The country of a document's publisher."""

from functools import lru_cache

from bilat.lang.spaced.speech import Speech
from bilat.model import Document
from bilat.packs import Packs
from bilat.packs.tables.spaced import Side


def home(doc: Document, speech: Speech) -> str | None:
    """The country of the publisher, else the one where this language's media are at home."""
    return (_of(speech.packs, doc.publisher) if doc.publisher else None) or speech.default_home


@lru_cache(maxsize=512)
def _of(packs: Packs, publisher: str) -> str | None:
    """The country of a body by its English name or another of its names, else the one its name holds."""
    wanted = publisher.casefold()
    for body in packs.bodies:
        if body.country and wanted in (body.en.casefold(), *(name.casefold() for name in body.names)):
            return body.country
    words = f" {publisher} "
    return next((side.code for side in packs.of(Side) if any(f" {name} " in words for name in side.names)), None)
