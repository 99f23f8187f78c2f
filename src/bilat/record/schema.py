"""The tables of a record file. Comments stand in the file itself too: `.schema` in any SQLite shell shows them.

`docs/record.md` explains each column; a test compares the two.
"""

from typing import Final

from bilat.record.nouns import create_tables

APPLICATION_ID: Final = 0x62696C61
"""`bila` in ASCII: tells a record from any other SQLite file."""

SCHEMA_VERSION: Final = 11
"""`user_version` of the file. An older one is built anew, a newer one refused."""

TABLES: Final = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
    file INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    hash TEXT NOT NULL,
    form TEXT NOT NULL,
    made_by TEXT NOT NULL
) STRICT;

CREATE TABLE failures (
    file INTEGER NOT NULL REFERENCES files,
    position INTEGER NOT NULL,
    place TEXT NOT NULL,
    reason TEXT NOT NULL,
    aside INTEGER NOT NULL,
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
    document INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    given_id TEXT NOT NULL,
    superseded_by INTEGER REFERENCES documents,
    linked INTEGER NOT NULL DEFAULT 0,
    url TEXT,
    address INTEGER,
    publisher TEXT,
    published TEXT,
    published_how TEXT,
    published_stamp TEXT,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    script TEXT,
    text_hash TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    length INTEGER NOT NULL,
    passages BLOB NOT NULL,
    text BLOB NOT NULL
) STRICT;

CREATE TABLE touched (
    document INTEGER PRIMARY KEY REFERENCES documents
) STRICT;

CREATE TABLE sources (
    file INTEGER NOT NULL REFERENCES files,
    position INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents,
    form TEXT NOT NULL,
    fetched TEXT,
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    person INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    position INTEGER NOT NULL,
    id BLOB NOT NULL,
    local TEXT NOT NULL,
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    title TEXT,
    aliases TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    spans BLOB NOT NULL
) STRICT;

CREATE TABLE persons (
    actor TEXT PRIMARY KEY,
    country TEXT,
    first TEXT,
    last TEXT,
    documents INTEGER NOT NULL,
    mentions INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE titles (
    actor TEXT NOT NULL,
    title TEXT NOT NULL,
    country TEXT,
    first TEXT,
    last TEXT,
    documents INTEGER NOT NULL,
    PRIMARY KEY (actor, title)
) STRICT, WITHOUT ROWID;

CREATE TABLE names (
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    as_name INTEGER NOT NULL,
    as_alias INTEGER NOT NULL,
    chosen INTEGER NOT NULL,
    PRIMARY KEY (actor, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE tellings (
    telling INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    start_date TEXT,
    end_date TEXT,
    earliest TEXT,
    latest TEXT,
    place TEXT,
    host TEXT,
    mechanism TEXT,
    ordinal INTEGER,
    documents TEXT NOT NULL,
    background INTEGER NOT NULL
) STRICT;

CREATE TABLE participants (
    telling INTEGER NOT NULL REFERENCES tellings,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    role TEXT,
    person INTEGER REFERENCES people,
    PRIMARY KEY (telling, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    telling INTEGER NOT NULL REFERENCES tellings,
    position INTEGER NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (telling, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE locals (
    local TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT,
    documents INTEGER NOT NULL,
    actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE forms (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    local TEXT NOT NULL,
    documents INTEGER NOT NULL,
    PRIMARY KEY (kind, key, local)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
    local TEXT NOT NULL,
    office TEXT NOT NULL,
    sole INTEGER NOT NULL,
    first TEXT,
    last TEXT,
    documents INTEGER NOT NULL,
    country TEXT,
    titles TEXT NOT NULL,
    PRIMARY KEY (local, office, sole)
) STRICT, WITHOUT ROWID;

CREATE TABLE grounds (
    why TEXT NOT NULL,
    key TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    likely REAL NOT NULL,
    PRIMARY KEY (why, key, one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE joints (
    local TEXT NOT NULL,
    actor TEXT NOT NULL,
    with_local TEXT NOT NULL,
    why TEXT NOT NULL,
    likely REAL NOT NULL,
    PRIMARY KEY (local, with_local)
) STRICT, WITHOUT ROWID;

CREATE TABLE tenures (
    actor TEXT NOT NULL,
    office TEXT NOT NULL,
    sole INTEGER NOT NULL,
    country TEXT,
    first TEXT,
    last TEXT,
    documents INTEGER NOT NULL,
    titles TEXT NOT NULL,
    PRIMARY KEY (actor, office, sole)
) STRICT, WITHOUT ROWID;

CREATE TABLE clusters (
    cluster INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    type TEXT NOT NULL,
    whole INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    countries TEXT NOT NULL,
    occasion INTEGER NOT NULL
) STRICT;

CREATE TABLE places (
    telling INTEGER PRIMARY KEY REFERENCES tellings,
    key TEXT NOT NULL,
    type TEXT NOT NULL,
    cluster INTEGER,
    joined INTEGER,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    event INTEGER REFERENCES events
) STRICT;

CREATE TABLE events (
    event INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    start_date TEXT,
    end_date TEXT,
    earliest TEXT,
    latest TEXT,
    place TEXT,
    host TEXT,
    mechanism TEXT,
    ordinal INTEGER,
    documents TEXT NOT NULL,
    background INTEGER NOT NULL,
    part_of INTEGER REFERENCES events,
    level TEXT NOT NULL
) STRICT;

CREATE TABLE sides (
    event INTEGER NOT NULL REFERENCES events,
    position INTEGER NOT NULL,
    actor TEXT,
    name TEXT NOT NULL,
    country TEXT,
    role TEXT,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
    event INTEGER NOT NULL REFERENCES events,
    position INTEGER NOT NULL,
    telling INTEGER NOT NULL REFERENCES tellings,
    how TEXT NOT NULL,
    inferred INTEGER NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE life (
    event INTEGER NOT NULL REFERENCES events,
    position INTEGER NOT NULL,
    status TEXT NOT NULL,
    on_day TEXT,
    telling INTEGER NOT NULL REFERENCES tellings,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE differences (
    event INTEGER NOT NULL REFERENCES events,
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    telling INTEGER NOT NULL REFERENCES tellings,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE clauses (
    document INTEGER PRIMARY KEY REFERENCES documents,
    hashes BLOB NOT NULL
) STRICT;

CREATE TABLE holders (
    clause INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents,
    PRIMARY KEY (clause, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE copies (
    document INTEGER PRIMARY KEY REFERENCES documents,
    of INTEGER NOT NULL REFERENCES documents,
    nearest INTEGER NOT NULL REFERENCES documents,
    likeness REAL NOT NULL
) STRICT;

CREATE TABLE decisions (
    decision INTEGER PRIMARY KEY,
    line INTEGER NOT NULL,
    verb TEXT NOT NULL,
    ids TEXT NOT NULL,
    others TEXT NOT NULL,
    field TEXT,
    value TEXT,
    author TEXT NOT NULL,
    date TEXT NOT NULL,
    reason TEXT NOT NULL,
    outcome TEXT NOT NULL,
    because TEXT
) STRICT;

CREATE TABLE decided (
    id TEXT NOT NULL,
    decision INTEGER NOT NULL REFERENCES decisions,
    PRIMARY KEY (id, decision)
) STRICT, WITHOUT ROWID;

CREATE TABLE doubts (
    doubt INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    joined INTEGER NOT NULL,
    why TEXT NOT NULL,
    likely REAL NOT NULL,
    event INTEGER REFERENCES events,
    other_event INTEGER REFERENCES events
) STRICT;

CREATE TABLE problems (
    document INTEGER NOT NULL REFERENCES documents,
    position INTEGER NOT NULL,
    stage TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    start_char INTEGER,
    end_char INTEGER,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5(
    terms, content='', columnsize=0, detail=none, tokenize='ascii'
);
""" + create_tables()
