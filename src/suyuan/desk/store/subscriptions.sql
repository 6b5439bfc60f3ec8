-- What the desk is subscribed to and how watching it went. A file of its own: watching never waits for the worker.
-- Times are seconds since 1970, UTC.

CREATE TABLE IF NOT EXISTS subscription (
    url            TEXT PRIMARY KEY,             -- as it was first given: what items are known by
    address        TEXT NOT NULL,                -- where it lives now, after permanent moves
    kind           TEXT NOT NULL,
    title          TEXT NOT NULL DEFAULT '',
    folder         TEXT NOT NULL DEFAULT '',
    outlet         TEXT,
    minutes        INTEGER,                      -- the owner's own interval
    ignores_robots INTEGER NOT NULL DEFAULT 0,
    added          REAL NOT NULL,
    next           REAL NOT NULL,                -- when it is looked at again, and why then
    why            TEXT NOT NULL DEFAULT 'new',
    interval       REAL NOT NULL DEFAULT 1800,   -- seconds, as it has adapted
    asks           REAL,                         -- seconds for which it asks to be left alone
    checked        REAL,
    result         TEXT,
    detail         TEXT NOT NULL DEFAULT '',
    changed        REAL,                         -- when something new was last found
    failures       INTEGER NOT NULL DEFAULT 0,   -- in a row
    failing_since  REAL,
    moved          REAL,
    etag           TEXT,
    modified       TEXT,
    hub            TEXT,                         -- where it can be told of by WebSub, and under which address
    topic          TEXT,
    paused         REAL                          -- when the owner stopped looking at it
) STRICT;
CREATE INDEX IF NOT EXISTS subscription_next ON subscription (next);

CREATE TABLE IF NOT EXISTS visit (
    subscription TEXT NOT NULL,
    at           REAL NOT NULL,
    result       TEXT NOT NULL,
    status       INTEGER,
    fresh        INTEGER NOT NULL,
    bytes        INTEGER NOT NULL,
    detail       TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS visit_of ON visit (subscription, at);

-- Which items of a subscription were taken up already, with a digest of their words.
CREATE TABLE IF NOT EXISTS listed (
    subscription TEXT NOT NULL,
    item         TEXT NOT NULL,
    words        TEXT NOT NULL,
    at           REAL NOT NULL,                  -- last listed
    PRIMARY KEY (subscription, item)
) STRICT, WITHOUT ROWID;

-- Items whose page is still to be fetched: taken out only once what came of them is on disk.
CREATE TABLE IF NOT EXISTS pending (
    n            INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    subscription TEXT NOT NULL,
    url          TEXT NOT NULL,
    host         TEXT NOT NULL,
    item         TEXT,                           -- the FeedItem; none where a list or sitemap only names the address
    next         REAL NOT NULL,
    tries        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX IF NOT EXISTS pending_host ON pending (host, next);

-- Pages that were fetched for items, and what they say now.
CREATE TABLE IF NOT EXISTS address (
    url      TEXT PRIMARY KEY,
    host     TEXT NOT NULL,
    page     TEXT,                               -- the kept page; none where the item's own words were better
    words    TEXT NOT NULL,                      -- digest of its headline and text
    length   INTEGER NOT NULL,
    status   INTEGER NOT NULL,
    fetched  REAL NOT NULL,
    etag     TEXT,
    modified TEXT,
    looks    INTEGER NOT NULL DEFAULT 0,
    next     REAL,                               -- when it is looked at again
    used     TEXT NOT NULL,                      -- page or item, and why
    gone     REAL                                -- when it was found to be gone
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS address_next ON address (next) WHERE next IS NOT NULL;

CREATE TABLE IF NOT EXISTS host (
    host      TEXT PRIMARY KEY,
    next      REAL NOT NULL DEFAULT 0,           -- not before
    robots    TEXT,
    robots_at REAL
) STRICT, WITHOUT ROWID;

-- What hubs were asked for: to tell us when a feed has something new (WebSub).
CREATE TABLE IF NOT EXISTS lease (
    subscription TEXT PRIMARY KEY,
    token        TEXT NOT NULL UNIQUE,           -- the last part of the address at which the hub tells us
    callback     TEXT NOT NULL,                  -- the whole of that address, as the hub was given it
    hub          TEXT NOT NULL,
    topic        TEXT NOT NULL,
    secret       TEXT NOT NULL,                  -- what the hub signs with
    wanted       INTEGER NOT NULL DEFAULT 1,     -- 0: it is to be ended
    next         REAL NOT NULL,                  -- when the hub is asked, or asked again
    asked        REAL,
    until        REAL,                           -- for how long the hub has promised to tell; none: it has not
    told         REAL,                           -- when it last told of something
    news         INTEGER NOT NULL DEFAULT 0,     -- told of, and not looked at since
    detail       TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX IF NOT EXISTS lease_next ON lease (next);

-- What the site asks of the watcher: to add an address, or to look at a subscription now.
CREATE TABLE IF NOT EXISTS asked (
    n      INTEGER PRIMARY KEY,
    what   TEXT NOT NULL,
    value  TEXT NOT NULL,
    at     REAL NOT NULL,
    answer TEXT
) STRICT;
