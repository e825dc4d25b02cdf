"""Files that were damaged or made to do harm: an error of ours or a result, never a traceback."""

import random
import shutil
from pathlib import Path

import pytest
from corpora import torture

from annotator.errors import AnnotatorError
from annotator.formats import registry
from annotator.formats.record import Format, Options

READERS = [found for name in registry.BUILT_IN if (found := registry.load(name)).read]
JUNK = (
    b"",
    b"\x00",
    b"\xff",
    b'"',
    b"[",
    b"{",
    b"9" * 40,
    b"-1",
    b"null",
    b"\xf0\x9f\x98\x80",
    b"<",
)


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with a piece cut out, doubled, or replaced by junk."""
    start = chance.randrange(len(raw) + 1)
    end = min(len(raw), start + chance.choice((0, 1, 3, 50)))
    piece = chance.choice((*JUNK, raw[start:end] * 2))
    return raw[:start] + piece + (raw[end:] if chance.random() < 0.9 else b"")


@pytest.mark.parametrize("format", READERS, ids=lambda f: f.name)
def test_damage_is_a_problem_or_an_error_of_ours(tmp_path: Path, format: Format) -> None:
    assert format.read is not None
    whole, copy = tmp_path / "whole", tmp_path / "copy"
    format.write(torture(), whole, Options(allow_loss=True))
    for seed in range(40):
        chance = random.Random(seed)
        if whole.is_dir():
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(whole, copy)
            victim = chance.choice(sorted(path for path in copy.rglob("*") if path.is_file()))
        else:
            victim = Path(shutil.copy(whole, copy))
        victim.write_bytes(damaged(victim.read_bytes(), chance))
        try:
            found = format.read(copy)
        except AnnotatorError:
            continue
        for document in found.documents:
            for item in document.annotations:
                start, end = item.annotation.start, item.annotation.end
                if document.text is not None and start is not None and end is not None:
                    assert document.text[start:end] == item.annotation.quote
