"""The command line run in this process, for tests."""

import contextlib
import io
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import main


@dataclass(frozen=True)
class Outcome:
    """What one run of the command line gave back."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """The one JSON value on stdout."""
        return json.loads(self.out)

    def lines(self) -> list[Any]:
        """The JSON values on stdout, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


class Shell:
    """Runs `annotator` in this process, with its own standard streams."""

    def __call__(self, *words: object, stdin: str | bytes = b"", terminal: bool = False) -> Outcome:
        """Run one command line; `stdin` is what is piped in."""
        kind = _Terminal if terminal else io.TextIOWrapper
        raw = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
        out, err = (kind(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
        piped = io.TextIOWrapper(io.BytesIO(raw), "utf-8")
        before, sys.stdin = sys.stdin, piped
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = _exit_code([str(word) for word in words])
        finally:
            sys.stdin = before
        return Outcome(code, _written(out), _written(err))

    def json(self, *words: object, stdin: str | bytes = b"") -> Any:
        """What a command that must succeed prints with --json."""
        done = self(*words, "--json", stdin=stdin)
        assert done.code == 0, done.err
        return done.json()

    def act(self, corpus: Path, name: str, actions: Sequence[object]) -> list[Any]:
        """The answers of `annotator annotate` to these actions."""
        piped = "".join(json.dumps(action) + "\n" for action in actions)
        return self("annotate", corpus, "--as", name, stdin=piped).lines()


def _exit_code(words: list[str]) -> int:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert isinstance(end.value.code, int)
    return end.value.code


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    held = stream.buffer
    assert isinstance(held, io.BytesIO)
    return held.getvalue().decode("utf-8")
