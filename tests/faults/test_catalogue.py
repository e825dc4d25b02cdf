"""The page on torture names a test for every fault of the catalogue, and the tests are there."""

import re
from pathlib import Path

TESTS = Path(__file__).parent.parent
PAGE = (TESTS.parent / "docs" / "torture.md").read_text("utf-8")
COUNTS = {"P": 20, "A": 10, "B": 5, "C": 8, "D": 5, "E": 9, "F": 7, "G": 8}


def test_every_fault_of_the_catalogue_is_on_the_page() -> None:
    named = set(re.findall(r"\b([A-GP]\d+)\b", " ".join(re.findall(r"^\| (.+?) \|", PAGE, re.M))))
    assert named >= {f"{kind}{n}" for kind, count in COUNTS.items() for n in range(1, count + 1)}


def test_every_test_on_the_page_is_there() -> None:
    found = re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)
    assert len(found) > 80
    missing = [
        f"{file}::{name}"
        for file, name in found
        if f"def test_{name}(" not in (TESTS / file).read_text("utf-8")
    ]
    assert missing == []
