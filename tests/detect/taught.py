"""Sentences alike but for who acts, and sentences of which words are marked, for what learns."""

from annotator.detect import teaching
from annotator.text.sentences import sentences

ACTORS = ("council", "ministry", "union", "harbour", "railway", "museum", "college", "bank")


def example(text: str, *words: str) -> teaching.Example:
    """A text in which the first of each of the words is marked."""
    places = [(text.index(word), text.index(word) + len(word)) for word in words]
    return teaching.Example(text, sentences(text), places)
