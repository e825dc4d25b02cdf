"""The example package of docs/: built, installed beside the program, listed and run by its name."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from wheels import built

EXAMPLE = Path(__file__).parents[2] / "docs" / "example-detector"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the example package is installed as pip leaves it."""
    if not EXAMPLE.is_dir():
        pytest.skip("no docs beside the tests: the example package is not built")
    out = tmp_path_factory.mktemp("example")
    with zipfile.ZipFile(built(EXAMPLE, out)) as wheel:
        wheel.extractall(out / "site")
    return out / "site"


def annotator(site: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *words],
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_listed_after_the_shipped_ones(site: Path) -> None:
    names = [row["name"] for row in json.loads(annotator(site, "list", "detectors", "--json"))]
    assert names[-1] == "shouting"


def test_it_runs_by_its_name_and_with_all_others(site: Path) -> None:
    text = "The regime LIED."
    assert "LIED  loaded" in annotator(site, "explain", text)
    alone = annotator(site, "explain", text, "--detector", "shouting")
    assert "rule.capitals" in alone
    assert "regime  " not in alone
