"""The country a person speaks for: the title's, the list's, the packs', the context's, the publisher's, in that order."""

from collections import Counter

from bilat.lang.zh.analysis import Analysis
from bilat.lang.zh.people.resolve import Known, said_country
from bilat.packs.schema import PersonName


def home(analysis: Analysis) -> str | None:
    """The country of the medium that the document opens with (央视网消息, 中央社, 共同社)."""
    for sentence in analysis.sentences[:3]:
        for hit in sentence.hits:
            body = hit.entry.body
            if body is not None and body.kind == "media" and body.country:
                return body.country
    return None


def country(known: Known, analysis: Analysis, gazetteer: dict[str, PersonName], at_home: str | None) -> str | None:
    """The person's country or organisation, None where nothing tells."""
    said = said_country(known)
    if said:
        return said
    for sighting in known.sightings:
        if sighting.country:
            return sighting.country
    for name in known.names:
        if name in gazetteer and gazetteer[name].country:
            return gazetteer[name].country
    hint = next((s.title.hint for s in known.sightings if s.title is not None and s.title.hint), None)
    if hint:
        return hint
    titled = next((s for s in known.sightings if s.title is not None), None)
    if titled is not None:
        near = _near(analysis, titled.phrase)
        if near:
            return near
    return at_home or _most(analysis)


def _near(analysis: Analysis, at: int) -> str | None:
    """The country named last before the title in its sentence."""
    sentence = analysis.sentence_at(at)
    if sentence is None:
        return None
    last = None
    for hit in sentence.hits:
        if hit.start >= at:
            break
        if hit.entry.country is not None:
            last = hit.entry.country.code
    return last


def _most(analysis: Analysis) -> str | None:
    """The country the document names most often, the first on a tie."""
    votes = Counter(h.entry.country.code for s in analysis.sentences for h in s.hits if h.entry.country is not None)
    return votes.most_common(1)[0][0] if votes else None
