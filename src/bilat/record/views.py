"""The views of a record file, for those who ask it in SQL. `docs/record.md` explains each column; a test compares."""

from typing import Final

VIEWS: Final = """
CREATE VIEW current_documents AS
SELECT * FROM documents WHERE superseded_by IS NULL;

CREATE VIEW timeline AS
SELECT e.id, e.type, e.status, e.start_date, e.end_date, e.place, e.host,
       (SELECT group_concat(name || coalesce(' (' || country || ')', ''), ', ')
        FROM (SELECT name, country FROM sides s WHERE s.event = e.event ORDER BY s.position)) AS participants,
       e.mechanism, e.ordinal, e.background,
       (SELECT count(DISTINCT t.document) FROM reports r JOIN tellings t USING (telling)
        WHERE r.event = e.event) AS documents,
       d.publisher, d.published, d.title, d.url, d.id AS document,
       (SELECT quote FROM evidence v WHERE v.telling = r.telling ORDER BY v.position LIMIT 1) AS quote
FROM events e JOIN reports r ON r.event = e.event AND r.position = 0 JOIN tellings t USING (telling)
JOIN documents d USING (document)
ORDER BY e.earliest, e.latest, e.id;

CREATE VIEW actors AS
SELECT p.actor,
       (SELECT n.name FROM names n WHERE n.actor = p.actor
        ORDER BY n.chosen DESC, n.as_name DESC, n.as_alias DESC, n.name LIMIT 1) AS name,
       p.country, p.first, p.last, p.documents
FROM persons p;

CREATE VIEW quotations AS
SELECT e.id AS event, d.id AS document, v.start_char, v.end_char, v.quote
FROM events e JOIN reports r USING (event) JOIN evidence v USING (telling) JOIN tellings t USING (telling)
JOIN documents d USING (document);
"""
