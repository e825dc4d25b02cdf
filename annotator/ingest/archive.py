"""Zip archives of any other kind of source, read in memory and never extracted."""

import stat
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from annotator.errors import AnnotatorError, InputError
from annotator.ingest import packed
from annotator.ingest.draft import Page, Refused, Source
from annotator.ingest.registry import belongs_to_page, endings, kind_of


def pages(source: Source) -> Iterator[Page | Refused]:
    """The pages of all members that look like articles, in the order of their names.

    A member that is too large, packed too tightly, encrypted, a link, or named to escape the
    folder it would be unpacked to is refused; so is an archive inside the archive.
    """
    with packed.opened(source.raw, source.name) as archive:
        for member in _members(archive, source.name):
            name = f"{source.name}!{member.filename}"
            try:
                inner = replace(source, name=name, path=None, data=_read(archive, member, name))
                yield from kind_of(inner).pages(inner)
            except AnnotatorError as error:
                yield Refused(name, error)


def _members(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    known = endings()
    members = [
        member
        for member in archive.infolist()
        if not member.is_dir()
        and PurePosixPath(member.filename).suffix.lower() in known
        and not PurePosixPath(member.filename).name.startswith(".")
        and "__MACOSX" not in member.filename
    ]
    names = {PurePosixPath(member.filename) for member in members}
    members = [m for m in members if not belongs_to_page(PurePosixPath(m.filename), names)]
    if not members:
        raise InputError(
            f"{name}: an archive without articles",
            "Files ending in " + ", ".join(sorted(known)) + " are read.",
        )
    packed.check_size(members, name)
    return sorted(members, key=lambda member: member.filename)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise InputError(f"{name}: a name that leaves the archive's folder", "Pack it again.")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise InputError(f"{name}: a link, not a file", "Pack the file it points to.")
    if path.suffix.lower() == ".zip":
        raise InputError(f"{name}: an archive inside an archive", "Unpack it first.")
    return packed.member_bytes(archive, member, name)
