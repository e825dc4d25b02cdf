"""SIGKILL of the real reader on a terminal: what its screen called saved is there (A1, B1)."""

import random
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import faulty
import pytest
from faulty import Note
from typist import Typist

from annotator import project
from annotator.store import doctor
from annotator.store.corpus import open_corpus
from annotator.tui.settings import tour_note

KEYS = "nynxnvll1uUnynyuun2mxunnynxvl3Nyuny"
"""Accept, reject, select and label, relabel, remove, undo and redo, without a pause."""


@dataclass(frozen=True)
class Step:
    """What the screen shows once a key's event is saved, and the events there are by then."""

    seen: list[str]
    events: int


def _deeds(path: Path) -> list[tuple[str, str | None, str | None]]:
    """The record of a corpus, without what chance decides."""
    with open_corpus(path, write=False) as corpus:
        return [(e.kind, e.body.get("quote"), e.body.get("label")) for e in corpus.all_events()]


def _shown(typist: Typist) -> list[str]:
    """The screen but for the title, of which only the end says something of the record."""
    title, *rest = typist.seen()
    return [" ".join(title.split()[-3:]), *rest]


def _open(typist: Typist) -> None:
    while "0 labelled saved" not in _shown(typist)[0]:
        assert typist.look(20)
    while typist.look(0.4):
        pass


@pytest.fixture
def story(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A story of the sample corpus, and a person who has taken the tour."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    note = tour_note()
    assert note is not None
    note.parent.mkdir()
    note.touch()
    with project.open_project(corpus, write=False) as held:
        return held.stories()[0].story.id


@pytest.fixture
def steps(corpus: Path, story: str, tmp_path: Path) -> list[Step]:
    """What the keys do when nobody is killed."""
    path = Path(shutil.copyfile(corpus, tmp_path / "calm.db"))
    with Typist(path, story) as typist:
        _open(typist)
        steps = [Step(_shown(typist), 0)]
        for key in KEYS:
            typist.type(key)
            typist.look(1)  # few keys draw nothing
            while typist.look(0.12) or not _shown(typist)[0].endswith("labelled saved"):
                pass
            steps.append(Step(_shown(typist), len(_deeds(path))))
    assert steps[-1].events > len(KEYS) // 3
    return steps


def _acknowledged(shown: list[str], steps: list[Step], typed: int) -> int:
    """The events that this screen says are saved, after `typed` keys; 0 when it does not tell."""
    return min((step.events for step in steps[: typed + 1] if step.seen == shown), default=0)


def _work_until_killed(path: Path, story: str, steps: list[Step], chance: random.Random) -> int:
    """Type until a random moment, then SIGKILL; how many events the screen called saved."""
    acknowledged = 0
    last = chance.randrange(1, len(KEYS) + 1)
    pace = chance.choice((0.0, 0.02, 0.1))
    with Typist(path, story) as typist:
        _open(typist)
        for typed in range(1, last + 1):
            typist.type(KEYS[typed - 1])
            until = time.monotonic() + chance.uniform(0, pace if typed < last else 0.1)
            if KEYS[typed - 1] in "uU" and typed < last:
                until += 20  # what comes back moves the cursor, so she waits to see it
            while typist.look(max(0.0, until - time.monotonic())):
                acknowledged = max(acknowledged, _acknowledged(_shown(typist), steps, typed))
                if typed < last and _shown(typist) == steps[typed].seen:
                    break
        typist.kill()
    return acknowledged


def test_what_the_reader_showed_as_saved_is_there_after_a_kill(
    corpus: Path, story: str, steps: list[Step], tmp_path: Path, record_property: Note
) -> None:
    rounds = faulty.scale(6, 500)
    record_property("cases", rounds)
    whole = _deeds(tmp_path / "calm.db")
    chance = random.Random(11)
    acknowledged = []
    for _ in range(rounds):
        path = Path(shutil.copyfile(corpus, tmp_path / "killed.db"))
        acknowledged.append(_work_until_killed(path, story, steps, chance))
        held = _deeds(path)
        assert held == whole[: len(held)]
        assert len(held) >= acknowledged[-1]
        assert [check for check in doctor.examine(path) if not check.ok] == []
        Path(f"{path}-journal").unlink(missing_ok=True)
    assert sum(acknowledged) > 2 * len(acknowledged)
