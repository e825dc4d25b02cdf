"""Lines of a page with the features that cleaning looks at."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from annotator.ingest.cleaning.joining import TERMINAL, joined_lines
from annotator.ingest.cleaning.notation import words_of

_COMMON = (
    "a about after all also an and are as at be been before but by can could did do for from had "
    "has have he her his if in into is it its more not of on one or our out over said she so than "
    "that the their them there they this to up was we were what when which who will with would "
    "you"
)
STOP_WORDS = frozenset(_COMMON.split())
_COMMON_ELSEWHERE = (
    "der die das des im dieses und ist nicht mit von für zum zur sie wir auf den dem "
    "ein eine einen ihre unser diese mehr "
    "le les du et est dans sur cette votre nous vous une avec ses aux "
    "el los las del una para por más su sus lo que nuestro "
    "il gli della che una sono più nel dei "
    "na że się nie jak dla aby oraz jest czy "
    "het een van voor niet dat zijn bij naar "
    "og ikke det som til på och att inte för av med vi "
    "os uma não você mais são dos das"
)
_FOREIGN_WORDS = frozenset(_COMMON_ELSEWHERE.split())
WORD = re.compile(r"[^\W_]+")
_LEAST_LETTERS = 3  # of a word that carries matter; shorter ones are mostly small words
_STEM_LETTERS = 5  # of a word: "close", "closes" and "closed" are one
_OPENING_LINES = 12  # of a body: by then it has told what its headline speaks of
_BLANK_BEFORE = re.compile(r"\n[ \t\xa0]*\n$|^\n$")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or several that read on; `[start, end)` are whole lines of the page.

    `key` is how the line is compared with others: case, blanks and numbers do not count.
    """

    start: int
    end: int
    text: str
    words: int
    stop_share: float
    terminal: bool
    script: str
    after_blank: bool
    key: str


def line_key(text: str) -> str:
    """`text` folded for comparison: case, white space and the values of numbers do not count."""
    return re.sub(r"\d+", "0", " ".join(text.casefold().split()))


def content_words(text: str) -> frozenset[str]:
    """The words of `text` that carry its matter, folded and cut to their stems' first letters."""
    words = WORD.findall(text.casefold())
    return frozenset(stem(w) for w in words if len(w) >= _LEAST_LETTERS and w not in STOP_WORDS)


def stem(word: str) -> str:
    """The first letters of a folded word, by which its inflections are taken for one."""
    return word[:_STEM_LETTERS]


def opening_words(lines: Iterable[Line]) -> frozenset[str]:
    """The content words of the first paragraphs of `lines`."""
    return content_words(" ".join(line.text for line in islice(lines, _OPENING_LINES)))


def reads_foreign(text: str) -> bool:
    """Whether a line is in a language of Latin letters other than English, by its small words."""
    words = [word.strip(".,;:!?\"'“”‘’()") for word in text.casefold().split()]
    english = sum(word in STOP_WORDS for word in words)
    return sum(word in _FOREIGN_WORDS for word in words) >= max(2, len(words) / 5, 3 * english)


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of `text`, joined where one visibly reads on in the next."""
    return [_line(text, start, end) for start, end in joined_lines(text)]


def _line(text: str, start: int, end: int) -> Line:
    content = words_of(text[start:end].strip())
    words = content.casefold().split()
    stops = sum(word.strip(".,;:!?\"'“”‘’()") in STOP_WORDS for word in words)
    return Line(
        start,
        end,
        content,
        len(words),
        stops / len(words) if words else 0.0,
        TERMINAL.search(content[-8:]) is not None,
        _script(content),
        _BLANK_BEFORE.search(text[max(0, start - 40) : start]) is not None,
        line_key(content),
    )


def _script(content: str) -> str:
    if content.isascii():
        return "LATIN"
    letter = _LETTER.search(content)
    return unicodedata.name(letter.group(), "OTHER").split()[0] if letter else "NONE"
