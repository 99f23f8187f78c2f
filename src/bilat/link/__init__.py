"""Readings of many documents → what they are to each other: versions of one document, namings of one actor, reports of
one event. Decisions of people come before rules."""

from bilat.link.actors import Actors, relink, unite
from bilat.link.events import link_events, link_with_homes
from bilat.link.rulings import Rulings, outcomes, rule
from bilat.link.versions import is_article, settle

__all__ = [
    "Actors",
    "Rulings",
    "is_article",
    "link_events",
    "link_with_homes",
    "outcomes",
    "relink",
    "rule",
    "settle",
    "unite",
]
