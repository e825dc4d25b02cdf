"""Label Studio's JSON with the labelling configuration that shows it.

Label Studio counts in UTF-16 units, as browsers do. Every region has our annotation id; results
that share the id are its attributes, named LABEL--ATTRIBUTE. A note is the region's own note.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from annotator.errors import InputError
from annotator.formats.foreign import Gatherer, Source, compact, read_json
from annotator.formats.ledger import Ledger
from annotator.formats.palette import RGB
from annotator.formats.record import (
    OUTSIDE,
    ArticleRecord,
    Incoming,
    Labelled,
    Options,
)
from annotator.formats.strict import Fields
from annotator.formats.writing import folder_format
from annotator.model import Json, Layer, Origin
from annotator.scheme import Attribute, AttributeType, Label, Scheme
from annotator.text.units import UnitMap

_ORIGIN = {
    Origin.UNAIDED: "manual",
    Origin.ACCEPTED: "prediction",
    Origin.EDITED: "prediction-changed",
}


def _write_files(ledger: Ledger, folder: Path) -> None:
    scheme = ledger.export.header.scheme
    (folder / "config.xml").write_text(config(scheme), "utf-8", newline="\n")
    with (folder / "tasks.json").open("w", encoding="utf-8", newline="\n") as stream:
        joint = "["
        for number, record in enumerate(ledger.articles(), 1):
            stream.write(joint + "\n" + compact(_task(number, record, scheme, ledger.options)))
            joint = ","
        stream.write("\n]\n" if joint == "," else "[]\n")


def config(scheme: Scheme) -> str:
    """The labelling configuration for a scheme."""
    parts = ["<View>"]
    for layer in (Layer.SPAN, Layer.SENTENCE):
        labels = scheme.layer(layer)
        if labels:
            parts.append(f'  <Labels name="{layer}" toName="text">')
            parts += [
                f'    <Label value={quoteattr(k.id)} background="{RGB[k.colour]}"/>' for k in labels
            ]
            parts.append("  </Labels>")
    if scheme.layer(Layer.ARTICLE):
        parts.append('  <Choices name="article" toName="text" choice="multiple">')
        parts += [f"    <Choice value={quoteattr(k.id)}/>" for k in scheme.layer(Layer.ARTICLE)]
        parts.append("  </Choices>")
    for label in scheme.labels:
        if label.layer not in (Layer.LINK, Layer.STORY):
            parts += [_control(label, attribute) for attribute in label.attributes]
    return "\n".join([*parts, '  <Text name="text" value="$text"/>', "</View>", ""])


def _control(label: Label, attribute: Attribute) -> str:
    head = f'name="{_name(label.layer, label.id, attribute.id)}" toName="text"'
    if label.layer is not Layer.ARTICLE:
        head += f' perRegion="true" whenTagName="{label.layer}" whenLabelValue="{label.id}"'
    if attribute.type is AttributeType.SCALE:
        return f'  <Number {head} min="{attribute.low}" max="{attribute.high}" step="1"/>'
    if attribute.type is AttributeType.TEXT:
        return f"  <TextArea {head}/>"
    flags = ("true", "false")
    choices = flags if attribute.type is AttributeType.FLAG else attribute.choices
    inner = "".join(f"<Choice value={quoteattr(choice)}/>" for choice in choices)
    return f"  <Choices {head}>{inner}</Choices>"


def _name(layer: Layer, label: str, attribute: str) -> str:
    return f"{layer}--{label}--{attribute}"


def _task(number: int, record: ArticleRecord, scheme: Scheme, options: Options) -> Json:
    article = record.article
    units = UnitMap(article.text, "utf-16")
    annotations = []
    for annotator, own in record.by_annotator():
        results = [result for k in own for result in _results(k, units, scheme)]
        if annotator:
            head = {"annotator": annotator.name, "was_cancelled": False, "ground_truth": False}
            annotations.append(head | {"result": results})
    data = {"text": article.text, **record.about(options)}
    return {"id": number, "data": data, "annotations": annotations}


def _results(labelled: Labelled, units: UnitMap, scheme: Scheme) -> Iterator[Json]:
    annotation = labelled.annotation
    base: Json = {"id": annotation.id, "to_name": "text", "origin": _ORIGIN[annotation.origin]}
    place: Json = {}
    if annotation.start is not None and annotation.end is not None:
        start, end = units.outward(annotation.start), units.outward(annotation.end)
        place = {"start": start, "end": end, "text": annotation.quote}
    kind = "labels" if place else "choices"
    first = base | {"from_name": str(annotation.layer), "type": kind}
    first["value"] = place | {kind: [annotation.label]}
    if annotation.note:
        first["meta"] = {"text": [annotation.note]}
    yield first
    free = _free_texts(scheme, annotation.layer, annotation.label)
    for key, value in sorted(annotation.attributes.items()):
        name = _name(annotation.layer, annotation.label, key)
        held = _value(value, key in free)
        yield base | {"from_name": name, "type": next(iter(held)), "value": place | _plain(held)}


def _free_texts(scheme: Scheme, layer: Layer, label: str) -> set[str]:
    attributes = [a for k in scheme.layer(layer) if k.id == label for a in k.attributes]
    return {a.id for a in attributes if a.type is AttributeType.TEXT}


def _value(value: object, free: bool) -> Json:
    """An attribute's value under the name of the type of result that holds it."""
    if isinstance(value, bool):
        return {"choices": ["true" if value else "false"]}
    if isinstance(value, int):
        return {"number": value}
    return {"textarea": [value]} if free else {"choices": [value]}


def _plain(held: Json) -> Json:
    """The value object: a text area keeps its lines under `text`, which a region needs itself."""
    return {"text": held["textarea"]} if "textarea" in held else held


def read(path: Path) -> Incoming:
    """Read the JSON export, or `tasks.json` of a folder.

    Cancelled annotations, predictions and relations are counted as skipped.
    """
    file = path / "tasks.json" if path.is_dir() else path
    tasks = read_json(file)
    if not isinstance(tasks, list):
        raise InputError(f"{file}: not a list of tasks", "Export as JSON, not as JSON-MIN.")
    gatherer = Gatherer("label-studio")
    for number, item in enumerate(tasks, 1):
        try:
            _read_task(Fields(item, str(file), f"task[{number}]"), gatherer)
        except InputError as error:
            gatherer.refuse(error)
    return gatherer.incoming()


def _read_task(task: Fields, gatherer: Gatherer) -> None:
    source = Source(task.table("data").text("text"), "utf-16")
    labels: list[Labelled] = []
    for annotation in task.tables("annotations"):
        if annotation.data.get("was_cancelled") is True:
            gatherer.skipped["cancelled annotations"] += 1
            continue
        labels += _read_annotation(annotation, source, gatherer)
    gatherer.skipped["predictions"] += len(task.items("predictions"))
    gatherer.document(source, f"{task.where}: {task.path}", labels)


def _read_annotation(annotation: Fields, source: Source, gatherer: Gatherer) -> Iterator[Labelled]:
    results = annotation.tables("result")
    attributes: dict[str, dict[str, Any]] = {}
    for result in results:
        parts = result.text("from_name", "").split("--")
        if len(parts) == 3:
            attributes.setdefault(result.text("id"), {})[parts[2]] = _read_value(result)
    for result in results:
        kind = result.text("type")
        if kind == "relation":
            gatherer.skipped["relations"] += 1
        elif "--" not in result.text("from_name"):
            own = attributes.get(result.text("id", ""), {})
            yield from _read_result(result, kind, own, _author(annotation), source, gatherer)


def _author(annotation: Fields) -> str:
    if annotation.has("annotator"):
        return annotation.text("annotator")
    match annotation.data.get("completed_by"):
        case {"email": str(email)}:
            return email
        case int(number):
            return f"annotator {number}"
    return ""


def _read_result(
    result: Fields,
    kind: str,
    attributes: Mapping[str, Any],
    annotator: str,
    source: Source,
    gatherer: Gatherer,
) -> list[Labelled]:
    value = result.table("value")
    note = "\n".join(result.table("meta").texts("text")) if result.has("meta") else ""
    where = f"{result.where}: {result.path}"
    made: list[Labelled] = []
    for label in value.texts(kind):
        if "start" in value.data:
            layer = Layer.SENTENCE if result.text("from_name") == Layer.SENTENCE else Layer.SPAN
            made += gatherer.span(
                source,
                where,
                value.integer("start"),
                value.integer("end"),
                label,
                quote=value.maybe("text"),
                layer=layer,
                annotator=annotator,
                attributes=attributes,
                note=note,
            )
        else:
            made.append(
                gatherer.label(
                    source,
                    Layer.ARTICLE,
                    label,
                    annotator=annotator,
                    attributes=attributes,
                    note=note,
                )
            )
    return made


def _read_value(result: Fields) -> object:
    value = result.table("value")
    match result.text("type"):
        case "number":
            return value.integer("number")
        case "textarea":
            return "\n".join(value.texts("text"))
    chosen = value.texts("choices")
    if len(chosen) != 1:
        value.fail("choices", "not one choice")
    return {"true": True, "false": False}.get(chosen[0], chosen[0])


FORMAT = folder_format(
    "label-studio",
    "Label Studio tasks with their labelling configuration",
    OUTSIDE,
    _write_files,
    read,
)
