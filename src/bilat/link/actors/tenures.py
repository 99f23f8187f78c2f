"""The locals of an actor, seen in offices → the actor's tenures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from bilat.lang.base import Post
from bilat.link.actors.tally import Tally
from bilat.model.linking import Tenure
from bilat.model.locals import Seen


def tenures(actor: str, country: str | None, seen: Iterable[Seen], twice: Mapping[Post, int]) -> Iterator[Tenure]:
    """In order of offices. `twice` tells for an office how often a document is counted again, as it names several of
    the locals in it."""
    ordered = sorted(seen, key=lambda each: (each.office, each.sole))
    for (office, sole), group in groupby(ordered, key=lambda each: (each.office, each.sole)):
        ones = list(group)
        first = min((one.first for one in ones if one.first), default=None)
        last = max((one.last for one in ones if one.last), default=None)
        documents = sum(one.documents for one in ones) - twice.get(Post(office, sole), 0)
        titles = tuple(sorted({title for one in ones for title in one.titles}))
        yield Tenure(actor, country, office, sole, first, last, documents, titles)


def shared_offices(seen: Iterable[Seen]) -> bool:
    """Whether several of the locals were seen in one office."""
    return any(times > 1 for times in Counter((each.office, each.sole) for each in seen).values())


def counted_twice(tallies: Iterable[Tally]) -> Mapping[Post, int]:
    """How often documents are counted again in each office, where each local counts for itself."""
    told: Counter[tuple[Post, int]] = Counter()
    for tally in tallies:
        for office, sighting in tally.offices.items():
            told.update((office, document) for document in sighting.documents)
    twice: Counter[Post] = Counter()
    for (office, _), times in told.items():
        if times > 1:
            twice[office] += times - 1
    return twice
