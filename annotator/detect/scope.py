"""The scope of a hedge: the words that it makes less certain; needs a parse.

A cue with a complement hedges that ("expected *to resign*", "unclear *who paid*"), a cue before a
noun the noun's phrase, "if" the clause that holds under it, any other its own clause (after Vincze
et al. 2008, who annotated scopes in the BioScope corpus). Words more than 60 away are not looked
at, so that time stays linear in a sentence without end.
"""

from annotator.detect.nlp import Doc
from annotator.detect.parsing import Grammar

_COMPLEMENTS = frozenset(("ccomp", "xcomp", "csubj", "csubjpass", "pcomp", "acl", "advcl", "prep"))
_SUBJECTS = frozenset(("csubj", "csubjpass"))
_CLAUSES = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "csubj", "pcomp"))
_BESIDE = frozenset(("cc", "conj"))
_REACH = 60
_TAKING = frozenset(("VERB", "ADJ", "NOUN"))


def of(doc: Doc, first: int, last: int) -> str:
    """The text that the cue at words `first` to `last` hedges; "" without a parse."""
    if doc.grammar is None or not doc.grammar.dep[first]:
        return ""
    begin, end = doc.sentences[doc.sentence_of[first]]
    begin, end = max(begin, first - _REACH), min(end, last + 1 + _REACH)
    top = _top(doc.grammar, last, begin, end)
    under = [n for n in range(begin, end) if n == top or _beneath(doc.grammar, n, top)]
    while len(under) > 1 and not doc.words[under[-1]].isalnum():
        under.pop()
    return doc.text[doc.starts[under[0]] : doc.ends[under[-1]]] if under else ""


def _top(grammar: Grammar, last: int, begin: int, end: int) -> int:
    """The word over all that is hedged: the cue's complement, its noun, or its clause's verb."""
    if grammar.pos[last] in _TAKING:
        copula = grammar.head[last] if grammar.dep[last] == "acomp" else last
        for child in range(begin, end):
            after = child > last or grammar.dep[child] in _SUBJECTS
            governed = grammar.head[child] in (last, copula)
            if after and governed and grammar.dep[child] in _COMPLEMENTS:
                return child
    if grammar.dep[last] == "amod":
        return grammar.head[last]
    top = last
    for _ in range(_REACH):
        if grammar.dep[top] in _CLAUSES or not begin <= grammar.head[top] < end:
            break
        top = grammar.head[top]
    conditional = grammar.dep[last] == "mark" and grammar.dep[top] == "advcl"
    return grammar.head[top] if conditional else top


def _beneath(grammar: Grammar, index: int, top: int) -> bool:
    """Whether word `index` depends on `top`, however far down, but not as a clause beside it."""
    for _ in range(_REACH):
        beside = grammar.dep[index] in _BESIDE
        index = grammar.head[index]
        if index == top:
            return not beside
    return False
