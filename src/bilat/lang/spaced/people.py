"""People of a document: who is named, with which title, for which country, and every place that means them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bilat.lang.spaced import titles
from bilat.lang.spaced.analysis import Analysis
from bilat.lang.spaced.colleagues import join
from bilat.lang.spaced.home import home
from bilat.lang.spaced.lexicon import lower
from bilat.lang.spaced.listed import known_ends, known_offices, known_surnames, known_words, words_of
from bilat.lang.spaced.names import Piece, pieces
from bilat.lang.spaced.shouting import hear
from bilat.lang.spaced.speech import Speech
from bilat.lang.spaced.spouses import marry
from bilat.lang.spaced.thrones import by_city
from bilat.lang.spaced.titles import Titled
from bilat.model import Person, Problem


@dataclass(slots=True)
class Sighting:
    """One place where a name stands: its line, its piece, the title with it, whether it must be a person's name."""

    line: int
    piece: Piece
    text: str
    title: Titled | None
    later: Titled | None
    sure: bool
    listed: str | None = None

    @property
    def side(self) -> str | None:
        for each in (self.title, self.later):
            if each is not None and each.side is not None:
                return each.side
        return None

    @property
    def kind(self) -> str | None:
        for each in (self.title, self.later):
            if each is not None and each.kind is not None:
                return each.kind
        return None


HEADS = frozenset({"head_of_state", "head_of_government"})
"""Kinds of the titles of those who lead a country."""
_PRIVATE = {"business", "other"}
"""Kinds of titles that are no public office."""


@dataclass(slots=True)
class Known:
    """A person: the fullest name, all sightings in order."""

    name: str
    sightings: list[Sighting] = field(default_factory=list[Sighting])
    country: str | None = None
    title: tuple[int, int] | None = None
    kinds: set[str] = field(default_factory=set[str])

    @property
    def words(self) -> tuple[str, ...]:
        return words_of(self.name)

    @property
    def is_public(self) -> bool:
        """Whether the person holds a public office, as far as the text or the packs say."""
        return bool(self.kinds - _PRIVATE) or any(s.listed is not None for s in self.sightings)


@dataclass(slots=True)
class People:
    """Persons in order of first mention, and the pieces of every line, each with the person it means."""

    persons: list[Known] = field(default_factory=list[Known])
    rows: list[list[Piece]] = field(default_factory=list[list[Piece]])
    problems: list[Problem] = field(default_factory=list[Problem])
    at_home: str | None = None


def find_people(analysis: Analysis, speech: Speech) -> People:
    """All people of a document."""
    rows = [pieces(line, analysis.text, speech) for line in analysis.lines]
    hear(analysis.text, analysis.lines, rows, speech)
    seen = list(_see(analysis, rows, speech))
    people = People(rows=rows, at_home=home(analysis.doc, speech))
    named = _named(analysis) | ({people.at_home} if people.at_home else set[str]())
    known = speech.of_role("known_surname")
    surnames = {word: code for word, code in known_surnames(speech).items() if code in named or word in known}
    people.persons = _group(seen, surnames, speech)
    for number, known in enumerate(people.persons):
        for sighting in known.sightings:
            sighting.piece.person = number
        _place(known, analysis, people.at_home, speech, named, people.persons)
    join(people.persons, analysis.text, speech, HEADS)
    marry(people, analysis.text)
    if speech.default_home is None and (people.at_home is None or people.at_home not in named):
        _place_by_the_first(people.persons)
    for known in people.persons:
        if known.country is None:
            first = known.sightings[0].piece
            people.problems.append(
                Problem("no_country", f"no country for {known.name}", analysis.span(first.start, first.end))
            )
    return people


def _see(analysis: Analysis, rows: list[list[Piece]], speech: Speech) -> Iterator[Sighting]:
    text = analysis.text
    for number, row in enumerate(rows):
        for at, piece in enumerate(row):
            if not piece.is_name:
                continue
            title = titles.before(text, row, at, speech)
            later = titles.after(text, row, at, speech)
            listed = piece.word.person.country if piece.word is not None and piece.word.person is not None else None
            name = text[piece.start : piece.end]
            if listed is None and speech.native is None and title is None and _is_thing(text, piece):
                continue
            sure = listed is not None or title is not None or (later is not None and len(words_of(name)) > 1)
            yield Sighting(number, piece, name, title, later, sure, listed)


def _is_thing(text: str, piece: Piece) -> bool:
    """Whether an article stands right before a name: `the Lok Sabha of India`."""
    return text[max(piece.start - 4, 0) : piece.start].lower() == "the "


def _named(analysis: Analysis) -> set[str]:
    """The countries that a document names, their cities too."""
    words = [hit.word for line in analysis.lines for hit in line.hits]
    return {word.side for word in words if word.side} | {word.city.country for word in words if word.city}


def _group(seen: list[Sighting], surnames: dict[str, str], speech: Speech) -> list[Known]:
    """Sightings of one person together: full names first, then what calls them later. `surnames` are those that mean
    a known person by themselves, with the country."""
    known: list[Known] = []
    for sighting in seen:
        if sighting.sure and len(words_of(sighting.text)) > 1:
            same = next((each for each in known if _is_one(each, sighting, speech)), None)
            if same is None:
                known.append(Known(sighting.text, [sighting]))
            else:
                same.sightings.append(sighting)
                if _is_fuller(sighting.text, same.name):
                    same.name = sighting.text
    for sighting in seen:
        if len(words_of(sighting.text)) > 1:
            if not sighting.sure:
                same = next((each for each in known if _is_one(each, sighting, speech)), None)
                if same is not None:
                    same.sightings.append(sighting)
            continue
        one = _called(known, sighting)
        if one is not None:
            one.sightings.append(sighting)
        elif not speech.can_be_whole(sighting.text) and sighting.listed is None:
            continue
        elif sighting.sure or words_of(sighting.text)[0] in surnames:
            sighting.listed = sighting.listed or surnames.get(words_of(sighting.text)[0])
            known.append(Known(sighting.text, [sighting]))
    for each in known:
        each.sightings.sort(key=lambda s: s.piece.start)
    known.sort(key=lambda each: each.sightings[0].piece.start)
    return known


def _is_fuller(name: str, known: str) -> bool:
    """Whether a name says more than the one known so far: more words, more letters, or small ones too."""
    one, other = len(words_of(name)), len(words_of(known))
    if one == other and name.isupper() != known.isupper():
        return known.isupper()
    return one > other or (one == other and len(name) > len(known) + 1)


def _is_one(known: Known, sighting: Sighting, speech: Speech) -> bool:
    """Whether a full name is another writing of a known one: the same, or the same first and last words where these are
    not of a shape in which each word counts (Lý Cường, Lý Khắc Cường)."""
    mine, other = known.words, words_of(sighting.text)
    if mine == other or sorted(mine) == sorted(other):
        return True
    short, long = sorted((mine, other), key=len)
    if len(short) < 2:
        return False
    if short[0] == long[0] and short[-1] == long[-1]:
        return speech.native is None or not _has_native_shape(sighting.text, speech)
    last = short[-1] == long[-1] and _is_short_for(short[0], long[0])
    return last or (len(long) > len(short) and (long[: len(short)] == short or long[-len(short) :] == short))


def _is_short_for(one: str, other: str) -> bool:
    """Joe and Joseph: the same beginning of two letters."""
    return one[:2] == other[:2]


def _called(known: list[Known], sighting: Sighting) -> Known | None:
    """Whom a single word calls: the one whose name it begins or ends, the last named before it where there are some."""
    word = words_of(sighting.text)[0]
    fitting = [each for each in known if word in (each.words[-1], each.words[0])]
    code = sighting.listed or sighting.side
    if not fitting and code is not None:
        of_it = (each for each in known if any(code in (s.listed, s.side) for s in each.sightings))
        fitting = [each for each in of_it if word in each.words]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    at = sighting.piece.start
    kind = sighting.kind
    if kind is not None:
        held = [each for each in fitting if any(s.kind == kind for s in each.sightings)]
        fitting = held or fitting

    def near(each: Known) -> tuple[bool, int]:
        ahead = [s.piece.start for s in each.sightings if s.piece.start < at]
        return (bool(ahead), ahead[-1] if ahead else -each.sightings[0].piece.start)

    return max(fitting, key=near)


def _place(
    known: Known, analysis: Analysis, at_home: str | None, speech: Speech, named: set[str], others: list[Known]
) -> None:
    """The title as first written with the name in the body, and the country."""
    title_line = analysis.title_end
    titled = [s for s in known.sightings if s.title is not None and s.title.start is not None]
    titled += [s for s in known.sightings if s.later is not None and s.later.start is not None and s not in titled]
    in_body = [s for s in titled if s.piece.start > title_line]
    aloud = [s for s in in_body or titled if not _is_shouted(analysis, s)]
    aloud = aloud or [s for s in titled if not _is_shouted(analysis, s)] or in_body or titled
    for sighting in aloud[:1]:
        found = sighting.title if sighting.title is not None and sighting.title.start is not None else sighting.later
        if found is not None and found.start is not None and found.end is not None:
            known.title = (found.start, found.end)
    known.kinds = {s.kind for s in known.sightings if s.kind is not None}
    listed = [s.listed for s in known.sightings if s.listed is not None]
    said = [s.side for s in known.sightings if s.side is not None]
    known.country = (listed or said or [None])[0]
    if known.country is None:
        known.country = _listed_as(speech, known, named)
    if known.country is None:
        known.country = _by_office(known, analysis, speech) or by_city(known, analysis, speech, named, others)
    if known.country is None and titled and any(_is_at_home(other, known, at_home) for other in others):
        abroad = {code for code in named if code != at_home and speech.packs.country(code)}
        known.country = next(iter(abroad)) if len(abroad) == 1 else None
    if known.country is None and not _is_native(known, speech):
        known.country = (_named_before(analysis, titled[0], at_home) or _foreign(analysis, at_home)) if titled else None
        return
    if known.country is None and (titled or speech.default_home):
        known.country = speech.default_home or at_home


def _place_by_the_first(persons: list[Known]) -> None:
    """Gives titled persons that nothing places the country of the first who leads one: a publisher that is at home
    elsewhere writes `Foreign Minister A` in an article about A's country. Not where that country has another who holds
    the same high office."""
    lead = next((each for each in persons if each.country is not None and each.kinds & HEADS), None)
    if lead is None:
        return
    there = set[str]().union(*(each.kinds for each in persons if each.country == lead.country))
    for known in persons:
        if known.country is None and known.title is not None and known.is_public and not known.kinds & HEADS & there:
            known.country = lead.country


def _is_native(known: Known, speech: Speech) -> bool:
    """Whether a name has the shape of those at home; in a language that does not tell, every name."""
    return speech.native is None or _has_native_shape(known.name, speech)


def _has_native_shape(name: str, speech: Speech) -> bool:
    return speech.native is not None and bool(speech.native(speech, name, 0, len(name)))


def _foreign(analysis: Analysis, at_home: str | None) -> str | None:
    """The country abroad that the document names most."""
    named = [h.word.side for line in analysis.lines for h in line.hits if h.word.side and len(h.word.side) == 2]
    abroad = [code for code in named if code != at_home]
    return max(dict.fromkeys(abroad), key=abroad.count, default=None)


def _named_before(analysis: Analysis, sighting: Sighting, at_home: str | None) -> str | None:
    """The country abroad that the sentence of a name told last before it, by itself or by a city."""
    found: str | None = None
    for hit in analysis.lines[sighting.line].hits:
        if hit.start >= sighting.piece.start:
            break
        code = hit.word.side or (hit.word.city.country if hit.word.city is not None else None)
        found = code if code is not None and len(code) == len("XX") and code != at_home else found
    return found


def _is_at_home(other: Known, known: Known, at_home: str | None) -> bool:
    """Whether another person holds the same high office at home, so that this one must hold it abroad."""
    same = other is not known and any(
        s.kind in _LEADS and s.kind in {t.kind for t in known.sightings} for s in other.sightings
    )
    return same and any(at_home is not None and at_home in (s.listed, s.side) for s in other.sightings)


def _is_shouted(analysis: Analysis, sighting: Sighting) -> bool:
    """Whether a title stands in capitals, as before what a speaker says."""
    title = sighting.title if sighting.title is not None and sighting.title.start is not None else sighting.later
    return title is not None and analysis.text[title.start : title.end].isupper()


def _listed_as(speech: Speech, known: Known, named: set[str]) -> str | None:
    """The country of those known people whose name this one is, when it is one: by the first and last words of a full
    name, else by a single word for who leads a country or comes from one that the document names."""
    words = known.words
    if len(words) > 1:
        found = known_ends(speech.packs).get((words[0], words[-1]), set())
    else:
        found = known_words(speech.packs).get("".join(words), set())
        if not known.kinds & _LEADS:
            found = found & named
    return next(iter(found)) if len(found) == 1 else None


_LEADS = HEADS | {"minister", "diplomacy"}


def _by_office(known: Known, analysis: Analysis, speech: Speech) -> str | None:
    """The country of an office that is held in one country only, or by nobody but one body: `Pope A`."""
    titled = (t for s in known.sightings for t in (s.title, s.later) if t is not None and t.start is not None)
    found = (known_offices(speech.packs).get(lower(analysis.text[t.start : t.end])) for t in titled)
    return next((code for code in found if code is not None), None)


def persons_to_model(analysis: Analysis, people: People) -> list[Person]:
    """The persons of the Reading: each once, with every span that means them, the name itself first."""
    out: list[Person] = []
    for known in people.persons:
        full = next(s for s in known.sightings if s.text == known.name)
        spans = dict.fromkeys((s.piece.start, s.piece.end) for s in [full, *known.sightings])
        mentions = tuple(analysis.span(*each) for each in spans)
        title = analysis.written(*known.title).strip() if known.title else None
        name = analysis.doc.text[mentions[0].start : mentions[0].end]
        aliases = dict.fromkeys(
            analysis.as_written(s.text)
            for s in known.sightings
            if len(words_of(s.text)) > 1 and s.text not in (known.name, known.name.upper())
        )
        out.append(Person(name, known.country, title, mentions, tuple(aliases)))
    return out
