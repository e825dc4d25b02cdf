"""One annotation as the JSON object that the native export and the table share."""

import json
import re
import sys
from dataclasses import replace
from json.encoder import encode_basestring as _text

from annotator.errors import AnnotatorError
from annotator.formats.foreign import compact
from annotator.formats.record import Labelled, Options
from annotator.formats.strict import Fields, choice
from annotator.model import Annotation, Annotator, Arm, Json, Layer, Origin, Suggestion, Voice
from annotator.scheme import Scheme

QUOTED = re.compile("“.*”", re.DOTALL)
"""What the reason of a suggestion quotes: words of the article."""


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


def to_text(said: str, attributes: str | None, suggestion: str | None, arm: str) -> str:
    """`to_json` as text, of stored values: several times faster, for exports of all there is.

    `said` is the object of a label that is assisted, unaided and without attributes; these come
    as JSON, `suggestion` of `suggestion_text`. No text in it looks like a field: its quote marks
    are escaped. Attributes come last, for they may look like fields.
    """
    if arm != Arm.ASSISTED:
        said = said.replace('"arm":"assisted"', f'"arm":"{arm}"', 1)
    if suggestion is not None:
        said = said.replace('"suggestion":null', f'"suggestion":{suggestion}', 1)
    if attributes is not None:
        held = dict(sorted(json.loads(attributes).items()))
        said = said.replace('"attributes":{}', f'"attributes":{compact(held)}', 1)
    return said


def suggestion_text(strength: float, said: str) -> str:
    """`suggestion_to_json` as text, of the same object whose strength is null."""
    return said.replace('"strength":null', f'"strength":{strength!r}', 1)


def rejection_text(person: str, at: str, suggestion: str) -> str:
    """A rejection at a time (UTC), of `person_text` and `suggestion_text`."""
    return f'{{{person},"at":{_text(at)},"suggestion":{suggestion}}}'


def person_text(annotator: Annotator) -> str:
    """The fields that name an annotator."""
    return f'"annotator":{_text(annotator.name)},"annotator_id":{_text(annotator.id)}'


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
