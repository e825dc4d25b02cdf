"""Which line is the headline: questions asked in order, of which the first answer counts."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from annotator.ingest.cleaning.bylines import lone_name
from annotator.ingest.cleaning.clutter import addresses_readers
from annotator.ingest.cleaning.lines import Line, content_words, opening_words
from annotator.ingest.cleaning.notation import BULLET
from annotator.ingest.cleaning.standfirsts import LONGEST_KICKER_WORDS, above_its_standfirst
from annotator.ingest.cleaning.titles import (
    NO_TITLE,
    TITLE_WORDS,
    Headline,
    agrees,
    bare_title,
    ends_with,
    is_glued,
    titles_again,
    unglue,
)

_AT_HOME = re.compile(r"Home [A-Z]")  # where the page is in its site, or what a home costs
_CREDIT = re.compile(r"(?:photo(?:graph)?|image|picture|illustration)s? (?:by|courtesy)\b", re.I)
_LIVE = re.compile(
    r"(?:\blive(?: updates?| blog| coverage)?|[–—-] latest(?: updates)?|\bas it happened)$"
    r"|^live\s?[:|–—-]",
    re.IGNORECASE,
)
_FULL_STOPS = (".", ".”", '."')
_WORDS = range(3, 31)  # of a headline (sample stories)
_READ_ABOVE = 15  # lines above the body, where the source's word counts before others (real pages)
_REACH_LINES = 14  # at most that may be the headline, the last above the body (sample stories)
_READ_LINES = 60  # of the body, for what a standfirst has in common with it (made-up pages)

_LEAST_MATTER = 4  # words with matter; labels of fewer share all of theirs by chance (real pages)
_LEAST_SHARED = 2  # words with matter that the body tells again, of a sure headline (real pages)
_SHARED = 1 / 4  # of its words with matter, likewise
_LONG_WORDS = 5  # fewest that are too many for most labels of menus (sample stories)
_CLOSE_LINES = 8  # most, above author and date, where a line loses no points (real pages)

# A score is in points, of which sharing every word with the body gives two (sample stories where
# no other set is named).
_FOR_SHARING = 2.0  # words with the body
_FOR_NOTHING = -0.4  # what every line has to make up for
_FOR_A_TWIN = 0.6  # the line doubled: once for the window, once for the page
_FOR_LENGTH = 0.3  # of a few words and more
_FOR_BEING_SIGNED = -1.0  # it is another line with a site's name behind it (made-up pages)
_FOR_ADDRESSING = -1.0  # readers (made-up pages)
_FOR_A_FULL_STOP = -0.8  # at the end (made-up pages)
_FOR_A_CAPTION = -1.5  # which tells of the same things as a headline
_FOR_BEING_ABOVE = 0.5  # author and date
_FOR_EACH_BETWEEN = -0.15  # them and the line, of lines that may be headlines
_MOST_BETWEEN = 6  # lines that count
_FOR_EACH_FAR = -0.03  # line past the close ones (real pages)
_FOR_RIGHT_BELOW = -0.3  # where some pages have author and date first (made-up pages)
_FOR_BELOW = -1.0  # that: captions and roles (made-up pages)

# Below these points `add` says that it is unsure: set on real pages, for none to be wrong unsaid.
_LEAST_SCORE = 0.75  # of the headline
_CLEAR = 1.5  # from here on no line that comes close makes it doubtful
_LEAST_AHEAD = 0.15  # of the next line
_LEAST_ALONE = 1.0  # where neither author nor day tells where the article begins
_LEAST_AHEAD_ALONE = 0.7  # likewise


@dataclass(frozen=True)
class Head:
    """The lines of a page and what is known of them, lines `[body, past)` being the body.

    A line counts when `free` (no other kind was found for it); `captions` says which lines above
    the body are some. Author and date begin at line `signed`, or at `body` when there are none;
    `hint` is the source's own word for the headline.
    """

    lines: Sequence[Line]
    free: Sequence[bool]
    captions: Sequence[bool]
    signed: int
    body: int
    past: int
    hint: str | None

    @cached_property
    def told(self) -> frozenset[str]:
        """What the first paragraphs of the body tell."""
        return opening_words(self.lines[i] for i in range(self.body, self.past) if self.free[i])

    @cached_property
    def all_told(self) -> frozenset[str]:
        """What the body tells as far as standfirsts sum it up."""
        read = range(self.body, min(self.body + _READ_LINES, self.past))
        return content_words(" ".join(self.lines[i].text for i in read if self.free[i]))

    @cached_property
    def able(self) -> list[int]:
        """The lines above the body that may be headlines by their wording."""
        return [i for i in range(self.body) if self.free[i] and _may_be_headline(self.lines[i])]

    @cached_property
    def near(self) -> list[int]:
        """Those close to the body; below author and date no sentence is one of them."""
        lines, signed = self.lines, self.signed
        near = [i for i in self.able if i < signed or not lines[i].text.endswith(".")]
        return near[-_REACH_LINES:]


def find_title(head: Head) -> Headline | None:
    """The headline above the body, or None."""
    answers = (question(head) for question in _QUESTIONS)
    return next((answer for answer in answers if answer is not None), None)


def _named(head: Head) -> Headline | None:
    """The line that agrees with the source's own word, close above the body rather than far."""
    if not head.hint:
        return None
    above = head.lines[: head.body + 1]
    agreeing = [index for index, line in enumerate(above) if agrees(line.text, head.hint)]
    near = [index for index in agreeing if index >= head.body - _READ_ABOVE]
    return Headline((near or agreeing[-1:])[0]) if agreeing else None


def _window(head: Head) -> Headline | None:
    """The title that the page begins with, where it is told again and the body tells of it."""
    again = [
        index
        for index in titles_again(head.lines[: head.body])
        if content_words(head.lines[index].text) & head.told
    ]
    if not again:
        return None
    return Headline(max(again, key=lambda index: (head.lines[index].words, index)))


def _live(head: Head) -> Headline | None:
    """The first line that says that it heads live coverage."""
    live = (
        index
        for index in head.able
        if _LIVE.search(head.lines[index].text) and head.lines[index].words > TITLE_WORDS
    )
    index = next(live, None)
    return None if index is None else Headline(index)


def _likeliest(head: Head) -> Headline | None:
    """The line of most points, if it has any, or the one that it is the standfirst of."""
    scores = {index: _score(head, index) for index in head.near}
    index = max(scores, key=lambda index: (scores[index], -index), default=head.body)
    score = scores.get(index, 0.0)
    if score <= 0:
        return None
    ahead = score - max(_rivals(head, scores, index), default=score - _CLEAR)
    best = above_its_standfirst(index, head.lines, head.near, head.captions, head.all_told)
    line = head.lines[best.index]
    sure = best.sure and _is_told(line, head.told) and not _is_doubtful(head, line, score, ahead)
    return replace(best, sure=sure)


def _beside_signature(head: Head) -> Headline | None:
    """The line right above author and date, else right below them, when it may be a headline."""
    near, signed = head.near, head.signed
    for index in (signed - 1, signed, signed + 1):
        if index not in near or head.captions[index]:
            continue
        if head.lines[index].words >= TITLE_WORDS and not head.lines[index].text.endswith("."):
            alone = index - 1 not in near and index + 1 not in near
            return Headline(index, alone and signed < head.body)
    return None


_QUESTIONS: tuple[Callable[[Head], Headline | None], ...] = (
    _named,
    _window,
    _live,
    _likeliest,
    _beside_signature,
)


def _may_be_headline(line: Line) -> bool:
    if line.words not in _WORDS or BULLET.match(line.text) or "://" in line.text:
        return False
    if _CREDIT.match(line.text) or NO_TITLE.search(line.text):
        return False
    return "," not in line.text or lone_name(line.text) is None


def _score(head: Head, index: int) -> float:
    """The points of a line, by its wording and by its place."""
    points = _wording(head, index) + _place(index, head.signed, head.near)
    return points + _FOR_A_CAPTION * head.captions[index]


def _wording(head: Head, index: int) -> float:
    line, near = head.lines[index], head.near
    mine = content_words(unglue(line.text, head.told))
    shared = len(mine & head.told) / max(len(mine), _LEAST_MATTER)
    others = [head.lines[other] for other in near if other != index]
    doubled = any(is_glued(other.text, line.text) for other in others)
    signed = any(ends_with(line, other) for other in others)
    return (
        _FOR_SHARING * shared
        + _FOR_NOTHING
        + _FOR_A_TWIN * doubled
        + _FOR_BEING_SIGNED * signed
        + _FOR_ADDRESSING * addresses_readers(bare_title(line.text))
        + _FOR_A_FULL_STOP * line.text.endswith(_FULL_STOPS)
        + _FOR_LENGTH * (line.words >= _LONG_WORDS)
    )


def _place(index: int, signed: int, near: Sequence[int]) -> float:
    """Close above author and date is where headlines stand, below them captions and roles."""
    if index >= signed:
        return _FOR_RIGHT_BELOW if index <= signed + 1 else _FOR_BELOW
    between = sum(index < other < signed for other in near)
    far = max(0, signed - index - _CLOSE_LINES)
    close = _FOR_BEING_ABOVE + _FOR_EACH_BETWEEN * min(between, _MOST_BETWEEN)
    return close + _FOR_EACH_FAR * far


def _rivals(head: Head, scores: Mapping[int, float], index: int) -> list[float]:
    """The points of the other lines that are neither beside line `index` nor its copies."""
    text = head.lines[index].text
    return [
        score
        for other, score in scores.items()
        if abs(other - index) > 1 and not is_glued(head.lines[other].text, text)
    ]


def _is_doubtful(head: Head, line: Line, score: float, ahead: float) -> bool:
    """Whether points or wording of the likeliest line leave it open that it is the headline."""
    if score < _LEAST_SCORE or (score < _CLEAR and ahead < _LEAST_AHEAD):
        return True
    if line.text[0].islower() or _AT_HOME.match(line.text):
        return True
    if head.signed < head.body:
        return False
    alone = score < _LEAST_ALONE or ahead < _LEAST_AHEAD_ALONE
    return alone or line.words <= LONGEST_KICKER_WORDS


def _is_told(line: Line, told: frozenset[str]) -> bool:
    """Whether the body has two words of the headline, and a quarter of them."""
    mine = content_words(line.text)
    return len(mine & told) >= max(_LEAST_SHARED, _SHARED * len(mine))
