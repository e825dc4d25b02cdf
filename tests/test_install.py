"""The wheel: what `pip install` puts on a machine works without the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from wheels import built

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(ROOT, tmp_path_factory.mktemp("dist"))


def test_schemes_and_samples_travel_as_package_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for kind in ("schemas", "seeds"):
        for path in (ROOT / kind).rglob("*"):
            if path.is_file():
                assert f"annotator/data/{path.relative_to(ROOT).as_posix()}" in names


def test_every_module_and_its_data_travel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "annotator").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in names
    assert not [name for name in names if name.startswith(("tests/", "docs/", "benchmarks/"))]
    (metadata,) = (name for name in names if name.endswith(".dist-info/entry_points.txt"))
    assert "annotator = annotator.__main__:main" in zipfile.ZipFile(wheel).read(metadata).decode()


def test_the_wheel_runs_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "demo", "--dir", "play"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    header, first, *_ = (tmp_path / "play" / "demo.jsonl").read_text("utf-8").splitlines()
    assert json.loads(header)["scheme"]["id"] == "framing"
    assert json.loads(first)["kind"] == "article"
    assert not list((tmp_path / "site").rglob("*.part"))
