"""From a page to a draft: kinds for all lines, and what the page says about itself.

The order of decisions: what the source marked, what the wording of a line gives away, where the
body is (`body.py`), the headline above it (`headlines.py`), byline and date (`signature.py`), and
what is left, by its place (`places.py`).
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from annotator.ingest.cleaning import places, rows
from annotator.ingest.cleaning.body import (
    BOX_SCORE,
    CLUTTER_SCORE,
    COMMENTS_SCORE,
    REPEAT_SCORE,
    body_run,
    is_menu_row,
    prose_score,
    taken_runs,
)
from annotator.ingest.cleaning.clutter import recognise
from annotator.ingest.cleaning.dates import iso_day
from annotator.ingest.cleaning.headlines import Head, find_title
from annotator.ingest.cleaning.items import Item
from annotator.ingest.cleaning.lines import opening_words, reads_foreign, split_lines
from annotator.ingest.cleaning.outlets import find_outlet
from annotator.ingest.cleaning.signature import (
    Signature,
    among_others,
    choose,
    read_signatures,
    signed_from,
)
from annotator.ingest.cleaning.titles import (
    Headline,
    bare_title,
    site_free,
    titles_again,
    unglue,
)
from annotator.ingest.draft import Draft, Page
from annotator.model import BlockKind, Span

_TITLE_CHARS = 120  # most, of the first words that stand in for a headline
_SCRAPED_LINES = 3  # fewest of clutter, for a record's text to be a page's (sample stories)
_CAPTION_SCORE = -0.5  # points at most, of what markup calls a caption (sample stories)
_TAKEN_SCORE = 1.0  # points at least, of what an extractor takes (sample stories)
_LONGEST_FOREIGN_WORDS = (
    40  # of a line in another language; a longer one is a quote (made-up pages)
)
_LONGEST_REPEAT = 25  # words, of a line whose copy is clutter (sample stories)


def clean(page: Page, known_furniture: frozenset[str] = frozenset()) -> Draft:
    """The draft of `page`; `known_furniture` are line keys that recur across its outlet's pages."""
    items = [Item(line) for line in split_lines(page.text)]
    rows.read_bullets(items)
    _take_marks(items, page)
    _read_wording(items, known_furniture)
    rows.hide_tickers(items)
    rows.hide_teasers(items)
    rows.find_comments(items)
    signatures = read_signatures(items)
    scraped = page.plain or sum(item.hidden for item in items) >= _SCRAPED_LINES
    first, past = _find_body(items, page, signatures) if scraped else (0, len(items))
    rows.hide_lists(items[first:])
    outlet = _outlet(items, page)
    signed = signed_from(signatures, first)
    headline = _take_title(items, signed, first, past, page, outlet)
    if headline and among_others(signatures, first) and not page.title:
        headline = replace(headline, sure=False)
    index = headline.index if headline else -1
    title = site_free(_title_text(items, index, first, page), outlet)
    signature = choose(signatures, items, index, first, past)
    places.hide_repeats(items, title, outlet, range(first, past))
    places.place(items, index, first, past, scraped)
    if all(item.hidden for item in items):
        places.show_all(items)
    return Draft(
        path=page.name,
        text=page.text,
        title=title or _stand_in_title(items[first:], page.name),
        outlet=outlet,
        byline=_byline(page, signature, outlet),
        date=(page.text_first and signature.date) or iso_day(page.date) or signature.date,
        url=page.url,
        blocks=tuple(item.block() for item in items),
        notes=(*page.notes, *_doubts(headline, page)),
    )


def _byline(page: Page, signature: Signature, outlet: str | None) -> str | None:
    """The author, without the outlet whose name follows hers on the line."""
    said = signature.byline and signature.byline.removesuffix(f" {outlet or ''}")
    author = (page.text_first and said) or page.byline or said
    return None if author == outlet else author


def _doubts(headline: Headline | None, page: Page) -> Iterator[str]:
    """What a person should look at."""
    if headline is None and page.plain and not page.title:
        yield "no headline found: called by its first words"
    elif headline and not headline.sure:
        yield "unsure which line is the headline"


def _take_marks(items: Sequence[Item], page: Page) -> None:
    """What the source itself said about its lines; marks and lines are both in order.

    Markup that would hide more than half of the sentences is not believed.
    """
    marks = iter(page.marks)
    mark = next(marks, None)
    hidden: list[tuple[Item, str]] = []
    for item in items:
        while mark is not None and mark.end <= item.line.start:
            mark = next(marks, None)
        if mark is not None and mark.start < item.line.end:
            if mark.reason:
                hidden.append((item, mark.reason))
            else:
                item.marked = mark.kind
    prose = sum(item.line.words for item in items if not item.label_like)
    if 2 * sum(item.line.words for item, _ in hidden if not item.label_like) <= prose:
        for item, reason in hidden:
            item.hide(reason)


def _read_wording(items: Sequence[Item], known_furniture: frozenset[str]) -> None:
    scripts: Counter[str] = Counter()
    for item in items:
        scripts[item.line.script] += item.line.words
    main = scripts.most_common(1)[0][0] if scripts else "LATIN"
    english = _is_english(items)
    for item in items:
        if not item.free:
            continue
        clutter = recognise(item.line.text, item.line.words)
        if item.line.key in known_furniture:
            item.hide("recurs on the pages of this outlet")
        elif clutter is not None:
            item.take(clutter)
        elif is_menu_row(item.line):
            item.hide("labels that lost their blanks")
        elif item.line.script not in (main, "NONE") and item.line.words < 12:
            item.hide("in another script than the article")
        elif english and item.line.words < _LONGEST_FOREIGN_WORDS and reads_foreign(item.line.text):
            item.hide("in another language than the article")


def _find_body(items: Sequence[Item], page: Page, signed: Collection[int]) -> tuple[int, int]:
    """The lines `[first, past)` of the article; all of them when nothing reads like one."""
    scores = _scores(items, page)
    if page.prose is None:
        first, past = _body_of_text(items, scores, signed)
    else:
        first, past = _body_of_markup(items, scores, page, page.prose)
    return (first, past) if first < past else (0, len(items))


def _scores(items: Sequence[Item], page: Page) -> list[float]:
    english = _is_english(items)
    seen: set[str] = set()
    scores = []
    for item in items:
        repeated = not item.hidden and item.line.key in seen and item.line.words < _LONGEST_REPEAT
        seen.add(item.line.key)
        scores.append(REPEAT_SCORE if repeated else _score(item, page, english))
    return scores


def _body_of_text(
    items: Sequence[Item], scores: Sequence[float], signed: Collection[int]
) -> tuple[int, int]:
    """The best run below author and day, and what tells of the same beyond a box."""
    comments = [index for index, item in enumerate(items) if item.reason == rows.COMMENTS]
    titled = titles_again([item.line for item in items])
    first, past = body_run(scores, signed, comments, titled)
    if first == past:
        return first, past
    first = places.told_from(items, first, past, signed)
    past = places.resumed(items, first, places.carried_on(items, past))
    return first, _ended(items, first, past)


def _body_of_markup(
    items: Sequence[Item], scores: Sequence[float], page: Page, prose: frozenset[int]
) -> tuple[int, int]:
    """What an extractor takes (lines that start at `prose`), and what the markup bears out."""
    first, past = taken_runs(scores)
    if first == past:
        return first, past
    if page.focus is None:
        past = places.resumed(items, first, places.carried_on(items, past))
    past = _ended(items, first, past)
    agreed = [n for n, item in enumerate(items) if _is_agreed(item, page.focus, prose)]
    for index in agreed:
        heads = places.heads_prose(items, index)
        items[index].marked = items[index].marked or (
            BlockKind.HEADING if heads else BlockKind.BODY
        )
    told = [n for n in agreed if not items[n].label_like]
    first, past = min([first, *told]), max([past, *(n + 1 for n in told)])
    places.hide_untaken(items[first:past], prose)
    return first, past


def _ended(items: Sequence[Item], first: int, past: int) -> int:
    """Where the body ends without other stories below it and what is clutter only there."""
    past = places.told_to(items, first, past)
    while past > first + 1 and items[past - 1].ends_body:
        past -= 1
        items[past].hide(items[past].ends_body)
    return past


def _is_agreed(item: Item, focus: Span | None, prose: frozenset[int]) -> bool:
    """Whether markup and extractor both take a line for the article's."""
    if focus is None or not item.free or item.ends_body:
        return False
    return item.line.start in prose and focus.start <= item.line.start < focus.end


def _is_english(items: Sequence[Item]) -> bool:
    words = sum(item.line.words for item in items)
    return sum(item.line.words * item.line.stop_share for item in items) >= 0.12 * words


def _score(item: Item, page: Page, english: bool) -> float:
    if item.reason == rows.COMMENTS:
        return COMMENTS_SCORE
    if item.reason in (places.CREDIT, places.CAPTION_LABEL):
        return BOX_SCORE
    if item.hidden or item.ends_body:
        return CLUTTER_SCORE
    score = prose_score(item.line, english)
    if score < 0 and item.line.words >= 3 and item.listed:
        return 0.0
    if item.marked is BlockKind.CAPTION:
        return min(score, _CAPTION_SCORE)
    if page.focus is not None and not page.focus.start <= item.line.start < page.focus.end:
        return min(score, CLUTTER_SCORE)
    if page.prose is not None:
        taken = item.line.start in page.prose
        return max(score, _TAKEN_SCORE) if taken else min(score, CLUTTER_SCORE)
    return score


def _take_title(
    items: Sequence[Item], signed: int, first: int, past: int, page: Page, outlet: str | None
) -> Headline | None:
    """The headline, or None; its line gets its kind."""
    for index, item in enumerate(items):
        if item.marked is BlockKind.TITLE:
            item.kind, item.reason = BlockKind.TITLE, ""
            return Headline(index)
    free = [item.free and not places.is_sign(item, outlet) for item in items]
    captions = [places.is_captioned(items, index) for index in range(first)]
    lines = [item.line for item in items]
    found = find_title(Head(lines, free, captions, signed, first, past, page.title))
    if found is not None:
        items[found.index].kind, items[found.index].reason = BlockKind.TITLE, ""
    return found


def _title_text(items: Sequence[Item], index: int, first: int, page: Page) -> str | None:
    if index < 0 or items[index].marked is BlockKind.TITLE:
        return page.title
    told = opening_words(item.line for item in items[first:])
    return " ".join(unglue(bare_title(items[index].line.text), told).split())


def _outlet(items: Sequence[Item], page: Page) -> str | None:
    lines = [item.line for item in items if item.reason != places.CREDIT]
    return find_outlet(lines, page.outlet)


def _stand_in_title(items: Sequence[Item], name: str) -> str:
    """Without a headline: the start of the first shown line, else the file's name."""
    shown = next((item.line.text for item in items if not item.hidden), "")
    start = " ".join(shown[:_TITLE_CHARS].split())
    return start or PurePath(name).stem
