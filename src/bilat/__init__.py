"""bilat: from a pile of news to the record of relations between countries."""
