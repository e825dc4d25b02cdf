"""W3C Web Annotation as JSON-LD: one page of annotations, each with its quote and its position.

The model counts code points. The source of every target is the text itself, named by its hash
(`urn:sha256:...`); the web page it came from is its scope. Attributes are a body of their own, in
JSON. See the Web Annotation Data Model, sections 3.2 and 4.2.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from annotator.errors import InputError
from annotator.formats.foreign import compact, read_json
from annotator.formats.labelled import order, quoted
from annotator.formats.ledger import Ledger
from annotator.formats.record import (
    ArticleRecord,
    Document,
    Feature,
    Incoming,
    Labelled,
    Options,
    Problem,
)
from annotator.formats.strict import Fields, loads
from annotator.formats.writing import file_format
from annotator.model import Annotation, Article, Json, Layer, derived_id, text_hash

_AROUND = 32
_ANNO = "http://www.w3.org/ns/anno.jsonld"
_OURS = "urn:annotator:"
_TEXT = "urn:sha256:"


def _write_page(ledger: Ledger, stream: IO[str]) -> None:
    corpus = ledger.export.header.corpus
    head = {"@context": _ANNO, "id": f"{_OURS}{corpus}", "type": "AnnotationPage"}
    stream.write(compact(head)[:-1] + ',"items":[')
    joint = "\n"
    for item in _items(ledger):
        stream.write(joint + compact(item))
        joint = ",\n"
    stream.write("\n]}\n")


def _items(ledger: Ledger) -> Iterator[Json]:
    texts: dict[str, str] = {}
    for record in ledger.articles():
        texts[record.article.id] = _TEXT + text_hash(record.article.text)
        for labelled in record.annotations:
            yield _item(labelled, _target(labelled, record, ledger.options))
    for link in ledger.links():
        ends = [link.annotation.source, link.annotation.target]
        yield _item(link, [f"{_OURS}{end}" for end in ends])
    for story in ledger.stories():
        for labelled in story.annotations:
            members = [texts[a] for a in story.story.articles if a in texts]
            yield _item(labelled, [f"{_OURS}story:{story.story.id}", *members])


def _item(labelled: Labelled, target: object) -> Json:
    annotation = labelled.annotation
    body = [{"type": "TextualBody", "purpose": "tagging", "value": annotation.label}]
    if annotation.attributes:
        value = compact(dict(sorted(annotation.attributes.items())))
        described = {"type": "TextualBody", "purpose": "describing", "value": value}
        body.append(described | {"format": "application/json"})
    if annotation.note:
        body.append({"type": "TextualBody", "purpose": "commenting", "value": annotation.note})
    person = {"id": f"{_OURS}person:{annotation.annotator}", "type": "Person"}
    made: Json = {
        "id": _OURS + annotation.id,
        "type": "Annotation",
        "motivation": _MOTIVATIONS[annotation.layer],
        "creator": person | {"name": labelled.annotator},
    }
    if annotation.created:
        made["created"] = annotation.created
    return made | {"body": body, "target": target}


_MOTIVATIONS = {
    Layer.SPAN: "tagging",
    Layer.SENTENCE: "classifying",
    Layer.ARTICLE: "assessing",
    Layer.LINK: "linking",
    Layer.STORY: "assessing",
}


def _target(labelled: Labelled, record: ArticleRecord, options: Options) -> Json:
    article, annotation = record.article, labelled.annotation
    made: Json = {"type": "SpecificResource", "source": _TEXT + text_hash(article.text)}
    if article.url:
        made["scope"] = article.url
    if annotation.start is not None and annotation.end is not None:
        place = {"start": annotation.start, "end": annotation.end}
        made["selector"] = [{"type": "TextPositionSelector", **place}]
        if quoted(annotation.quote, options) is not None:
            made["selector"].append(_quote_selector(annotation, article, options))
    return made


def _quote_selector(annotation: Annotation, article: Article, options: Options) -> Json:
    made: Json = {"type": "TextQuoteSelector", "exact": annotation.quote}
    if options.text == "full":
        start, end = annotation.start or 0, annotation.end or 0
        made["prefix"] = article.text[max(0, start - _AROUND) : start]
        made["suffix"] = article.text[end : end + _AROUND]
    return made


def read(path: Path) -> Incoming:
    """Read a page, a collection's first page, or a list of annotations.

    An annotation must have a position and, to be checked, a quote. The article is told by the
    hash in its source; sources of another kind are problems.
    """
    found = read_json(path)
    if isinstance(found, dict) and isinstance(found.get("first"), dict):
        found = found["first"]
    items = found.get("items") if isinstance(found, dict) else found
    if not isinstance(items, list):
        raise InputError(
            f"{path}: neither a page nor a list of annotations",
            "Give an AnnotationPage, or a list of annotations, as JSON-LD.",
        )
    documents: dict[str, list[Labelled]] = {}
    places: dict[str, str] = {}
    links, labels, problems = [], [], []
    for number, item in enumerate(items, 1):
        try:
            labelled = _read_item(Fields(item, str(path), f"items[{number}]"))
        except InputError as error:
            problems.append(Problem(error.message, error.hint))
            continue
        match labelled.annotation.layer:
            case Layer.LINK:
                links.append(labelled)
            case Layer.STORY:
                labels.append(labelled)
            case _:
                documents.setdefault(str(labelled.annotation.article), []).append(labelled)
                places[labelled.annotation.id] = f"{path}: items[{number}]"
    return Incoming(
        documents=tuple(
            Document(
                article, None, places[own[0].annotation.id], tuple(sorted(own, key=order)), places
            )
            for article, own in documents.items()
        ),
        links=tuple(links),
        labels=tuple(labels),
        problems=tuple(problems),
    )


def _read_item(item: Fields) -> Labelled:
    bodies = (
        item.tables("body") if isinstance(item.data.get("body"), list) else [item.table("body")]
    )
    values = {body.text("purpose", "tagging"): body.text("value") for body in bodies}
    if "tagging" not in values:
        item.fail("body", "no body that tags")
    attributes: dict[str, Any] = {}
    if "describing" in values:
        parsed = loads(values["describing"], f"{item.where}: {item.path}.body")
        attributes = parsed if isinstance(parsed, dict) else {}
    name, ident = "", ""
    if isinstance(item.data.get("creator"), dict):
        creator = item.table("creator")
        name, ident = creator.text("name", ""), creator.text("id", "")
    annotation = Annotation(
        id=_ident(item.text("id", "")) or derived_id("web-annotation", compact(item.data)),
        label=values["tagging"],
        annotator=_ident(ident).removeprefix("person:"),
        created=item.text("created", ""),
        scheme="",
        attributes=attributes,
        note=values.get("commenting", ""),
        **_read_target(item),
    )
    return Labelled(annotation, name)


def _ident(iri: str) -> str:
    return iri.removeprefix(_OURS) if iri.startswith(_OURS) else ""


def _read_target(item: Fields) -> dict[str, Any]:
    """Layer and place from the shape of the target."""
    target = item.data.get("target")
    if isinstance(target, list):
        ends = item.texts("target")
        if ends and ends[0].startswith(f"{_OURS}story:"):
            return {"layer": Layer.STORY, "story": ends[0].removeprefix(f"{_OURS}story:")}
        if len(ends) != 2 or not all(_ident(end) for end in ends):
            item.fail("target", "not two annotations")
        return {"layer": Layer.LINK, "source": _ident(ends[0]), "target": _ident(ends[1])}
    resource = item.table("target")
    source = resource.text("source")
    if not source.startswith(_TEXT):
        resource.fail("source", f"{source[:40]!r} is not a text named by its hash ({_TEXT}...)")
    place: dict[str, Any] = {"article": source.removeprefix(_TEXT)[:16]}
    selectors = {selector.text("type"): selector for selector in resource.tables("selector")}
    if not selectors:
        return place | {"layer": Layer.ARTICLE}
    if "TextPositionSelector" not in selectors:
        resource.fail("selector", "no TextPositionSelector")
    start, end = selectors["TextPositionSelector"].extent(2**53)
    quote = selectors.get("TextQuoteSelector")
    sentence = item.data.get("motivation") == _MOTIVATIONS[Layer.SENTENCE]
    return place | {
        "layer": Layer.SENTENCE if sentence else Layer.SPAN,
        "start": start,
        "end": end,
        "quote": quote.text("exact") if quote else "",
    }


_MARK = re.compile(rb'\{"@context":"http://www\.w3\.org/ns/anno\.jsonld","id":"urn:annotator:')
FORMAT = file_format(
    "web-annotation",
    "W3C Web Annotation JSON-LD, quotes and positions",
    ".jsonld",
    {Feature.PROVENANCE, Feature.COUNTERPARTS, Feature.REJECTIONS, Feature.SPLITS},
    _write_page,
    read,
    mark=_MARK,
    withholds=True,
)
