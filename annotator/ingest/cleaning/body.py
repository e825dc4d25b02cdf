"""Where the body of a page is: the run of lines with the largest sum of prose scores.

The maximum-sum run over scored lines follows Pasternack and Roth, "Extracting article text from
the web with maximum subsequence segmentation" (WWW 2009); scores here come from wording and
layout, not from tags.
"""

import re
from collections.abc import Collection, Sequence

from annotator.ingest.cleaning.lines import Line

# Scores are in points: a sentence has one and another for every ten words. Behind each threshold
# stands what it was set on; docs/ingest.md says what sample stories, made-up and real pages are.
BOX_SCORE = -0.3  # a credit or a caption's label, amid articles (sample stories)
CLUTTER_SCORE = -1.5  # two or three lines cost no more than a paragraph gives (sample stories)
REPEAT_SCORE = -1.5  # a short line said before (sample stories)
COMMENTS_SCORE = -12.0  # their first line outweighs some short comments (sample stories)
_SENTENCE_SCORE = 1.0  # without its words' points (this and the next four: sample stories)
_SHORT_SENTENCE_SCORE = 0.5  # words and all: menus have such too
_LABEL_SCORE = -0.6  # less than a short one costs: sub-headings stand amid articles
_SHORT_LABEL_SCORE = -1.0  # links, mostly
_WORDS_A_POINT = 10
_LONG_WORDS = 60  # past them a word counts half: whole pages on one line (real pages)
_LEAST_SENTENCE_WORDS = 10  # that end like one (sample stories)
_LEAST_OPEN_WORDS = 25  # of one whose end is not seen (sample stories)
_LEAST_SHORT_WORDS = 5  # of a short sentence (sample stories)
_LEAST_LABEL_WORDS = 4  # of a label that may be a sub-heading (sample stories)
_STRONG_ENOUGH = 0.5  # of the best run's points: else it is news in brief (sample stories)
_WEIGHTY = 0.25  # of the best run's points, where an extractor told sentences (real pages)
_CLOSE_LINES = 8  # most, from author or day to the article below (made-up pages)
_READ_BELOW = 15  # lines at most, from the title told again to the article (real pages)
_JOINT = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ][a-zà-ÿ]\S*")  # "NewsSport": labels that lost their blank
_SEAM = re.compile(r"[a-zà-ÿ)\]][A-ZÀ-Þ]")
_SENTENCE_END = re.compile(r"[a-zà-ÿ]{2}[.!?]")
_MOST_SENTENCES = 2  # that end in a menu of such labels (real pages, their tags cut out)
_LEAST_SEAMS = 6  # where two labels meet: names such as "McKay" and "iPhone" are fewer (likewise)
_WORDS_A_SEAM = 5  # at most, likewise
_LEAST_JOINTS = 4  # words that two labels make, in a line no prose (likewise)
_WORDS_A_JOINT = 12  # at most, likewise
_STOPS_OF_SENTENCES = 0.08  # of the words, the least share of small ones (sample stories)
_STOPS_OF_OPEN_LINES = 0.15  # likewise: lists of names and links have fewer (sample stories)


def prose_score(line: Line, english: bool) -> float:
    """How much `line` reads like running text: positive for prose, negative for labels and links.

    A word past the sixtieth counts half: a whole article may stand on one line, and so may a menu.
    """
    if _run_together(line):
        return _SHORT_LABEL_SCORE
    least_stops = _STOPS_OF_SENTENCES if line.terminal else _STOPS_OF_OPEN_LINES
    long_enough = line.words >= (_LEAST_SENTENCE_WORDS if line.terminal else _LEAST_OPEN_WORDS)
    if long_enough and (line.stop_share >= least_stops or not english):
        whole, half = min(line.words, _LONG_WORDS), max(0, line.words - _LONG_WORDS)
        return _SENTENCE_SCORE + whole / _WORDS_A_POINT + half / (2 * _WORDS_A_POINT)
    if line.terminal and line.words >= _LEAST_SHORT_WORDS:
        return _SHORT_SENTENCE_SCORE
    return _LABEL_SCORE if line.words >= _LEAST_LABEL_WORDS else _SHORT_LABEL_SCORE


def _run_together(line: Line) -> bool:
    return len(_JOINT.findall(line.text)) >= max(_LEAST_JOINTS, line.words / _WORDS_A_JOINT)


def is_menu_row(line: Line) -> bool:
    """Whether a line is nothing but labels that lost the blanks between them."""
    if len(_SENTENCE_END.findall(line.text)) > _MOST_SENTENCES:
        return False
    return len(_SEAM.findall(line.text)) >= max(_LEAST_SEAMS, line.words / _WORDS_A_SEAM)


def body_run(
    scores: Sequence[float],
    signed: Collection[int],
    comments: Collection[int] = (),
    titled: Collection[int] = (),
) -> tuple[int, int]:
    """The lines `[first, past)` of the body: the first run at least half as good as the best.

    One that stands below an author or a day (lines `signed`) goes before those that do not: news in
    brief may stand above a headline. Before both goes one below the page's title told again (lines
    `titled`). A line of clutter costs little (`BOX_SCORE` what stands in the
    middle of articles), so that a share bar between two paragraphs does not cut an article in two;
    the start of the readers' comments (lines `comments`) costs much, and what follows it after
    another run counts half. Without any positive score the run is empty.
    """
    runs = _less_the_comments(_runs(scores), comments)
    best = max((total for total, _, _ in runs), default=0.0)
    strong = [(first, past) for total, first, past in runs if total >= _STRONG_ENOUGH * best]
    below = [run for run in strong if _close_below(run, titled, _READ_BELOW)]
    below += [run for run in strong if _close_below(run, signed, _CLOSE_LINES)]
    return (below or strong or [(0, 0)])[0]


def _close_below(run: tuple[int, int], lines: Collection[int], reach: int) -> bool:
    return any(run[0] - reach <= index < run[0] for index in lines)


def taken_runs(scores: Sequence[float]) -> tuple[int, int]:
    """The lines `[first, past)` from the first to the last run that weighs.

    For pages whose sentences an extractor took or left: what lies between its runs costs little.
    """
    runs = _runs(scores)
    best = max((total for total, _, _ in runs), default=0.0)
    weighty = [(first, past) for total, first, past in runs if total >= _WEIGHTY * best]
    return (weighty[0][0], weighty[-1][1]) if weighty else (0, 0)


def _less_the_comments(
    runs: Sequence[tuple[float, int, int]], comments: Collection[int]
) -> list[tuple[float, int, int]]:
    """The runs, those that begin below both a run and a line of `comments` worth half."""
    least = min((past for _, _, past in runs), default=0)
    begun = min((index for index in comments if index >= least), default=None)
    return [
        (total / 2 if begun is not None and first >= begun else total, first, past)
        for total, first, past in runs
    ]


def _runs(scores: Sequence[float]) -> list[tuple[float, int, int]]:
    """The separate runs of positive sum, each cut at its peak (Kadane's scan, restarted)."""
    runs = []
    total = peak = 0.0
    first = past = 0
    for index, score in enumerate(scores):
        if total <= 0:
            if peak > 0:
                runs.append((peak, first, past))
            total = peak = 0.0
            first = past = index
        total += score
        if total > peak:
            peak, past = total, index + 1
    if peak > 0:
        runs.append((peak, first, past))
    return runs
