-- One desk, one file. Everything here but `page`, `tombstone`, `correction` and `removal` can be made again from the kept pages.

-- What came in: where its bytes lie in the WARC files.
CREATE TABLE IF NOT EXISTS page (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,             -- Page or FeedItem
    url         TEXT,
    first_seen  TEXT NOT NULL,
    file        TEXT NOT NULL,
    offset      INTEGER NOT NULL,
    length      INTEGER NOT NULL,
    address     TEXT                       -- `url` in its canonical form
) STRICT;
CREATE INDEX IF NOT EXISTS page_url ON page (url);
CREATE INDEX IF NOT EXISTS page_address ON page (address);
CREATE INDEX IF NOT EXISTS page_first_seen ON page (first_seen, id);
CREATE INDEX IF NOT EXISTS page_place ON page (file, offset);

-- What was made: one row per record. `owner` is what the step made it from: an input, or a group of a fold.
CREATE TABLE IF NOT EXISTS record (
    n       INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    step    TEXT NOT NULL,
    version TEXT NOT NULL,
    owner   TEXT NOT NULL,
    row     TEXT NOT NULL,
    UNIQUE (kind, id)
) STRICT;
CREATE INDEX IF NOT EXISTS record_id ON record (id);
CREATE INDEX IF NOT EXISTS record_owner ON record (step, owner);
CREATE INDEX IF NOT EXISTS article_by_time ON record (coalesce(json_extract(row, '$.published'), json_extract(row, '$.first_seen')), id) WHERE kind = 'Article';
CREATE INDEX IF NOT EXISTS article_of_outlet ON record (json_extract(row, '$.outlet'), coalesce(json_extract(row, '$.published'), json_extract(row, '$.first_seen')), id) WHERE kind = 'Article';
CREATE INDEX IF NOT EXISTS story_by_last ON record (json_extract(row, '$.last'), id) WHERE kind = 'Story';
CREATE INDEX IF NOT EXISTS story_by_size ON record (json_array_length(row, '$.articles'), id) WHERE kind = 'Story';
CREATE INDEX IF NOT EXISTS statement_of_speaker ON record (json_extract(row, '$.speaker'), id) WHERE kind = 'Statement';
CREATE INDEX IF NOT EXISTS article_n ON record (n) WHERE kind = 'Article';
CREATE INDEX IF NOT EXISTS rejection ON record (n) WHERE kind = 'Rejection';
CREATE INDEX IF NOT EXISTS change_by_at ON record (json_extract(row, '$.at') DESC, id) WHERE kind = 'Change';
CREATE INDEX IF NOT EXISTS change_claim ON record (json_extract(row, '$.claim')) WHERE kind = 'Change';
CREATE INDEX IF NOT EXISTS same_speaker_a ON record (json_extract(row, '$.a')) WHERE kind = 'SameSpeaker';
CREATE INDEX IF NOT EXISTS same_speaker_b ON record (json_extract(row, '$.b')) WHERE kind = 'SameSpeaker';
CREATE INDEX IF NOT EXISTS claim_story ON record (json_extract(row, '$.story')) WHERE kind = 'Claim';
CREATE INDEX IF NOT EXISTS corroboration_claim ON record (json_extract(row, '$.claim')) WHERE kind = 'Corroboration';

-- Which articles a record is about.
CREATE TABLE IF NOT EXISTS about (
    article TEXT NOT NULL,
    kind    TEXT NOT NULL,
    n       INTEGER NOT NULL,
    PRIMARY KEY (article, kind, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS about_n ON about (n);

-- Nodes of a link or fold step: the record, its article, the digest of its draft (link) or its group (fold).
CREATE TABLE IF NOT EXISTS node (
    step    TEXT NOT NULL,
    id      TEXT NOT NULL,
    article TEXT NOT NULL,
    mark    TEXT NOT NULL,
    PRIMARY KEY (step, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS node_article ON node (step, article, mark);
CREATE INDEX IF NOT EXISTS node_mark ON node (step, mark);

-- What the nodes of a link step share with their neighbours (blocking); keys are 64-bit hashes.
CREATE TABLE IF NOT EXISTS key (
    step TEXT NOT NULL,
    key  INTEGER NOT NULL,
    id   TEXT NOT NULL,
    PRIMARY KEY (step, key, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS key_id ON key (step, id);

-- Keys that more nodes hold than the step allows: they count for nothing.
CREATE TABLE IF NOT EXISTS hot (
    step TEXT NOT NULL,
    key  INTEGER NOT NULL,
    PRIMARY KEY (step, key)
) STRICT, WITHOUT ROWID;

-- The links of a step by either end.
CREATE TABLE IF NOT EXISTS edge (
    step TEXT NOT NULL,
    a    TEXT NOT NULL,
    b    TEXT NOT NULL,
    link TEXT NOT NULL,
    PRIMARY KEY (step, a, b)
) STRICT, WITHOUT ROWID;

-- What is not yet made: an input or an article that a step has to look at. A mark that is set again has another number.
CREATE TABLE IF NOT EXISTS due (
    step  TEXT NOT NULL,
    input TEXT NOT NULL,
    n     INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (step, input)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS fault (            -- a bug in a room, with the record that showed it
    step TEXT NOT NULL, input TEXT NOT NULL, error TEXT NOT NULL, PRIMARY KEY (step, input)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS made_with (step TEXT PRIMARY KEY, version TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS tombstone (url TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;  -- canonical addresses

-- Which articles an address gave, in its canonical form.
CREATE TABLE IF NOT EXISTS address (
    address TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (address, article)
) STRICT, WITHOUT ROWID;

-- What the owner sets right by hand, as given; the `Correction` record names the articles of today.
CREATE TABLE IF NOT EXISTS correction (id TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS corrected (            -- the addresses that corrections are anchored to
    address    TEXT NOT NULL,
    correction TEXT NOT NULL,
    PRIMARY KEY (address, correction)
) STRICT, WITHOUT ROWID;

-- Addresses that do not give their page any more, as it was noted; the `Removal` record names the articles of today.
CREATE TABLE IF NOT EXISTS removal (
    address TEXT PRIMARY KEY,
    asked   TEXT NOT NULL,             -- the address that was asked for, where the page names another for itself
    row     TEXT NOT NULL
) STRICT;

-- Ids that a story or a claim once had, with its first article: an old address still leads where it went.
CREATE TABLE IF NOT EXISTS once (
    id      TEXT PRIMARY KEY,
    kind    TEXT NOT NULL,
    article TEXT NOT NULL,
    detail  TEXT NOT NULL              -- of a claim: its best assertion; of a story: its articles
) STRICT, WITHOUT ROWID;

-- How many there are of something, by name.
CREATE TABLE IF NOT EXISTS tally (
    what  TEXT NOT NULL,
    name  TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (what, name)
) STRICT, WITHOUT ROWID;

-- What searches narrow articles by and that is not in the article: who speaks in it, how its claims stand.
CREATE TABLE IF NOT EXISTS trait (
    trait   TEXT NOT NULL,
    article TEXT NOT NULL,
    n       INTEGER NOT NULL,          -- the record that says so
    PRIMARY KEY (trait, article, n)
) STRICT, WITHOUT ROWID;

-- The index of words: where each record stands in its table, and the tables. `doc` is made of the record's time.
CREATE TABLE IF NOT EXISTS place (
    kind TEXT NOT NULL,
    doc  INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (kind, doc)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS place_name ON place (kind, name);
CREATE VIRTUAL TABLE IF NOT EXISTS search_article USING fts5 (title, text, tags, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE IF NOT EXISTS search_statement USING fts5 (title, text, tags, content = '', contentless_delete = 1, tokenize = 'ascii');

-- The names that records give (names.py): whose page or story each leads to, and how many records give it.
CREATE TABLE IF NOT EXISTS name (
    id     INTEGER PRIMARY KEY,
    kind   TEXT NOT NULL,              -- Speaker or Story
    shown  TEXT NOT NULL,
    target TEXT NOT NULL,
    rows   INTEGER NOT NULL,
    UNIQUE (kind, target, shown)
) STRICT;
CREATE TABLE IF NOT EXISTS gives (n INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (n, name)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS search_name USING fts5 (words, initials, content = '', contentless_delete = 1, tokenize = 'ascii');
