"""Kinds by place: what a line is when its wording alone did not say."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.ingest.cleaning.items import Item
from annotator.ingest.cleaning.lines import content_words
from annotator.ingest.cleaning.rows import COMMENTS
from annotator.ingest.cleaning.strays import hide_strays
from annotator.ingest.cleaning.titles import is_glued
from annotator.model import BlockKind

CREDIT = "photo credit"
CAPTION_LABEL = "label of a caption"
MENU = "menu of the site"
LEGAL = "copyright or legal notice"
_LONGEST_BOX = 10
_LONGEST_LIST = 6
_SHARED = 0.3
_OWN_MATTER = 4
_LEAST_BODY = 3
_MOST = 0.75
_MOST_SIGNS = 4
_CLOSE_LINES = 4
_LONGEST_CAPTION = 90  # words
_TELLS_A_PICTURE = re.compile(
    r"(?:FILE ?[-–—]|In (?:an?|this) [^.]{0,40}\b(?:photo|image|picture|photograph|frame grab)\b)|"
    r".*\((?:(?:ap|file|photo|image|picture)[ /][^()]{0,80}|"
    r"(?:photo|image|credit|source): [^()]{0,80}|"
    r"[^()]{0,60}[/,] ?(?:getty images|afp|reuters|ap|epa|shutterstock))\)\.?$",
    re.DOTALL | re.IGNORECASE,
)
_CREDIT_WITHIN = re.compile(
    r"\b(?:photo(?:graph)?|picture|image|illustration|credit)s?(?: by| credit)?\s?[:/©]|©|"
    r"\((?:file )?(?:photo|image|picture)s?\b|\b(?:getty images|ap photo|shutterstock)\b|"
    r"/\s?(?:afp|ap|reuters|epa|getty)\b|\[(?:file: ?)?[^\[\]]*/[^\[\]]*\]$|"
    r"(?-i:\((?:[A-Z]{2,}[\w.]*)(?: [A-Z0-9]\w*){0,2}\)$)",
    re.IGNORECASE,
)
_QUOTE_MARKS = "\"“”„«»'‘’"


def carried_on(items: Sequence[Item], past: int) -> int:
    """Where the body that ends at `past` ends with the sentences right below it."""
    while past < len(items) and items[past].free and items[past].line.terminal:
        past += 1
    return past


def resumed(items: Sequence[Item], first: int, past: int) -> int:
    """Where the body [first, past) ends when what lies beyond a box tells of the same things.

    The run of the largest sum stops before such a box when less text follows than the box costs.
    """
    told = content_words(" ".join(item.line.text for item in items[first:past]))
    longest = _LONGEST_BOX
    for index in range(past, len(items)):
        if items[index].opens_list:
            longest = _LONGEST_LIST
        if index - past > longest or _closes(items[index]):
            break
        if _tells(items[index], told):
            past, longest = index + 1, _LONGEST_BOX
    return past


def told_from(items: Sequence[Item], first: int, past: int, signed: Iterable[int]) -> int:
    """Where the body [first, past) begins when news in brief stand above its author or day.

    Most of their sentences share no more than a word by chance with what follows (lines `signed`),
    which is no shorter.
    """
    for sign in [index for index in signed if first < index < past - _LEAST_BODY][:_MOST_SIGNS]:
        told = Counter(word for item in items[sign:past] for word in content_words(item.line.text))
        above = [item for item in items[first:sign] if item.free and not item.label_like]
        above = [item for item in above if not item.listed]
        foreign = (_tells_of_others(item, content_words(item.line.text), told) for item in above)
        brief = _words(items[first:sign]) <= _words(items[sign:past])
        if brief and len(above) >= 2 and sum(foreign) >= len(above) / 2:
            first = sign
    return first


def _words(items: Iterable[Item]) -> int:
    return sum(item.line.words for item in items)


def told_to(items: Sequence[Item], first: int, past: int) -> int:
    """Where the body [first, past) ends when summaries of other stories follow it.

    Such a list goes from a short line to the end; its short lines share no word with the body
    above, most of its sentences one by chance. What a colon announces is no
    such list.
    """
    matter = [content_words(item.line.text) for item in items[:past]]
    told = Counter(word for words in matter[first:] for word in words)
    end, below, others, all_listed = past, past, 0, 0
    for index in range(past - 1, first + _LEAST_BODY, -1):
        told.subtract(matter[index])
        item = items[index]
        if not item.free or item.marked or not item.label_like:
            continue
        listed = [i for i in range(index, below) if items[i].free]
        foreign = [_tells_of_others(items[i], matter[i], told) for i in listed]
        below, others, all_listed = index, others + sum(foreign), all_listed + len(foreign)
        if all(foreign) and others >= _MOST * all_listed:
            end = index
        elif others < all_listed / 2:
            break
    return past if end < past and _announces(items[end - 1]) else end


def _announces(item: Item) -> bool:
    return item.line.text.endswith(":") and not item.opens_list


def _tells_of_others(item: Item, mine: frozenset[str], told: Counter[str]) -> bool:
    shared = sum(told[word] > 0 for word in mine)
    if item.label_like:
        return not item.listed and not shared
    return len(mine) >= _OWN_MATTER and shared <= 1


def heads_prose(items: Sequence[Item], index: int) -> bool:
    """Whether a short line that is no point of a list stands right above a sentence."""
    item = items[index]
    below = items[index + 1] if index + 1 < len(items) else item
    return item.label_like and not item.listed and not below.label_like


def hide_untaken(body: Sequence[Item], taken: frozenset[int]) -> None:
    """Hide sentences that an extractor did not take and that tell of other things than the rest."""
    rest = [item.line for item in body if item.line.start in taken]
    told = content_words(" ".join(line.text for line in rest))
    for item in body:
        untaken = item.free and not item.marked and item.line.start not in taken
        mine = content_words(item.line.text)
        if untaken and not item.label_like and len(mine & told) < max(1, _SHARED * len(mine)):
            item.hide("tells of something else")


def _closes(item: Item) -> bool:
    return bool(item.ends_body) or item.reason in (COMMENTS, LEGAL)


def _tells(item: Item, told: frozenset[str]) -> bool:
    """Whether a line is a sentence about what is told."""
    if not item.free or item.label_like or item.line.words < 6:
        return False
    mine = content_words(item.line.text)
    return len(mine & told) >= max(2, _SHARED * len(mine))


def hide_repeats(items: Sequence[Item], title: str | None, outlet: str | None, body: range) -> None:
    """Hide the headline's copies, a line that only names the outlet, and lines said before.

    A sentence of the body that a caption or a summary above it told already is not hidden.
    """
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        earlier = seen.setdefault(item.line.key, index)
        if item.hidden or item.kind is BlockKind.TITLE:
            continue
        if title and item.label_like and is_glued(item.line.text, title):
            item.hide("headline again")
        elif is_sign(item, outlet):
            item.hide("name of the outlet")
        elif index in body and earlier not in body and not item.label_like:
            seen[item.line.key] = index
        elif earlier != index and item.line.words >= (4 if item.label_like else 10):
            item.hide("said before on this page")
            if items[earlier].free and item.label_like and index - earlier <= 2:
                items[earlier].kind = BlockKind.CAPTION


def is_sign(item: Item, outlet: str | None) -> bool:
    """Whether a line is the outlet's name, as over a shop, perhaps with a slogan after a dash."""
    if outlet is None:
        return False
    folded, name = item.line.text.casefold().strip(" .|-–—"), outlet.casefold()
    longest = len(name.split()) + (
        4 if folded.startswith((f"{name} –", f"{name} |", f"{name} -")) else 1
    )
    return folded.startswith(name) and item.line.words <= longest


def is_captioned(items: Sequence[Item], index: int) -> bool:
    """Whether the line at `index` ends in a photo credit, or has one right above it or below (past
    its own copies), or stands under the word "caption".
    """
    if _CREDIT_WITHIN.search(items[index].line.text):
        return True
    if index and items[index - 1].reason in (CAPTION_LABEL, CREDIT):
        return True
    key = items[index].line.key
    below = (item for item in items[index + 1 : index + 4] if item.line.key != key)
    return next((item.reason == CREDIT for item in below), False)


def show_all(items: Sequence[Item]) -> None:
    """A page with nothing but clutter is shown as it is: there is nothing to hide it from."""
    for item in items:
        item.kind, item.reason = BlockKind.BODY, ""


def place(items: Sequence[Item], title: int, first: int, past: int, scraped: bool) -> None:
    """Decide about every line that is still free, by its place around the body [first, past).

    Only in `scraped` text are rows of short lines taken for links.
    """
    _captions(items)
    told = content_words(" ".join(item.line.text for item in items[first:past][:12]))
    while first > title + 1 and items[first - 1].free and items[first - 1].line.terminal:
        first -= 1
    for index, item in enumerate(items):
        loose = item.kind in (None, BlockKind.CAPTION)
        if loose and index < min(title, first):
            item.hide("before the headline")
        elif item.free and index < first:
            _between_headline_and_body(item, told, index == title + 1)
            far = title >= 0 and title + _CLOSE_LINES < index < first - _CLOSE_LINES
            if far and item.label_like:
                item.hide("between headline and article")
        elif loose and index >= past:
            item.hide("after the article")
    if not any(item.free and not item.label_like for item in items[first:past]):
        return
    _body(items[first:past])
    if scraped:
        _hide_link_runs(items[first:past])
        _hide_amid_clutter(items[first:past])


def _captions(items: Sequence[Item]) -> None:
    for index, item in enumerate(items):
        captioned = item.marked is BlockKind.CAPTION or (
            item.label_like and is_captioned(items, index)
        )
        captioned = captioned or _tells_a_picture(item)
        if item.free and captioned:
            item.kind = BlockKind.CAPTION


def _tells_a_picture(item: Item) -> bool:
    """Whether a line begins or ends as agencies begin and end what stands below a picture."""
    fits = item.line.words <= _LONGEST_CAPTION
    return fits and _TELLS_A_PICTURE.match(item.line.text) is not None


def _between_headline_and_body(item: Item, told: frozenset[str], under_headline: bool) -> None:
    """A standfirst speaks of what the body tells; a section name or a teaser does not."""
    mine = content_words(item.line.text)
    least = 1 if under_headline else _SHARED * len(mine)
    if item.listed:
        item.kind = BlockKind.BODY
    elif len(mine & told) >= least and (
        item.line.words >= 4 or (mine and item.marked is BlockKind.HEADING)
    ):
        item.kind = BlockKind.HEADING
    else:
        item.hide("between headline and article")


def _body(items: Sequence[Item]) -> None:
    """Sub-headings, bullet lists, pull quotes and stray links between the paragraphs."""
    prose = " ".join(item.line.text for item in items if item.free and not item.label_like)
    told = content_words(prose)
    hide_strays(items)
    for index, item in enumerate(items):
        if item.reason == MENU and _amid_prose(items, index):
            item.kind, item.reason = BlockKind.HEADING, ""
        if not item.free:
            continue
        if item.marked is not None:
            item.kind = item.marked
        elif item.listed or not item.label_like:
            item.kind = BlockKind.BODY
        elif _is_pull_quote(item, prose):
            item.hide("pull quote: stands in the article too")
        elif _is_foreign(item, told):
            item.hide("tells of something else")
        else:
            item.kind = BlockKind.HEADING


def _amid_prose(items: Sequence[Item], index: int) -> bool:
    around = (items[i] for i in (index - 1, index + 1) if 0 <= i < len(items))
    return 0 < index < len(items) - 1 and all(
        not item.hidden and not item.label_like for item in around
    )


def _is_pull_quote(item: Item, prose: str) -> bool:
    bare = item.line.text.strip(_QUOTE_MARKS + " ")
    return item.line.words >= 5 and bare in prose


def _is_foreign(item: Item, told: frozenset[str]) -> bool:
    """Whether a short line has matter of its own, and none of the article's: a link."""
    mine = content_words(item.line.text)
    return len(mine) >= _OWN_MATTER and not mine & told


def _hide_amid_clutter(items: Sequence[Item]) -> None:
    """A short line between two lines of clutter heads nothing."""
    for above, item, below in zip(items, items[1:], items[2:], strict=False):
        if item.kind is BlockKind.HEADING and above.hidden and below.hidden:
            item.hide("between lines of clutter")


def _hide_link_runs(items: Sequence[Item]) -> None:
    """Three and more headings in a row head nothing: they are links."""
    run: list[Item] = []
    for item in [*items, None]:
        if item is not None and item.kind is BlockKind.HEADING:
            run.append(item)
            continue
        if len(run) >= 3:
            for link in run:
                link.hide("one of several short lines in a row")
        if item is None or not item.hidden:
            run = []
