"""SIGKILL at any moment loses nothing that was acknowledged (A1, P5)."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import faulty
import pytest
from faulty import Note, Told

from annotator.store.corpus import open_corpus

MERGE = """
import sys
from pathlib import Path
from annotator.store.corpus import open_corpus
from annotator.store.merge import merge
with open_corpus(Path(sys.argv[1]), write=True) as corpus:
    merge(corpus, [Path(sys.argv[2])])
"""


def test_a_killed_process_loses_nothing_it_acknowledged(
    tmp_path: Path, record_property: Note
) -> None:
    rounds = faulty.scale(10, 500)
    record_property("cases", rounds)
    path = faulty.fill(tmp_path / "c.db")
    chance = random.Random(5)
    told = []
    for _ in range(rounds):
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


@pytest.mark.parametrize(
    ("call", "point", "whole"),
    [("pwrite64", 1, False), ("pwrite64", 4, False), ("unlink", 1, False), ("fdatasync", 2, True)],
)
def test_a_merge_that_is_killed_is_absent_or_whole(
    tmp_path: Path, call: str, point: int, whole: bool
) -> None:
    faulty.need("strace")
    mine = faulty.fill(tmp_path / "mine.db")
    theirs = tmp_path / "theirs.db"
    shutil.copy(mine, theirs)
    hers, his = faulty.label(mine, 3), faulty.label(theirs, 30)
    aim = {"unlink": f"{mine}-journal", "fdatasync": str(tmp_path)}.get(call, str(mine))
    kill = ["strace", "-f", "-qq", "-o/dev/null", f"-etrace={call}", f"-P{aim}"]
    kill.append(f"-einject={call}:signal=KILL:when={point}")
    merge = [sys.executable, "-c", MERGE, str(mine), str(theirs)]
    assert subprocess.run([*kill, *merge], check=False).returncode == -signal.SIGKILL
    stored = faulty.prove(mine, hers, Told(his.tried, (), ()))
    assert len(stored) == (33 if whole else 3)
