"""The door to spaCy: words with true offsets, and the verified model."""

import itertools
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from annotator import detect
from annotator.detect import nlp, weights
from annotator.errors import InputError
from annotator.model import Span
from annotator.text.sentences import sentences

STORY = "The bridge was closed on Monday. Police were told by a driver that it might fall."


@given(st.text(max_size=120))
@settings(max_examples=150, deadline=None)
def test_words_lie_in_the_text_in_order(text: str) -> None:
    doc = nlp.read(text, sentences(text))
    places = list(zip(doc.starts, doc.ends, strict=True))
    assert all(start < end for start, end in places)
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(places))
    assert len(doc.sentence_of) == len(doc.words)


def test_curly_apostrophes_are_split_as_straight_ones() -> None:
    for text in ("They didn't go.", "They didn’t go."):
        assert nlp.read(text, sentences(text)).words[:4] == ["they", "did", "n't", "go"]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 79), st.sampled_from("\xad\u200b\u200d\u2060\u2067\u202c\x07\ufeff")
        )
    )
)
@settings(max_examples=50, deadline=None)
def test_characters_without_width_part_no_word_and_move_no_offset(
    hidden: list[tuple[int, str]],
) -> None:
    letters = list(STORY)
    for place, character in hidden:
        letters[place] += character
    text = "".join(letters)
    plain, doc = (nlp.read(t, [Span(0, len(t))]) for t in (STORY, text))
    assert doc.words == plain.words
    for word, start, end in zip(doc.words, doc.starts, doc.ends, strict=True):
        bare = "".join(c for c in text[start:end] if c.isprintable())
        assert bare.lower() == word
        assert text[start].isprintable()
        assert text[end - 1].isprintable()


def test_a_word_with_a_hidden_character_is_found_where_it_is() -> None:
    text = "\ufeffThe re\u200bgime re\xadportedly fell."
    found = detect.highlight(text, "a", sentences(text)).suggestions
    assert [(s.quote, s.label) for s in found] == [
        ("re\u200bgime", "loaded"),
        ("re\xadportedly", "hedge"),
    ]
    assert all(text[s.start : s.end] == s.quote for s in found)


@pytest.mark.parametrize(
    "hidden", ["\u2066{}\u2069", "\u202b{}\u202c", "\u061c{}", "\x1b{}", "{}\x93"]
)
def test_controls_of_direction_and_others_hide_no_word(hidden: str) -> None:
    text = f"The {hidden.format('regime')} fell."
    (found,) = detect.highlight(text, "a", sentences(text)).suggestions
    assert found.quote == "regime"


def test_a_run_without_blanks_is_one_word() -> None:
    text = "(" * 16_000 + " regime"
    assert len(nlp.read(text, sentences(text)).words) == 2


def test_importing_the_room_does_not_import_spacy() -> None:
    code = "import sys, annotator.detect; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_model_adds_tags_and_its_name_to_the_provenance(model: str) -> None:
    doc = nlp.read(STORY, sentences(STORY), model)
    assert doc.grammar is not None
    assert len(doc.grammar.pos) == len(doc.words)
    assert doc.grammar.lemma[doc.words.index("told")] == "tell"
    found = detect.highlight(STORY, "a", sentences(STORY), model=model)
    assert {s.version.split("/")[1] for s in found.suggestions} == {"en_core_web_sm-3.8.0"}


def test_a_model_reads_several_texts_at_once_and_never_many(
    model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    pipe = Language.pipe

    def counted(self: Language, texts: Iterable[str], *, batch_size: int) -> Iterator[Doc]:
        held = list(texts)
        assert len(held) == batch_size
        sizes.append(sum(map(len, held)))
        return pipe(self, held, batch_size=batch_size)

    monkeypatch.setattr(Language, "pipe", counted)
    texts = [STORY] * 6 + ["It fell. " * 14_000, STORY]
    read = list(nlp.read_all(((text, sentences(text)) for text in texts), model))
    assert [doc.text for doc in read] == texts
    assert sum(sizes) > 100_000
    assert max(sizes) < 70_000
    assert len(sizes) < 6


def test_a_text_is_read_in_company_as_it_is_read_alone(model: str) -> None:
    texts = [STORY, "", "It fell.\n\nNobody  said\twhy.", "\n", "The re\u200bgime fell.", STORY * 9]
    pairs = [(text, sentences(text)) for text in texts]
    for name in (None, model):
        for doc, (text, spans) in zip(nlp.read_all(pairs, name), pairs, strict=True):
            alone = nlp.read(text, spans, name)
            assert (doc.text, doc.words, doc.starts) == (text, alone.words, alone.starts)
            assert (doc.ends, doc.sentences) == (alone.ends, alone.sentences)
            assert doc.grammar == alone.grammar


def test_passives_without_agent_are_marked_with_the_model(model: str) -> None:
    found = detect.highlight(STORY, "a", sentences(STORY), detectors=["passive"], model=model)
    assert [(s.quote, s.label) for s in found.suggestions] == [("was closed", "presupposition")]


def test_a_model_file_that_is_not_the_official_one_is_noticed(model: str, tmp_path: Path) -> None:
    assert weights.altered(weights.find(model)) == []
    assert "tagger/model" in weights.altered(tmp_path)


def test_an_altered_model_is_refused(
    model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights, "_installed", lambda: tmp_path)
    with pytest.raises(InputError, match="not the official file"):
        weights.find(model)
