"""Memory that runs out in the middle of the work (B5): what was acknowledged is stored."""

from pathlib import Path

import faulty
from faulty import Note

MEGABYTE = 1 << 20


def test_what_was_acknowledged_before_memory_ran_out_is_stored(
    tmp_path: Path, record_property: Note
) -> None:
    faulty.need("prlimit")
    limits = range(20, 120, faulty.scale(20, 2))
    record_property("cases", len(limits))
    ended = set()
    for limit in limits:
        path = faulty.fill(tmp_path / f"{limit}.db")
        told = faulty.label(path, 5, ["prlimit", f"--as={limit * MEGABYTE}"])
        ended.add(len(told.acknowledged))
        faulty.prove(path, told)
    assert {0, 5} <= ended
