"""One annotation as the JSON object that the native export and the table share."""

import functools
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from json.encoder import encode_basestring as _text
from typing import Any

from annotator.errors import AnnotatorError
from annotator.formats.foreign import compact
from annotator.formats.record import Labelled, Options
from annotator.formats.strict import Fields, choice
from annotator.model import Annotation, Annotator, Arm, Json, Layer, Origin, Suggestion, Voice
from annotator.scheme import Scheme

QUOTED = re.compile("“.*”", re.DOTALL)
"""What the reason of a suggestion quotes: words of the article."""

_EVIDENCE = ("label", "kind", "detector", "version", "entry", "reason", "strength")


def order(labelled: Labelled) -> tuple[object, ...]:
    """The key that sorts the labels of one article: by place, then the wider first."""
    a = labelled.annotation
    return (a.start or 0, -(a.end or 0), a.layer, a.label, a.annotator, a.id)


def to_json(labelled: Labelled, options: Options) -> Json:
    """The annotation with its provenance; the quote is null where the text is withheld."""
    a = labelled.annotation
    made: Json = {"id": a.id, "layer": str(a.layer)}
    if a.layer in (Layer.SPAN, Layer.SENTENCE):
        made |= {"start": a.start, "end": a.end, "quote": quoted(a.quote, options)}
    elif a.layer is Layer.LINK:
        made |= {"story": a.story, "source": a.source, "target": a.target}
    return made | {
        "label": a.label,
        "attributes": dict(sorted(a.attributes.items())),
        "note": a.note,
        "annotator": labelled.annotator,
        "annotator_id": a.annotator,
        "created": a.created,
        "scheme": a.scheme,
        "origin": str(a.origin),
        "suggestion": suggestion_to_json(labelled.suggestion, options),
        "arm": str(labelled.arm),
    }


def suggestion_to_json(suggestion: Suggestion | None, options: Options) -> Json | None:
    """The proposal a label came from, whole: it can be stored again.

    Where no text goes out neither do the words of the article in its reason, nor the source.
    """
    if suggestion is None:
        return None
    silent = options.text == "none"
    reason, source = suggestion.reason, suggestion.voice.source
    return {
        "id": suggestion.id,
        "layer": str(suggestion.layer),
        "start": suggestion.start,
        "end": suggestion.end,
        "quote": quoted(suggestion.quote, options),
        "label": suggestion.label,
        "kind": suggestion.kind,
        "detector": suggestion.detector,
        "version": suggestion.version,
        "entry": suggestion.entry,
        "reason": QUOTED.sub("“…”", reason) if silent else reason,
        "strength": suggestion.strength,
        "voice": {"who": suggestion.voice.who, "source": None if silent else source},
    }


def to_text(row: Sequence[Any], person: str, suggestion: str, arm: str) -> str:
    """`to_json` as text, of stored values: several times faster, for exports of all there is.

    `row` is article, annotator, suggestion, id, layer, start, end, quote, label, attributes (as
    JSON), note, created, scheme, origin; the others are of `person_text` and `suggestion_text`.
    """
    _, _, _, ident, layer, start, end, quote, label, attributes, note, created, scheme, origin = row
    place = f',"start":{start},"end":{end},"quote":{_text(quote)}' if start is not None else ""
    if attributes != "{}":
        attributes = compact(dict(sorted(json.loads(attributes).items())))
    return (
        f'{{"id":{_text(ident)},"layer":"{layer}"{place},"label":{_text(label)},'
        f'"attributes":{attributes},"note":{_text(note)},{person},"created":{_text(created)},'
        f'"scheme":{_text(scheme)},"origin":"{origin}","suggestion":{suggestion},"arm":"{arm}"}}'
    )


def suggestion_text(row: Sequence[Any]) -> str:
    """`suggestion_to_json` as text, of the stored id, article, layer, start, end, quote and so on
    to the voice."""
    ident, _, layer, start, end, quote, *evidence = row
    return (
        f'{{"id":{_text(ident)},"layer":"{layer}","start":{start},"end":{end},'
        f'"quote":{_text(quote)},{_evidence(*evidence)}}}'
    )


def rejection_text(person: str, at: str, suggestion: str) -> str:
    """A rejection at a time (UTC), of `person_text` and `suggestion_text`."""
    return f'{{{person},"at":{_text(at)},"suggestion":{suggestion}}}'


def person_text(annotator: Annotator) -> str:
    """The fields that name an annotator."""
    return f'"annotator":{_text(annotator.name)},"annotator_id":{_text(annotator.id)}'


@functools.lru_cache(maxsize=1024)
def _evidence(*row: Any) -> str:
    """The fields that say why; most proposals of one detector share them."""
    who, source = row[-2:]
    named = dict(zip(_EVIDENCE, row, strict=False))
    return compact({**named, "voice": {"who": who, "source": source}})[1:-1]


def quoted(quote: str | None, options: Options) -> str | None:
    """The quote as far as the options let it out: whole, up to `options.run`, or not at all."""
    if quote is None or options.text == "full":
        return quote
    return quote if options.text == "quotes" and len(quote) <= options.run else None


def from_json(
    fields: Fields,
    scheme: Scheme | None,
    *,
    article: str | None = None,
    text: str | None = None,
    story: str | None = None,
) -> Labelled:
    """The annotation that `to_json` wrote, checked against its text and its scheme.

    A label made under an older version of the scheme is taken as it is. Raises InputError.
    """
    layer = choice(fields, "layer", Layer)
    placed = layer in (Layer.SPAN, Layer.SENTENCE)
    annotation = Annotation(
        id=fields.text("id"),
        layer=layer,
        label=fields.text("label"),
        annotator=fields.text("annotator_id"),
        created=fields.text("created"),
        scheme=fields.text("scheme"),
        article=article,
        story=fields.maybe("story") if layer is Layer.LINK else story,
        start=fields.integer("start") if placed else None,
        end=fields.integer("end") if placed else None,
        quote=fields.text("quote") if placed else None,
        source=fields.text("source") if layer is Layer.LINK else None,
        target=fields.text("target") if layer is Layer.LINK else None,
        attributes=fields.table("attributes").data,
        note=fields.text("note"),
        origin=choice(fields, "origin", Origin),
    )
    if placed and text is None:
        fields.extent(sys.maxsize)
    elif placed and text is not None:
        check_place(fields, text)
    if scheme is not None and annotation.scheme == scheme.hash:
        _check_label(fields, annotation, scheme)
    suggestion = None
    if fields.has("suggestion"):
        suggestion = suggestion_from_json(fields.table("suggestion"), article or "", text)
    return Labelled(
        _with_suggestion(annotation, suggestion),
        fields.text("annotator"),
        choice(fields, "arm", Arm),
        suggestion,
    )


def suggestion_from_json(fields: Fields, article: str, text: str | None) -> Suggestion:
    """The proposal that `suggestion_to_json` wrote, checked against its text."""
    if text is not None:
        check_place(fields, text)
    voice = fields.table("voice")
    who = voice.text("who")
    if who not in ("outlet", "quoted"):
        voice.fail("who", f"{who!r} is neither outlet nor quoted")
    return Suggestion(
        id=fields.text("id"),
        article=article,
        layer=choice(fields, "layer", Layer),
        start=fields.integer("start"),
        end=fields.integer("end"),
        quote=fields.text("quote"),
        label=fields.text("label"),
        kind=fields.text("kind"),
        detector=fields.text("detector"),
        version=fields.text("version"),
        entry=fields.text("entry"),
        reason=fields.text("reason"),
        strength=fields.number("strength"),
        voice=Voice("quoted" if who == "quoted" else "outlet", voice.maybe("source")),
    )


def check_place(fields: Fields, text: str) -> None:
    """Raise InputError unless start and end lie in `text` and the quote is what they hold."""
    start, end = fields.extent(len(text))
    quote = fields.text("quote")
    if text[start:end] != quote:
        fields.fail(
            "quote",
            f"{quote[:40]!r} is not the text at {start}-{end}, which is {text[start:end][:40]!r}",
            "Offsets count code points of the article's text; was the text or the unit changed?",
        )


def _check_label(fields: Fields, annotation: Annotation, scheme: Scheme) -> None:
    try:
        scheme.label(annotation.layer, annotation.label).check(annotation.attributes)
    except AnnotatorError as error:
        fields.fail("label", error.message)


def _with_suggestion(annotation: Annotation, suggestion: Suggestion | None) -> Annotation:
    return annotation if suggestion is None else replace(annotation, suggestion=suggestion.id)
