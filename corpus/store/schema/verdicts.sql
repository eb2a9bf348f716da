-- One row a verdict, in the order of rowid, beside the postings of a crawl or
-- alone. Numbers are rounded as in JSON Lines; lists and objects are JSON.
CREATE TABLE verdicts (
  id          TEXT NOT NULL,                -- not unique: what the input says twice stands here twice
  source      TEXT NOT NULL,                -- file:line, or address
  company     TEXT NOT NULL,
  title       TEXT NOT NULL,
  level       TEXT NOT NULL,
  probability REAL NOT NULL,
  log_odds    REAL NOT NULL,
  title_claim TEXT NOT NULL,
  agreement   TEXT NOT NULL,
  reasons     TEXT NOT NULL,                -- JSON array
  differences TEXT NOT NULL,                -- JSON object
  flags       TEXT NOT NULL,                -- JSON array
  model       TEXT NOT NULL,
  lexicon     TEXT NOT NULL,
  bias        REAL NOT NULL,
  rest        REAL NOT NULL,
  gate        REAL NOT NULL,
  missing     TEXT NOT NULL,                -- JSON array
  text        TEXT,                         -- NULL where it was not asked for
  sure        INTEGER NOT NULL,             -- 1 or 0; tables of earlier versions end before it
  ladder      TEXT,                         -- JSON object; NULL, like the next two, where the rung is not known
  function    TEXT,                         -- JSON object
  facts       TEXT,                         -- JSON object
  why_neither TEXT,                         -- NULL where the level is another, or why is not known
  why_unread  TEXT,                         -- NULL where the level is another
  prior_vp    REAL NOT NULL,
  unread      TEXT NOT NULL                 -- JSON array
);
