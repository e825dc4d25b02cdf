"""Titles as pages write them: doubled, with a site's name behind or a section's glued in front."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.ingest.cleaning.lines import WORD, Line, stem
from annotator.ingest.cleaning.notation import BULLET

TITLE_WORDS = 4  # fewest in a title that is told again, or that its place tells (made-up pages)
NO_TITLE = re.compile(
    r"(?:[—–:]|--)$|^\[|^NEW: |\S[ \t\xa0]{3,}\S|\b(?:More|Topics|Tags|Filed under|Categories)\s?:"
)  # a dateline, an announcement, a picture's text, a point of a summary, labels side by side
_SITE_TAIL = re.compile(r"\s+[|–—·•»-]\s+[^|–—·•»]{2,40}$")
_DASHED_NAMES = re.compile(
    r"(?:\s[–—·•-]\s(?:(?:The|[A-ZÀ-Þ][\w’'&]*(?:\.[a-z]{2,})?|of|[a-z]+\.[a-z]{2,})(?: |$)){1,4})$"
)
_GLUED = re.compile(
    r"(?:loading)?(?:World|News|Politics|Business|Economy|Opinion|Sports?|Culture|Science|Health|"
    r"Tech|Technology|Europe|Asia|Africa|International|National|Local|Breaking|Exclusive|Analysis|"
    r"Live|Society|Home|WORLD|NEWS|POLITICS|BUSINESS|ECONOMY|OPINION|LIVE|EXCLUSIVE|BREAKING)"
    r"{1,2}(?=[A-ZÀ-Þ0-9“\"‘'])"
)
_FIRST_LINES = 3  # of a page: in crude renderings of real pages the window's title is among them
_WORDS_BEFORE_A_BAR = 3  # fewest; of fewer it is a section: "News | The Courier" (made-up pages)
_WORDS_BEFORE_A_DASH = 4  # fewest; dashes stand in headlines too (made-up pages)
_LEAST_GLUED = 12  # characters; shorter titles end other lines by chance (sample stories)
_GLUE_CHARS = 40  # most, of a section's name in front; twice as many behind (sample stories)


@dataclass(frozen=True, slots=True)
class Headline:
    """The index of the headline's line; not `sure` when a line beside it may be the headline."""

    index: int
    sure: bool = True


def agrees(line: str, hint: str) -> bool:
    """Whether `line` is the headline `hint`, letting case, blanks and a site's name pass."""
    mine = _folded(line)
    return bool(mine) and mine in (_folded(hint), _folded(_SITE_TAIL.sub("", hint)))


def site_free(title: str | None, outlet: str | None) -> str | None:
    """A page's title without the name of its outlet at the end ("… | The Courier")."""
    if title is None or outlet is None:
        return title
    match = _SITE_TAIL.search(title)
    return title[: match.start()] if match and _folded(outlet) in _folded(match.group()) else title


def is_glued(line: str, title: str) -> bool:
    """Whether `line` is `title` again, with a section name in front or names behind at most."""
    if not -_GLUE_CHARS <= len(line) - len(title) <= 2 * _GLUE_CHARS:
        return False
    mine, theirs = _folded(line), _folded(title)
    if _folded(bare_title(line)) == theirs:
        return True
    glued = mine.endswith(theirs) and len(mine) - len(theirs) <= _GLUE_CHARS
    return glued and len(theirs) > _LEAST_GLUED


def titles_again(lines: Sequence[Line]) -> list[int]:
    """Where the title that a page begins with (as its window shows it) is told again, by index."""
    if not lines or lines[0].words < TITLE_WORDS or BULLET.match(lines[0].text):
        return []
    if NO_TITLE.search(lines[0].text):
        return []
    title = lines[0].text
    again = range(_FIRST_LINES, len(lines))
    return [i for i in again if lines[i].words >= TITLE_WORDS and _heads_title(title, lines[i])]


def _heads_title(title: str, line: Line) -> bool:
    head = _folded(title)
    mine = _folded(line.text)
    return head == mine or head.startswith(f"{mine} ")


def bare_title(line: str) -> str:
    """`line` without the names of sections and of the site that browsers show behind a title.

    After a bar all is cut, after a dash only a few words in capitals.
    """
    head, bar, _ = line.partition(" | ")
    if bar and len(head.split()) >= _WORDS_BEFORE_A_BAR:
        return head.strip()
    match = _DASHED_NAMES.search(line)
    head = line[: match.start()] if match else ""
    return head if len(head.split()) >= _WORDS_BEFORE_A_DASH else line


def unglue(line: str, told: frozenset[str]) -> str:
    """The headline in `line` without a section name that lost its blank ("NewsKim Jong" …).

    Cut only when the body knows the word that remains and not the word as glued, so that names
    such as "TechCrunch" stay whole.
    """
    match = _GLUED.match(line)
    if match is None:
        return line
    rest = line[match.end() :]
    whole, remaining = WORD.search(line.casefold()), WORD.search(rest.casefold())
    if whole is None or remaining is None or stem(whole.group()) in told:
        return line
    return rest if stem(remaining.group()) in told else line


def tells_again(line: Line, headline: Line) -> bool:
    """Whether `line` is `headline` with names of a section or a site before or behind it."""
    return is_glued(line.text, headline.text) or ends_with(line, headline)


def ends_with(line: Line, headline: Line) -> bool:
    """Whether `line` is `headline` with names of a site behind it, or whole words before it."""
    if bare_title(line.text) == headline.text:
        return True
    return headline.words >= TITLE_WORDS and line.text.endswith(f" {headline.text}")


def _folded(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
