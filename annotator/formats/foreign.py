"""What readers of other tools' files share: texts made canonical, units found out, labels built.

A span is taken as it stands when its quote agrees, or when the file has no quotes. Else it is
read in another unit, else looked for nearby; both count as repaired. What cannot be placed is a
problem with file and line.
"""

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias

from annotator.errors import AnnotatorError, InputError
from annotator.files import MAX_BYTES, MAX_UNPACKED, read_bytes
from annotator.formats.record import Document, Incoming, Labelled, Problem
from annotator.formats.strict import loads
from annotator.model import Annotation, Layer, Span, article_id, derived_id
from annotator.text.canonical import canonicalise
from annotator.text.plurals import counted
from annotator.text.units import UnitMap

Unit: TypeAlias = Literal["code point", "utf-16", "utf-8"]
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
UNITS: tuple[Unit, ...] = ("code point", "utf-16", "utf-8")


class Source:
    """A text as another tool stored it, with the way from its offsets into the canonical text."""

    def __init__(self, raw: str, unit: Unit = "code point") -> None:
        self.raw = raw
        self.unit = unit
        self.text = canonicalise(raw).text
        self.article = article_id(self.text)
        self._marked = int(raw.startswith("\ufeff"))
        self._cuts = [match.start() for match in re.finditer("\r\n", raw)]
        self._maps: dict[str, UnitMap] = {}

    def place(self, start: int, end: int, quote: str | None) -> tuple[Span, bool]:
        """Where the span lies in the canonical text, and whether it had to be repaired.

        Raises ValueError with what is wrong.
        """
        units = [self.unit, *(unit for unit in UNITS if unit != self.unit)]
        for unit in units if quote is not None else units[:1]:
            span = self._read(start, end, unit, strict=quote is None)
            if span and (quote is None or _alike(self.raw[span.start : span.end], quote)):
                return self._canonical(span), unit != self.unit
        assert quote is not None
        wanted = canonicalise(quote).text
        places = [m.start() for m in re.finditer(re.escape(wanted), self.text)] if wanted else []
        if not places:
            raise ValueError(f"{quote[:40]!r} is not in the text")
        nearest = min(places, key=lambda place: abs(place - start))
        return Span(nearest, nearest + len(wanted)), True

    def _read(self, start: int, end: int, unit: Unit, strict: bool) -> Span | None:
        try:
            if start >= end:
                raise ValueError(f"{start} is not before the end {end}")
            if unit != "code point":
                units = self._maps.setdefault(unit, UnitMap(self.raw, unit))
                start, end = units.inward(start), units.inward(end)
            if start < 0 or end > len(self.raw):
                raise ValueError(
                    f"{start}-{end} is outside the text of {counted(len(self.raw), 'code points')}"
                )
        except ValueError:
            if strict:
                raise
            return None
        return Span(start, end)

    def _canonical(self, span: Span) -> Span:
        start, end = (max(0, edge - self._marked - bisect_left(self._cuts, edge)) for edge in span)
        return Span(start, end)


def _alike(one: str, other: str) -> bool:
    return one == other or " ".join(one.split()) == " ".join(other.split())


class Gatherer:
    """Collects the documents of one file, or of a folder, with what was wrong."""

    def __init__(self, tool: str) -> None:
        self.tool = tool
        self.documents: list[Document] = []
        self.problems: list[Problem] = []
        self.skipped: Counter[str] = Counter()
        self.repaired: list[str] = []
        self._made: Counter[str] = Counter()
        self._places: dict[str, str] = {}

    def document(self, source: Source, where: str, labels: list[Labelled]) -> None:
        """Take in the labels on one text."""
        places = {k.annotation.id: self._places.get(k.annotation.id, where) for k in labels}
        self.documents.append(Document(source.article, source.text, where, tuple(labels), places))

    def problem(self, where: str, message: str) -> None:
        """Note why something was refused."""
        self.problems.append(Problem(f"{where}: {message}"))

    def refuse(self, error: AnnotatorError) -> None:
        """Note an error that ends one piece of the input and not the rest."""
        self.problems.append(Problem(error.message, error.hint))

    def span(
        self,
        source: Source,
        where: str,
        start: int,
        end: int,
        label: str,
        *,
        quote: str | None = None,
        layer: Layer = Layer.SPAN,
        annotator: str = "",
        attributes: Mapping[str, Any] | None = None,
        note: str = "",
    ) -> list[Labelled]:
        """The label on this place as a list of one; a problem and an empty list when it is bad."""
        try:
            span, repaired = source.place(start, end, quote)
            if span.start >= span.end:
                raise ValueError("nothing is left of it")
        except ValueError as error:
            self.problem(where, f"{label!r} at {start}-{end}: {error}")
            return []
        if repaired:
            self.repaired.append(f"{where}: {label!r} at {start}-{end} lies at {span}")
        made = self.label(
            source,
            layer,
            label,
            annotator=annotator,
            span=span,
            attributes=attributes,
            note=note,
        )
        self._places[made.annotation.id] = where
        return [made]

    def label(
        self,
        source: Source,
        layer: Layer,
        label: str,
        *,
        annotator: str = "",
        span: Span | None = None,
        attributes: Mapping[str, Any] | None = None,
        note: str = "",
    ) -> Labelled:
        """A label on a place of the text, or on all of it; the same input gives the same id."""
        ident = derived_id(self.tool, source.article, annotator, layer, span, label)
        self._made[ident] += 1
        if self._made[ident] > 1:
            ident = derived_id(ident, self._made[ident])
        annotation = Annotation(
            id=ident,
            layer=layer,
            label=label,
            annotator="",
            created="",
            scheme="",
            article=source.article,
            start=span.start if span else None,
            end=span.end if span else None,
            quote=source.text[span.start : span.end] if span else None,
            attributes=dict(attributes or {}),
            note=note,
        )
        return Labelled(annotation, annotator)

    def incoming(self) -> Incoming:
        """Everything collected."""
        return Incoming(
            documents=tuple(self.documents),
            problems=tuple(self.problems),
            skipped=dict(+self.skipped),
            repaired=tuple(self.repaired),
        )


def read_text(path: Path, limit: int = MAX_BYTES) -> str:
    """The UTF-8 text of a file of bounded size, line ends as they are; InputError."""
    try:
        return read_bytes(path, limit).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: not valid utf-8 at byte {error.start}", "Save it as UTF-8."
        ) from None


def files_of(
    path: Path, suffix: str, *, below: bool = True, without: Collection[str] = ()
) -> list[Path]:
    """The file itself, or the files of a folder with this suffix, in order; InputError for none.

    `below` takes those in the folders of it too, `without` are names that are passed over.
    """
    if not path.is_dir():
        return [path]
    found = path.rglob(f"*{suffix}") if below else path.glob(f"*{suffix}")
    if files := sorted(file for file in found if file.name not in without):
        return files
    raise InputError(
        f"{path}: no {suffix} file in this folder", "Give the file, or the folder that holds it."
    )


def damaged(file: Path, what: str, line: int | None = None) -> InputError:
    """The error for a file that the library for its kind cannot make sense of."""
    where = f"{file}:{line}" if line else f"{file}"
    return InputError(
        f"{where}: not {what}, or damaged", "Is it the right file? If so, export it again."
    )


class Bound:
    """Counts what comes out of a packed file; InputError when it is more than a corpus can be."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = 0

    def add(self, size: int) -> None:
        """Count `size` more bytes."""
        self._size += size
        if self._size > MAX_UNPACKED:
            raise InputError(
                f"{self._path}: unpacks to more than {MAX_UNPACKED // 1_000_000} MB",
                "Is it what it seems? If so, import it in parts.",
            )


def read_json(path: Path) -> Any:
    """The JSON value of a file of bounded size; InputError."""
    return loads(read_text(path).removeprefix("\ufeff"), str(path))


def compact(value: object) -> str:
    """JSON on one line, the same for the same value."""
    return _COMPACT.encode(value)
