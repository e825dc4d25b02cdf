"""What every fault test shares: a corpus, a labeller to torment, and the oracle."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from annotator import files, scheme
from annotator.model import Article, Block, BlockKind, Span, article_id
from annotator.store import doctor
from annotator.store.corpus import open_corpus
from annotator.store.migrations import create
from annotator.text.words import words

LABELLER = str(Path(__file__).with_name("labeller.py"))
TEXT = "The regime closed the harbour and workers reportedly left it within an hour."


Note: TypeAlias = Callable[[str, object], None]
"""What pytest's `record_property` is; the property `cases` is printed by `make torture`."""


def scale(fast: int, full: int) -> int:
    """How often a fault is provoked: `full` under `make torture`, `fast` in the tests."""
    return full if os.environ.get("ANNOTATOR_TORTURE") else fast


def need(*tools: str, root: bool = False) -> None:
    """Skip, visibly, where a tool is missing; on a build machine that is a failure."""
    missing = [tool for tool in tools if not shutil.which(tool)]
    if root and os.geteuid() != 0:
        missing.append("root")
    if missing:
        why = f"not run: needs {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)


def fill(path: Path) -> Path:
    """Make a corpus of one article and one annotator, Ana."""
    create(path, scheme.parse(files.read_toml(files.packaged("schemas") / "framing.toml"), "x"))
    block = Block(0, len(TEXT), BlockKind.BODY, True)
    whole = (Span(0, len(TEXT)),)
    article = Article(
        article_id(TEXT), TEXT, "", None, None, None, None, "x", (block,), whole, words(TEXT)
    )
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: t.add_article(article)).result()
        corpus.writer().submit(lambda t: t.add_annotator("Ana")).result()
    return path


@dataclass(frozen=True)
class Told:
    """What a labeller said before it ended."""

    tried: tuple[str, ...]
    acknowledged: tuple[str, ...]
    faults: tuple[str, ...]
    stderr: str = ""
    waits: tuple[float, ...] = ()


def heard(output: str, stderr: str = "") -> Told:
    """What a labeller's output says; a last line cut short counts for nothing."""
    lines = [line.split() for line in output.split("\n")[:-1]]
    return Told(
        tuple(line[1] for line in lines if line[0] == "try"),
        tuple(line[1] for line in lines if line[0] == "ack"),
        tuple(line[1] for line in lines if line[0] == "fault"),
        stderr,
        tuple(float(line[2]) for line in lines if line[0] == "ack"),
    )


def command(path: Path, name: str, count: int, pause: float = 0) -> list[str]:
    """The command line of a labeller."""
    return [sys.executable, LABELLER, str(path), name, str(count), str(pause)]


def label(path: Path, count: int, prefix: Sequence[str] = ()) -> Told:
    """Let a labeller make `count` labels, under the program `prefix` if given, to its end."""
    done = subprocess.run(
        [*prefix, *command(path, "Ana", count)], capture_output=True, text=True, check=False
    )
    return heard(done.stdout, done.stderr)


def prove(path: Path, *told: Told) -> set[str]:
    """The oracle: acknowledged is stored, stored was tried, once; all is sound. The stored ids."""
    with open_corpus(path, write=True) as corpus:
        stored = [event.id for event in corpus.all_events()]
    lost = {ack for one in told for ack in one.acknowledged} - set(stored)
    assert not lost, f"{len(lost)} acknowledged events are lost"
    assert set(stored) <= {tried for one in told for tried in one.tried}
    assert len(stored) == len(set(stored))
    assert [check for check in doctor.examine(path) if not check.ok] == []
    return set(stored)
