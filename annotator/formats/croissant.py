"""Croissant metadata (version 1.0 of MLCommons' format) for the tables of a data set folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.files import sha256_of
from annotator.formats.record import Header
from annotator.model import Json

_SPEC = "http://mlcommons.org/croissant/"
_TYPES = {"text": "sc:Text", "integer": "sc:Integer", "number": "sc:Float"}
_PLAIN = [
    "citeAs",
    "column",
    "conformsTo",
    "equivalentProperty",
    "extract",
    "field",
    "fileProperty",
    "fileObject",
    "fileSet",
    "format",
    "includes",
    "isLiveDataset",
    "jsonPath",
    "key",
    "md5",
    "parentField",
    "path",
    "recordSet",
    "references",
    "regex",
    "repeated",
    "replace",
    "samplingRate",
    "separator",
    "source",
    "subField",
    "transform",
]


@dataclass(frozen=True, slots=True)
class Table:
    """A record set: its name, what a row is, its files, and the type of each column."""

    name: str
    about: str
    files: Sequence[Path]
    columns: Mapping[str, str]


def describe(header: Header, root: Path, tables: Sequence[Table]) -> Json:
    """The JSON-LD of `croissant.json`; column types are text, integer, number, or a `repeated`
    of one of them."""
    return {
        "@context": _context(),
        "@type": "sc:Dataset",
        "name": f"annotator-{header.corpus}",
        "description": f"Articles labelled with the scheme {header.scheme.name}. "
        + header.scheme.description,
        "conformsTo": f"{_SPEC}1.0",
        "version": f"1.0.0+{header.scheme.hash}",
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": path.relative_to(root).as_posix(),
                "name": path.relative_to(root).as_posix(),
                "contentUrl": path.relative_to(root).as_posix(),
                "encodingFormat": "application/x-parquet",
                "sha256": sha256_of(path),
            }
            for table in tables
            for path in table.files
        ],
        "recordSet": [_record_set(table, path, root) for table in tables for path in table.files],
    }


def _record_set(table: Table, path: Path, root: Path) -> Json:
    name = f"{table.name}/{path.stem.partition('-')[0]}"
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": table.about,
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{name}/{column}",
                "name": column,
                "dataType": _TYPES[kind.removeprefix("repeated ")],
                "repeated": kind.startswith("repeated "),
                "source": {
                    "fileObject": {"@id": path.relative_to(root).as_posix()},
                    "extract": {"column": column},
                },
            }
            for column, kind in table.columns.items()
        ],
    }


def _context() -> Json:
    return {
        "@language": "en",
        "@vocab": "https://schema.org/",
        "cr": _SPEC,
        "dct": "http://purl.org/dc/terms/",
        "rai": f"{_SPEC}RAI/",
        "sc": "https://schema.org/",
        "data": {"@id": "cr:data", "@type": "@json"},
        "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
        "examples": {"@id": "cr:examples", "@type": "@json"},
    } | {term: f"{'dct' if term == 'conformsTo' else 'cr'}:{term}" for term in _PLAIN}
