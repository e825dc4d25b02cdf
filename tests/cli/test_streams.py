"""What happens where standard streams are closed and paths are empty."""

import subprocess
import sys
from pathlib import Path

from shell import Shell


def test_a_closed_standard_input_is_an_empty_one(corpus: Path) -> None:
    command = f"{sys.executable} -m annotator annotate {corpus} --as ada <&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_without_a_standard_output_nothing_is_done(corpus: Path) -> None:
    command = f"{sys.executable} -m annotator stats {corpus} >&-"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "standard output is closed" in done.stderr


def test_an_empty_path_is_refused(run: Shell, corpus: Path) -> None:
    done = run("add", corpus, "")
    assert done.code == 2
    assert "an empty path" in done.err


def test_a_backup_of_nothing_is_no_damage(run: Shell, tmp_path: Path) -> None:
    done = run("backup", tmp_path / "none.db")
    assert done.code == 6
    assert "no such file" in done.err
