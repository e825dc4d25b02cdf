"""Whole files only: a new file is filled beside its place and takes its name when it is ready."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from annotator.errors import StoreError
from annotator.model import random_id
from annotator.store import faults

_SUFFIX = ".corpus-part"
_DAY = 24 * 60 * 60


@contextlib.contextmanager
def fresh(path: Path) -> Iterator[Path]:
    """An empty file beside `path` to fill; it becomes `path` when the body ends well.

    Raises StoreError when something exists at `path` or the folder cannot be written, DiskFull.
    """
    if os.path.lexists(path):
        raise _taken(path)
    beside = aside(path)
    try:
        _sweep(path.parent)
        beside.touch(exist_ok=False)
        yield beside
        sync(beside)
        _take_name(beside, path)
        sync(path.parent)
    except OSError as error:
        raise faults.unwritten(error, path) from error
    finally:
        for leftover in (beside, Path(f"{beside}-journal")):
            with contextlib.suppress(OSError):
                leftover.unlink()


def aside(path: Path) -> Path:
    """A name beside `path` that nothing bears and that is swept away if it is left behind."""
    return path.with_name(f".{path.name}.{random_id()}{_SUFFIX}")


def sync(path: Path) -> None:
    """Make a folder, or a file that no connection has open, survive a power loss."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove what killed processes left half filled."""
    for leftover in folder.glob(f".*{_SUFFIX}*"):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - leftover.stat().st_mtime > _DAY:
                leftover.unlink()


def _take_name(beside: Path, path: Path) -> None:
    try:
        os.link(beside, path)  # unlike a rename, never takes the place of another file
    except FileExistsError:
        raise _taken(path) from None
    except OSError:  # a file system without hard links
        os.rename(beside, path)


def _taken(path: Path) -> StoreError:
    return StoreError(f"{path}: already exists", "Choose another name, or move that file away.")
