"""SIGKILL at any moment loses nothing that was acknowledged (A1, P5)."""

import random
import signal
import subprocess
import time
from pathlib import Path

import faulty

from annotator.store.corpus import open_corpus


def test_a_killed_process_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    path = faulty.fill(tmp_path / "c.db")
    chance = random.Random(5)
    told = []
    for _ in range(faulty.scale(10, 500)):
        process = subprocess.Popen(
            faulty.command(path, "Ana", 0), stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.08))
        process.send_signal(signal.SIGKILL)
        told.append(faulty.heard(first + process.stdout.read()))
        process.stdout.close()
        process.wait()
        with open_corpus(path, write=False) as corpus:  # a hot journal is no hindrance
            assert {e.id for e in corpus.all_events()} >= set(told[-1].acknowledged)
    faulty.prove(path, *told)
    assert sum(len(one.acknowledged) for one in told) > len(told)
