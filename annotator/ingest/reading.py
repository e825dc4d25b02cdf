"""Paths in, drafts and refusals out: one bad file never stops the batch."""

import dataclasses
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from annotator.errors import AnnotatorError, InputError
from annotator.files import MAX_BYTES, read_bytes, unreadable
from annotator.ingest.cleaning.clean import clean
from annotator.ingest.draft import Draft, Page, Refused, Source
from annotator.ingest.encodings import check_encoding
from annotator.ingest.fields import check_columns
from annotator.ingest.mojibake import mended, need_ftfy, noticed
from annotator.ingest.registry import belongs_to_page, endings, kind_of, streams

STDIN = "-"


def read(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    outlet: str | None = None,
    furniture: Mapping[str, frozenset[str]] | None = None,
    encoding: str | None = None,
    fix_mojibake: bool = False,
    columns: Mapping[str, str] | None = None,
    headlines: bool = False,
) -> Iterator[Draft | Refused]:
    """The articles under `paths`: files, folders (in sorted order), or "-" for `stdin`.

    `outlet` names the outlet of all of them; `furniture` maps an outlet to the line keys that
    recur on its pages (`ingest.furniture`). `encoding` is for texts that are not UTF-8 (UsageError
    when there is no such encoding); `fix_mojibake` undoes an earlier wrong decoding (MissingExtra
    without ftfy); `columns` name the fields of records, by field (UsageError for one that there is
    not), and `headlines` puts their titles above their texts. What cannot be read comes out as
    Refused.
    """
    check_encoding(encoding)
    check_columns(columns or {})
    ftfy = need_ftfy() if fix_mojibake else None
    for path in paths:
        for source in _sources(path, stdin):
            if isinstance(source, Refused):
                yield source
                continue
            asked = dataclasses.replace(
                source, encoding=encoding, columns=columns or {}, headlines=headlines
            )
            for page in _pages(asked):
                if isinstance(page, Refused):
                    yield page
                else:
                    page = mended(page, ftfy) if ftfy else noticed(page)
                    yield _draft(page, outlet, furniture or {})


def _sources(path: str | Path, stdin: BinaryIO | None) -> Iterator[Source | Refused]:
    try:
        if str(path) == STDIN:
            yield _from_stdin(stdin)
        elif Path(path).is_dir():
            yield from _from_folder(Path(path))
        else:
            yield _from_disk(Path(path))
    except AnnotatorError as error:
        yield Refused(str(path), error)
    except OSError as error:
        yield Refused(str(path), unreadable(Path(path), error))


def _from_stdin(stdin: BinaryIO | None) -> Source:
    if stdin is None:
        raise InputError("-: no standard input to read", "Pipe a text into the command.")
    raw = stdin.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise InputError(f"-: over the limit of {MAX_BYTES // 1_000_000} MB", "Give it in parts.")
    return Source("standard input", data=raw)


def _from_disk(path: Path) -> Source:
    if path.exists() and not path.is_file():
        raise InputError(
            f"{path}: a pipe or a device, not a file", "Pipe the text in and give '-' for it."
        )
    if streams(path.name):
        return Source(str(path), path)
    return Source(str(path), data=read_bytes(path))


def _from_folder(folder: Path) -> Iterator[Source | Refused]:
    known = endings()
    closed: list[OSError] = []
    walk = os.walk(folder, onerror=closed.append)
    found = sorted(Path(inside, name) for inside, _, names in walk for name in names)
    files = [file for file in found if file.suffix.lower() in known and _is_article(file, folder)]
    for error in closed:
        if not _is_hidden(Path(error.filename), folder):
            yield Refused(str(error.filename), unreadable(Path(error.filename), error))
    if not files and not closed:
        raise InputError(
            f"{folder}: a folder without articles",
            "Files ending in " + ", ".join(sorted(known)) + " are read.",
        )
    names = set(files)
    for file in files:
        if not belongs_to_page(file, names):
            yield from _sources(file, None)


def _is_article(file: Path, folder: Path) -> bool:
    """Whether a file of a folder is to be read: not hidden, and no pipe, device or broken link.

    One that cannot be looked at is, so that its refusal is told.
    """
    try:
        return not _is_hidden(file, folder) and file.is_file()
    except OSError:
        return True


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _pages(source: Source) -> Iterator[Page | Refused]:
    empty = True
    try:
        for page in kind_of(source).pages(source):
            empty = False
            yield page if isinstance(page, Refused) or page.text.strip() else _empty(page.name)
        if empty:
            yield _empty(source.name)
    except AnnotatorError as error:
        yield Refused(source.name, error)


def _draft(page: Page, outlet: str | None, furniture: Mapping[str, frozenset[str]]) -> Draft:
    page = dataclasses.replace(page, outlet=outlet or page.outlet)
    draft = clean(page)
    known = furniture.get(draft.outlet or "")
    return clean(page, known) if known else draft


def _empty(name: str) -> Refused:
    return Refused(
        name, InputError(f"{name}: empty: no text in it", "Give a file that holds an article.")
    )
