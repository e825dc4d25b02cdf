"""When a lexicon entry counts: tests on the words around it.

    before, not_before     the next word is (not) one of these
    after, not_after       the previous word is (not) one of these
    near, not_near         one of these stands (none stands) within five words on either side
    after_name             true: the previous word begins with a capital
    case                   how the first letter must be: "lower", "capital", "word", which is
                           lower unless the word opens a sentence or stands in a headline, or
                           "headline", a capital in a headline

Values are words separated by blanks; `@name` stands for a class of `lexicons/classes.toml`, and in
`before` `-ing` for any gerund.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotator.detect.nlp import Doc

_SETS = ("before", "not_before", "after", "not_after", "near", "not_near")
KEYS = (*_SETS, "after_name", "case")
_CASES = ("", "lower", "capital", "word", "headline")
_REACH = 5
_GERUND = "-ing"
_NO_GERUND = {"during", "morning", "evening", "nothing", "something", "anything", "everything"}


@dataclass(frozen=True, slots=True)
class Context:
    """The tests of one group; an empty set is no test."""

    before: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    not_near: frozenset[str] = frozenset()
    after_name: bool = False
    case: str = ""

    @classmethod
    def parse(
        cls, table: Mapping[str, Any], classes: Mapping[str, frozenset[str]], where: str
    ) -> "Context":
        """The context in a group's table; ValueError on an unknown class or case."""
        sets = {key: _words(table[key], classes, where) for key in _SETS if key in table}
        case = table.get("case", "")
        if case not in _CASES:
            raise ValueError(f"{where}: case {case!r} is none of {', '.join(_CASES[1:])}")
        return cls(**sets, after_name=table.get("after_name", False), case=case)

    def fits(self, doc: Doc, first: int, last: int) -> bool:
        """Whether words `first` to `last` (inclusive) stand in this context."""
        words = doc.words
        following = words[last + 1] if last + 1 < len(words) else ""
        previous = words[first - 1] if first else ""
        if self.before and following not in self.before and not self._gerund(following):
            return False
        if self.after and previous not in self.after:
            return False
        if following in self.not_before or previous in self.not_after:
            return False
        if self.after_name and not (first and doc.capital(first - 1)):
            return False
        if self.case and not self._cased(doc, first):
            return False
        return self._surrounded(words, first, last)

    def _gerund(self, word: str) -> bool:
        """Whether a gerund may follow, and this is one."""
        gerund = len(word) > len("thing") and word.endswith("ing") and word not in _NO_GERUND
        return gerund and _GERUND in self.before

    def _cased(self, doc: Doc, first: int) -> bool:
        if self.case == "word":
            return not doc.named(first)
        if self.case == "headline":
            return doc.capital(first) and doc.headline(first)
        return doc.capital(first) == (self.case == "capital")

    def _surrounded(self, words: list[str], first: int, last: int) -> bool:
        if not self.near and not self.not_near:
            return True
        around = {*words[max(0, first - _REACH) : first], *words[last + 1 : last + 1 + _REACH]}
        return (not self.near or not self.near.isdisjoint(around)) and self.not_near.isdisjoint(
            around
        )


def _words(value: str, classes: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    found: set[str] = set()
    for word in value.split():
        if word.startswith("@") and len(word) > 1:
            if word[1:] not in classes:
                raise ValueError(f"{where}: no class is called {word}")
            found |= classes[word[1:]]
        else:
            found.add(word)
    return frozenset(found)
