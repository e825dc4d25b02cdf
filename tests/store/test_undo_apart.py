"""Undo and redo on several machines: the same stands on each once all have met, in any order."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TypeAlias
from unittest import mock

import filled
import parting
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import history
from annotator.store import backup, doctor, fold
from annotator.store.corpus import open_corpus
from annotator.store.merge import merge

EXAMPLES = int(os.environ.get("ANNOTATOR_EXAMPLES", "12"))
MEMORY = Path("/dev/shm")
MACHINES = 3

Step: TypeAlias = tuple[int, tuple[str, str, int] | int]
"""A machine, and what is done on it: a deed, or the number of a machine whose copy it takes in."""

deeds = st.tuples(
    st.sampled_from(["Ana", "Ben"]),
    st.sampled_from((*parting.DEEDS, "undo", "undo", "undo", "redo", "redo")),
    st.integers(0, 2),
)
machines = st.integers(0, MACHINES - 1)
steps = st.lists(st.tuples(machines, deeds | deeds | deeds | machines), max_size=24)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = filled.fill(tmp_path_factory.mktemp("base") / "base.db")
    filled.write(path, lambda t: [t.add_annotator(name) for name in ("Ana", "Ben")])
    return path


@contextmanager
def _copies(base: Path) -> Iterator[list[Path]]:
    """A copy for each machine and one more, on a disk that loses nothing but time."""
    with (
        tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder,
        mock.patch.object(backup, "automatic"),
    ):
        yield [Path(shutil.copy(base, Path(folder, f"{n}.db"))) for n in range(MACHINES + 1)]


def _happen(done: list[Step], copies: list[Path]) -> None:
    with ExitStack() as stack:
        opened = [stack.enter_context(open_corpus(copy, write=True)) for copy in copies]
        for machine, doing in done:
            if isinstance(doing, int):
                merge(opened[machine], [copies[doing]])
            else:
                job = partial(parting.perform, work=[doing])
                opened[machine].writer().submit(job).result()


@settings(max_examples=EXAMPLES, deadline=None)
@given(steps)
def test_what_was_taken_back_on_one_machine_is_so_on_all(base: Path, done: list[Step]) -> None:
    with _copies(base) as copies:
        _happen(done, copies[:MACHINES])
        a, b, c, d = copies
        shutil.copy(a, d)
        parting.bring(d, b, c)  # (a with b) with c
        united = parting.content(d)
        parting.bring(c, b)
        parting.bring(c, a)  # (c with b) with a
        parting.bring(b, c)  # b with (c with b with a)
        assert parting.content(c) == united
        assert parting.content(b) == united
        assert [merged.events for merged in parting.bring(d, c, b, a)] == [0, 0, 0]
        assert parting.content(d) == united
        assert [check for check in doctor.examine(d) if not check.ok] == []
        with mock.patch.object(fold, "_BATCH", 1), open_corpus(d, write=True) as corpus:
            doctor.rebuild(corpus.writer())
            assert parting.content(d) == united
            _check_undo(corpus.path)


def _check_undo(path: Path) -> None:
    """Everybody can still take back her last deed, and put it back."""
    with open_corpus(path, write=True) as corpus:
        writer = corpus.writer()
        before = history.fold(corpus.all_events())
        for who in (person.id for person in corpus.annotators()):
            taken = writer.submit(partial(filled.undo, annotator=who)).result()
            if taken is None:
                continue
            again = writer.submit(partial(filled.redo, annotator=who)).result()
            assert again is not None
            assert again.id == taken.id
            assert history.fold(corpus.all_events()) == before
