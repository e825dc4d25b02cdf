"""What `detect.highlight` promises to the rooms that call it."""

import itertools
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import detect
from annotator.detect import Findings, Hit, registry
from annotator.detect.nlp import Doc
from annotator.errors import MissingExtra, UsageError
from annotator.model import Block, BlockKind, Layer
from annotator.text.sentences import sentences

STORY = (
    "The regime reportedly crushed the protest.\n"
    "“Those thugs may come back,” said Minister Ana Rey, who denied any abuse.\n"
    "Officials absolutely failed to act."
)


def highlight(text: str, *names: str) -> Findings:
    return detect.highlight(text, "a1", sentences(text), detectors=names or None)


def marked(text: str, *names: str) -> list[tuple[str, str]]:
    return [(s.label, s.quote) for s in highlight(text, *names).suggestions]


def test_each_label_of_the_span_layer_is_proposed() -> None:
    found = set(marked(STORY))
    assert ("loaded", "regime") in found
    assert ("hedge", "reportedly") in found
    assert ("attribution", "said") in found
    assert ("attribution", "denied") in found
    assert ("intensifier", "absolutely") in found
    assert ("presupposition", "failed to") in found


def test_suggestions_are_sorted_and_carry_evidence() -> None:
    found = highlight(STORY).suggestions
    assert [(s.start, s.end, s.label) for s in found] == sorted(
        (s.start, s.end, s.label) for s in found
    )
    for suggestion in found:
        assert suggestion.reason.endswith(".")
        assert suggestion.entry
        assert 0 < suggestion.strength <= 1
        assert "/blank-" in suggestion.version


def test_the_same_text_gives_the_same_ids_and_another_article_gives_others() -> None:
    first, again = highlight(STORY), highlight(STORY)
    other = detect.highlight(STORY, "a2", sentences(STORY))
    assert first == again
    assert not {s.id for s in first.suggestions} & {s.id for s in other.suggestions}


def test_sentences_of_hidden_blocks_are_passed_over() -> None:
    cut = STORY.index("\n") + 1
    blocks = [
        Block(0, cut, BlockKind.CLUTTER, shown=False),
        Block(cut, len(STORY), BlockKind.BODY, shown=True),
    ]
    found = detect.highlight(STORY, "a1", sentences(STORY), blocks=blocks)
    assert found.suggestions
    assert all(s.start >= cut for s in found.suggestions)


def test_bylines_and_dates_are_passed_over() -> None:
    text = "By the regime\nMay 3\nThe regime fell."
    body = text.rindex("The")
    blocks = [
        Block(0, 13, BlockKind.BYLINE, shown=True),
        Block(14, 19, BlockKind.DATE, shown=True),
        Block(body, len(text), BlockKind.BODY, shown=True),
    ]
    found = detect.highlight(text, "a1", sentences(text), blocks=blocks).suggestions
    assert [s.quote for s in found] == ["regime"]
    assert found[0].start > body


def test_a_word_is_not_proposed_as_hedge_and_as_attribution_at_once() -> None:
    text = "Police accused him of theft."
    assert marked(text) == [("hedge", "accused")]
    assert marked(text, "attribution") == [("attribution", "accused")]


def test_an_unknown_detector_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(UsageError) as raised:
        highlight(STORY, "astrology")
    assert "loaded" in (raised.value.hint or "")


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(MissingExtra):
        detect.highlight(STORY, "a1", sentences(STORY), model="/no/such/model")


def test_a_detector_that_needs_a_model_is_skipped_without_one() -> None:
    found = highlight(STORY, "passive", "loaded")
    assert [skipped.detector for skipped in found.skipped] == ["passive"]
    assert {s.detector for s in found.suggestions} == {"loaded"}


def test_a_phrase_does_not_reach_into_the_next_line() -> None:
    assert ("loaded", "witch hunt") in marked("A witch hunt began.")
    assert marked("The good witch\nhunt for clues today", "loaded") == []


def test_no_names_means_no_detectors() -> None:
    assert detect.highlight(STORY, "a1", sentences(STORY), detectors=[]).suggestions == ()


class _Broken:
    name = "hedge"
    version = "1"
    layer: object = Layer.SPAN
    labels = ("hedge",)

    def __init__(self, hits: object) -> None:
        self.hits = hits

    def detect(self, doc: Doc) -> object:
        if isinstance(self.hits, BaseException):
            raise self.hits
        return self.hits


class _Nameless:
    version = "1"


class _Elsewhere(_Broken):
    layer = "nowhere"


class _Whole(_Broken):
    layer = Layer.SENTENCE


def hit(**other: Any) -> list[Hit]:
    return [replace(Hit(0, 3, "hedge", "k", "e", "r", 0.5), **other)]


@pytest.mark.parametrize(
    "broken",
    [
        _Broken(RuntimeError("lost its mind")),
        _Broken(RecursionError()),
        _Broken(SystemExit(1)),
        _Broken(None),
        _Broken("hits"),
        _Broken([(0, 3, "hedge")]),
        _Broken(hit(start=5, end=5)),
        _Broken(hit(start=-3)),
        _Broken(hit(end=10**6)),
        _Broken(hit(start=3, end=4)),
        _Broken(hit(start=0.0, end=3.0)),
        _Broken(hit(start=False, end=True)),
        _Broken(hit(start="0", end="3")),
        _Broken(hit(strength=1.5)),
        _Broken(hit(strength=float("nan"))),
        _Broken(hit(strength="0.5")),
        _Broken(hit(label=None)),
        _Broken(hit(label="")),
        _Broken(hit(kind=3)),
        _Broken(hit(entry=None)),
        _Broken(hit(reason="\ud800")),
        _Nameless(),
        _Elsewhere(hit()),
        _Whole(hit()),
    ],
)
def test_a_detector_that_fails_is_reported_and_the_others_still_count(
    monkeypatch: pytest.MonkeyPatch, broken: object
) -> None:
    real = registry.load
    monkeypatch.setattr(registry, "load", lambda n: broken if n == "hedge" else real(n))
    found = highlight(STORY, "hedge", "loaded")
    assert [skipped.detector for skipped in found.skipped] == ["hedge"]
    assert found.skipped[0].why
    assert {s.label for s in found.suggestions} == {"loaded"}


class _Guest(_Broken):
    """Somebody else's detector, which does `deed` to the document and to standard output."""

    def __init__(self, deed: Callable[[Doc], object]) -> None:
        self.deed = deed

    def detect(self, doc: Doc) -> object:
        return self.deed(doc)


def _emptied(doc: Doc) -> list[Hit]:
    for held in (doc.words, doc.starts, doc.ends, doc.sentences):
        held.clear()
    return hit()


def _overwritten(doc: Doc) -> list[Hit]:
    object.__setattr__(doc, "text", "x" * len(doc.text))
    return hit()


def _printed(doc: Doc) -> list[Hit]:
    sys.stdout.write("It may rain.")
    return hit()


def guests(monkeypatch: pytest.MonkeyPatch, deed: Callable[[Doc], object]) -> Findings:
    real = registry.load
    guest = registry.DetectorInfo("guest", "guest", (), "span", "words", "")
    monkeypatch.setattr(registry, "describe", lambda: (guest, *registry._SHIPPED))
    monkeypatch.setattr(registry, "load", lambda n: _Guest(deed) if n == "guest" else real(n))
    return highlight(STORY, "guest", "loaded")


@pytest.mark.parametrize("deed", [_emptied, _overwritten, _printed])
def test_what_a_guest_does_to_the_text_or_prints_is_its_own_affair(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    deed: Callable[[Doc], object],
) -> None:
    found = guests(monkeypatch, deed)
    assert found.skipped == ()
    assert [s.quote for s in found.suggestions if s.label == "hedge"] == [STORY[:3]]
    assert any(s.label == "loaded" for s in found.suggestions)
    assert capsys.readouterr().out == ""


def test_hits_without_end_and_errors_without_words_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Mute(Exception):
        def __str__(self) -> str:
            raise ValueError

    def mute(doc: Doc) -> object:
        raise Mute

    for deed in (lambda doc: itertools.cycle(hit()), mute):
        found = guests(monkeypatch, deed)
        assert [skipped.detector for skipped in found.skipped] == ["guest"]
        assert {s.label for s in found.suggestions} == {"loaded"}


def test_a_detector_that_finds_nothing_has_not_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "load", lambda name: _Broken(iter(())))
    assert highlight(STORY, "hedge") == Findings(())


@given(st.text(alphabet=st.sampled_from("regime may said “”\"'’‘ .,\n([{é😀x"), max_size=200))
@settings(max_examples=150, deadline=None)
def test_every_suggestion_quotes_the_text_it_points_at(text: str) -> None:
    found = highlight(text)
    assert found.skipped == ()
    for suggestion in found.suggestions:
        assert text[suggestion.start : suggestion.end] == suggestion.quote
        assert suggestion.quote.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "[" * 16_000,
        "regime " * 16_000,
        "THE REGIME MAY FALL " * 50,
        "😀" * 4_000,
        "“" * 5_000,
        '"' * 5_001,
        "said " * 5_000,
        "a" * 1_000_000,
        "the regime may fall and " * 4_000,
        "officials said they claimed that it could be likely " * 500,
        "x-ridden-" * 4_000,
        "deny or confirm, " * 8_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_input_is_read_without_a_failure(text: str) -> None:
    assert highlight(text).skipped == ()


def test_capitals_do_not_hide_a_word() -> None:
    assert ("loaded", "REGIME") in marked("THE REGIME ALLEGEDLY FELL")
    assert ("hedge", "ALLEGEDLY") in marked("THE REGIME ALLEGEDLY FELL")
