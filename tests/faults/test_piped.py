"""`annotator annotate` whose surroundings give way: what was answered is stored (B1, P13)."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import faulty
import pytest

from annotator.store import doctor
from annotator.store.corpus import open_corpus

COUNT = 12


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return faulty.fill(tmp_path / "c.db")


def _actions(path: Path) -> list[bytes]:
    """A label for each word, and one action that is refused."""
    with open_corpus(path, write=False) as corpus:
        article = corpus.article(corpus.article_ids()[0])
    label = {"do": "label", "article": article.id, "label": "loaded"}
    made = [label | {"start": start, "end": end} for start, end in article.words[:COUNT]]
    return [json.dumps(action).encode() + b"\n" for action in [{"do": "nothing"}, *made]]


@contextmanager
def _annotating(path: Path, err: int | IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "annotator", "annotate", str(path), "--as", "Ana"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=err
    ) as process:
        yield process


def _answer(process: subprocess.Popen[bytes], line: bytes) -> str | None:
    """Send one action; the event that it was acknowledged with."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(line)
    process.stdin.flush()
    event: str | None = json.loads(process.stdout.readline()).get("event")
    return event


def _stored(path: Path) -> list[str]:
    with open_corpus(path, write=True) as corpus:
        stored = [event.id for event in corpus.all_events()]
    assert [check for check in doctor.examine(path) if not check.ok] == []
    return stored


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_what_was_answered_before_a_signal_is_stored(path: Path, sent: signal.Signals) -> None:
    refused, *lines = _actions(path)
    with _annotating(path, subprocess.PIPE) as process:
        assert _answer(process, refused) is None
        told = [_answer(process, line) for line in lines[: COUNT // 2]]
        assert process.stdin
        process.stdin.writelines(lines[COUNT // 2 :])
        process.stdin.flush()
        process.send_signal(sent)
        out, err = process.communicate()
    told += [json.loads(line)["event"] for line in out.split(b"\n")[:-1]]
    assert b"Traceback" not in err
    assert process.returncode != 0
    stored = _stored(path)
    assert stored[: len(told)] == told
    assert len(stored) <= COUNT


def test_what_was_done_before_the_pipe_broke_is_stored(path: Path) -> None:
    _, *lines = _actions(path)
    with _annotating(path, subprocess.PIPE) as process:
        told = [_answer(process, line) for line in lines[:4]]
        assert process.stdin
        assert process.stdout
        process.stdout.close()
        process.stdin.writelines(lines[4:])
        process.stdin.close()
        assert process.stderr
        err = process.stderr.read()
        assert process.wait() == 141
    assert b"Traceback" not in err
    stored = _stored(path)
    assert stored[: len(told)] == told
    assert len(stored) <= COUNT


def test_every_line_is_done_though_stderr_cannot_be_written(path: Path) -> None:
    with open("/dev/full", "wb") as full, _annotating(path, full) as process:
        out, _ = process.communicate(b"".join(_actions(path)))
        assert process.returncode == 2  # that of the action that was refused
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["ok"] for answer in answers] == [False] + [True] * COUNT
    assert _stored(path) == [answer["event"] for answer in answers[1:]]


def test_every_line_is_done_though_stderr_is_closed(path: Path) -> None:
    command = f"exec {sys.executable} -m annotator annotate {path} --as Ana 2>&-"
    done = subprocess.run(
        command, shell=True, input=b"".join(_actions(path)), stdout=subprocess.PIPE, check=False
    )
    assert done.returncode == 2
    assert len(_stored(path)) == COUNT
