"""A journal lost or left behind, a file copied at a bad moment (A9, P9): never in silence."""

import itertools
import shutil
import signal
from pathlib import Path

import faulty
from faulty import Note, Told

from annotator.errors import AnnotatorError
from annotator.store import doctor
from annotator.store.corpus import open_corpus


def _killed(path: Path, point: int) -> Told | None:
    """What a labeller said who was killed at the n-th write to the corpus; None when she ended."""
    log = path.with_suffix(".log")
    aim = ["strace", "-f", "-qq", f"-o{log}", "-etrace=pwrite64", f"-P{path}"]
    told = faulty.label(path, 6, [*aim, f"-einject=pwrite64:signal=KILL:when={point}"])
    return told if signal.Signals.SIGKILL.name in log.read_text("utf-8") else None


def _is_silent_loss(path: Path, told: Told) -> bool:
    """Whether something acknowledged is missing and neither opening nor doctor says a word."""
    try:
        with open_corpus(path, write=False) as corpus:
            stored = {event.id for event in corpus.all_events()}
    except AnnotatorError:
        return False
    return bool(set(told.acknowledged) - stored) and all(c.ok for c in doctor.examine(path))


def test_without_its_journal_a_corpus_loses_nothing_in_silence(
    tmp_path: Path, record_property: Note
) -> None:
    faulty.need("strace")
    cases = 0
    for point in itertools.count(1, faulty.scale(9, 1)):
        path = faulty.fill(tmp_path / f"{point}.db")
        told = _killed(path, point)
        if told is None:
            break
        cases += 1
        copy = tmp_path / f"{point}-copy.db"
        shutil.copy(path, copy)  # without the journal that lies beside it
        assert not _is_silent_loss(copy, told), point
        Path(f"{path}-journal").unlink(missing_ok=True)
        assert not _is_silent_loss(path, told), point
    record_property("cases", cases)
    assert cases > 4


def test_with_its_journal_a_copy_is_whole(tmp_path: Path) -> None:
    faulty.need("strace")
    path = faulty.fill(tmp_path / "c.db")
    told = _killed(path, 25)
    assert told is not None
    assert Path(f"{path}-journal").exists()
    folder = tmp_path / "copy"
    folder.mkdir()
    for name in ("c.db", "c.db-journal"):
        shutil.copy(tmp_path / name, folder / name)
    assert faulty.prove(folder / "c.db", told) >= set(told.acknowledged)
