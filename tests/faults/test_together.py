"""Several people annotating one corpus at the same time (C1, P7)."""

import subprocess
from pathlib import Path

import faulty
from faulty import Note

from annotator.store.corpus import open_corpus


def test_several_processes_annotate_one_corpus_and_nothing_is_lost(
    tmp_path: Path, record_property: Note
) -> None:
    path = faulty.fill(tmp_path / "c.db")
    people, count = faulty.scale(4, 8), faulty.scale(25, 120)
    pause = 0.5 if faulty.scale(0, 1) else 0.05  # a minute at two keys a second, or a second
    record_property("cases", people * count)
    processes = [
        subprocess.Popen(
            faulty.command(path, f"Annotator {n}", count, pause),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(people)
    ]
    told = [faulty.heard(*process.communicate()) for process in processes]
    assert [(one.faults, one.stderr) for one in told] == [((), "")] * people
    assert len(faulty.prove(path, *told)) == people * count
    with open_corpus(path, write=False) as corpus:
        clocks = [event.clock for event in corpus.all_events()]
    assert clocks == list(range(1, people * count + 1))
    waits = sorted(wait for one in told for wait in one.waits)
    assert waits[len(waits) * 99 // 100] <= faulty.scale(5_000, 250)  # milliseconds
