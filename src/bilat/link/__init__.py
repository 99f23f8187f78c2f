"""Readings of many documents → what they are to each other: versions of one document, namings of one actor, reports of
one event."""

from bilat.link.actors import Actors, unite
from bilat.link.events import link_events
from bilat.link.versions import settle

__all__ = ["Actors", "link_events", "settle", "unite"]
