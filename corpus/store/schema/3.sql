-- What was sent beside the address, as lines "Name: value"; '' where it was not
-- kept.
ALTER TABLE response ADD COLUMN sent TEXT NOT NULL DEFAULT '';

-- The last answers to the requests for a host's robots.txt: of several, all but
-- the last led to the next.
CREATE TABLE robots (
  host   TEXT NOT NULL,
  hop    INTEGER NOT NULL,                  -- 0: the first
  url    TEXT NOT NULL,
  at     INTEGER NOT NULL,
  status INTEGER NOT NULL,
  header TEXT NOT NULL, sent TEXT NOT NULL, -- as lines "Name: value"
  length INTEGER NOT NULL, digest TEXT NOT NULL, truncated TEXT NOT NULL, redacted INTEGER NOT NULL, -- as in response
  body   BLOB NOT NULL,                     -- zstd
  PRIMARY KEY (host, hop)
) WITHOUT ROWID;
