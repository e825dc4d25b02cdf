"""Rows of lines that are of one kind: points of lists, links, tickers, teasers, comments."""

import operator
import re
from collections.abc import Sequence
from itertools import zip_longest

from annotator.ingest.cleaning.items import Item
from annotator.ingest.cleaning.lines import content_words
from annotator.ingest.cleaning.notation import BULLET

COMMENTS = "reader comments"
_TIMED = re.compile(r"\d{1,2}[:.]\d\d\s+(?:\S+\s+){2}")
_LEAST_TIMED = 3
_LONGEST_TIMED = 25
_LEAST_CUT = 3
_LONGEST_TEASER = 30
_CUT = re.compile(r"[^\W\d_][,;:]?[ \xa0]?(?:…|\.\.\.)$")
_LEAST_SPOKEN = 3
_SPOKE = re.compile(
    r"(?:[^\W\d_][\w.’'-]*[ \xa0]){1,4}[(·•|-]? ?(?:about )?(?:\d+|an?) "
    r"(?:second|minute|min|hour|day|week|month|year)s?(?: ago)?\)?"
    r"|(?:[^\W\d_][\w.’'-]*[ \xa0]){1,4}(?:says|sagt|schreibt|dit|dice)[ \xa0]?:"
    r"|\([^()]{6,40}\b\d{1,2}[:h]\d\d[^()]{0,6}\)"
)
_MOST_POINTS = 20
_ANNOUNCING_WORDS = 4
_LONGEST_QUESTION = 15


def read_bullets(items: Sequence[Item]) -> None:
    """Say which lines are points of a list.

    Short ones are not where the page has many, unless a line with a colon announces them: that is
    how text browsers show menus and links.
    """
    points = [BULLET.match(item.line.text) is not None for item in items]
    many = sum(map(operator.and_, points, (item.label_like for item in items))) > _MOST_POINTS
    announced = False
    for item, is_point in zip(items, points, strict=True):
        item.listed = is_point and (announced or not many or not item.label_like)
        if not is_point:
            announced = item.line.text.endswith(":") and item.line.words >= _ANNOUNCING_WORDS


def hide_lists(items: Sequence[Item]) -> None:
    """Hide the links under a line such as "See also", up to the next sentence or its heading."""
    opened = close_set = False
    for item, following in zip_longest(items, items[1:]):
        if item.opens_list:
            opened, close_set = True, False
        elif not opened or item.hidden:
            continue
        elif not _is_link(item, following) or _heads(item, following, close_set):
            opened = False
        else:
            close_set = close_set or not item.line.after_blank
            item.hide("in a list of other stories")


def _is_link(item: Item, following: Item | None) -> bool:
    """Whether a line of an open list is one more link: a short line, or a question over one."""
    if item.label_like:
        return True
    asks = item.line.text.endswith("?") and item.line.words < _LONGEST_QUESTION
    return asks and (following is None or following.hidden or following.label_like)


def _heads(item: Item, following: Item | None, close_set: bool) -> bool:
    """Whether a short line stands apart from what is above and right over a sentence.

    In a list whose lines stand apart too, it must share a word with that sentence.
    """
    if not item.line.after_blank or following is None or following.label_like:
        return False
    return close_set or bool(content_words(item.line.text) & content_words(following.line.text))


def hide_tickers(items: Sequence[Item]) -> None:
    """Hide headlines that stand three and more in a row, each behind a time of day."""
    run: list[Item] = []
    for item in [*items, None]:
        if item is not None and item.free and _is_timed(item):
            run.append(item)
            continue
        if len(run) >= _LEAST_TIMED:
            for headline in run:
                headline.hide("one of several headlines with a time")
        run = []


def _is_timed(item: Item) -> bool:
    return item.line.words < _LONGEST_TIMED and _TIMED.match(item.line.text) is not None


def hide_teasers(items: Sequence[Item]) -> None:
    """Hide lines under short ones that break off with dots, where there are several."""
    cut: list[Item] = []
    above: Item | None = None
    for item in items:
        under = above is None or above.hidden or above.label_like or _is_cut(above)
        if under and item.free and _is_cut(item):
            cut.append(item)
        above = item
    if len(cut) >= _LEAST_CUT:
        for item in cut:
            item.hide("breaks off: the start of another story")


def _is_cut(item: Item) -> bool:
    fits = 4 <= item.line.words <= _LONGEST_TEASER
    return fits and _CUT.search(item.line.text) is not None


def find_comments(items: Sequence[Item]) -> None:
    """Hide lines of a name that says or said something some time ago, where there are several.

    That is how readers' comments begin.
    """
    said = [item for item in items if item.free and _SPOKE.fullmatch(item.line.text)]
    if len(said) >= _LEAST_SPOKEN:
        for item in said:
            item.hide(COMMENTS)
