PRAGMA foreign_keys=OFF;
PRAGMA application_id=1634627188;
PRAGMA user_version=1;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
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
CREATE TABLE ruling (                   -- align, unalign, block, story, done
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
INSERT INTO _sqlite_migrations VALUES (1, 'annotator', 'tables', '2026-11-21 19:40:44.691436+00:00');
INSERT INTO setting VALUES ('id', '0fa5ac4d7e04464c');
INSERT INTO setting VALUES ('oldest_reader', '1');
INSERT INTO setting VALUES ('scheme', '96b0c242cb2fb437');
INSERT INTO scheme VALUES ('96b0c242cb2fb437', 'framing', 'News framing', '{"id":"framing","name":"News framing","description":"Wording, evidence, actors and frames of one event as several outlets tell it.","label":[{"id":"loaded","name":"Loaded language","layer":"span","key":"o","colour":"red","mark":"L","guideline":"A word or phrase that carries a judgement where a neutral one was at hand. Mark as little as possible and as much as necessary; the actor it is about stays outside. Topic words (war, death, crisis) are not loaded by themselves. One-word scare quotes count: they are the outlet''s wording.","example":"The [regime] tightened its grip on the [cowardly] opposition.","attribute":[{"id":"kind","name":"Kind","type":"choice","choices":["labelling","word choice","epistemological","scare quotes","metaphor","euphemism","other"],"default":"word choice"},{"id":"polarity","name":"Polarity","type":"choice","choices":["negative","positive","unclear"],"default":"negative"},{"id":"voice","name":"Whose words","type":"choice","choices":["outlet","quoted source"],"default":"outlet"},{"id":"target","name":"About whom","type":"text"}]},{"id":"hedge","name":"Hedge","layer":"span","key":"e","colour":"blue","mark":"H","guideline":"A word that makes a claim less than certain: it may be so, it is thought to be so, it is said to be so. Mark the cue only. Approximations of quantity (about 3 percent) are not hedges.","example":"The convoy [reportedly] crossed the border and [may] carry weapons.","attribute":[{"id":"kind","name":"Kind","type":"choice","choices":["epistemic","doxastic","hearsay","condition","investigation"],"default":"epistemic"},{"id":"voice","name":"Whose doubt","type":"choice","choices":["outlet","quoted source"],"default":"outlet"}]},{"id":"attribution","name":"Attribution","layer":"span","key":"a","colour":"teal","mark":"A","guideline":"The words that hand a statement to a source: the verb or phrase, without the source and without what is said. Mark doubting cues (claimed, denied) and endorsing ones (revealed, pointed out) as such.","example":"Officials [said] the bridge was safe; the opposition [denied] it.","attribute":[{"id":"stance","name":"Stance of the cue","type":"choice","choices":["neutral","doubting","endorsing"],"default":"neutral"},{"id":"source","name":"Source","type":"choice","choices":["named","unnamed","none"],"default":"named"}]},{"id":"intensifier","name":"Intensifier or booster","layer":"span","key":"i","colour":"orange","mark":"I","guideline":"A word that raises the force or the certainty of a statement without adding a fact.","example":"A [truly] [massive] crowd [clearly] backed the minister.","attribute":[{"id":"kind","name":"Kind","type":"choice","choices":["degree","certainty"],"default":"degree"}]},{"id":"presupposition","name":"Presupposition","layer":"span","key":"p","colour":"purple","mark":"P","guideline":"A word that takes a disputed statement for granted: factive verbs (realise, expose), change of state (stop, continue, again), definite descriptions of what has not been shown. Mark the trigger.","example":"The minister [failed to] [admit] the cover-up."},{"id":"portrayal","name":"Actor portrayal","layer":"span","key":"r","colour":"green","mark":"R","guideline":"A phrase that shows an actor as having a property. Mark the phrase, not the actor; choose the property; name the actor.","example":"The union [brought the city to its knees].","attribute":[{"id":"property","name":"Property","type":"choice","choices":["aggressor","victim","power","weakness","trustworthy","untrustworthy","reason","unreason","lawful","unlawful","honour","dishonour","fairness","unfairness","safety","threat","affection","refusal","importance","unimportance","other"],"required":true},{"id":"actor","name":"Actor","type":"text"}]},{"id":"informational","name":"Informational bias","layer":"sentence","key":"1","colour":"yellow","mark":"B","guideline":"The sentence gives a fact, worded neutrally or not, whose choice or placing makes an actor look better or worse. Ask: would the story be as complete without it, and whom does it help?","example":"The mayor, who was once fined for speeding, opened the new school.","attribute":[{"id":"target","name":"About whom","type":"text"},{"id":"polarity","name":"Polarity","type":"choice","choices":["negative","positive"],"default":"negative"},{"id":"aim","name":"Aim","type":"choice","choices":["direct","indirect"],"default":"direct"}]},{"id":"tone","name":"Emotional tone","layer":"sentence","key":"2","colour":"pink","mark":"T","guideline":"The sentence as a whole is written to stir a feeling, beyond what the event itself would.","example":"Mothers wept as the heartless decision tore families apart.","attribute":[{"id":"polarity","name":"Polarity","type":"choice","choices":["negative","positive","mixed"],"default":"negative"}]},{"id":"genre","name":"Genre","layer":"article","key":"1","colour":"grey","mark":"G","guideline":"What the article is, not what it pretends to be.","example":"reporting: a news item that tells what happened and who says so.","required":true,"attribute":[{"id":"value","name":"Genre","type":"choice","choices":["reporting","analysis","opinion","satire"],"required":true}]},{"id":"primary-frame","name":"Primary frame","layer":"article","key":"2","colour":"purple","mark":"F","guideline":"The side of the event that the headline and the first paragraphs put first (the policy frames of Boydstun et al. 2014).","example":"economic: the strike is told as its cost.","required":true,"attribute":[{"id":"value","name":"Frame","type":"choice","choices":["economic","capacity and resources","morality","fairness and equality","legality and constitutionality","policy prescription","crime and punishment","security and defence","health and safety","quality of life","cultural identity","public opinion","political","external regulation and reputation","other"],"required":true}]},{"id":"secondary-frame","name":"Secondary frame","layer":"article","key":"3","colour":"purple","mark":"f","guideline":"A second side of the event that gets at least a paragraph of its own. Leave open when there is none.","example":"public opinion: two paragraphs on what commuters think of the strike.","attribute":[{"id":"value","name":"Frame","type":"choice","choices":["economic","capacity and resources","morality","fairness and equality","legality and constitutionality","policy prescription","crime and punishment","security and defence","health and safety","quality of life","cultural identity","public opinion","political","external regulation and reputation","other"],"required":true}]},{"id":"slant","name":"Slant","layer":"article","key":"4","colour":"orange","mark":"S","guideline":"How the article as a whole feels towards the main actor: -2 hostile, 0 even, 2 devoted. Judge the article, not the event.","example":"-1: facts are right, but every adjective points one way.","attribute":[{"id":"value","name":"Slant","type":"scale","low":-2,"high":2,"required":true},{"id":"actor","name":"Towards whom","type":"text"}]},{"id":"same-referent","name":"Same referent, different wording","layer":"link","key":"1","colour":"blue","mark":"~","guideline":"Both spans name the same person, group, place or event, each in the words of its outlet.","example":"[the government] in one article, [the regime] in the other."},{"id":"same-fact","name":"Same fact, different framing","layer":"link","key":"2","colour":"green","mark":"≈","guideline":"Both spans report one fact, but what is put first, compared or left out makes a different thing of it.","example":"[unemployment fell to 6 percent] against [one in seventeen still has no work]."},{"id":"relative-stance","name":"Relative stance","layer":"story","key":"1","colour":"orange","mark":"D","guideline":"Set beside each other, which article is kinder to the main actor?","example":"first: the first article gives the ministry the last word throughout.","attribute":[{"id":"value","name":"Kinder article","type":"choice","choices":["first","even","second"],"required":true},{"id":"actor","name":"Towards whom","type":"text"}]},{"id":"omission","name":"Omission","layer":"story","key":"2","colour":"red","mark":"O","guideline":"A fact that one side reports and the other leaves out, and that would change the picture.","example":"Only one article says that the plant had failed three inspections.","attribute":[{"id":"absent","name":"Left out by","type":"choice","choices":["first","second","both"],"required":true},{"id":"what","name":"What was left out","type":"text","required":true}]}]}', '2026-11-21T19:40:44Z');
INSERT INTO annotator VALUES ('557027fd642ec792', 'Ana');
INSERT INTO annotator VALUES ('3a9664cf9268085e', 'Ben');
INSERT INTO article VALUES (1, 'bfa24b78927bfe85', 'bfa24b78927bfe85483f46d3b197291d51613ddbf6ed540f8e60bd58a9c8db07', 'Harbour closed', 'Tide', NULL, '2024-03-05', NULL, 'Tide.txt', 2, 'Harbour closed

The regime closed the harbour. Workers reportedly left it “at once”. 🚢', X'0000000007000000080000000E0000001000000013000000140000001A0000001B000000210000002200000025000000260000002D0000002F000000360000003700000041000000420000004600000047000000490000004B0000004D0000004E00000052000000');
INSERT INTO article VALUES (2, '239cd24009015331', '239cd24009015331bc398ca7f2a1389b8e1115ba8cbab8b948d41fa398d4b60b', 'Port shut', 'Quay', NULL, NULL, NULL, 'Quay.txt', 1, 'Port shut

The port was shut on Monday. Critics called the brutal move a disgrace.', X'000000000400000005000000090000000B0000000E0000000F000000130000001400000017000000180000001C0000001D0000001F0000002000000026000000280000002F0000003000000036000000370000003A0000003B00000041000000420000004600000047000000480000004900000051000000');
INSERT INTO block VALUES ('239cd24009015331', 0, 0, 9, 'title', 1, '');
INSERT INTO block VALUES ('239cd24009015331', 1, 11, 82, 'body', 1, '');
INSERT INTO block VALUES ('bfa24b78927bfe85', 0, 0, 14, 'title', 1, '');
INSERT INTO block VALUES ('bfa24b78927bfe85', 1, 16, 86, 'body', 1, '');
INSERT INTO sentence VALUES ('239cd24009015331', 0, 0, 9);
INSERT INTO sentence VALUES ('239cd24009015331', 1, 11, 39);
INSERT INTO sentence VALUES ('239cd24009015331', 2, 40, 82);
INSERT INTO sentence VALUES ('bfa24b78927bfe85', 0, 0, 14);
INSERT INTO sentence VALUES ('bfa24b78927bfe85', 1, 16, 46);
INSERT INTO sentence VALUES ('bfa24b78927bfe85', 2, 47, 84);
INSERT INTO sentence VALUES ('bfa24b78927bfe85', 3, 85, 86);
INSERT INTO suggestion VALUES ('9846260182d60480', 'bfa24b78927bfe85', 'span', 20, 26, 'regime', 'loaded', 'labelling', 'loaded', '1', 'regime', 'regime takes a side', 0.5, 'outlet', NULL);
INSERT INTO suggestion VALUES ('eade733a229c25db', 'bfa24b78927bfe85', 'span', 55, 65, 'reportedly', 'hedge', 'labelling', 'loaded', '1', 'reportedly', 'reportedly takes a side', 0.5, 'outlet', NULL);
INSERT INTO suggestion VALUES ('346ad28519fbff17', '239cd24009015331', 'span', 59, 65, 'brutal', 'loaded', 'labelling', 'loaded', '1', 'brutal', 'brutal takes a side', 0.5, 'outlet', NULL);
INSERT INTO story VALUES (1, 'story-1', 'The harbour', 0.9, '["same port"]', 'The harbour', '["bfa24b78927bfe85","239cd24009015331"]');
INSERT INTO story_article VALUES ('story-1', '239cd24009015331', 1);
INSERT INTO story_article VALUES ('story-1', 'bfa24b78927bfe85', 0);
INSERT INTO counterpart VALUES ('bfa24b78927bfe85', 1, '239cd24009015331', 1, 0.8);
INSERT INTO arm VALUES ('3a9664cf9268085e', '239cd24009015331', 'blind');
INSERT INTO assignment VALUES ('557027fd642ec792', 'story-1', '["239cd24009015331","bfa24b78927bfe85"]');
INSERT INTO place VALUES ('557027fd642ec792', 'story-1', 'bfa24b78927bfe85', 7, 1);
INSERT INTO event VALUES ('b6a1d61646d89e2a', '557027fd642ec792', 1, 1, '67fcbc075f9ca488', 'label', 'bfa24b78927bfe85', '{"layer":"span","label":"loaded","start":38,"end":45,"quote":"harbour"}', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', '', '37d2fd8ab1e6198f3531fcbdab8d1ba89f57bf98ff9802d41ca2ed20d2b57099');
INSERT INTO event VALUES ('d6681452e0250590', '557027fd642ec792', 2, 2, '4e5dd95059ae91d2', 'label', '239cd24009015331', '{"layer":"span","label":"loaded","start":15,"end":19,"quote":"port"}', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', '37d2fd8ab1e6198f3531fcbdab8d1ba89f57bf98ff9802d41ca2ed20d2b57099', '562037d902b897ac0c88b058e60b6c131be11d324d93868f9d33d2c95305eea0');
INSERT INTO event VALUES ('f947d96aea190e01', '557027fd642ec792', 3, 3, '83abf4e5a429b9c2', 'accept', 'bfa24b78927bfe85', '{"layer":"span","label":"loaded","start":20,"end":26,"quote":"regime","suggestion":"9846260182d60480","origin":"accepted"}', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', '562037d902b897ac0c88b058e60b6c131be11d324d93868f9d33d2c95305eea0', 'a650a39c27d3400c8cca754989df4f50251b88569440cf6f64d704192bd99330');
INSERT INTO event VALUES ('bc91a8e0625a6b63', '557027fd642ec792', 4, 4, 'd061b7542216a1cf', 'reject', 'bfa24b78927bfe85', '{"suggestion":"eade733a229c25db"}', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', 'a650a39c27d3400c8cca754989df4f50251b88569440cf6f64d704192bd99330', 'ea7e7abcbb8bc0a440703d940fae4015e1732f52ba7b89acfe0747b8c15ab795');
INSERT INTO event VALUES ('89bd7d75921c29d8', '557027fd642ec792', 5, 5, '67fcbc075f9ca488', 'note', 'bfa24b78927bfe85', '{"note":"whose harbour?"}', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', 'ea7e7abcbb8bc0a440703d940fae4015e1732f52ba7b89acfe0747b8c15ab795', '4e4ffe576258c0a4551cf57c7a4ed882fa4f08f3f6d66348bb5a6ebe958fc1d1');
INSERT INTO event VALUES ('2dda49a1642bc049', '557027fd642ec792', 6, 6, 'link', 'label', NULL, '{"layer":"link","label":"same-referent","story":"story-1","source":"67fcbc075f9ca488","target":"4e5dd95059ae91d2"}', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', '4e4ffe576258c0a4551cf57c7a4ed882fa4f08f3f6d66348bb5a6ebe958fc1d1', '3943ec879cc6f1e38cca7535c2f891b7e053fd1c1bcafd320ae93084c310b54c');
INSERT INTO event VALUES ('08a4babfb8345dfc', '557027fd642ec792', 7, 7, 'done', 'done', NULL, '{"story":"story-1","articles":["bfa24b78927bfe85"]}', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', '3943ec879cc6f1e38cca7535c2f891b7e053fd1c1bcafd320ae93084c310b54c', 'e6a533b359f0f6963efed2f0aa91c94edb508b0285d9d3d4a270596007c758d9');
INSERT INTO event VALUES ('46b73c6f5f5fd359', '3a9664cf9268085e', 1, 8, '2c4944fb2af0c6f2', 'accept', 'bfa24b78927bfe85', '{"layer":"span","label":"loaded","start":20,"end":26,"quote":"regime","suggestion":"9846260182d60480","origin":"accepted"}', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', '', '8e67f3723deea16f788b40e49c149ef72f5f10a45176d8e8cfab14dfc62b26a8');
INSERT INTO event VALUES ('3230582eef270573', '3a9664cf9268085e', 2, 9, '2c4944fb2af0c6f2', 'undo', 'bfa24b78927bfe85', '{"event":"46b73c6f5f5fd359"}', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', '8e67f3723deea16f788b40e49c149ef72f5f10a45176d8e8cfab14dfc62b26a8', '1fbe265834e944c477899c2bf7762f2acb094fbb79295bc8db19db3036bfa5f4');
INSERT INTO event VALUES ('bbe4e329b3ec93a2', '3a9664cf9268085e', 3, 10, 'block', 'block', 'bfa24b78927bfe85', '{"start":0,"kind":"clutter","shown":false}', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', '1fbe265834e944c477899c2bf7762f2acb094fbb79295bc8db19db3036bfa5f4', 'e57e1ac24dfc9ff51952c6fa3fe74288f268582bb6e47e86466a71ef279cb64c');
INSERT INTO annotation VALUES ('4e5dd95059ae91d2', 'span', 'loaded', '557027fd642ec792', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', '239cd24009015331', NULL, 15, 19, 'port', NULL, NULL, '{}', '', 'unaided', NULL);
INSERT INTO annotation VALUES ('83abf4e5a429b9c2', 'span', 'loaded', '557027fd642ec792', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', 'bfa24b78927bfe85', NULL, 20, 26, 'regime', NULL, NULL, '{}', '', 'accepted', '9846260182d60480');
INSERT INTO annotation VALUES ('67fcbc075f9ca488', 'span', 'loaded', '557027fd642ec792', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', 'bfa24b78927bfe85', NULL, 38, 45, 'harbour', NULL, NULL, '{}', 'whose harbour?', 'unaided', NULL);
INSERT INTO annotation VALUES ('link', 'link', 'same-referent', '557027fd642ec792', '2024-03-06T10:00:00Z', '96b0c242cb2fb437', NULL, 'story-1', NULL, NULL, NULL, '67fcbc075f9ca488', '4e5dd95059ae91d2', '{}', '', 'unaided', NULL);
INSERT INTO decision VALUES ('83abf4e5a429b9c2', '557027fd642ec792', '9846260182d60480', 'accepted', '2024-03-06T10:00:00Z', 'bfa24b78927bfe85');
INSERT INTO decision VALUES ('d061b7542216a1cf', '557027fd642ec792', 'eade733a229c25db', 'rejected', '2024-03-06T10:00:00Z', 'bfa24b78927bfe85');
INSERT INTO ruling VALUES ('done', 'done', '557027fd642ec792', NULL, '{"story":"story-1","articles":["bfa24b78927bfe85"]}', '2024-03-06T10:00:00Z', '08a4babfb8345dfc');
INSERT INTO ruling VALUES ('block', 'block', '3a9664cf9268085e', 'bfa24b78927bfe85', '{"start":0,"kind":"clutter","shown":false}', '2024-03-06T10:00:00Z', 'bbe4e329b3ec93a2');
INSERT INTO undone VALUES ('46b73c6f5f5fd359', '2c4944fb2af0c6f2', '3a9664cf9268085e', 2, '3230582eef270573');
INSERT INTO article_search (article_search) VALUES ('rebuild');
