"""The names of the formats, and the modules that hold them, imported when asked for.

Other packages add theirs with an entry point of the group `annotator.formats` that names a
`Format`.
"""

import difflib
from importlib import import_module
from importlib.metadata import entry_points

from annotator.errors import AnnotatorError, UsageError
from annotator.formats.record import Feature, Format

GROUP = "annotator.formats"
BUILT_IN = {
    "jsonl": "annotator.formats.jsonl:FORMAT",
    "csv": "annotator.formats.table:CSV",
    "tsv": "annotator.formats.table:TSV",
    "csv-safe": "annotator.formats.table:CSV_SAFE",
    "prodigy": "annotator.formats.prodigy:FORMAT",
    "doccano": "annotator.formats.doccano:FORMAT",
    "label-studio": "annotator.formats.labelstudio:FORMAT",
    "brat": "annotator.formats.brat:FORMAT",
    "conll": "annotator.formats.conll:FORMAT",
    "spacy": "annotator.formats.docbin:FORMAT",
    "web-annotation": "annotator.formats.webannotation:FORMAT",
    "huggingface": "annotator.formats.huggingface:FORMAT",
    "qdpx": "annotator.formats.qdpx:FORMAT",
    "webanno": "annotator.formats.webanno:FORMAT",
    "xmi": "annotator.formats.cas:XMI",
    "cas-json": "annotator.formats.cas:JSON",
}


def names() -> tuple[str, ...]:
    """All names, the built-in ones first; nothing is imported."""
    return (*BUILT_IN, *sorted(set(_plugged()) - set(BUILT_IN)))


def load(name: str) -> Format:
    """The format of this name; UsageError names the nearest."""
    where = BUILT_IN.get(name) or _plugged().get(name)
    if where is None:
        close = difflib.get_close_matches(name, names(), n=1, cutoff=0.5)
        hint = f"Did you mean {close[0]!r}?" if close else f"Known: {', '.join(names())}."
        raise UsageError(f"there is no format {name!r}", hint)
    module, _, attribute = where.partition(":")
    try:
        found = getattr(import_module(module), attribute)
    except Exception as error:
        raise AnnotatorError(
            f"format {name!r} ({where}) cannot be loaded: {error}",
            "Update or remove the package that brings it.",
        ) from error
    if not isinstance(found, Format):
        raise AnnotatorError(
            f"format {name!r} ({where}) is not a Format",
            "Update or remove the package that brings it.",
        )
    return found


def describe() -> list[dict[str, object]]:
    """One entry per format for a listing: name, about, direction, what it cannot hold.

    A broken plug-in is listed with its error instead of failing the rest.
    """
    return [_entry(name) for name in names()]


def _entry(name: str) -> dict[str, object]:
    try:
        found = load(name)
    except AnnotatorError as error:
        return {"name": name, "about": "", "error": error.message}
    return {
        "name": name,
        "about": found.about,
        "target": found.target,
        "suffix": found.suffix,
        "reads": found.read is not None,
        "withholds_text": found.withholds,
        "cannot_hold": [str(feature) for feature in Feature if feature not in found.holds],
        "extra": found.extra,
        "error": None,
    }


def _plugged() -> dict[str, str]:
    return {point.name: point.value for point in entry_points(group=GROUP)}
