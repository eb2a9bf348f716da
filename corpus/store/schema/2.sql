-- What is short now stands before what is long: marking a posting as seen or
-- gone, and reading what tells near-duplicates, do not touch its text. The
-- near-duplicate has a table of its own, so that no posting is written again
-- for it.
CREATE TABLE posting_2 (
  id       TEXT PRIMARY KEY,
  page     INTEGER NOT NULL REFERENCES page,
  source   TEXT NOT NULL,
  url TEXT NOT NULL, company TEXT NOT NULL, title TEXT NOT NULL, location TEXT NOT NULL,
  posted   INTEGER NOT NULL, valid_through INTEGER NOT NULL,
  hash     BLOB NOT NULL,                   -- of all fields that make a change
  simhash  INTEGER NOT NULL,
  first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, changed INTEGER NOT NULL DEFAULT 0,
  gone     INTEGER NOT NULL DEFAULT 0, gone_reason TEXT NOT NULL DEFAULT '',
  details  TEXT NOT NULL,                   -- JSON: further fields
  origin   TEXT NOT NULL,                   -- JSON: where each field came from
  notes    TEXT NOT NULL,                   -- JSON: what was repaired
  text     TEXT NOT NULL
);
INSERT INTO posting_2 SELECT id, page, source, url, company, title, location, posted, valid_through, hash, simhash,
  first_seen, last_seen, changed, gone, gone_reason, details, origin, notes, text FROM posting;

-- Postings with nearly the same text as another.
CREATE TABLE near (
  posting TEXT PRIMARY KEY,
  first   TEXT NOT NULL                     -- the first such posting, by id
) WITHOUT ROWID;
INSERT INTO near SELECT id, near FROM posting WHERE near <> '' ORDER BY id;

DROP TABLE posting;
ALTER TABLE posting_2 RENAME TO posting;
CREATE INDEX posting_page ON posting (page);
CREATE INDEX posting_source ON posting (source);
