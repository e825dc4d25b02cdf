"""Disk, but for the corpus: bounded reading, atomic writing, packaged schemes and samples."""

import contextlib
import os
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from annotator.errors import DiskFull, InputError, SchemeError

MAX_BYTES = 50 * 1024 * 1024
"""No article, gold or action file above this size is parsed."""

_PACKAGE = Path(__file__).parent


def packaged(kind: str) -> Path:
    """The folder of `schemas` or `seeds`: in the wheel, else in the checkout."""
    inside = _PACKAGE / "data" / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; InputError says what is wrong."""
    try:
        if path.is_dir():
            raise InputError(f"{path}: a folder, not a file")
        size = path.stat().st_size
        if size > limit:
            raise InputError(
                f"{path}: {size // 1_000_000} MB, over the limit of {limit // 1_000_000} MB",
                "Split the file, or give only the part that holds the article.",
            )
        with path.open("rb") as stream:
            raw = stream.read(limit + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", "Check the spelling of the path.") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    if len(raw) > limit:
        raise InputError(f"{path}: over the limit of {limit // 1_000_000} MB")
    return raw


def read_toml(path: Path) -> dict[str, Any]:
    """The mapping in a TOML file; SchemeError names the line of a syntax error."""
    raw = read_bytes(path, 1024 * 1024)
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise SchemeError(f"{path}: not valid utf-8 at byte {error.start}") from None
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(f"{path}: {error}", "The file must be valid TOML.") from None


@contextlib.contextmanager
def atomic_writer(path: Path, mode: str = "w") -> Iterator[IO[Any]]:
    """Write `path` so that readers see the old file or the whole new one, never a part.

    Text is UTF-8 with LF. The temporary file lies beside the target, is flushed and synced, then
    takes its place; it is removed when the body raises. A full disk raises DiskFull.
    """
    target = Path(os.path.realpath(path))
    encoding, newline = (None, None) if "b" in mode else ("utf-8", "\n")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(
            prefix=f".{target.name}.", suffix=".part", dir=target.parent
        )
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None
    try:
        with os.fdopen(handle, mode, encoding=encoding, newline=newline) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise DiskFull(
            f"{path}: not written: {error.strerror}",
            "Free some space and try again; the old file is untouched.",
        ) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
