"""The indexes of a record file: what is looked up by something else than its key."""

from typing import Final

from bilat.record import parties
from bilat.record.nouns import create_indexes

INDEXES: Final = {
    "files_made_by": "CREATE INDEX files_made_by ON files(made_by)",
    "documents_id": "CREATE UNIQUE INDEX documents_id ON documents(id)",
    "documents_given_id": "CREATE INDEX documents_given_id ON documents(given_id)",
    "documents_address": "CREATE INDEX documents_address ON documents(address) WHERE address IS NOT NULL",
    "documents_publisher": "CREATE INDEX documents_publisher ON documents(publisher, published, superseded_by)",
    "documents_published": "CREATE INDEX documents_published ON documents(published)",
    "sources_document": "CREATE INDEX sources_document ON sources(document)",
    "people_document": "CREATE INDEX people_document ON people(document)",
    "people_id": "CREATE INDEX people_id ON people(id)",
    "people_country": "CREATE INDEX people_country ON people(country)",
    "people_local": "CREATE INDEX people_local ON people(local, document)",
    "names_chosen": "CREATE INDEX names_chosen ON names(actor) WHERE chosen = 1",
    "locals_name": "CREATE INDEX locals_name ON locals(name, country)",
    "locals_actor": "CREATE INDEX locals_actor ON locals(actor)",
    "forms_local": "CREATE INDEX forms_local ON forms(local)",
    "seen_office": "CREATE INDEX seen_office ON seen(country, office, sole)",
    "grounds_one": "CREATE INDEX grounds_one ON grounds(one)",
    "grounds_other": "CREATE INDEX grounds_other ON grounds(other)",
    "tenures_office": "CREATE INDEX tenures_office ON tenures(office, country, sole, actor, documents, first, last)",
    "tellings_document": "CREATE INDEX tellings_document ON tellings(document)",
    "tellings_id": "CREATE INDEX tellings_id ON tellings(id)",
    "participants_person": "CREATE INDEX participants_person ON participants(person) WHERE person IS NOT NULL",
    "events_id": "CREATE INDEX events_id ON events(id)",
    "events_earliest": "CREATE INDEX events_earliest ON events(earliest, latest, id)",
    "events_host": "CREATE INDEX events_host ON events(host, earliest)",
    "events_type": "CREATE INDEX events_type ON events(type, earliest)",
    "clusters_key": "CREATE INDEX clusters_key ON clusters(key)",
    "clusters_first": "CREATE INDEX clusters_first ON clusters(type, first) WHERE whole",
    "places_key": "CREATE INDEX places_key ON places(key)",
    "places_cluster": "CREATE INDEX places_cluster ON places(cluster) WHERE cluster IS NOT NULL",
    "places_joined": "CREATE INDEX places_joined ON places(joined) WHERE joined IS NOT NULL",
    "places_first": "CREATE INDEX places_first ON places(type, first) WHERE first > 0",
    "places_event": "CREATE INDEX places_event ON places(event)",
    "doubts_one": "CREATE INDEX doubts_one ON doubts(one) WHERE kind = 'actor'",
    "doubts_two": "CREATE INDEX doubts_two ON doubts(other) WHERE kind = 'actor'",
    "doubts_event": "CREATE INDEX doubts_event ON doubts(event) WHERE event IS NOT NULL",
    "doubts_other": "CREATE INDEX doubts_other ON doubts(other_event) WHERE other_event IS NOT NULL",
    "events_part_of": "CREATE INDEX events_part_of ON events(part_of) WHERE part_of IS NOT NULL",
    "sides_country": "CREATE INDEX sides_country ON sides(country, event)",
    "sides_actor": "CREATE INDEX sides_actor ON sides(actor, event)",
    "reports_telling": "CREATE INDEX reports_telling ON reports(telling)",
    "copies_of": "CREATE INDEX copies_of ON copies(of)",
    "participants_bare": "CREATE INDEX participants_bare ON participants(country, name) WHERE person IS NULL",
    "copies_nearest": "CREATE INDEX copies_nearest ON copies(nearest)",
    "figures_measure": "CREATE INDEX figures_measure ON figures(measure, document)",
    "phrases_phrase": "CREATE INDEX phrases_phrase ON phrases(phrase)",
    "mechanisms_mechanism": "CREATE INDEX mechanisms_mechanism ON mechanisms(mechanism)",
    "claims_speaker": "CREATE INDEX claims_speaker ON claims(speaker, document)",
    "documents_days": (
        "CREATE UNIQUE INDEX documents_days ON documents(published IS NULL, coalesce(published, ''), id)"
    ),
    **create_indexes(),
    **parties.create_indexes(),
}
"""Made when a new record has all its documents: quicker than keeping them up row by row."""

SETTLED_INDEXES: Final = ("documents_id", "documents_days")
"""Of these, what a new record gets when ids are settled: each document has another one before."""

LINKED_INDEXES: Final = {
    "documents_renamed": (
        "CREATE INDEX documents_renamed ON documents(id) WHERE id <> given_id AND superseded_by IS NULL"
    ),
    "people_actor": "CREATE INDEX people_actor ON people(actor)",
    "names_folded": "CREATE INDEX names_folded ON names(folded)",
    "persons_documents": "CREATE INDEX persons_documents ON persons(documents DESC, actor)",
    "persons_country": "CREATE INDEX persons_country ON persons(country, documents DESC, actor)",
}
"""Made when a new record is linked."""
