-- One desk, one file. Everything here but `page`, `tombstone` and `correction` can be made again from the kept pages.

-- What came in: where its bytes lie in the WARC files.
CREATE TABLE IF NOT EXISTS page (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,             -- Page or FeedItem
    url         TEXT,
    first_seen  TEXT NOT NULL,
    file        TEXT NOT NULL,
    offset      INTEGER NOT NULL,
    length      INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS page_url ON page (url);
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
CREATE INDEX IF NOT EXISTS article_time ON record (coalesce(json_extract(row, '$.published'), json_extract(row, '$.first_seen'))) WHERE kind = 'Article';
CREATE INDEX IF NOT EXISTS article_outlet ON record (json_extract(row, '$.outlet')) WHERE kind = 'Article';
CREATE INDEX IF NOT EXISTS story_last ON record (json_extract(row, '$.last')) WHERE kind = 'Story';
CREATE INDEX IF NOT EXISTS statement_speaker ON record (json_extract(row, '$.speaker')) WHERE kind = 'Statement';
CREATE INDEX IF NOT EXISTS change_at ON record (json_extract(row, '$.at')) WHERE kind = 'Change';
CREATE INDEX IF NOT EXISTS change_claim ON record (json_extract(row, '$.claim')) WHERE kind = 'Change';
CREATE INDEX IF NOT EXISTS same_speaker_a ON record (json_extract(row, '$.a')) WHERE kind = 'SameSpeaker';
CREATE INDEX IF NOT EXISTS same_speaker_b ON record (json_extract(row, '$.b')) WHERE kind = 'SameSpeaker';
CREATE INDEX IF NOT EXISTS claim_story ON record (json_extract(row, '$.story')) WHERE kind = 'Claim';
CREATE INDEX IF NOT EXISTS corroboration_standing ON record (json_extract(row, '$.standing')) WHERE kind = 'Corroboration';
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

-- What is not yet made: an input or an article that a step has to look at.
CREATE TABLE IF NOT EXISTS due (
    step  TEXT NOT NULL,
    input TEXT NOT NULL,
    PRIMARY KEY (step, input)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS fault (            -- a bug in a room, with the record that showed it
    step TEXT NOT NULL, input TEXT NOT NULL, error TEXT NOT NULL, PRIMARY KEY (step, input)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS made_with (step TEXT PRIMARY KEY, version TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS tombstone (url TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;

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

-- Ids that a story or a claim once had, with its first article: an old address still leads where it went.
CREATE TABLE IF NOT EXISTS once (
    id      TEXT PRIMARY KEY,
    kind    TEXT NOT NULL,
    article TEXT NOT NULL,
    detail  TEXT NOT NULL              -- of a claim: its best assertion; of a story: its articles
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

-- The names that records give (names.py): whose page or story each leads to.
CREATE TABLE IF NOT EXISTS name (
    id     INTEGER PRIMARY KEY,
    n      INTEGER NOT NULL,           -- the record that gives it
    kind   TEXT NOT NULL,              -- Speaker or Story
    shown  TEXT NOT NULL,
    target TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS name_n ON name (n);
CREATE VIRTUAL TABLE IF NOT EXISTS search_name USING fts5(words, initials, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
