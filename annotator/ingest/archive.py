"""Zip archives of any other kind of source, read in memory and never extracted."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from annotator.errors import AnnotatorError, InputError
from annotator.files import MAX_BYTES
from annotator.ingest.draft import Page, Refused, Source
from annotator.ingest.registry import endings, kind_of

MAX_MEMBERS = 20_000
MAX_TOTAL_BYTES = 8 * MAX_BYTES
MAX_RATIO = 200
_SMALL_BYTES = 1_000_000


def pages(source: Source) -> Iterator[Page | Refused]:
    """The pages of all members that look like articles, in the order of their names.

    A member that is too large, packed too tightly, encrypted, a link, or named to escape the
    folder it would be unpacked to is refused; so is an archive inside the archive.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(source.raw))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(f"{source.name}: broken archive: {error}", "Pack it again.") from None
    with archive:
        for member in _members(archive, source.name):
            name = f"{source.name}!{member.filename}"
            try:
                inner = Source(name, data=_read(archive, member, name), encoding=source.encoding)
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
    if not members:
        raise InputError(
            f"{name}: an archive without articles",
            "Files ending in " + ", ".join(sorted(known)) + " are read.",
        )
    if len(members) > MAX_MEMBERS:
        raise InputError(f"{name}: {len(members)} files, over the limit of {MAX_MEMBERS}")
    if sum(member.file_size for member in members) > MAX_TOTAL_BYTES:
        raise InputError(
            f"{name}: unpacks to over {MAX_TOTAL_BYTES // 1_000_000} MB", "Give it in parts."
        )
    return sorted(members, key=lambda member: member.filename)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise InputError(f"{name}: a name that leaves the archive's folder", "Pack it again.")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise InputError(f"{name}: a link, not a file", "Pack the file it points to.")
    if path.suffix.lower() == ".zip":
        raise InputError(f"{name}: an archive inside an archive", "Unpack it first.")
    if member.flag_bits & 1:
        raise InputError(f"{name}: encrypted", "Unpack it first.")
    packed = max(member.compress_size, 1)
    if member.file_size > MAX_BYTES or (
        member.file_size > _SMALL_BYTES and member.file_size / packed > MAX_RATIO
    ):
        raise InputError(f"{name}: too large or packed too tightly for an article")
    try:
        with archive.open(member) as stream:
            raw = stream.read(MAX_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise InputError(f"{name}: broken in the archive: {error}", "Pack it again.") from None
    if len(raw) > MAX_BYTES:
        raise InputError(f"{name}: larger than it says")
    return raw
