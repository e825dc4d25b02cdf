"""Wheels of packages of this checkout, built offline by the build backend that is installed."""

import subprocess
import sys
from pathlib import Path

import pytest


def built(package: Path, out: Path) -> Path:
    """The wheel of the package in a folder, in the folder `out`; skips without the backend."""
    pytest.importorskip("hatchling", reason="hatchling is not installed: the wheel is not built")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    done = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = out.glob("*.whl")
    return wheel
