"""What a detector is and what it returns."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from annotator.model import Layer, Suggestion

if TYPE_CHECKING:
    from annotator.detect.nlp import Doc


@dataclass(frozen=True, slots=True)
class Hit:
    """A detector's find: code points `[start, end)`, and why; `strength` in [0, 1].

    Words of the article stand in “ ” in the reason: where no text may go out, they stay.
    """

    start: int
    end: int
    label: str
    kind: str
    entry: str
    reason: str
    strength: float

    def check(self, text: str) -> None:
        """ValueError, TypeError or UnicodeError when it cannot be a hit in `text`.

        A detector may be anybody's, and what it returns is stored.
        """
        words = (self.label, self.kind, self.entry, self.reason)
        if not all(isinstance(word, str) for word in words) or not self.label:
            raise TypeError(f"label, kind, entry and reason are not words: {words!r}")
        "".join(words).encode("utf-8")
        if not type(self.start) is type(self.end) is int:
            raise TypeError(f"{self.entry} gave a place that is no whole number")
        if not 0 <= self.start < self.end <= len(text) or not 0 <= self.strength <= 1:
            raise ValueError(f"{self.entry} gave a place or strength out of range")
        if text[self.start : self.end].isspace():
            raise ValueError(f"{self.entry} gave a place without a word")


class Detector(Protocol):
    """Code that proposes. `version` changes whenever the same text may give other hits."""

    @property
    def name(self) -> str:
        """The name that users call it by."""
        ...

    @property
    def version(self) -> str:
        """What its hits depend on besides the text."""
        ...

    @property
    def layer(self) -> Layer:
        """What its hits sit on."""
        ...

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it may give."""
        ...

    def detect(self, doc: "Doc") -> Iterable[Hit]:
        """The hits in `doc`, in any order."""
        ...


@dataclass(frozen=True, slots=True)
class Skipped:
    """A detector that could not run, and why."""

    detector: str
    why: str


@dataclass(frozen=True, slots=True)
class Findings:
    """The suggestions for one article, by start, end and label, and the detectors left out."""

    suggestions: tuple[Suggestion, ...]
    skipped: tuple[Skipped, ...] = ()
