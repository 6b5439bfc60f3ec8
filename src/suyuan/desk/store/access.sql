-- Who may use the desk. No secret stands here in the clear: passwords by argon2, the others by their digests.

CREATE TABLE IF NOT EXISTS secret (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS session (
    digest TEXT PRIMARY KEY,
    made   TEXT NOT NULL,
    used   TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS token (
    name   TEXT PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    made   TEXT NOT NULL
) STRICT;
