"""Readings of many documents → what they are to each other. So far: which version of a document counts."""

from bilat.link.versions import settle

__all__ = ["settle"]
