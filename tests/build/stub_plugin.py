"""A plugin of the tests: one form of input and one language, so small that everything in a record can be foreseen.

A file `*.note` holds articles divided by lines of `===`: an optional line `id: …`, `url: …`, `published: …`,
`publisher: …` each, an empty line, a title, a body. In a sentence `张三(CN 部长)会见李四(VN)` two people meet.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b

from bilat.hookspecs import hookimpl
from bilat.lang.base import Findings
from bilat.model import (
    DateSource,
    Document,
    Event,
    EventType,
    Failure,
    Part,
    Participant,
    Passage,
    Person,
    Published,
    Source,
    Span,
    Status,
)
from bilat.readers import RawFile

_MEETING = re.compile(r"(\w+?)\((\w\w)(?: (\w+))?\)(会见|將會見|将会见|呼叫)(\w+?)\((\w\w)(?: (\w+))?\)")


class Notes:
    form = "note"

    def recognises(self, head: str, path: str) -> int:  # noqa: ARG002 -- the protocol's name
        return 100 if path.endswith(".note") else 0

    def read(self, raw: RawFile) -> Iterator[Document | Failure]:
        for index, part in enumerate(re.split(r"^===\n", raw.whole().text, flags=re.MULTILINE)):
            head, _, text = ("\n" + part).partition("\n\n")
            given = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
            if "broken" in given:
                yield Failure(f"{raw.path}:{index}", given["broken"])
                continue
            text = text.rstrip("\n")
            title = text.partition("\n")[0]
            passages = [Passage(Part.HEADLINE, Span(0, len(title)))]
            if len(text) > len(title) + 1:
                passages.append(Passage(Part.BODY, Span(len(title) + 1, len(text))))
            day = given.get("published")
            yield Document(
                id=given.get("id") or blake2b(f"{given.get('url')}\n{text}".encode(), digest_size=8).hexdigest(),
                text=text,
                title=title,
                passages=tuple(passages),
                language=given.get("language", "xx"),
                url=given.get("url"),
                publisher=given.get("publisher"),
                published=Published(day[:10], DateSource.FIELD, day) if day else None,
                source=Source(raw.path, self.form, index),
            )


class Simple:
    code = "xx"

    def read(self, doc: Document) -> Findings:
        found = Findings()
        if "出错" in doc.text:
            msg = "a rule that breaks"
            raise ValueError(msg)
        for m in _MEETING.finditer(doc.text):
            sides: list[Participant] = []
            for name, country, title in ((1, 2, 3), (5, 6, 7)):
                person = Person(m[name], m[country], m[title], (Span(m.start(name), m.end(name)),))
                if person not in found.people:
                    found.people.append(person)
                sides.append(Participant(m[name], m[country]))
            planned = m[4] != "会见"
            day = doc.published.day if doc.published and not planned else None
            found.events.append(
                Event(
                    EventType.MEETING,
                    Status.PLANNED if planned else Status.HELD,
                    day,
                    day,
                    "河内",
                    None,
                    tuple(sides),
                    (doc.quote(m.start(), m.end()),),
                )
            )
        return found


@hookimpl
def bilat_readers() -> list[Notes]:
    return [Notes()]


@hookimpl
def bilat_languages() -> list[Simple]:
    return [Simple()]
