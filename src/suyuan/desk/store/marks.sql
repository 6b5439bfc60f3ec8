-- What the owner wrote. Nothing here is made from pages, and nothing that is made from pages is here.

CREATE TABLE IF NOT EXISTS mark (
    id      TEXT PRIMARY KEY,
    kind    TEXT NOT NULL,
    address TEXT NOT NULL,             -- of its first place; empty where it has none
    made    TEXT NOT NULL,
    row     TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS mark_address ON mark (address, kind);
CREATE INDEX IF NOT EXISTS mark_kind ON mark (kind, made);

-- Who did what, when: one line per change, never altered. `before` and `after` are the mark's rows.
CREATE TABLE IF NOT EXISTS deed (
    n      INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    who    TEXT NOT NULL,
    mark   TEXT NOT NULL,
    before TEXT,
    after  TEXT,
    undoes INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS deed_undoes ON deed (undoes) WHERE undoes IS NOT NULL;
