-- Times are milliseconds since 1970, UTC; 0 means never. What is empty is ''.

-- Every request that a crawl ever wanted: asked, waiting, or refused and why.
CREATE TABLE page (
  id         INTEGER PRIMARY KEY,
  key        BLOB NOT NULL UNIQUE,          -- hash of method, address and body
  url        TEXT NOT NULL,
  host       TEXT NOT NULL,                 -- host and port: what a pace is kept for
  source     TEXT NOT NULL,                 -- what a user named that led here
  list       INTEGER NOT NULL,              -- 1: names postings; its absence of one may mean something
  request    BLOB NOT NULL,                 -- the crawler's own record of what to ask
  hops       INTEGER NOT NULL DEFAULT 0,    -- redirects on the way here
  state      INTEGER NOT NULL,              -- 0 waiting, 1 parked (other sources), 2 done, 3 failed, 4 refused
  seq        INTEGER NOT NULL,              -- order of asking
  tries      INTEGER NOT NULL DEFAULT 0,
  reason     TEXT NOT NULL DEFAULT '',      -- why it failed, was refused, or led elsewhere
  incomplete TEXT NOT NULL DEFAULT '',      -- why a list is not all there is
  wanted     INTEGER NOT NULL,              -- last time that something named it
  asked      INTEGER NOT NULL DEFAULT 0,
  status     INTEGER NOT NULL DEFAULT 0,    -- of the last answer; 0: none
  etag       TEXT NOT NULL DEFAULT '',
  modified   TEXT NOT NULL DEFAULT ''       -- the answer's Last-Modified, as it was worded
);
CREATE INDEX page_waiting ON page (host, seq) WHERE state = 0;
CREATE INDEX page_list ON page (source) WHERE list = 1;

-- The last whole answer of a page.
CREATE TABLE response (
  page      INTEGER PRIMARY KEY REFERENCES page,
  at        INTEGER NOT NULL,
  status    INTEGER NOT NULL,
  header    TEXT NOT NULL,                  -- as lines "Name: value"
  length    INTEGER NOT NULL,               -- bytes of the body as it was read
  digest    TEXT NOT NULL,                  -- "sha256:" and hex, of the body as it is kept
  truncated TEXT NOT NULL,                  -- why the body ends early
  redacted  INTEGER NOT NULL,               -- places where personal data was taken out
  body      BLOB NOT NULL                   -- zstd
);

CREATE TABLE host (
  name     TEXT PRIMARY KEY,
  next     INTEGER NOT NULL DEFAULT 0,      -- not to be asked before
  failures INTEGER NOT NULL DEFAULT 0,      -- in a row
  robots   BLOB,                            -- text of its robots.txt; NULL: none is kept
  robots_at     INTEGER NOT NULL DEFAULT 0,
  robots_status INTEGER NOT NULL DEFAULT 0, -- 0: could not be reached
  asked INTEGER NOT NULL DEFAULT 0, kept INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0, errors INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE source (
  name     TEXT PRIMARY KEY,
  started  INTEGER NOT NULL,                -- when its listing was last begun
  complete INTEGER NOT NULL DEFAULT 0,      -- when it was last read whole
  note     TEXT NOT NULL DEFAULT ''         -- why the last reading was not whole
);

CREATE TABLE posting (
  id       TEXT PRIMARY KEY,
  page     INTEGER NOT NULL REFERENCES page,
  source   TEXT NOT NULL,
  url TEXT NOT NULL, company TEXT NOT NULL, title TEXT NOT NULL, location TEXT NOT NULL,
  posted   INTEGER NOT NULL, valid_through INTEGER NOT NULL,
  text     TEXT NOT NULL,
  details  TEXT NOT NULL,                   -- JSON: further fields
  origin   TEXT NOT NULL,                   -- JSON: where each field came from
  notes    TEXT NOT NULL,                   -- JSON: what was repaired
  hash     BLOB NOT NULL,                   -- of all fields that make a change
  simhash  INTEGER NOT NULL,
  first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, changed INTEGER NOT NULL DEFAULT 0,
  gone     INTEGER NOT NULL DEFAULT 0, gone_reason TEXT NOT NULL DEFAULT '',
  near     TEXT NOT NULL DEFAULT ''         -- first posting, by id, with nearly the same text
);
CREATE INDEX posting_page ON posting (page);
CREATE INDEX posting_source ON posting (source);

-- What a posting was before each change.
CREATE TABLE change (
  posting TEXT NOT NULL REFERENCES posting,
  at      INTEGER NOT NULL,                 -- when the change was seen
  diff    TEXT NOT NULL,                    -- lines with "-" and "+"
  title   TEXT NOT NULL, text TEXT NOT NULL, details TEXT NOT NULL, -- before
  PRIMARY KEY (posting, at)
);
