"""UIMA CAS as XMI and as JSON, as INCEpTION and DKPro read them: a folder per annotator.

dkpro-cassis does the serialising; on disk it counts UTF-16 units, in Python code points. Labels
are feature structures of one type per layer with the features `label`, `note` and one per label
and attribute (`loaded_kind`), whose description keeps the exact names. DKPro sentences and tokens
come along, so that the text is not segmented anew.
"""

import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from annotator.errors import InputError
from annotator.files import MANIFEST, safe_name
from annotator.formats.extras import need
from annotator.formats.foreign import Gatherer, Source, damaged, files_of, read_text
from annotator.formats.ledger import Ledger
from annotator.formats.people import LISTING, Folders, Owners
from annotator.formats.record import (
    OUTSIDE,
    ArticleRecord,
    Feature,
    Format,
    Incoming,
    Labelled,
)
from annotator.formats.strict import loads
from annotator.formats.tokens import tokenise
from annotator.formats.writing import LOSSES, folder_format
from annotator.formats.xmltext import holdable
from annotator.model import Layer
from annotator.scheme import AttributeType, Scheme

_TYPES = {
    Layer.SPAN: "webanno.custom.Span",
    Layer.SENTENCE: "webanno.custom.SentenceLabel",
    Layer.ARTICLE: "webanno.custom.ArticleLabel",
}
_SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
_DOCUMENT = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_NOT_LABELS = (_SEGMENTATION, _DOCUMENT, "uima.")
_RANGES = {AttributeType.SCALE: "uima.cas.Integer", AttributeType.FLAG: "uima.cas.Boolean"}
_LACKS = OUTSIDE | {Feature.SPLITS}
_OURS = (MANIFEST, LOSSES, LISTING)


def _name(label: str, attribute: str) -> str:
    return f"{label}_{attribute}".replace("-", "_")


def _type_system(scheme: Scheme) -> Any:
    cassis = need("cassis", "cas")
    made = cassis.TypeSystem()
    for layer, name in _TYPES.items():
        above = "uima.cas.AnnotationBase" if layer is Layer.ARTICLE else "uima.tcas.Annotation"
        kind = made.create_type(name, above)
        for feature in ("label", "note", "origin"):
            made.create_feature(kind, feature, "uima.cas.String")
        for label in scheme.layer(layer):
            for attribute in label.attributes:
                made.create_feature(
                    kind,
                    _name(label.id, attribute.id),
                    _RANGES.get(attribute.type, "uima.cas.String"),
                    description=f"{label.id} {attribute.id}",
                )
    made.create_type(_SEGMENTATION + "Sentence")
    made.create_type(_SEGMENTATION + "Token")
    metadata = made.create_type(_DOCUMENT, "uima.tcas.DocumentAnnotation")
    for feature in ("documentTitle", "documentId", "documentUri", "collectionId"):
        made.create_feature(metadata, feature, "uima.cas.String")
    return made


def _fill(
    record: ArticleRecord, own: Sequence[Labelled], types: Any, clean: Callable[[str], str]
) -> Any:
    """The CAS of one article as one annotator labelled it; `clean` passes every text."""
    cassis = need("cassis", "cas")
    article = record.article
    made = cassis.Cas(types)
    made.sofa_string = clean(article.text)
    made.sofa_mime = "text/plain"
    metadata = types.get_type(_DOCUMENT)(
        begin=0,
        end=len(article.text),
        documentTitle=clean(article.title),
        documentId=article.id,
        documentUri=article.url,
        collectionId=record.story,
    )
    made.add(metadata)
    for start, end in article.sentences:
        made.add(types.get_type(_SEGMENTATION + "Sentence")(begin=start, end=end))
        for token in tokenise(article.text, start, end):
            made.add(types.get_type(_SEGMENTATION + "Token")(begin=token.start, end=token.end))
    for labelled in own:
        made.add(_structure(labelled, types, clean))
    return made


def _structure(labelled: Labelled, types: Any, clean: Callable[[str], str]) -> Any:
    annotation = labelled.annotation
    kind = types.get_type(_TYPES[annotation.layer])
    values: dict[str, Any] = {"label": annotation.label, "origin": str(annotation.origin)}
    if annotation.note:
        values["note"] = clean(annotation.note)
    for key, value in annotation.attributes.items():
        name = _name(annotation.label, key)
        if kind.get_feature(name) is None:  # a label of an older scheme
            described = f"{annotation.label} {key}"
            types.create_feature(kind, name, "uima.cas.String", description=described)
        text = kind.get_feature(name).rangeType.name == "uima.cas.String"
        values[name] = clean(str(value)) if text else value
    if annotation.start is not None:
        values |= {"begin": annotation.start, "end": annotation.end}
    return kind(**values)


def _writer(suffix: str) -> Callable[[Ledger, Path], None]:
    xml = suffix == ".xmi"

    def body(ledger: Ledger, folder: Path) -> None:
        def clean(text: str) -> str:
            replaced, count = holdable(text) if xml else (text, 0)
            if count:
                ledger.drop(Feature.CHARACTERS, count)
            return replaced

        types = _type_system(ledger.export.header.scheme)
        folders = Folders(folder)
        for record in ledger.articles():
            stem = safe_name(record.article.outlet or "", record.article.id)
            for annotator, own in record.by_annotator():
                filled = _fill(record, own, types, clean)
                text = filled.to_xmi() if xml else filled.to_json()
                place = folders.of(annotator) / f"{stem}{suffix}"
                place.write_text(text, "utf-8", newline="\n")
        for place in folders.finish():
            if xml:
                (place / "TypeSystem.xml").write_text(types.to_xml(), "utf-8", newline="\n")

    return body


def _read(path: Path, suffix: str) -> Incoming:
    gatherer = Gatherer("cas")
    owners = Owners(path)
    for file in files_of(path, suffix, without=_OURS):
        try:
            _read_cas(file, suffix, owners.of(file), gatherer)
        except InputError as error:
            gatherer.refuse(error)
    return gatherer.incoming()


def _load(file: Path, suffix: str) -> Any:
    cassis, text = need("cassis", "cas"), read_text(file)
    if suffix == ".json":
        loads(text, str(file))
        return _parsed(file, text, "a CAS in JSON", cassis.load_cas_from_json)
    beside = file.with_name("TypeSystem.xml")
    if not beside.is_file():
        raise InputError(
            f"{file}: no {beside.name} beside it",
            "An XMI file is read with the type system that was exported with it: put it there.",
        )
    types = _parsed(beside, read_text(beside), "a type system", cassis.load_typesystem)
    load = partial(cassis.load_cas_from_xmi, typesystem=types, lenient=True)
    return _parsed(file, text, "a CAS of this type system", load)


def _parsed(file: Path, text: str, what: str, parse: Callable[[str], Any]) -> Any:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise InputError(f"{file}: declares entities, which is refused", "Save it without them.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return parse(text)
    except Exception as error:  # cassis raises whatever its parsers raise
        raise damaged(file, what, getattr(error, "lineno", None)) from None


def _read_cas(file: Path, suffix: str, annotator: str, gatherer: Gatherer) -> None:
    loaded = _load(file, suffix)
    if not isinstance(loaded.sofa_string, str):
        raise InputError(
            f"{file}: holds no text", "Export it again, with the text of the document."
        )
    source = Source(loaded.sofa_string)
    labels: list[Labelled] = []
    for structure in loaded.select_all_fs():
        if not structure.type.name.startswith(_NOT_LABELS):
            labels += _read_structure(structure, source, str(file), annotator, gatherer)
    gatherer.document(source, str(file), labels)


def _read_structure(
    structure: Any, source: Source, where: str, annotator: str, gatherer: Gatherer
) -> list[Labelled]:
    """A label of ours, or a span of any other type, named by its `label`, its `value` or itself."""
    kind = structure.type
    features = {feature.name: feature for feature in kind.all_features}
    label = next(
        (str(v) for key in ("label", "value") if (v := _value(structure, features, key))),
        kind.name.rpartition(".")[2],
    )
    attributes = {}
    for name, feature in features.items():
        words = (feature.description or "").split(" ")
        value = _value(structure, features, name)
        if value is not None and len(words) == 2 and words[0] == label:
            attributes[words[1]] = value
    note = str(_value(structure, features, "note") or "")
    layer = next((k for k, name in _TYPES.items() if name == kind.name), Layer.SPAN)
    if layer is Layer.ARTICLE:
        return [
            gatherer.label(
                source, layer, label, annotator=annotator, attributes=attributes, note=note
            )
        ]
    begin, end = _value(structure, features, "begin"), _value(structure, features, "end")
    if not isinstance(begin, int) or not isinstance(end, int):
        gatherer.skipped[f"structures of type {kind.name}"] += 1
        return []
    return gatherer.span(
        source,
        where,
        begin,
        end,
        label,
        layer=layer,
        annotator=annotator,
        attributes=attributes,
        note=note,
    )


def _value(structure: Any, features: Iterable[str], name: str) -> object:
    return getattr(structure, name) if name in features else None


def _format(name: str, about: str, suffix: str) -> Format:
    def read(path: Path) -> Incoming:
        return _read(path, suffix)

    lacks = _LACKS | {Feature.CHARACTERS} if suffix == ".xmi" else _LACKS
    return folder_format(name, about, lacks, _writer(suffix), read, extra="cas")


XMI = _format("xmi", "UIMA CAS XMI (INCEpTION, DKPro), a folder per annotator", ".xmi")
JSON = _format("cas-json", "UIMA CAS JSON (INCEpTION, DKPro), a folder per annotator", ".json")
