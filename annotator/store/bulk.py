"""The whole of a corpus, article by article: a few questions a batch, so that any size streams."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from annotator import history
from annotator.history import Decision, Event
from annotator.model import (
    Annotation,
    Arm,
    Article,
    Block,
    Layer,
    Span,
    Story,
    Suggestion,
    text_hash,
)
from annotator.store import rows
from annotator.store.reads import Reads

_BATCH = 100
_AMONG = "IN (SELECT value FROM json_each(?1))"
_HEAD = "id, text, title, outlet, byline, date, url, path, sha256"
# By article, and not by id, so that neighbours in the file are read together.
_PROPOSALS = (
    "FROM suggestion INDEXED BY suggestion_article "
    f"WHERE article {_AMONG} AND id IN (SELECT value FROM json_each(?2))"
)
# SQLite escapes text as Python's json does, but rounds numbers: the strength is added later.
_PROPOSED = f"""SELECT article, id, strength, json_object('id', id, 'layer', layer, 'start', start,
    'end', "end", 'quote', quote, 'label', label, 'kind', kind, 'detector', detector,
    'version', version, 'entry', entry, 'reason', reason, 'strength', NULL,
    'voice', json_object('who', who, 'source', source)) {_PROPOSALS}"""
_MADE = """'label', label, 'attributes', json('{}'), 'note', note, 'annotator', p.name,
    'annotator_id', annotator, 'created', created, 'scheme', scheme, 'origin', origin,
    'suggestion', NULL, 'arm', 'assisted'"""
_LABELS = f"""SELECT article, annotator, layer, suggestion, start, "end", quote,
    nullif(attributes, '{{}}'),
    iif(start IS NULL, json_object('id', l.id, 'layer', layer, {_MADE}),
        json_object('id', l.id, 'layer', layer, 'start', start, 'end', "end", 'quote', quote,
            {_MADE}))
FROM annotation AS l CROSS JOIN annotator AS p ON p.id = annotator WHERE article {_AMONG}
ORDER BY article, start"""
_SENTENCES = f"""SELECT article, json_group_array(json_array(start, "end"))
FROM sentence WHERE article {_AMONG} GROUP BY article"""
# By annotator, as an index has it: few labels are on this layer, and no other row is read.
_ON_LAYER = "annotator AS p CROSS JOIN annotation AS l ON l.annotator = p.id AND l.layer ="
_LINKS = f"""SELECT m.story, l.id FROM {_ON_LAYER} 'link'
JOIN annotation AS source ON source.id = l.source JOIN annotation AS target ON target.id = l.target
JOIN story_article AS m ON m.article = source.article ORDER BY m.story, l.id"""
_NUMBERED = "ORDER BY article, number"
T = TypeVar("T")


@dataclass(slots=True)
class Work:
    """An article with all that people made of it.

    `suggestions` are those, by id, that annotations and rejections speak of. `arms` are those
    drawn, by annotator; `done` are the ids of who is done with the article.
    """

    article: Article
    story: str | None = None
    annotations: list[Annotation] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    suggestions: dict[str, Suggestion] = field(default_factory=dict)
    arms: dict[str, Arm] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Rows:
    """An article with all that people made of it as text, for whoever needs no more.

    `work` has the article without its words and sentences, which are JSON in `sentences`, and
    nothing that stands in the rows: `labels` in the order of exports (article, annotator, layer,
    suggestion, start, end, quote, attributes as JSON if there are any, and all that as a JSON
    object without attributes and suggestion, of the assisted arm), `rejections` (annotator,
    suggestion, time) and by id `suggestions` (strength, and the rest as a JSON object whose
    strength is null). None of it was checked against the text. `deciders` are the ids of who
    decided on a suggestion.
    """

    work: Work
    sentences: str = "[]"
    labels: list[rows.Row] = field(default_factory=list)
    rejections: list[rows.Row] = field(default_factory=list)
    suggestions: dict[str, rows.Row] = field(default_factory=dict)
    deciders: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its own labels and, in their order, the rulings on its counterparts."""

    story: Story
    labels: tuple[Annotation, ...]
    rulings: tuple[Event, ...]


def works(corpus: Reads) -> Iterator[Work]:
    """Every article in the order it was added."""
    ids = corpus.article_ids()
    for first in range(0, len(ids), _BATCH):
        yield from _Batch(corpus, ids[first : first + _BATCH]).works()


def as_rows(corpus: Reads) -> Iterator[Rows]:
    """Every article in the order it was added, its labels as rows."""
    ids = corpus.article_ids()
    for first in range(0, len(ids), _BATCH):
        yield from _Batch(corpus, ids[first : first + _BATCH], whole=False).raw()


def work(corpus: Reads, article: str) -> Work:
    """One article with all that people made of it."""
    return next(_Batch(corpus, [article]).works())


def stories(corpus: Reads) -> Iterator[Told]:
    """Every story that has articles, by id."""
    labelled = _column(corpus, f"SELECT DISTINCT l.story FROM {_ON_LAYER} 'story'")
    ruled = _column(
        corpus, "SELECT DISTINCT article FROM ruling WHERE kind IN ('align', 'unalign')"
    )
    for story in _stories(corpus):
        held = corpus.annotations(story=story.id) if story.id in labelled else []
        yield Told(
            story,
            tuple(label for label in held if label.layer is Layer.STORY),
            tuple(r for a in story.articles if a in ruled for r in corpus.rulings(a)),
        )


def _stories(corpus: Reads) -> Iterator[Story]:
    ids = sorted(_column(corpus, "SELECT DISTINCT story FROM story_article"))
    heads = f"SELECT id, title, confidence, reasons FROM story WHERE id {_AMONG} ORDER BY id"
    told = f"SELECT story, article FROM story_article WHERE story {_AMONG} ORDER BY story, number"
    for first in range(0, len(ids), _BATCH):
        among = json.dumps(ids[first : first + _BATCH])
        members: defaultdict[str, list[str]] = defaultdict(list)
        for story, article in corpus.ask(told, among):
            members[story].append(article)
        for ident, title, confidence, reasons in corpus.ask(heads, among):
            yield Story(ident, title, tuple(members[ident]), confidence, tuple(json.loads(reasons)))


def links(corpus: Reads) -> Iterator[Annotation]:
    """Every link whose ends both stand, by story and id.

    Its story is the one that its source is in now, wherever it was made.
    """
    sql = f"SELECT {rows.ANNOTATION} FROM annotation WHERE id {_AMONG} ORDER BY id"
    for story, held in groupby(corpus.ask(_LINKS), key=itemgetter(0)):
        among = json.dumps([ident for _, ident in held])
        for link in corpus.ask_for(rows.annotation, sql, among):
            yield replace(link, story=story)


def finishers(corpus: Reads) -> set[str]:
    """The ids of the annotators who marked anything done."""
    return _column(
        corpus,
        "SELECT DISTINCT annotator FROM ruling WHERE kind = 'done' "
        "AND json_array_length(body, '$.articles') > 0",
    )


def _column(corpus: Reads, sql: str) -> set[str]:
    return {str(row[0]) for row in corpus.ask(sql)}


class _Batch:
    """What is asked about a few articles at once."""

    def __init__(self, corpus: Reads, ids: Sequence[str], *, whole: bool = True) -> None:
        self.corpus = corpus
        self.ids = ids
        self.whole = whole
        self.among = json.dumps(ids)

    def works(self) -> Iterator[Work]:
        found = self.bare()
        for label in self.made(rows.annotation, rows.ANNOTATION, "annotation", "article"):
            found[str(label.article)].annotations.append(label)
        columns = "article, annotator, suggestion, verdict, at"
        for article, *decision in self.ask(columns, "decision", "article"):
            found[article].decisions.append(Decision(*decision))
        spoken_of = [k.suggestion for work in found.values() for k in work.annotations]
        decisions = (decision for work in found.values() for decision in work.decisions)
        spoken_of += [d.suggestion for d in decisions if d.verdict == "rejected"]
        proposals = f"SELECT {rows.SUGGESTION} {_PROPOSALS}"
        wanted = _wanted(spoken_of)
        for proposal in self.corpus.ask_for(rows.suggestion, proposals, self.among, wanted):
            found[proposal.article].suggestions[proposal.id] = proposal
        for work in found.values():
            if not all(_fits(work.article, label) for label in work.annotations):
                work.annotations = self.corpus.annotations(article=work.article.id)
            needed = {label.suggestion for label in work.annotations if label.suggestion}
            for lost in needed - work.suggestions.keys():
                work.suggestions[lost] = self.corpus.suggestion(lost)
        return iter(found.values())

    def raw(self) -> Iterator[Rows]:
        found = {ident: Rows(work) for ident, work in self.bare().items()}
        for article, spans in self.corpus.ask(_SENTENCES, self.among):
            found[article].sentences = spans
        labels = self.corpus.ask(_LABELS, self.among)
        for article, group in groupby(labels, itemgetter(0)):
            found[article].labels = _in_order(list(group))
        for article, person in self.ask("DISTINCT article, annotator", "decision", "article"):
            found[article].deciders.add(person)
        spoken_of = [label[3] for label in labels]
        columns = "article, annotator, suggestion, at"
        rejected = f"SELECT {columns} FROM decision WHERE article {_AMONG} AND verdict = 'rejected'"
        for article, *rejection in self.corpus.ask(rejected, self.among):
            found[article].rejections.append(tuple(rejection))
            spoken_of.append(rejection[1])
        for article, ident, *said in self.corpus.ask(_PROPOSED, self.among, _wanted(spoken_of)):
            found[article].suggestions[ident] = tuple(said)
        return iter(found.values())

    def bare(self) -> dict[str, Work]:
        """The articles by id with all but labels, decisions and suggestions."""
        found = {article.id: Work(article) for article in self.articles()}
        for article, story in self.ask("article, story", "story_article", "article"):
            found[article].story = story
        for article, person, arm in self.ask("article, annotator, arm", "arm", "article"):
            found[article].arms[person] = rows.arm(arm)
        for person, article, story in self.done({str(work.story) for work in found.values()}):
            if article in found and found[article].story == story:  # it may have left that one
                found[article].done.add(person)
        return found

    def articles(self) -> Iterator[Article]:
        """The articles; those that people ruled on, or that are damaged, are asked for singly."""
        ruled = {
            row[0]
            for row in self.ask("article, kind", "ruling", "article")
            if row[1] in ("block", "describe")
        }
        blocks: defaultdict[str, list[Block]] = defaultdict(list)
        sentences: defaultdict[str, list[Span]] = defaultdict(list)
        columns = 'article, start, "end", kind, shown, reason'
        for article, *row in self.ask(columns, "block", "article", _NUMBERED):
            blocks[article].append(rows.block(tuple(row)))
        columns = 'article, start, "end"'
        known = self.ask(columns, "sentence", "article", _NUMBERED) if self.whole else ()
        for article, *row in known:
            sentences[article].append(Span._make(row))
        packed = "words" if self.whole else "NULL"
        heads = {row[0]: row for row in self.ask(f"{_HEAD}, {packed}", "article", "id")}
        for ident in self.ids:
            *head, sha256, words = heads[ident]
            if ident in ruled or text_hash(head[1]) != sha256 or not sha256.startswith(ident):
                held = self.corpus.article(ident)
                yield held if self.whole else replace(held, sentences=(), words=())
            else:
                unpacked = rows.unpack(words) if self.whole else ()
                parts = (*head, tuple(blocks[ident]), tuple(sentences[ident]), unpacked)
                yield Article(*parts)

    def done(self, stories: set[str]) -> Iterator[tuple[str, str, str]]:
        """Who is done with which article in which of these stories."""
        people = [person.id for person in self.corpus.annotators()]
        subjects = [history.done_subject(person, story) for person in people for story in stories]
        sql = f"SELECT annotator, body FROM ruling WHERE kind = 'done' AND subject {_AMONG}"
        for person, body in self.corpus.ask(sql, json.dumps(subjects)):
            told = json.loads(body)
            for article in told["articles"]:
                yield person, article, told["story"]

    def ask(self, columns: str, table: str, key: str, then: str = "") -> list[rows.Row]:
        sql = f"SELECT {columns} FROM {table} WHERE {key} {_AMONG} {then}"
        return self.corpus.ask(sql, self.among)

    def made(self, make: Callable[[rows.Row], T], columns: str, table: str, key: str) -> list[T]:
        sql = f"SELECT {columns} FROM {table} WHERE {key} {_AMONG}"
        return self.corpus.ask_for(make, sql, self.among)


def _in_order(labels: list[rows.Row]) -> list[rows.Row]:
    """The labels of one article, which come by their start, in the order of exports."""
    if len({label[4] or 0 for label in labels}) < len(labels):
        labels.sort(key=_place)
    return labels


def _place(label: rows.Row) -> tuple[object, ...]:
    _, annotator, layer, _, start, end, *_, said = label
    held = json.loads(said)
    return (start or 0, -(end or 0), layer, held["label"], annotator, held["id"])


def _wanted(ids: Iterable[str | None]) -> str:
    return json.dumps([ident for ident in ids if ident])


def _fits(article: Article, label: Annotation) -> bool:
    """Whether the quote is what the text says; labels of the whole article have none."""
    if label.start is None or label.end is None:
        return True
    return 0 <= label.start < label.end and article.text[label.start : label.end] == label.quote
