"""Files and folders that are written whole or not at all, with what belongs beside them.

What stands in the place of an export is replaced only when an export wrote it: a folder is as its
manifest says, a file begins as files of its format do, and what lies beside it is as it was.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Literal

from annotator.errors import InputError
from annotator.files import MANIFEST, atomic_folder, atomic_writer, listed, sha256_of
from annotator.formats.datasheet import CITATION, STATEMENT
from annotator.formats.ledger import Ledger
from annotator.formats.record import EVERYTHING, Export, Feature, Format, Incoming, Options, Report

LOSSES = "losses.json"
_BESIDE = (STATEMENT, CITATION, LOSSES, MANIFEST)
_HEAD = 4096


def file_format(
    name: str,
    about: str,
    suffix: str,
    lacks: Iterable[Feature],
    body: Callable[[Ledger, IO[Any]], None],
    read: Callable[[Path], Incoming] | None,
    *,
    mark: re.Pattern[bytes],
    mode: Literal["w", "wb"] = "w",
    withholds: bool = False,
) -> Format:
    """A format of one file; `body` fills it, and `mark` tells by its beginning that it did.

    `lacks` is what it cannot hold.
    """

    def write(export: Export, out: Path, options: Options) -> Report:
        check_replaceable(out, mark)
        return _write_file(Ledger(made, export, options), out, body, mode)

    made = Format(name, about, "file", suffix, EVERYTHING.difference(lacks), write, read, withholds)
    return made


def folder_format(
    name: str,
    about: str,
    lacks: Iterable[Feature],
    body: Callable[[Ledger, Path], None],
    read: Callable[[Path], Incoming] | None,
    *,
    withholds: bool = False,
    extra: str | None = None,
) -> Format:
    """A format of a folder, which `body` fills; `lacks` is what it cannot hold."""

    def write(export: Export, out: Path, options: Options) -> Report:
        return _write_folder(Ledger(made, export, options), out, body)

    made = Format(
        name, about, "folder", "", EVERYTHING.difference(lacks), write, read, withholds, extra
    )
    return made


def check_replaceable(out: Path, mark: re.Pattern[bytes]) -> None:
    """Raise InputError when something stands at `out`, or beside it, that no export wrote."""
    if out.is_symlink() and (out.is_file() or not out.exists()):
        raise InputError(f"{out}: a symbolic link, which is not overwritten", "Name the file.")
    if out.is_file():
        with out.open("rb") as stream:
            head = stream.read(_HEAD)
        if head and not mark.match(head):
            raise InputError(
                f"{out}: is there already, and no export of this format",
                "Name a new file, or move this one away.",
            )
    hashes = listed(_beside(out, MANIFEST))
    for path in (_beside(out, name) for name in _BESIDE):
        ours = hashes.get(path.name) == sha256_of(path) if path.is_file() else True
        if not (ours or (hashes and path == _beside(out, MANIFEST))):
            raise InputError(
                f"{path}: is there already, and not as an export wrote it",
                "Move it away, or name another file for the export.",
            )


def _write_file(
    ledger: Ledger, out: Path, body: Callable[[Ledger, IO[Any]], None], mode: Literal["w", "wb"]
) -> Report:
    """Write one file; what else there is goes beside it, under names that begin with its own:
    data statement, citation file, list of losses, and then a manifest of them all."""
    with atomic_writer(out, mode) as stream:
        body(ledger, stream)
        stream.flush()
        texts = ledger.beside()
        report = ledger.report(out, [out], [Path(stream.name)], texts.values())
    if _had_to_be_allowed(report):
        texts[LOSSES] = _listing(report)
    if texts:
        files = [out, *(_write_beside(out, name, text) for name, text in texts.items())]
        hashes = {path.name: sha256_of(path) for path in files}
        files.append(_write_beside(out, MANIFEST, _json({"files": hashes})))
        report = replace(report, files=tuple(files))
    for path in {_beside(out, name) for name in _BESIDE} - {*report.files}:
        path.unlink(missing_ok=True)
    return report


def _write_folder(ledger: Ledger, out: Path, body: Callable[[Ledger, Path], None]) -> Report:
    """Fill a folder; a list of losses goes into it."""
    with atomic_folder(out) as folder:
        body(ledger, folder)
        for name, text in ledger.beside().items():
            (folder / name).write_text(text, "utf-8", newline="\n")
        parts = sorted(path for path in folder.rglob("*") if path.is_file())
        files = [out / part.relative_to(folder) for part in parts]
        report = ledger.report(out, files, parts)
        if _had_to_be_allowed(report):
            (folder / LOSSES).write_text(_listing(report), "utf-8", newline="\n")
            report = replace(report, files=(*report.files, out / LOSSES))
    return report


def _had_to_be_allowed(report: Report) -> bool:
    return bool(report.lost.keys() - {Feature.REJECTIONS})


def _beside(out: Path, name: str) -> Path:
    return out.with_name(f"{out.name}.{name}")


def _write_beside(out: Path, name: str, text: str) -> Path:
    path = _beside(out, name)
    with atomic_writer(path) as stream:
        stream.write(text)
    return path


def _listing(report: Report) -> str:
    return _json({"lost": dict(report.lost)})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
