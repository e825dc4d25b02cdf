"""Zip containers within limits: archives of articles, and documents that are zips inside."""

import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO

from annotator.errors import InputError
from annotator.files import MAX_BYTES

MAX_MEMBERS = 20_000
MAX_TOTAL_BYTES = 8 * MAX_BYTES
MAX_RATIO = 200
_SMALL_BYTES = 1_000_000


def opened(raw: bytes, name: str) -> zipfile.ZipFile:
    """The archive in `raw`, read in memory; InputError when it is broken."""
    try:
        return zipfile.ZipFile(BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise InputError(f"{name}: broken archive: {error}", "Pack it again.") from None


def check_size(members: Sequence[zipfile.ZipInfo], name: str) -> None:
    """InputError when there are too many members or they unpack to too much."""
    if len(members) > MAX_MEMBERS:
        raise InputError(
            f"{name}: {len(members)} files, over the limit of {MAX_MEMBERS}", "Give it in parts."
        )
    if sum(member.file_size for member in members) > MAX_TOTAL_BYTES:
        raise InputError(
            f"{name}: unpacks to over {MAX_TOTAL_BYTES // 1_000_000} MB", "Give it in parts."
        )


def member_bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    """What `member` holds; InputError when it is encrypted, too large, too tight or broken."""
    if member.flag_bits & 1:
        raise InputError(f"{name}: encrypted", "Unpack it first.")
    packed = max(member.compress_size, 1)
    if member.file_size > MAX_BYTES or (
        member.file_size > _SMALL_BYTES and member.file_size / packed > MAX_RATIO
    ):
        raise InputError(
            f"{name}: too large or packed too tightly for an article",
            "Unpack it, and give the file itself if it is an article.",
        )
    try:
        with archive.open(member) as stream:
            raw = stream.read(MAX_BYTES + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise InputError(f"{name}: broken in the archive: {error}", "Pack it again.") from None
    if len(raw) > MAX_BYTES:
        raise InputError(
            f"{name}: larger than it says", "The archive is broken or hostile; pack it again."
        )
    return raw


def part(archive: zipfile.ZipFile, path: str, name: str) -> bytes:
    """The part of a document called `path`; InputError when it is missing."""
    try:
        member = archive.getinfo(path)
    except KeyError:
        raise InputError(f"{name}: no {path!r} in it", "Save the document again.") from None
    return member_bytes(archive, member, f"{name}!{path}")
