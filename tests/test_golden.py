"""The golden example in `exports/` is what the program makes today, to the byte."""

import importlib.util
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent


def maker() -> ModuleType:
    """The script that makes the example."""
    spec = importlib.util.spec_from_file_location("golden", ROOT / "docs" / "golden.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_golden_example_is_made_again_to_the_same_bytes(tmp_path: Path) -> None:
    made = maker().make(tmp_path)
    kept = {path.name: path.read_bytes() for path in (ROOT / "exports").glob("harbour-strike.*")}
    assert kept
    assert {path.name: path.read_bytes() for path in made} == kept
