"""Whole files only: a new file is filled beside its place and takes its name when it is ready."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from annotator.errors import StoreError
from annotator.model import random_id


@contextlib.contextmanager
def fresh(path: Path) -> Iterator[Path]:
    """An empty file beside `path` to fill; it becomes `path` when the body ends well.

    Raises StoreError when something exists at `path` or the folder cannot be written.
    """
    if os.path.lexists(path):
        raise _taken(path)
    beside = path.with_name(f".{path.name}.{random_id()}.part")
    try:
        beside.touch(exist_ok=False)
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be written: {error.strerror}", "Choose a folder you may write to."
        ) from None
    try:
        yield beside
        sync(beside)
        _take_name(beside, path)
        sync(path.parent)
    finally:
        for leftover in (beside, Path(f"{beside}-journal")):
            leftover.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Make a folder, or a file that no connection has open, survive a power loss."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _take_name(beside: Path, path: Path) -> None:
    try:
        os.link(beside, path)  # unlike a rename, never takes the place of another file
    except FileExistsError:
        raise _taken(path) from None
    except OSError:  # a file system without hard links
        os.rename(beside, path)


def _taken(path: Path) -> StoreError:
    return StoreError(f"{path}: already exists", "Choose another name, or move that file away.")
