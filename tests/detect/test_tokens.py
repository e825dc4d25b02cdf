"""Words by pieces are those that spaCy's tokeniser finds in the whole."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.detect import tokens
from annotator.detect.tokens import Tokeniser

BARE = spacy.blank("en")
SHARED = Tokeniser(BARE)
PIECES = (
    *("The", "regime's", "don't", "can't've", "U.S.", "U.S.-led", "e.g.", "$5bn", "10km", "3.5%"),
    *("(so-called)", '"Well,', 'well"', "...", "end.", "end.Then", "—", "a--b", ":)", ":-(", "8-D"),
    *(
        "user@example.org",
        "https://example.org/a?b=c",
        "Ἀθῆναι",
        "ΟΔΟΣ",
        "İstanbul",
        "naïve",
        "日本",
    ),
    *(
        "rock'n'roll",
        "cannot",
        "gonna",
        "I'm",
        "'90s",
        "and/or",
        "#tag",
        "@name",
        "¿qué?",
        "😀regime",
    ),
)
BLANKS = (" ", " ", " ", " ", "  ", "   ", "\t", " \t", "\u2009", "\r")
texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BLANKS)), max_size=30).map(
    lambda parts: "".join(piece + blank for piece, blank in parts)
)
anything = st.text(max_size=60).map(lambda text: text.replace("\n", " "))


def spans(text: str) -> list[tuple[int, int]]:
    return [(token.idx, token.idx + len(token)) for token in BARE.make_doc(text)]


def one_sigma(word: str) -> str:
    """At its end a word has another sigma, and a piece may end elsewhere than a word."""
    return word.replace("ς", "σ")


@given(texts | anything)
@settings(max_examples=300, deadline=None)
def test_words_are_those_of_the_whole_text(text: str) -> None:
    read = SHARED.read(text, [(0, len(text))])
    assert list(zip(read.starts, read.ends, strict=True)) == spans(text)
    words = [tokens.lowered(text[start:end]) for start, end in spans(text)]
    assert [*map(one_sigma, read.words)] == [*map(one_sigma, words)]


def test_each_segment_is_read_by_itself() -> None:
    text = "(So it was. It ended) there."
    read = SHARED.read(text, [(0, 11), (12, 28)])
    assert read.words == ["(", "so", "it", "was", ".", "it", "ended", ")", "there", "."]
    assert [text[s:e].lower() for s, e in zip(read.starts, read.ends, strict=True)] == read.words


def test_what_was_forgotten_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_KEPT", 40)
    tokeniser = Tokeniser(BARE)
    for text in ["It didn't fall.", "Nobody knew why it didn't.", "It didn't fall."] * 3:
        assert tokeniser.read(text, [(0, len(text))]) == SHARED.read(text, [(0, len(text))])


def test_a_run_without_blanks_is_one_word_among_others() -> None:
    run = "([{" * 5_000
    text = f"It is {run} here, and {run} there."
    assert SHARED.read(text, [(0, len(text))]).words == [
        *("it", "is", "x" * len(run), "here", ",", "and", "x" * len(run), "there", ".")
    ]


def test_spacy_keeps_no_word_however_many_were_read() -> None:
    kept = len(BARE.vocab.strings)
    for start in range(0, 9000, 3000):
        text = " ".join(f"docker{number}'s" for number in range(start, start + 3000))
        assert len(SHARED.read(text, [(0, len(text))]).words) == 6000
    assert len(BARE.vocab.strings) == kept


def test_two_threads_read_at_once() -> None:
    texts = [" ".join(f"crane{n}x{k}'s" for k in range(300)) for n in range(40)]
    with ThreadPoolExecutor(4) as threads:
        read = list(threads.map(lambda text: SHARED.read(text, [(0, len(text))]), texts))
    assert [one.words[::2] for one in read] == [
        [f"crane{n}x{k}" for k in range(300)] for n in range(40)
    ]
