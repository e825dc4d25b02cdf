"""Jump hints: letters laid over the words in sight; typing them goes to the word."""

from collections.abc import Iterator, Sequence
from itertools import product

from annotator.model import Span

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class Hinting:
    """The letters still to type for each word, by the word's start."""

    def __init__(self, words: Sequence[Span]) -> None:
        size = 1 if len(words) <= len(LETTERS) else 2
        long_enough = [word for word in words if word.end - word.start >= size]
        pairs = zip(long_enough, _codes(size), strict=False)
        self.left: dict[int, str] = {word.start: code for word, code in pairs}
        """What is still to be typed, by where the word begins."""
        self._starts = {start: start for start in self.left}

    def type(self, key: str) -> int | None:
        """Take one letter; the place it leads to, once it is the last."""
        found = {start: code for start, code in self.left.items() if code.startswith(key)}
        for start, code in found.items():
            if code == key:
                return self._starts[start]
        self._starts = {start + 1: self._starts[start] for start in found}
        self.left = {start + 1: code[1:] for start, code in found.items()}
        return None


def _codes(size: int) -> Iterator[str]:
    return ("".join(letters) for letters in product(LETTERS, repeat=size))
