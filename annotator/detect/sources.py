"""Who said it: attribution cues with their source and content, in each sentence.

An attribution has a cue (the saying verb or phrase), a source (the words that name who says) and a
content (what is said): after the cue, or before it when the cue closes the sentence.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from annotator.detect import lexicon, scan
from annotator.detect.lexicon import Entry
from annotator.detect.nlp import Doc
from annotator.detect.parsing import Grammar
from annotator.detect.quotes import Quote
from annotator.detect.scan import Match

_REACH = 14  # words beside a cue, or steps up a parse, in which its source is looked for
_LONGEST = 20  # quotations in a row that are followed back to who speaks
_RELATIVE = frozenset(("who", "which"))
_MOST = 100  # cues of a sentence, so that one without end takes no longer a word than another
_NOBODY = frozenset(("neither", "nobody", "none", "no"))
_MARKS = frozenset((",", "”", '"', "''", "'"))
_BEFORE_SOURCE = frozenset(("according", "cited", "as", "in", "citing"))
_BETWEEN = frozenset(("also", "not", "n't", "once", "since", "later", "first"))
_CLAUSES = frozenset(("relcl", "appos", "punct"))
_LABEL = 60  # code points before a quotation in which a name and a colon may stand
_LABELLED = re.compile(r"(?:^|\n|[.!?|] )((?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3}):\s?$")
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
    """The attributions of `doc`, by position; none where it is said that nobody said so."""
    return [
        _attribution(doc, m)
        for m in scan.find(doc, "attribution")
        if m.entry.strength and not _negated(doc, m.first)
    ]


@lru_cache(maxsize=1)
def by_sentence(doc: Doc) -> dict[int, list[Attribution]]:
    """The first attributions of each sentence that has any."""
    grouped: dict[int, list[Attribution]] = {}
    for found in find(doc):
        held = grouped.setdefault(doc.sentence_of[found.first], [])
        if len(held) < _MOST:
            held.append(found)
    return grouped


def near(doc: Doc, position: int) -> str | None:
    """The speaker of the quotation at `position`: the source of the cue nearest to its marks.

    The cue stands outside the marks, in a sentence in which the quotation begins or ends. Where
    there is none, the speaker is named before a colon, as in headlines, or is that of the quotation
    which this one goes on with.
    """
    at = bisect_right(doc.quotes, position, key=lambda quote: quote.start) - 1
    if at < 0 or position >= doc.quotes[at].end:
        return None
    for number in range(at, max(-1, at - _LONGEST), -1):
        quote = doc.quotes[number]
        cues = [
            (_distance(doc, found, quote), found)
            for sentence in {_sentence(doc, quote.start), _sentence(doc, quote.end)}
            for found in by_sentence(doc).get(sentence, ())
            if not _within(doc, found)
        ]
        if cues:
            return _speaker(_subject_of(doc, min(cues, key=lambda cue: cue[0])[1]))
        if labelled := _LABELLED.search(doc.text, max(0, quote.start - _LABEL), quote.start - 1):
            return None if labelled[1].lower() in lexicon.classes()["kicker"] else labelled[1]
        if not number or not _goes_on(doc, doc.quotes[number - 1], quote):
            return None
    return None


def _subject_of(doc: Doc, found: Attribution) -> Attribution:
    """The cue, or the one before whose subject goes on in a participle: "said Rey, adding: …"."""
    if found.source or not doc.words[found.last].endswith("ing"):
        return found
    others = by_sentence(doc)[doc.sentence_of[found.first]]
    before = [other for other in others if other.first < found.first and other.source]
    return before[-1] if before else found


def _goes_on(doc: Doc, before: Quote, quote: Quote) -> bool:
    """Whether a quotation goes on with the one before it.

    It opens the next paragraph, the one before being left open; or it opens the next sentence of
    its paragraph, as in: “It was late,” she said. “We left.”
    """
    between = doc.text[before.end : quote.start - 1]
    if "\n" in between:
        return not between.strip()
    here, there = _sentence(doc, quote.start), _sentence(doc, before.end)
    return here == there + 1 and doc.starts[doc.sentences[here][0]] >= quote.start - 1


def _sentence(doc: Doc, position: int) -> int:
    return doc.sentence_of[min(doc.index(position), len(doc.words) - 1)]


def _distance(doc: Doc, found: Attribution, quote: Quote) -> int:
    """The code points between a cue and the nearer mark of the quotation."""
    return max(doc.starts[found.first] - quote.end, quote.start - doc.ends[found.last])


def _within(doc: Doc, found: Attribution) -> bool:
    return doc.quoted(doc.starts[found.first], doc.ends[found.last])


def _speaker(found: Attribution) -> str | None:
    """The source unless it is a pronoun, which names nobody."""
    pronoun = (found.source or "").lower() in lexicon.classes()["subject"]
    return None if pronoun else found.source


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
        _content(doc, match, begin, end, inverted=match.last < first < stop),
    )


def _negated(doc: Doc, cue: int) -> bool:
    """Whether the verb at `cue` is denied: "did not confirm", "declined to say"."""
    begin, _ = doc.sentences[doc.sentence_of[cue]]
    classes = lexicon.classes()
    for _ in range(_REACH):
        if not _listed(doc, cue, begin, classes["confirming"]):
            break
        cue -= 2
    before = doc.words[max(begin, cue - 2) : cue]
    nobody, _ = _run_before(doc, cue, begin)
    if doc.words[nobody] in _NOBODY:
        return True
    refused = "to" in (*before, doc.words[cue]) and not classes["refusing"].isdisjoint(before)
    return refused or not classes["negation"].isdisjoint(before)


def _listed(doc: Doc, cue: int, begin: int, confirming: frozenset[str]) -> bool:
    """Whether the verb at `cue` continues a list: "confirm, deny or comment"."""
    joined = cue - 2 >= begin and doc.words[cue - 1] in (",", "or", "nor")
    return joined and {doc.words[cue], doc.words[cue - 2]} <= confirming


def _clausal(doc: Doc, first: int, stop: int) -> bool:
    """Whether the run is a clause and no noun phrase: "he was asking", "after leaving Rome"."""
    words = doc.words[first:stop]
    return (
        any(doc.words[n] in _finite() and not doc.capital(n) for n in range(first, stop))
        or (len(words) > 1 and not lexicon.classes()["subject"].isdisjoint(words))
        or not _union("clausal", "negation").isdisjoint((*words[:1], *words[-1:]))
        or any(_object(doc, n) for n in range(first + 2, stop))
    )


@cache
def _finite() -> frozenset[str]:
    """Auxiliaries; "'s" is mostly a possessive."""
    return _union("be", "have", "modal") - {"'s"}


@cache
def _union(*names: str) -> frozenset[str]:
    classes = lexicon.classes()
    return frozenset(word for name in names for word in classes[name])


def _object(doc: Doc, index: int) -> bool:
    """Whether a determiner at `index` follows a verb: "issued a", and not "of the"."""
    determined = doc.words[index] in lexicon.classes()["determiner"]
    linked = determined and doc.words[index - 1] in _union("adjunct", "linking")
    return determined and not linked and not doc.capital(index - 1)


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
        after = _trimmed(doc, *_run_after(doc, match.last + 1, end, lexicon.classes()["adjunct"]))
        if _speaks(doc, match, *after):
            return after
        return _before_apposition(doc, match.first, begin)
    return _trimmed(doc, *_run_after(doc, match.last + 1, end, frozenset()))


def _passive(doc: Doc, match: Match, begin: int) -> bool:
    """Whether the cue is a passive, whose subject is silent: "it was claimed", "she was told"."""
    cue = doc.words[match.first]
    if match.entry.pos != "verb" or cue.endswith("ing") or cue == match.entry.lemma:
        return False
    before = match.first - 1
    while before > begin and (doc.words[before].endswith("ly") or doc.words[before] in _BETWEEN):
        before -= 1
    return (
        before >= begin
        and doc.words[before] in lexicon.classes()["be"]
        and doc.words[before] != "'s"
    )


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
        if doc.words[first - 1] == "'" and doc.quoted(doc.starts[first - 2], doc.ends[first - 2]):
            break
        first -= 1
    if first - 2 >= begin and doc.words[first - 1] == "and" and doc.capital(first - 2):
        return _run_before(doc, first - 1, max(begin, first - 4))[0], stop
    return first, stop


def _speaks(doc: Doc, match: Match, first: int, stop: int) -> bool:
    """Whether the run after a cue is who says it: no clause, and no object of what is claimed."""
    if first == stop or _clausal(doc, first, stop):
        return False
    return match.entry.kind == "neutral" or doc.capital(first)


def _before_apposition(doc: Doc, cue: int, begin: int) -> tuple[int, int]:
    """The run that an apposition or a relative clause before the cue is about.

    "The chief, Ann Ory, warned that …", "Ann Ory, who denied it".
    """
    classes = lexicon.classes()
    at = cue
    while at > begin and doc.words[at - 1] in classes["filler"]:
        at -= 1
    if at > begin and doc.words[at - 1] in _RELATIVE:
        stop = at - 1 - (at - 2 >= begin and doc.words[at - 2] == ",")
    elif cue - 1 > begin and doc.words[cue - 1] == ",":
        nearby = range(cue - 2, max(begin, cue - 1 - _REACH), -1)
        stop = next((n for n in nearby if doc.words[n] == ","), begin)
    else:
        return cue, cue
    first, stop = _trimmed(doc, *_run_before(doc, stop, begin))
    while first < stop and doc.words[first] in classes["reporting"]:
        first += 1
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
    """The run without auxiliaries, adverbs, connectives and single marks at its edges."""
    filler = lexicon.classes()["filler"]
    words = doc.words
    while first < stop and (
        words[stop - 1] in filler or words[stop - 1] == "'" or words[stop - 1].endswith("ly")
    ):
        stop -= 1
    while first < stop and (words[first] in filler or words[first] == "'"):
        first += 1
    return first, stop


def _named(doc: Doc, first: int, stop: int, begin: int) -> bool:
    """Whether a word of the run is a name: a capital that sentence position does not explain."""
    common = _union("unnamed", "determiner", "adjunct", "month")
    return any(
        doc.capital(n) and (n > begin or stop - first == 1)
        for n in range(first, stop)
        if doc.words[n] not in common
    )


def _content(
    doc: Doc, match: Match, begin: int, end: int, *, inverted: bool
) -> tuple[int, int] | None:
    """What is said: before a closing cue, around one in the middle, after any other."""
    closing = match.first > begin and (
        _closes(doc, match, begin, end) or (inverted and doc.words[match.first - 1] in _MARKS)
    )
    first, stop = (begin, match.first) if closing else (match.last + 1, end)
    if closing and doc.words[match.last + 1 : match.last + 2] == [","]:
        stop = end
    return (doc.starts[first], doc.ends[stop - 1]) if first < stop else None


def _closes(doc: Doc, match: Match, begin: int, end: int) -> bool:
    """Whether what is said stands before the cue: "…, she said." and "…, according to X."."""
    if match.entry.id.startswith("according"):
        return match.first - begin > 2
    tail = doc.words[match.last + 1 : min(end, match.last + 1 + _REACH)]
    before = doc.words[max(begin, match.first - _REACH) : match.first]
    ends = len(tail) <= 1 or tail[0] in _ENDING
    return ends and not _MARKS.isdisjoint(before)


def reported(doc: Doc, position: int) -> str | None:
    """The source whose statement, in the outlet's words, holds code point `position`."""
    for found in by_sentence(doc).get(_sentence(doc, position), ()):
        said = found.content and found.content[0] <= position < found.content[1]
        if said and found.source and not _within(doc, found):
            return _speaker(found)
    return None
