"""A brief → one HTML file: no scripts, nothing from elsewhere, light and dark, made to be printed. All text is
escaped, and an address is a link only where a browser would open a page with it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Final
from urllib.parse import quote

from bilat.views.brief.model import Brief, Clause, Entry, Group, Labels, Note, Section
from bilat.views.clean import clean

_STYLE: Final = """
:root { color-scheme: light dark;
  --ink: #1d1d1f; --paper: #fffefb; --faint: #5f6368; --line: #d9d7d0; --link: #14508c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e4df; --paper: #1b1c1e; --faint: #a3a7ad; --line: #3c3f43; --link: #8ab8ea; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.2rem 0 .25rem; color: var(--faint); }
p { margin: .3rem 0; }
ul, ol { margin: .25rem 0; padding-left: 1.25rem; }
li { margin: .2rem 0; }
.about, .more { color: var(--faint); font-size: .9rem; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
sup { line-height: 0; font-size: .7em; }
sup a { padding: 0 .1em; }
.notes { font-size: .85rem; padding-left: 2.5rem; overflow-wrap: anywhere; }
.notes q { quotes: none; }
.notes q::before, .notes q::after { content: none; }
.notes .place { color: var(--faint); }
li:target, sup a:target { background: color-mix(in srgb, var(--link) 18%, transparent); }
code { font-size: .9em; }
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #444; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3 { break-after: avoid; }
  li { break-inside: avoid; }
}
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def to_html(brief: Brief) -> str:
    """The whole page."""
    return (
        f'<!DOCTYPE html>\n<html lang="{_safe(brief.labels.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(brief.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<main>\n{fragment(brief)}\n</main>\n</body>\n</html>\n"
    )


def fragment(brief: Brief) -> str:
    """The brief without a page around it, for notebooks."""
    return "\n".join(_Page(brief).lines())


class _Page:
    """Writes one brief; knows the number of each note, and whether a sentence has pointed to it before."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._numbers: Mapping[Note, int] = brief.numbers
        self._pointed: dict[Note, int] = {}

    def lines(self) -> Iterator[str]:
        """Title, sections, and the sources at the end."""
        brief, labels = self._brief, self._brief.labels
        yield f"<h1>{_safe(brief.title)}</h1>"
        yield from (f'<p class="about">{_safe(line)}</p>' for line in brief.about)
        yield from self._contents()
        for section in brief.sections:
            yield from self._section(section, labels)
        if self._numbers:
            yield f'<section id="sources">\n<h2>{_safe(labels.sources)}</h2>\n<ol class="notes">'
            yield from (self._note(note, number, labels) for note, number in self._numbers.items())
            yield "</ol>\n</section>"

    def _contents(self) -> Iterator[str]:
        """Links to the sections: a brief of two years is thirty screens long."""
        heads = [(section.key, section.title) for section in self._brief.sections]
        heads += [("sources", self._brief.labels.sources)] * bool(self._numbers)
        links = " · ".join(f'<a href="#{_safe(key)}">{_safe(title)}</a>' for key, title in heads)
        yield f'<nav class="about" aria-label="{_safe(self._brief.title)}">{links}</nav>'

    def _section(self, section: Section, labels: Labels) -> Iterator[str]:
        yield f'<section id="{_safe(section.key)}">\n<h2>{_safe(section.title)}</h2>'
        if not section.groups:
            yield f'<p class="more">{_safe(labels.nothing)}</p>'
        for group in section.groups:
            yield from self._group(group, labels)
        if section.left_out and section.see:
            yield _more(section.left_out, section.see, labels)
        yield "</section>"

    def _group(self, group: Group, labels: Labels) -> Iterator[str]:
        if group.heading:
            yield f"<h3>{_safe(group.heading)}</h3>"
        yield from self._list(group.entries, labels)
        if group.more and group.see:
            yield _more(group.more, group.see, labels)

    def _list(self, entries: Iterable[Entry], labels: Labels) -> Iterator[str]:
        yield "<ul>"
        for entry in entries:
            sentences = labels.space.join(
                labels.space.join(self._clause(clause) for clause in sentence.clauses) for sentence in entry.sentences
            )
            yield f"<li>{sentences}"
            if entry.parts:
                yield from self._list(entry.parts, labels)
            yield "</li>"
        yield "</ul>"

    def _clause(self, clause: Clause) -> str:
        return _safe(clause.text) + "".join(self._pointer(note) for note in clause.notes)

    def _pointer(self, note: Note) -> str:
        """A number that leads to the note; the first of them is where the note leads back to."""
        number = self._numbers[note]
        self._pointed[note] = times = self._pointed.get(note, 0) + 1
        back = f"ref-{number}" if times == 1 else f"ref-{number}-{times}"
        return f'<sup><a id="{back}" href="#note-{number}" role="doc-noteref">{number}</a></sup>'

    def _note(self, note: Note, number: int, labels: Labels) -> str:
        ev = note.evidence
        place = labels.place.format(document=ev.document, start=ev.span.start, end=ev.span.end)
        who = ", ".join(_safe(part) for part in (note.publisher or labels.unknown, note.published) if part)
        title = _link(note.url, note.title)
        back = f'<a href="#ref-{number}" role="doc-backlink" aria-label="{_safe(labels.back)} {number}">↩</a>'
        quote = f"<q>{_safe(labels.open_quote + ev.quote + labels.close_quote)}</q>"
        return f'<li id="note-{number}">{who}, {title}: {quote} <span class="place">({_safe(place)})</span> {back}</li>'


def _more(count: int, command: str, labels: Labels) -> str:
    before, _, after = labels.more.format(count=count, command="\0").partition("\0")
    return f'<p class="more">{_safe(before)}<code>{_safe(command)}</code>{_safe(after)}</p>'


def _link(url: str | None, title: str) -> str:
    if url is None or not re.fullmatch(r"https?://\S.*", url):
        return _safe(title) + (f" ({_safe(url)})" if url else "")
    whole = re.sub(r"\s", lambda blank: quote(blank[0]), url)
    return f'<a href="{_safe(whole)}" rel="noopener noreferrer">{_safe(title)}</a>'


def _safe(text: str) -> str:
    return escape(clean(text))
