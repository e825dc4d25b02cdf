-- The tables of a corpus file. Comments inside a statement stay in the file, so that a stranger
-- reads them with `.schema`. Positions are code points, half-open, into article.text.

CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE scheme (
    hash TEXT PRIMARY KEY NOT NULL,     -- the version
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    added TEXT NOT NULL
) STRICT;

CREATE TABLE annotator (
    id TEXT PRIMARY KEY NOT NULL,       -- random; two people may bear one name
    name TEXT NOT NULL
) STRICT;

CREATE TABLE article (
    number INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL,                   -- the first 16 hex digits of sha256
    sha256 TEXT NOT NULL,               -- of the UTF-8 bytes of text
    title TEXT NOT NULL,
    outlet TEXT,
    byline TEXT,
    date TEXT,                          -- YYYY-MM-DD
    url TEXT,
    path TEXT NOT NULL,
    suggestions INTEGER NOT NULL DEFAULT 0,  -- how many rows of suggestion
    text TEXT NOT NULL,                 -- canonical; never changes
    words BLOB NOT NULL                 -- start, end, start, end ... as little-endian uint32
) STRICT;
CREATE UNIQUE INDEX article_id ON article (id);
-- Covers the story list, which so reads no article text.
CREATE INDEX article_head ON article (id, outlet, date, suggestions);

CREATE TABLE block (
    article TEXT NOT NULL REFERENCES article (id),
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    shown INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentence (
    article TEXT NOT NULL REFERENCES article (id),
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestion (
    id TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES article (id),
    layer TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,                 -- the detector's finer class
    detector TEXT NOT NULL,
    version TEXT NOT NULL,
    entry TEXT NOT NULL,                -- the lexicon entry or rule that fired
    reason TEXT NOT NULL,
    strength REAL NOT NULL,
    who TEXT NOT NULL,                  -- outlet or quoted
    source TEXT                         -- the quoted source, where it is named
) STRICT;
CREATE INDEX suggestion_article ON suggestion (article, start);

CREATE TABLE story (
    number INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    confidence REAL NOT NULL,
    reasons TEXT NOT NULL,
    proposed_title TEXT NOT NULL,       -- title and articles before anybody ruled on them
    proposed_articles TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX story_id ON story (id);

CREATE TABLE story_article (
    story TEXT NOT NULL REFERENCES story (id),
    article TEXT NOT NULL REFERENCES article (id),
    number INTEGER NOT NULL,
    PRIMARY KEY (story, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_article_article ON story_article (article);

CREATE TABLE counterpart (              -- as proposed; rulings of people are in ruling
    a_article TEXT NOT NULL REFERENCES article (id),
    a_sentence INTEGER NOT NULL,
    b_article TEXT NOT NULL REFERENCES article (id),
    b_sentence INTEGER NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (a_article, a_sentence, b_article, b_sentence)
) STRICT, WITHOUT ROWID;
CREATE INDEX counterpart_b ON counterpart (b_article);

CREATE TABLE arm (                      -- no row: assisted
    annotator TEXT NOT NULL REFERENCES annotator (id),
    article TEXT NOT NULL REFERENCES article (id),
    arm TEXT NOT NULL,
    PRIMARY KEY (annotator, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (               -- no row for an annotator: all stories are hers
    annotator TEXT NOT NULL REFERENCES annotator (id),
    story TEXT NOT NULL REFERENCES story (id),
    articles TEXT NOT NULL,             -- in the order drawn for her to read them in
    PRIMARY KEY (annotator, story)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (                    -- where an annotator is in each story
    annotator TEXT NOT NULL REFERENCES annotator (id),
    story TEXT NOT NULL,
    article TEXT NOT NULL,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,            -- the story she read last has her highest
    PRIMARY KEY (annotator, story)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (                    -- the record; everything below is a fold of it
    id TEXT PRIMARY KEY NOT NULL,
    annotator TEXT NOT NULL REFERENCES annotator (id),
    counter INTEGER NOT NULL,           -- of the annotator's own events, from 1
    clock INTEGER NOT NULL,             -- Lamport time
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    article TEXT REFERENCES article (id),
    body TEXT NOT NULL,
    at TEXT NOT NULL,                   -- UTC; a note, never an order
    scheme TEXT NOT NULL REFERENCES scheme (hash),
    prev TEXT NOT NULL,                 -- hash of the annotator's event before this one
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX event_own ON event (annotator, counter, id, kind);
CREATE INDEX event_order ON event (clock, annotator, counter, id);
CREATE INDEX event_subject ON event (subject);

CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN
    SELECT raise(ABORT, 'events are never changed');
END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
    SELECT raise(ABORT, 'events are never deleted');
END;
CREATE TRIGGER article_no_update BEFORE UPDATE OF number, id, sha256, title, text ON article BEGIN
    SELECT raise(ABORT, 'the text of an article never changes');
END;
CREATE TRIGGER article_no_delete BEFORE DELETE ON article BEGIN
    SELECT raise(ABORT, 'articles are never deleted');
END;

CREATE TABLE annotation (               -- what stands now
    id TEXT PRIMARY KEY NOT NULL,
    layer TEXT NOT NULL,
    label TEXT NOT NULL,
    annotator TEXT NOT NULL REFERENCES annotator (id),
    created TEXT NOT NULL,
    scheme TEXT NOT NULL,
    article TEXT REFERENCES article (id),
    story TEXT,
    start INTEGER,
    "end" INTEGER,
    quote TEXT,
    source TEXT,                        -- of a link: the annotations it joins
    target TEXT,
    attributes TEXT NOT NULL,
    note TEXT NOT NULL,
    origin TEXT NOT NULL,               -- unaided, accepted or edited
    suggestion TEXT
) STRICT;
CREATE INDEX annotation_article ON annotation (article, start);
CREATE INDEX annotation_own ON annotation (annotator, layer, article, story);
CREATE INDEX annotation_story ON annotation (story) WHERE story IS NOT NULL;

CREATE TABLE decision (                 -- what an annotator decided on a suggestion
    subject TEXT PRIMARY KEY NOT NULL,
    annotator TEXT NOT NULL REFERENCES annotator (id),
    suggestion TEXT NOT NULL,
    verdict TEXT NOT NULL,              -- accepted, edited or rejected
    at TEXT NOT NULL,
    article TEXT
) STRICT;
CREATE INDEX decision_own ON decision (annotator, article);
CREATE INDEX decision_suggestion ON decision (suggestion);
CREATE INDEX decision_article ON decision (article);

CREATE TABLE ruling (                   -- align, unalign, block, describe, story, done
    subject TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    annotator TEXT NOT NULL REFERENCES annotator (id),
    article TEXT,
    body TEXT NOT NULL,
    at TEXT NOT NULL,
    event TEXT NOT NULL REFERENCES event (id)
) STRICT;
CREATE INDEX ruling_article ON ruling (article, kind);
CREATE INDEX ruling_own ON ruling (annotator, kind);

CREATE TABLE undone (                   -- events that are taken back, and by which undo
    event TEXT PRIMARY KEY NOT NULL REFERENCES event (id),
    subject TEXT NOT NULL,
    annotator TEXT NOT NULL REFERENCES annotator (id),
    counter INTEGER NOT NULL,           -- of the undo
    undo TEXT NOT NULL REFERENCES event (id)
) STRICT;
CREATE INDEX undone_own ON undone (annotator, counter);
CREATE INDEX undone_subject ON undone (subject);

CREATE VIEW link AS
SELECT l.id, l.story, l.label, l.annotator, l.created, l.attributes, l.note,
    s.id AS source, s.article AS source_article, s.start AS source_start,
    s."end" AS source_end, s.quote AS source_quote,
    t.id AS target, t.article AS target_article, t.start AS target_start,
    t."end" AS target_end, t.quote AS target_quote
FROM annotation AS l
JOIN annotation AS s ON s.id = l.source
JOIN annotation AS t ON t.id = l.target
WHERE l.layer = 'link';

CREATE VIRTUAL TABLE article_search USING fts5 (
    title, text, content = 'article', content_rowid = 'number'
);
