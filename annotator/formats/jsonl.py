"""The native export: JSON Lines that hold everything, in an order that never changes.

First a header, then a line per article, per link and per story. Every line has a `kind`. Offsets
are code points of the article's canonical text. `schemas/export.schema.json` states the form.
"""

import contextlib
import gc
import re
from collections.abc import Iterator, Mapping
from typing import IO, Any

from annotator.formats.foreign import compact
from annotator.formats.jsonl_reader import read
from annotator.formats.labelled import suggestion_to_json, to_json
from annotator.formats.ledger import Ledger
from annotator.formats.record import (
    FORMAT_NAME,
    ArticleRecord,
    Header,
    Options,
    StoryRecord,
    Verbatim,
)
from annotator.formats.withheld import withhold
from annotator.formats.writing import file_format
from annotator.model import Annotator, Json, text_hash


@contextlib.contextmanager
def _resting_collector() -> Iterator[None]:
    """No search for cycles: the records have none, and looking takes a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _write_lines(ledger: Ledger, stream: IO[str]) -> None:
    with _resting_collector():
        stream.writelines(_lines(ledger))


def dump(line: Mapping[str, Any]) -> str:
    """One line of the file, the same text for the same content."""
    return compact(line) + "\n"


def _lines(ledger: Ledger) -> Iterator[str]:
    options = ledger.options
    yield dump(_header(ledger.export.header))
    titles: dict[str, str] = {}
    for item in ledger.verbatim():
        if isinstance(item, Verbatim):
            yield _spliced(item, options)
            continue
        line = _article(item, options)
        if options.text != "full":
            withhold(line, item)
        if line["title"] is None:
            titles.setdefault(item.article.title, item.article.id)
        yield dump(line)
    for link in ledger.links():
        yield dump({"kind": "link", **to_json(link, options)})
    for story in ledger.stories():
        line = _story(story, options)
        if story.story.title in titles:
            line |= {"title": None, "title_of": titles[story.story.title]}
        yield dump(line)


def _spliced(item: Verbatim, options: Options) -> str:
    """The line of an article whose labels are text already."""
    record = item.record
    split = "".join(f',"split":{compact(name)}' for name in _split(record, options).values())
    return (
        f'{compact(_head(record, options))[:-1]},"sentences":{item.sentences},'
        f'"annotations":[{item.labels}],"read_by":{compact(_read_by(record))},'
        f'"rejected":[{item.rejected}]{split}}}\n'
    )


def _header(header: Header) -> Json:
    scheme = {**_sorted(header.scheme.source), "hash": header.scheme.hash}
    return {
        "kind": "header",
        "format": FORMAT_NAME,
        "version": header.version,
        "tool": header.tool,
        "corpus": header.corpus,
        "scheme": scheme,
        "annotators": [
            {"id": person.id, "name": person.name}
            for person in sorted(header.annotators, key=lambda p: p.id)
        ],
    }


def _article(record: ArticleRecord, options: Options) -> Json:
    return {
        **_head(record, options),
        "sentences": record.article.sentences,
        "annotations": [to_json(labelled, options) for labelled in record.annotations],
        "read_by": _read_by(record),
        "rejected": [
            {
                **_person(r.annotator),
                "at": r.at,
                "suggestion": suggestion_to_json(r.suggestion, options),
            }
            for r in sorted(record.rejections, key=lambda r: (r.annotator.id, r.suggestion.id))
        ],
        **_split(record, options),
    }


def _head(record: ArticleRecord, options: Options) -> Json:
    """What stands of an article before what lies on its text."""
    article = record.article
    return {
        "kind": "article",
        "article": article.id,
        "story": record.story,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
        "url": article.url,
        "sha256": text_hash(article.text),
        "text": article.text if options.text == "full" else None,
        "blocks": [
            {
                "start": b.start,
                "end": b.end,
                "kind": str(b.kind),
                "shown": b.shown,
                "reason": b.reason,
            }
            for b in article.blocks
        ],
    }


def _read_by(record: ArticleRecord) -> list[Json]:
    return [
        {**_person(r.annotator), "arm": str(r.arm), "done": r.done}
        for r in sorted(record.readings, key=lambda r: r.annotator.id)
    ]


def _split(record: ArticleRecord, options: Options) -> Json:
    split = record.split(options)
    return {"split": split} if split else {}


def _story(record: StoryRecord, options: Options) -> Json:
    story = record.story
    return {
        "kind": "story",
        "story": story.id,
        "title": story.title,
        "articles": list(story.articles),
        "confidence": story.confidence,
        "reasons": list(story.reasons),
        "annotations": [to_json(labelled, options) for labelled in record.annotations],
        "counterparts": [
            {
                "a": list(c.a),
                "b": list(c.b),
                "aligned": c.aligned,
                **_person(c.annotator),
                "at": c.at,
            }
            for c in record.corrections
        ],
    }


def _person(annotator: Annotator) -> Json:
    return {"annotator": annotator.name, "annotator_id": annotator.id}


def _sorted(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return [_sorted(item) for item in value]
    return value


MARK = re.compile(rb'\{"kind":"header","format":"annotator-corpus"')
FORMAT = file_format(
    "jsonl",
    "native JSON Lines: holds everything, can be read back",
    ".jsonl",
    (),
    _write_lines,
    read,
    mark=MARK,
    withholds=True,
)
