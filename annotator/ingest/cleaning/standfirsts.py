"""Headline and standfirst told apart: which of two lines, one above the other, is which."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.ingest.cleaning.clutter import addresses_readers
from annotator.ingest.cleaning.lines import Line, content_words
from annotator.ingest.cleaning.titles import TITLE_WORDS, Headline, bare_title, tells_again

LONGEST_KICKER_WORDS = 4  # "The long read", "Analysis: the war in Salvi" is none (made-up pages)
_PATH = re.compile(r"\s[/›»>]\s|\s[|•·]\s.*\s[|•·]\s")
_QUOTES = ('"', "“", "‘", "«", "„")
_STANDFIRST_WORDS = 9  # fewest, where the words in common say little (made-up pages)
_SURE_WORDS = _STANDFIRST_WORDS + 2  # fewest, where no word says anything (made-up pages)
_LONGER = 1.5  # times its headline's words, where no word says which is which (made-up pages)
_LEAST_SHARED = 2  # words with matter, for two lines to speak of the same (made-up pages)
_SHARED = 1 / 4  # of the upper line's words with matter, likewise
_SHARED_BY_APPEALS = 1 / 3  # most, of an appeal's words with matter (made-up pages)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Line `upper` right above line `lower`, which looks like the headline, both of one page.

    `kicker` is the text of the line above both, if it may be a headline; `told` is what the body
    tells.
    """

    upper: Line
    lower: Line
    kicker: str
    told: frozenset[str]

    @property
    def matter(self) -> frozenset[str]:
        """What the upper line speaks of."""
        return content_words(self.upper.text)

    @property
    def shared(self) -> int:
        """In how many words body or lower line speak of it too."""
        return len(self.matter & (self.told | content_words(self.lower.text)))


def above_its_standfirst(
    index: int,
    lines: Sequence[Line],
    near: Sequence[int],
    captions: Sequence[bool],
    told: frozenset[str],
) -> Headline:
    """The headline when the line at `index` is the standfirst right below it, else `index`.

    A standfirst often shares more words with the body than the headline, which is above it and
    speaks of the same things: in one word at least (if it is no quote or question), and in more
    where it is no shorter, or one of many lines. A line that shares no word is the headline of a
    much longer one, surely so when it is no kicker by its length and under none. `near` are the
    lines that may be headlines, `told` what the body tells.
    """
    if not _may_be_standfirst(index, lines, near, captions):
        return Headline(index)
    kicker = lines[index - 2].text if index - 2 in near else ""
    pair = _Pair(lines[index - 1], lines[index], kicker, told)
    if _upper_is_headline(pair):
        return Headline(index - 1, _surely_upper(pair))
    return Headline(index, _surely_lower(pair))


def _may_be_standfirst(
    index: int, lines: Sequence[Line], near: Sequence[int], captions: Sequence[bool]
) -> bool:
    """Whether the line comes once, under one that may be its headline and above none."""
    if index - 1 not in near or captions[index - 1]:
        return False
    if index + 1 in near and not captions[index + 1]:
        return False
    return not any(other != index and tells_again(lines[other], lines[index]) for other in near)


def _upper_is_headline(pair: _Pair) -> bool:
    if _asks(pair):
        return True
    return not _is_label(pair) and (_speaks_of_the_same(pair) or _is_by_length(pair))


def _surely_upper(pair: _Pair) -> bool:
    """Whether words tell that the upper line is the headline, or its length and the lower's do."""
    if _asks(pair) or _speaks_of_the_same(pair):
        return True
    return pair.upper.words > LONGEST_KICKER_WORDS and pair.lower.words >= _SURE_WORDS


def _surely_lower(pair: _Pair) -> bool:
    """Whether the upper line is surely none: a label, a sentence, or under a headline itself."""
    if _is_label(pair):
        return True
    if pair.kicker and not pair.shared:
        return False
    return not _is_alone(pair) or (not pair.shared and pair.lower.words < _STANDFIRST_WORDS)


def _asks(pair: _Pair) -> bool:
    """Whether the upper line is a short question about what the body tells."""
    short = pair.upper.words < TITLE_WORDS and pair.upper.text.endswith("?")
    return short and bool(pair.matter & pair.told)


def _is_label(pair: _Pair) -> bool:
    """Whether the upper line is too short for a headline, a path in the site, or an appeal."""
    bare = bare_title(pair.upper.text)
    if pair.upper.words < TITLE_WORDS or _PATH.search(bare):
        return True
    return addresses_readers(bare) and pair.shared <= _SHARED_BY_APPEALS * len(pair.matter)


def _is_alone(pair: _Pair) -> bool:
    """Whether no headline stands above the upper line, and it is no sentence."""
    return not _is_under_a_headline(pair) and not pair.upper.text.endswith(".")


def _is_under_a_headline(pair: _Pair) -> bool:
    words = len(pair.kicker.split())
    if words <= LONGEST_KICKER_WORDS < pair.upper.words:
        return False
    return words >= TITLE_WORDS and bool(content_words(pair.kicker) & pair.told)


def _speaks_of_the_same(pair: _Pair) -> bool:
    """Whether the upper line speaks of what the lower one and the body do, or looks as if."""
    upper, lower = pair.upper, pair.lower
    looks_so = _is_alone(pair) and upper.words <= lower.words >= _STANDFIRST_WORDS
    if looks_so and (pair.shared or upper.text.startswith(_QUOTES) or upper.text.endswith("?")):
        return True
    enough = pair.shared >= max(_LEAST_SHARED, _SHARED * len(pair.matter))
    return enough and not lower.text.endswith("?")


def _is_by_length(pair: _Pair) -> bool:
    """Whether the upper line is alone and much shorter, and no second label over the lower one."""
    if pair.kicker and not pair.shared:
        return False
    return _is_alone(pair) and pair.lower.words >= _LONGER * pair.upper.words
