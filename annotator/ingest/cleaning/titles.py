"""Which line is the headline, and its repair when a section name is glued to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.ingest.cleaning.bylines import lone_name
from annotator.ingest.cleaning.clutter import addresses_readers
from annotator.ingest.cleaning.lines import WORD, Line, content_words, opening_words, stem
from annotator.ingest.cleaning.notation import BULLET

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
_PATH = re.compile(r"\s[/›»>]\s|\s[|•·]\s.*\s[|•·]\s")
_NO_HEADLINE = re.compile(
    r"(?:[—–:]|--)$|^\[|^NEW: |\S[ \t\xa0]{3,}\S|\b(?:More|Topics|Tags|Filed under|Categories)\s?:"
)  # a dateline, an announcement, a picture's text, a point of a summary, labels side by side
_AT_HOME = re.compile(r"Home [A-Z]")  # where the page is in its site, or what a home costs
_CREDIT = re.compile(r"(?:photo(?:graph)?|image|picture|illustration)s? (?:by|courtesy)\b", re.I)
_WORDS = range(3, 31)
_HEADLINE_WORDS = 4
_READ_LINES = 60
_LEAST_MATTER = 4  # words; lines of fewer share all of theirs by chance
_LEAST_SCORE = 0.75
_CLEAR = 1.5
_LEAST_AHEAD = 0.15
_LEAST_ALONE = 1.0  # where neither author nor day tells where the article begins
_LEAST_AHEAD_ALONE = 0.7
_FAR = 0.03
_CLOSE_LINES = 8
_READ_ABOVE = 15
_QUOTES = ('"', "“", "‘", "«", "„")
_STANDFIRST_WORDS = 9
_LONGER = 1.5  # a standfirst than its headline, when no word tells which is which
_LONGEST_KICKER_WORDS = 4
_LIVE = re.compile(
    r"(?:\blive(?: updates?| blog| coverage)?|[–—-] latest(?: updates)?|\bas it happened)$|^live\s?[:|–—-]",
    re.IGNORECASE,
)
_REACH_LINES = 14
_FIRST_LINES = 3
_GLUE_CHARS = 40


@dataclass(frozen=True, slots=True)
class Headline:
    """The index of the headline's line; not `sure` when a line beside it may be the headline."""

    index: int
    sure: bool = True


def find_title(
    lines: Sequence[Line],
    free: Sequence[bool],
    captions: Sequence[bool],
    signed: int,
    body: int,
    past: int,
    hint: str | None,
) -> Headline | None:
    """The headline above the body, which is lines [body, past), or None.

    A line counts when `free` (no other kind was found for it). The source's own word (`hint`)
    decides when a line agrees with it, then the title that the page begins with, told again, then
    what says that it heads live coverage; otherwise the line that is long enough, ends without a
    full stop, comes doubled, shares its words with the body, is not in `captions` and stands close
    above line `signed`, where author and date begin.
    """
    if hint:
        agreeing = [i for i, line in enumerate(lines[: body + 1]) if agrees(line.text, hint)]
        near = [index for index in agreeing if index >= body - _READ_ABOVE]
        if agreeing:
            return Headline(near[0] if near else agreeing[-1])
    held = zip(lines[body:past], free[body:past], strict=True)
    told = opening_words(line for line, is_free in held if is_free)
    again = [i for i in titles_again(lines[:body]) if content_words(lines[i].text) & told]
    if again:
        return Headline(max(again, key=lambda index: (lines[index].words, index)))
    able = [i for i in range(body) if free[i] and _may_be_headline(lines[i])]
    live = [i for i in able if _LIVE.search(lines[i].text) and lines[i].words > _HEADLINE_WORDS]
    if live:
        return Headline(live[0])
    near = [i for i in able if i < signed or not lines[i].text.endswith(".")][-_REACH_LINES:]
    read = range(body, min(body + _READ_LINES, past))
    all_told = content_words(" ".join(lines[i].text for i in read if free[i]))
    scored = [
        (_headline_score(lines, i, near, told) + _place(i, signed, near) - 1.5 * captions[i], -i)
        for i in near
    ]
    score, index = max(scored, default=(0.0, 0))
    if score <= 0:
        found = _beside_signature(lines, near, captions, signed)
        return found and replace(found, sure=found.sure and signed < body)
    others = [
        other
        for other, i in scored
        if abs(i - index) > 1 and not is_glued(lines[-i].text, lines[-index].text)
    ]
    ahead = score - max(others, default=score - _CLEAR)
    best = _above_its_standfirst(-index, lines, near, captions, all_told)
    doubtful = score < _LEAST_SCORE or (score < _CLEAR and ahead < _LEAST_AHEAD)
    text = lines[best.index].text
    doubtful = doubtful or text[0].islower() or _AT_HOME.match(text) is not None
    if signed == body:
        alone = score < _LEAST_ALONE or ahead < _LEAST_AHEAD_ALONE
        doubtful = doubtful or alone or lines[best.index].words <= _LONGEST_KICKER_WORDS
    told_again = _is_told(lines[best.index], told)
    return replace(best, sure=best.sure and told_again and not doubtful)


def _is_told(line: Line, told: frozenset[str]) -> bool:
    """Whether the body has two words of the headline, and a quarter of them."""
    mine = content_words(line.text)
    return len(mine & told) >= max(2, len(mine) / 4)


def _beside_signature(
    lines: Sequence[Line], near: Sequence[int], captions: Sequence[bool], signed: int
) -> Headline | None:
    """The line right above author and date, else right below them, when it may be a headline."""
    for index in (signed - 1, signed, signed + 1):
        long_enough = index in near and lines[index].words >= _HEADLINE_WORDS
        if long_enough and not captions[index] and not lines[index].text.endswith("."):
            return Headline(index, index - 1 not in near and index + 1 not in near)
    return None


def _may_be_headline(line: Line) -> bool:
    if line.words not in _WORDS or BULLET.match(line.text) or "://" in line.text:
        return False
    if _CREDIT.match(line.text) or _NO_HEADLINE.search(line.text):
        return False
    return "," not in line.text or lone_name(line.text) is None


def _above_its_standfirst(
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
    much longer one, surely so when it is no kicker by its length and under none.
    """
    doubled = any(j != index and _tells_again(lines[j], lines[index]) for j in near)
    above = index - 1
    follows = index + 1 in near and not captions[index + 1]
    if doubled or above not in near or captions[above] or follows:
        return Headline(index)
    top, below = lines[above], lines[index]
    if top.words < _HEADLINE_WORDS and top.text.endswith("?") and content_words(top.text) & told:
        return Headline(above)
    if top.words < _HEADLINE_WORDS or _PATH.search(bare_title(top.text)):
        return Headline(index)
    kicker = lines[above - 1].text if above - 1 in near else ""
    higher = len(kicker.split()) >= _HEADLINE_WORDS and content_words(kicker) & told
    if len(kicker.split()) <= _LONGEST_KICKER_WORDS < top.words:
        higher = False
    alone = not higher and not top.text.endswith(".")
    looks_so = alone and top.words <= below.words >= _STANDFIRST_WORDS
    mine = content_words(top.text)
    shared = len(mine & (told | content_words(below.text)))
    if addresses_readers(bare_title(top.text)) and shared <= len(mine) / 3:
        return Headline(index)
    if looks_so and (shared or top.text.startswith(_QUOTES) or top.text.endswith("?")):
        return Headline(above)
    if shared >= max(2, len(mine) / 4) and not below.text.endswith("?"):
        return Headline(above)
    if kicker and not shared:
        return Headline(index, sure=False)
    if alone and below.words >= _LONGER * top.words:
        return Headline(
            above, top.words > _LONGEST_KICKER_WORDS and below.words > _STANDFIRST_WORDS + 1
        )
    return Headline(index, not alone or (shared == 0 and below.words < _STANDFIRST_WORDS))


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
    return len(theirs) > 12 and mine.endswith(theirs) and len(mine) - len(theirs) <= _GLUE_CHARS


def titles_again(lines: Sequence[Line]) -> list[int]:
    """Where the title that a page begins with (as its window shows it) is told again, by index."""
    if not lines or lines[0].words < _HEADLINE_WORDS or BULLET.match(lines[0].text):
        return []
    if _NO_HEADLINE.search(lines[0].text):
        return []
    title = lines[0].text
    again = range(_FIRST_LINES, len(lines))
    return [i for i in again if lines[i].words >= _HEADLINE_WORDS and _heads_title(title, lines[i])]


def _heads_title(title: str, line: Line) -> bool:
    head = _folded(title)
    mine = _folded(line.text)
    return head == mine or head.startswith(f"{mine} ")


def bare_title(line: str) -> str:
    """`line` without the names of sections and of the site that browsers show behind a title.

    After a bar all is cut, after a dash only a few words in capitals.
    """
    head, bar, _ = line.partition(" | ")
    if bar and len(head.split()) >= _WORDS.start:
        return head.strip()
    match = _DASHED_NAMES.search(line)
    return line[: match.start()] if match and len(line[: match.start()].split()) >= 4 else line


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


def _headline_score(
    lines: Sequence[Line], index: int, near: Sequence[int], told: frozenset[str]
) -> float:
    line = lines[index]
    mine = content_words(unglue(line.text, told))
    shared = len(mine & told) / max(len(mine), _LEAST_MATTER)
    doubled = any(j != index and is_glued(lines[j].text, line.text) for j in near)
    signed = any(j != index and _ends_with(line, lines[j]) for j in near)
    long_enough = 0.3 * (line.words >= 5)
    return (
        2 * shared
        - 0.4
        + 0.6 * doubled
        - signed
        - addresses_readers(bare_title(line.text))
        - 0.8 * line.text.endswith((".", ".”", '."'))
        + long_enough
    )


def _tells_again(line: Line, headline: Line) -> bool:
    return is_glued(line.text, headline.text) or _ends_with(line, headline)


def _ends_with(line: Line, headline: Line) -> bool:
    """Whether `line` is `headline` with names of a site behind it, or whole words before it."""
    if bare_title(line.text) == headline.text:
        return True
    return headline.words >= _HEADLINE_WORDS and line.text.endswith(f" {headline.text}")


def _place(index: int, signed: int, near: Sequence[int]) -> float:
    """Close above author and date is where headlines stand, below them captions and roles."""
    between = sum(index < other < signed for other in near)
    if index >= signed:
        return -0.3 if index <= signed + 1 else -1.0
    return 0.5 - 0.15 * min(between, 6) - _FAR * max(0, signed - index - _CLOSE_LINES)


def _folded(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
