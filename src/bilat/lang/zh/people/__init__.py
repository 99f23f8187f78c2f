"""The people of a Chinese document: who is named, of which country, with which title, and every place that means them.

Analysis → People; People → the persons of the Reading. The rules in plain words: docs/people.md.
"""

from functools import lru_cache
from operator import attrgetter

from bilat.lang.steps import Steps, alone
from bilat.lang.zh.analysis import Analysis
from bilat.lang.zh.fold import fold
from bilat.lang.zh.people import countries, resolve
from bilat.lang.zh.people.find import see
from bilat.lang.zh.people.mentions import Pairs, by_office, by_surname, find_mentions, office_mentions, pronouns
from bilat.lang.zh.people.sightings import Sightings
from bilat.lang.zh.people.tables import Tables, tables
from bilat.lang.zh.people.types import Form, OfficeMention, People, PersonDraft, PersonMention
from bilat.model import Person, Problem, Span
from bilat.packs import Packs, load
from bilat.packs.rows import PersonName

__all__ = [
    "Form",
    "OfficeMention",
    "People",
    "PersonDraft",
    "PersonMention",
    "find_people",
    "people_steps",
    "persons_to_model",
]


_order = attrgetter("start", "end", "person")


@lru_cache(maxsize=4)
def _gazetteer(packs: Packs) -> dict[str, PersonName]:
    return {fold(person.name): person for person in packs.persons}


def find_people(analysis: Analysis, packs: Packs | None = None) -> People:
    """All people of a document. `packs` are those its lexicon was made of, the built-in ones when left out."""
    return alone(people_steps(analysis, packs or load()))


def people_steps(analysis: Analysis, packs: Packs) -> Steps[People]:
    """The same, in steps."""
    known_tables, gazetteer = tables(packs), _gazetteer(packs)
    at_home = countries.home(analysis, packs)
    seen = see(analysis, known_tables, at_home)
    yield
    groups = [
        known
        for known in resolve.group(analysis.text, seen.names, known_tables)
        if known.name not in seen.bylines and _believed(known, analysis.text, gazetteer)
    ]
    people = People(offices=office_mentions(analysis.text, seen.unnamed, known_tables))
    if groups:
        yield
        countries_of = _countries(groups, analysis, at_home, known_tables, gazetteer)
        pairs = [(known, _draft(known, analysis, code)) for known, code in zip(groups, countries_of, strict=True)]
        yield
        _mention(people, pairs, analysis, seen, known_tables)
    return people


def _countries(
    groups: list[resolve.Known],
    analysis: Analysis,
    at_home: str | None,
    known_tables: Tables,
    gazetteer: dict[str, PersonName],
) -> list[str | None]:
    sure = [countries.certain(known, gazetteer) for known in groups]
    placed = [
        code or countries.likely(known, analysis, at_home, known_tables)
        for known, code in zip(groups, sure, strict=True)
    ]
    return countries.other_side(groups, sure, placed, analysis)


def _mention(people: People, pairs: Pairs, analysis: Analysis, seen: Sightings, known_tables: Tables) -> None:
    """Add the persons, each with every place that means them, and those whose country is not known."""
    for _, draft in pairs:
        if draft.country is None:
            people.problems.append(Problem("no_country", f"no country for {draft.name}", Span(*draft.named)))
    mentions = find_mentions(analysis, pairs, seen, known_tables)
    others = by_office(people.offices, pairs, analysis.text) + by_surname(analysis.text, seen.surnames, pairs)
    if others:
        mentions = sorted(mentions + others, key=_order)
    words = pronouns(analysis, mentions)
    people.mentions = sorted(mentions + words, key=_order) if words else mentions
    people.persons = [draft for _, draft in pairs]
    for mention in people.mentions:
        people.persons[mention.person].mentions.append(mention)


def _believed(known: resolve.Known, text: str, gazetteer: dict[str, PersonName]) -> bool:
    """What has only the shape of a name must recur, be titled elsewhere, or be known."""
    if known.sightings[0].sure or known.name in gazetteer or any(s.sure for s in known.sightings):
        return True
    return text.count(known.name) > 1 or any(s.alias for s in known.sightings)


def _draft(known: resolve.Known, analysis: Analysis, country: str | None) -> PersonDraft:
    text, original = analysis.text, analysis.doc.text
    name, first = known.names[0], known.sightings[0]
    if len(known.names) > 1:
        name = max(known.names, key=lambda n: (len(resolve.parts(n)), len(n), -known.names.index(n)))
        first = next(s for s in known.sightings if text[s.start : s.end] == name)
    titled = [s for s in known.sightings if s.title is not None]
    title = resolve.first_title(titled)
    titles = [original[s.title.start : s.title.end].strip() for s in titled if s.title is not None]
    aliases = [s.alias for s in known.sightings if s.alias]
    if len(aliases) > 1:
        aliases = list(dict.fromkeys(aliases))
    for other in known.names:
        if other != name and other not in resolve.parts(name):
            spot = next(s for s in known.sightings if text[s.start : s.end] == other)
            aliases.append(original[spot.start : spot.end])
    return PersonDraft(
        name=original[first.start : first.end],
        country=country,
        title=original[title.start : title.end].strip() if title is not None else None,
        named=(first.start, first.end),
        aliases=aliases,
        titles=list(dict.fromkeys(titles)) if len(titles) > 1 else titles,
    )


def persons_to_model(analysis: Analysis, people: People) -> list[Person]:
    """The persons of the Reading: each once, with every span that means them, the name itself first.

    `name` is what stands in the document's own text, so its script and dots are the publisher's.
    """
    text = analysis.doc.text
    out: list[Person] = []
    for draft in people.persons:
        # the name first, and each place once
        places = dict.fromkeys([draft.named, *[(m.start, m.end) for m in draft.mentions]])
        mentions = tuple([Span(start, end) for start, end in places])
        start, end = draft.named
        out.append(Person(text[start:end], draft.country, draft.title, mentions, tuple(draft.aliases)))
    return out
