"""The power goes at any moment: what was acknowledged is on the disk (A2, P4)."""

import random
from pathlib import Path

import faulty
import power
import pytest
from faulty import Note, Told
from power import Call

from annotator.errors import AnnotatorError


@pytest.fixture
def tape(tmp_path: Path) -> tuple[bytes, list[Call]]:
    faulty.need("strace")
    return power.record(faulty.fill(tmp_path / "c.db"), faulty.scale(8, 60))


def _harmed(folder: Path, before: bytes, calls: list[Call], count: int) -> int:
    """In how many of `count` possible states something acknowledged is lost or broken."""
    harmed = 0
    for files, tried, acknowledged in power.images(before, calls, count, random.Random(4)):
        for old in folder.iterdir():
            old.unlink()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        try:
            faulty.prove(folder / "c.db", Told(tuple(tried), tuple(acknowledged), ()))
        except (AssertionError, AnnotatorError):
            harmed += 1
    return harmed


def test_no_acknowledged_event_is_lost_when_the_power_goes(
    tape: tuple[bytes, list[Call]], tmp_path: Path, record_property: Note
) -> None:
    folder = tmp_path / "after"
    folder.mkdir()
    images = faulty.scale(60, 1500)
    record_property("cases", images)
    assert _harmed(folder, *tape, images) == 0


def test_a_disk_that_ignored_every_sync_would_be_noticed(
    tape: tuple[bytes, list[Call]], tmp_path: Path
) -> None:
    before, calls = tape
    folder = tmp_path / "after"
    folder.mkdir()
    lying = [call for call in calls if call.name != "sync"]
    assert _harmed(folder, before, lying, 30) > 5
