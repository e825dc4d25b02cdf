"""Disk, but for the corpus: bounded reading, atomic writing, packaged schemes and samples."""

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import stat
import tempfile
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Literal

from annotator.errors import DiskFull, InputError, SchemeError
from annotator.scheme import Scheme, parse

MAX_BYTES = 50 * 1024 * 1024
"""No article, gold or action file above this size is parsed."""

MAX_UNPACKED = 1 << 30
"""No archive and no packed table that holds more is read."""

MANIFEST = "manifest.json"
"""Lists the files of an exported folder with their hashes."""

_PART = ".part"
_BUFFER = 1 << 20  # bytes: an export is written in few calls
_SQLITE = b"SQLite format 3\0"
_PACKAGE = Path(__file__).parent


def packaged(kind: str) -> Path:
    """The folder of `schemas` or `seeds`: in the wheel, else in the checkout."""
    inside = _PACKAGE / "data" / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; InputError says what is wrong."""
    try:
        kind, size = path.stat().st_mode, path.stat().st_size
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(kind):
            raise InputError(
                f"{path}: a pipe or a device, not a file",
                "Save what comes out of it as a file, and name that.",
            )
        if size > limit:
            raise InputError(
                f"{path}: {size // 1_000_000} MB, over the limit of {limit // 1_000_000} MB",
                "Split the file, or give only the part that holds the article.",
            )
        with path.open("rb") as stream:
            raw = stream.read(limit + 1)
    except OSError as error:
        raise unreadable(path, error) from None
    if len(raw) > limit:
        raise InputError(f"{path}: over the limit of {limit // 1_000_000} MB", "Split the file.")
    if raw.startswith(_SQLITE):
        raise InputError(f"{path}: a corpus or another database, not a text", "Name a text file.")
    return raw


def unreadable(path: Path, error: OSError) -> InputError:
    """What to say of a file that could not be opened or read."""
    match error:
        case FileNotFoundError():
            return InputError(f"{path}: no such file", "Check the spelling of the path.")
        case IsADirectoryError():
            return InputError(f"{path}: a folder, not a file", "Name a file in it.")
        case PermissionError():
            return InputError(f"{path}: cannot be read: {error.strerror}", "Make it readable.")
    return InputError(f"{path}: cannot be read: {error.strerror}", "Name another file.")


def read_toml(path: Path) -> dict[str, Any]:
    """The mapping in a TOML file; SchemeError names the line of a syntax error."""
    return _toml(path)[0]


def read_scheme(path: Path) -> Scheme:
    """The scheme in a TOML file; SchemeError names the line or the key path of what is wrong."""
    data, text = _toml(path)
    return parse(data, str(path), text)


def _toml(path: Path) -> tuple[dict[str, Any], str]:
    raw = read_bytes(path, 1024 * 1024)
    try:
        text = raw.decode("utf-8-sig")
        return tomllib.loads(text), text
    except UnicodeDecodeError as error:
        raise SchemeError(
            f"{path}: not valid utf-8 at byte {error.start}", "Save the file as UTF-8."
        ) from None
    except RecursionError:
        raise SchemeError(
            f"{path}: nested too deeply",
            "A scheme has tables of labels and of their attributes, nothing deeper.",
        ) from None
    except ValueError as error:  # tomllib lets the ValueError of a huge number through
        raise SchemeError(f"{path}: {error}", "The file must be valid TOML.") from None


@contextlib.contextmanager
def atomic_writer(path: Path, mode: Literal["w", "wb"] = "w") -> Iterator[IO[Any]]:
    """Write `path` so that readers see the old file or the whole new one, never a part.

    Text is UTF-8 with LF. The temporary file lies beside the target, is flushed and synced, then
    takes its place; it is removed when the body raises, and leftovers of killed writers are swept.
    A symbolic link is replaced, not followed; a device or pipe gets all of it at the end; a
    database is refused. A full disk raises DiskFull, any other failure to write InputError.
    """
    encoding, newline = (None, None) if "b" in mode else ("utf-8", "\n")
    if _is_database(path):
        raise InputError(
            f"{path}: a corpus or another database, which is not overwritten", "Name another file."
        )
    if path.exists() and not path.is_file() and not path.is_dir():
        with tempfile.NamedTemporaryFile(mode, encoding=encoding, newline=newline) as stream:
            yield stream
            stream.flush()
            with _reported(path), open(stream.name, "rb") as held, path.open("wb") as device:
                shutil.copyfileobj(held, device)
        return
    with _reported(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        handle, name = tempfile.mkstemp(_PART, _prefix(path), path.parent)
        os.close(handle)
    try:
        with _reported(path), open(name, mode, _BUFFER, encoding, newline=newline) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        with _reported(path):
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, path)
            _sync_folder(path.parent)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)


@contextlib.contextmanager
def atomic_folder(path: Path) -> Iterator[Path]:
    """Fill a folder that takes the place of `path` only when the body is through.

    The folder gets a `manifest.json` with the SHA-256 of every file. An older folder is replaced
    only when it is as its own manifest says; otherwise InputError, and it stays.
    """
    with _reported(path):
        if strange := _strange(path):
            raise InputError(
                f"{path}: is there already, and {strange} is not what an export wrote",
                "Name a new folder, or move this one away.",
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        fresh = Path(tempfile.mkdtemp(_PART, _prefix(path), path.parent))
    try:
        yield fresh
        with _reported(path):
            _write_manifest(fresh)
            fresh.chmod(0o777 & ~_umask())
            _exchange(fresh, path)
            _sync_folder(path.parent)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def safe_name(text: str, ident: str) -> str:
    """A file name for something named by data: a short slug and its id, the same everywhere."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:40].strip("-")
    return f"{slug}-{ident}" if slug else ident


@contextlib.contextmanager
def _reported(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in DiskFull.codes:
            raise DiskFull(
                f"{path}: not written: {error.strerror}",
                "Free some space and try again; the old file is untouched.",
            ) from error
        raise InputError(
            f"{path}: cannot be written: {error.strerror}", "Give a path where you may write."
        ) from error


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with _reported(path), path.open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE


def _prefix(path: Path) -> str:
    return f".{path.name[:100]}.{os.getpid()}."


def _sweep(path: Path) -> None:
    """Remove what writers of `path` left that were killed: their process is gone."""
    pattern = re.compile(rf"\.{re.escape(path.name[:100])}\.(\d+)\.[^.]+{re.escape(_PART)}")
    for entry in path.parent.iterdir():
        match = pattern.fullmatch(entry.name)
        if match and not _alive(int(match[1])):
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _write_manifest(folder: Path) -> None:
    hashes = {name: sha256_of(folder / name) for name in _members(folder)}
    lines = json.dumps({"files": hashes}, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / MANIFEST).write_text(lines + "\n", "utf-8", newline="\n")
    for name in (*hashes, MANIFEST):
        with (folder / name).open("rb") as stream:
            os.fsync(stream.fileno())


def sha256_of(path: Path) -> str:
    """SHA-256 (hex) of the bytes of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _members(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir())


def _strange(path: Path) -> str | None:
    """The first thing in the place of a folder that is not as the folder's manifest says."""
    if not os.path.lexists(path):
        return None
    if path.is_symlink() or not path.is_dir():
        return "it"
    hashes = listed(path / MANIFEST)
    members = (name for name in _members(path) if name != MANIFEST)
    return next((n for n in members if hashes.get(n) != sha256_of(path / n)), None)


def listed(manifest: Path) -> dict[str, str]:
    """The files of a manifest with their hashes; none when it is not there or is none."""
    try:
        return dict(json.loads(manifest.read_text("utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _exchange(fresh: Path, path: Path) -> None:
    """Put `fresh` in the place of `path`; the old folder is put back when that fails."""
    if not path.exists():
        os.replace(fresh, path)
        return
    aside = Path(tempfile.mkdtemp(_PART, _prefix(path), path.parent))
    os.replace(path, aside)
    try:
        os.replace(fresh, path)
    except OSError:
        os.replace(aside, path)
        raise
    shutil.rmtree(aside, ignore_errors=True)


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
