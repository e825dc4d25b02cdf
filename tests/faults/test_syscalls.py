"""Calls to the system that fail: nothing acknowledged is lost or stored twice (A3, P1, P2)."""

import itertools
import re
from collections.abc import Sequence
from pathlib import Path

import faulty
import pytest
from faulty import Note, Told

EVENTS = 4
SYNC = "fsync,fdatasync"


def _watched(path: Path, calls: str, *options: str) -> Told:
    faulty.need("strace")
    files = [f"-P{path}", f"-P{path}-journal", f"-P{path.parent}"]
    return faulty.label(path, EVENTS, ["strace", "-f", "-qq", f"-etrace={calls}", *files, *options])


def _provoke(path: Path, calls: str, fault: str) -> Told:
    return _watched(path, calls, f"-o{path.with_suffix('.log')}", f"-einject={calls}:{fault}")


@pytest.mark.parametrize(
    ("calls", "error", "points"),
    [
        (SYNC, "EIO", (1, 2, 3, 4, 5, 13)),
        ("pwrite64", "EIO", (1, 5, 40)),
        ("pwrite64", "ENOSPC", (3,)),
        ("unlink", "EACCES", (1, 3)),
        ("openat", "EMFILE", (1, 4, 9)),
        ("pread64", "EIO", (8, 30, 32)),
    ],
)
def test_one_failing_call_is_survived_unnoticed(
    tmp_path: Path, record_property: Note, calls: str, error: str, points: Sequence[int]
) -> None:
    """The n-th call fails, for a few n; under `make torture` for every n until none is left."""
    cases = 0
    for point in itertools.count(1) if faulty.scale(0, 1) else points:
        path = faulty.fill(tmp_path / f"{point}.db")
        told = _provoke(path, calls, f"error={error}:when={point}")
        if "(INJECTED)" not in path.with_suffix(".log").read_text("utf-8"):
            break
        cases += 1
        if not told.tried:  # the very opening failed, with an error for a person
            assert "annotator.errors" in told.stderr
            continue
        assert (len(told.acknowledged), told.faults) == (EVENTS, ()), (point, told.stderr)
        assert faulty.prove(path, told) == set(told.tried)
    record_property("cases", cases)
    assert cases >= len(points)


@pytest.mark.parametrize(
    ("calls", "error", "named"),
    [
        (SYNC, "EIO", "DamagedCorpus"),
        ("pwrite64", "EIO", "DamagedCorpus"),
        ("pwrite64", "ENOSPC", "DiskFull"),
    ],
)
@pytest.mark.parametrize("point", [1, 7])
def test_a_call_that_keeps_failing_is_told_and_nothing_is_called_saved(
    tmp_path: Path, calls: str, error: str, named: str, point: int
) -> None:
    path = faulty.fill(tmp_path / "c.db")
    told = _provoke(path, calls, f"error={error}:when={point}+")
    assert set(told.faults) == {named}
    assert len(told.acknowledged) < EVENTS
    faulty.prove(path, told)
    assert faulty.label(path, 1).faults == ()


def test_every_acknowledged_event_was_synced(tmp_path: Path) -> None:
    path = faulty.fill(tmp_path / "c.db")
    log = tmp_path / "log"
    told = _watched(path, SYNC, f"-o{log}")
    synced = re.findall(r" f(?:data)?sync\(.* = 0$", log.read_text("utf-8"), re.MULTILINE)
    assert len(told.acknowledged) == EVENTS
    assert len(synced) >= EVENTS
