"""Files that were damaged or made to do harm: an error of ours or a result, never a traceback."""

import random
import re
import shutil
from pathlib import Path

import pytest
from corpora import flat, torture
from spacy.tokens import Doc, DocBin, Span, SpanGroup
from spacy.vocab import Vocab

from annotator.errors import AnnotatorError, InputError
from annotator.formats import brat, docbin, registry
from annotator.formats.record import Format, Incoming, Options, Problem

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

PARSERS = re.compile(r"\w+Error|codec|Errno|Expecting|argument|literal|thrift|zip file|\bat at\b")
"""What the libraries say of what they cannot parse; nobody else understands it."""


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
        except AnnotatorError as error:
            found = Incoming(problems=(Problem(error.message),))
        for problem in found.problems:
            assert str(copy) in problem.message
            assert not PARSERS.search(problem.message)
        for document in found.documents:
            for item in document.annotations:
                start, end = item.annotation.start, item.annotation.end
                if document.text is not None and start is not None and end is not None:
                    assert document.text[start:end] == item.annotation.quote


@pytest.mark.parametrize("line", ["A1\tkind", "A1\t", "\tkind T1 3", "A1\tkind T1 007", "A\tx y z"])
def test_an_odd_line_of_stand_off_is_no_traceback(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text("Nothing here.", "utf-8")
    (tmp_path / "a.ann").write_text(f"T1\tloaded 0 7\tNothing\n{line}\n", "utf-8")
    found = brat.read(tmp_path)
    assert [f"{tmp_path / 'a.ann'}:2:" in problem.message for problem in found.problems] in (
        [],
        [True],
    )


@pytest.mark.parametrize(
    ("details", "problem"),
    [("[]", "not an object"), ('{"x"', "not valid JSON"), ('{"x": 3}', "not an object")],
)
def test_a_docbin_with_odd_details_is_an_error(tmp_path: Path, details: str, problem: str) -> None:
    doc = Doc(Vocab(), words=["Nothing", "here"])
    spans = [Span(doc, 0, 1, label="loaded", span_id="x")]
    doc.spans["span:Ada"] = SpanGroup(doc, attrs={"details": details}, spans=spans)
    (tmp_path / "a.spacy").write_bytes(DocBin(docs=[doc]).to_bytes())
    with pytest.raises(InputError, match=problem):
        docbin.read(tmp_path)


def test_a_name_in_the_wrong_place_says_its_line(tmp_path: Path) -> None:
    """What only the corpus can refuse is told with its line, too."""
    for form, where in (
        ("csv", ":3"),
        ("web-annotation", ": items[2]"),
        ("prodigy", ":1: spans[2]"),
    ):
        out = tmp_path / form
        registry.load(form).write(flat(), out, Options(allow_loss=True))
        read = registry.load(form).read
        assert read is not None
        document = read(out).documents[0]
        assert document.places[document.annotations[1].annotation.id] == f"{out}{where}"
