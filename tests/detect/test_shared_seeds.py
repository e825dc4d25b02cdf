"""The two raw scrapes beside the checkout: the words a reader expects to see marked."""

from pathlib import Path

import pytest

from annotator import detect
from annotator.text.canonical import decode
from annotator.text.sentences import sentences

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "seeds"
EXPECTED = {
    "loaded": {"totalitarian", "aggressor", "dictator", "regime", "regimes", "boldness"},
    "hedge": {"reportedly", "potentially", "may", "suggests", "accused"},
    "attribution": {"denying", "deny", "according to"},
}


@pytest.mark.parametrize("label", EXPECTED)
def test_the_expected_words_are_proposed(label: str) -> None:
    if not FOLDER.is_dir():
        pytest.skip("no folder shared/seeds beside the checkout")
    found: set[str] = set()
    for path in sorted(FOLDER.glob("*.txt")):
        text = decode(path.read_bytes(), path.name).text
        findings = detect.highlight(text, path.stem, sentences(text))
        assert findings.skipped == ()
        found |= {s.quote.lower() for s in findings.suggestions if s.label == label}
    assert EXPECTED[label] <= found
