"""Who said it: attribution cues with their source and content, in each sentence.

An attribution has a cue (the saying verb or phrase), a source (the words that name who says) and a
content (what is said): after the cue, or before it when the cue closes the sentence.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from annotator.detect import lexicon
from annotator.detect.lexicon import Entry
from annotator.detect.nlp import Doc, Grammar
from annotator.detect.quotes import Quote
from annotator.detect.scan import Match, Scanner

_REACH = 14
_BEFORE_SOURCE = frozenset(("according", "cited", "as", "in", "citing"))
_BETWEEN = frozenset(("also", "not", "n't", "once", "since", "later", "first"))
_CLAUSES = frozenset(("relcl", "appos", "punct"))
_ENDING = frozenset((",", ".", "in", "on", "at", "during"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue at words `[first, last]` with its entry; source and content are code point spans.

    `source` is the text of the source or None, `named` whether it is a name.
    """

    first: int
    last: int
    entry: Entry
    source: str | None
    named: bool
    content: tuple[int, int] | None


@lru_cache(maxsize=1)
def find(doc: Doc) -> list[Attribution]:
    """The attributions of `doc`, by position; where it is said that nobody said so, there is none."""
    return [_attribution(doc, m) for m in _scanner().scan(doc) if not _negated(doc, m.first)]


@lru_cache(maxsize=1)
def by_sentence(doc: Doc) -> dict[int, list[Attribution]]:
    """The attributions of each sentence that has any."""
    grouped: dict[int, list[Attribution]] = {}
    for found in find(doc):
        grouped.setdefault(doc.sentence_of[found.first], []).append(found)
    return grouped


def near(doc: Doc, position: int) -> str | None:
    """The speaker of the quotation at `position`: the source of the cue nearest to its marks.

    The cue stands outside the marks, in a sentence in which the quotation begins or ends.
    """
    quote = next((q for q in doc.quotes if q.start <= position < q.end), None)
    if quote is None:
        return None
    ends = {
        doc.sentence_of[min(doc.index(at), len(doc.words) - 1)] for at in (quote.start, quote.end)
    }
    cues = [
        (_distance(doc, found, quote), found)
        for sentence in ends
        for found in by_sentence(doc).get(sentence, ())
        if not _within(doc, found)
    ]
    return _speaker(min(cues, key=lambda cue: cue[0])[1]) if cues else None


def _distance(doc: Doc, found: Attribution, quote: Quote) -> int:
    """The code points between a cue and the nearer mark of the quotation."""
    return max(doc.starts[found.first] - quote.end, quote.start - doc.ends[found.last])


def _within(doc: Doc, found: Attribution) -> bool:
    return doc.quoted(doc.starts[found.first], doc.ends[found.last])


def _speaker(found: Attribution) -> str | None:
    """The source unless it is a pronoun, which names nobody."""
    pronoun = (found.source or "").lower() in lexicon.classes()["subject"]
    return None if pronoun else found.source


@cache
def _scanner() -> Scanner:
    return Scanner(lexicon.load("attribution").entries)


def _attribution(doc: Doc, match: Match) -> Attribution:
    begin, end = doc.sentences[doc.sentence_of[match.first]]
    first, stop = _source(doc, match, begin, end)
    if _clausal(doc, first, stop):
        first = stop
    return Attribution(
        match.first,
        match.last,
        match.entry,
        doc.text[doc.starts[first] : doc.ends[stop - 1]] if first < stop else None,
        _named(doc, first, stop, begin),
        _content(doc, match, begin, end),
    )


def _negated(doc: Doc, cue: int) -> bool:
    """Whether the verb at `cue` is denied: "did not confirm", "declined to say"."""
    begin, _ = doc.sentences[doc.sentence_of[cue]]
    classes = lexicon.classes()
    while _listed(doc, cue, begin, classes["confirming"]):
        cue -= 2
    before = doc.words[max(begin, cue - 2) : cue]
    refused = "to" in (*before, doc.words[cue]) and not classes["refusing"].isdisjoint(before)
    return refused or not classes["negation"].isdisjoint(before)


def _listed(doc: Doc, cue: int, begin: int, confirming: frozenset[str]) -> bool:
    """Whether the verb at `cue` continues a list: "confirm, deny or comment"."""
    joined = cue - 2 >= begin and doc.words[cue - 1] in (",", "or", "nor")
    return joined and {doc.words[cue], doc.words[cue - 2]} <= confirming


def _clausal(doc: Doc, first: int, stop: int) -> bool:
    """Whether the run is a clause and no noun phrase: "he was asking", "after leaving Rome"."""
    classes = lexicon.classes()
    verbs = (classes["be"] | classes["have"] | classes["modal"]) - {"'s"}
    words = doc.words[first:stop]
    return (
        any(doc.words[n] in verbs and not doc.capital(n) for n in range(first, stop))
        or (len(words) > 1 and not classes["subject"].isdisjoint(words))
        or not (classes["clausal"] | classes["negation"]).isdisjoint((*words[:1], *words[-1:]))
        or any(_object(doc, n) for n in range(first + 2, stop))
    )


def _object(doc: Doc, index: int) -> bool:
    """Whether a determiner at `index` follows a verb: "issued a", and not "of the"."""
    classes = lexicon.classes()
    linking = classes["adjunct"] | classes["linking"]
    determined = doc.words[index] in classes["determiner"] and not doc.capital(index - 1)
    return determined and doc.words[index - 1] not in linking


def _source(doc: Doc, match: Match, begin: int, end: int) -> tuple[int, int]:
    """The run of words that names the source: the cue's subject when there is a parse.

    Without one, or when the parse shows none: the words after "according to", else before the cue.
    """
    if _passive(doc, match, begin):
        first = match.last + 2
        if doc.words[first - 1 : first] != ["by"]:
            return first, first
        return _trimmed(doc, *_run_after(doc, first, end, lexicon.classes()["adjunct"]))
    if doc.grammar and (subject := _subject(doc.grammar, match.first, begin, end)):
        return subject
    if doc.words[match.first] not in _BEFORE_SOURCE:
        before = _trimmed(doc, *_run_before(doc, match.first, begin))
        if before[0] < before[1]:
            return before
        inverted = lexicon.classes()["adjunct"]
        return _trimmed(doc, *_run_after(doc, match.last + 1, end, inverted))
    return _trimmed(doc, *_run_after(doc, match.last + 1, end, frozenset()))


def _passive(doc: Doc, match: Match, begin: int) -> bool:
    """Whether the cue is a passive, whose subject does not speak: "it was claimed", "she was told"."""
    cue = doc.words[match.first]
    if match.entry.pos != "verb" or cue.endswith("ing") or cue == match.entry.lemma:
        return False
    before = match.first - 1
    while before > begin and (doc.words[before].endswith("ly") or doc.words[before] in _BETWEEN):
        before -= 1
    return before >= begin and doc.words[before] in lexicon.classes()["be"] - {"'s"}


def _subject(grammar: Grammar, cue: int, begin: int, end: int) -> tuple[int, int] | None:
    """The unbroken run of words under the subject of the verb at `cue`, up to a relative clause."""
    for index in range(begin, end):
        if grammar.head[index] == cue and grammar.dep[index] in ("nsubj", "nsubjpass"):
            first = stop = index
            while first > begin and _under(grammar, first - 1, index):
                first -= 1
            while stop + 1 < end and _under(grammar, stop + 1, index):
                stop += 1
            return first, stop + 1
    return None


def _under(grammar: Grammar, index: int, head: int) -> bool:
    """Whether word `index` depends on `head`, however far down, but not by a clause of its own."""
    for _ in range(_REACH):
        if index == head:
            return True
        if grammar.dep[index] in _CLAUSES:
            return False
        index = grammar.head[index]
    return False


def _run_before(doc: Doc, stop: int, begin: int) -> tuple[int, int]:
    edge = lexicon.classes()["edge"]
    first = stop
    while first > max(begin, stop - _REACH) and doc.words[first - 1] not in edge:
        first -= 1
    if first - 2 >= begin and doc.words[first - 1] == "and" and doc.capital(first - 2):
        return _run_before(doc, first - 1, max(begin, first - 4))[0], stop
    return first, stop


def _run_after(doc: Doc, first: int, end: int, limits: frozenset[str]) -> tuple[int, int]:
    edge, determiners = lexicon.classes()["edge"], lexicon.classes()["determiner"]
    stop = first
    while stop < min(end, first + _REACH):
        word = doc.words[stop]
        if (word in limits or word in edge) and not (word == "of" and stop > first):
            break
        if stop > first and word in determiners and doc.capital(stop - 1):
            break
        stop += 1
    return first, stop


def _trimmed(doc: Doc, first: int, stop: int) -> tuple[int, int]:
    """The run without auxiliaries, adverbs and connectives at its edges."""
    filler = lexicon.classes()["filler"]
    while first < stop and (doc.words[stop - 1] in filler or doc.words[stop - 1].endswith("ly")):
        stop -= 1
    while first < stop and doc.words[first] in filler:
        first += 1
    return first, stop


def _named(doc: Doc, first: int, stop: int, begin: int) -> bool:
    """Whether a word of the run is a name: a capital that sentence position does not explain."""
    classes = lexicon.classes()
    unnamed, determiners = classes["unnamed"], classes["determiner"]
    return any(
        doc.capital(n) and (n > begin or stop - first == 1)
        for n in range(first, stop)
        if doc.words[n] not in unnamed and doc.words[n] not in determiners
    )


def _content(doc: Doc, match: Match, begin: int, end: int) -> tuple[int, int] | None:
    closing = match.first > begin and _closes(doc, match, begin, end)
    first, stop = (begin, match.first) if closing else (match.last + 1, end)
    return (doc.starts[first], doc.ends[stop - 1]) if first < stop else None


def _closes(doc: Doc, match: Match, begin: int, end: int) -> bool:
    """Whether what is said stands before the cue: "…, she said." and "…, according to X."."""
    if match.entry.id.startswith("according"):
        return match.first - begin > 2
    tail = doc.words[match.last + 1 : min(end, match.last + 1 + _REACH)]
    before = doc.words[max(begin, match.first - _REACH) : match.first]
    ends = len(tail) <= 1 or tail[0] in _ENDING
    return ends and any(mark in before for mark in (",", "”", '"', "''"))


def reported(doc: Doc, position: int) -> str | None:
    """The source whose statement, in the outlet's words, holds code point `position`."""
    sentence = doc.sentence_of[min(doc.index(position), len(doc.words) - 1)]
    for found in by_sentence(doc).get(sentence, ()):
        said = found.content and found.content[0] <= position < found.content[1]
        if said and found.source and not _within(doc, found):
            return _speaker(found)
    return None
