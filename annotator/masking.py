"""Blind reading: a story without the names of its outlets and authors."""

from collections.abc import Sequence
from dataclasses import replace
from string import ascii_uppercase

from annotator.model import Arm, BlockKind, Json, OpenStory, Page


def arranged(opened: OpenStory, order: Sequence[str], mask: bool) -> OpenStory:
    """The story with its pages in the given order of article ids, masked if asked for."""
    page_of = {page.article.id: page for page in opened.pages}
    pages = [page_of[article] for article in in_order(list(page_of), order)]
    if mask:
        pages = [_masked(*named) for named in zip(pages, letters(len(pages)), strict=True)]
    return replace(opened, pages=tuple(pages))


def in_order(articles: Sequence[str], order: Sequence[str]) -> list[str]:
    """Article ids in the order that was drawn; those that were not drawn come last."""
    place = {article: number for number, article in enumerate(order)}
    return sorted(articles, key=lambda article: place.get(article, len(place)))


def unassisted(page: Page, annotator: str) -> Page:
    """A page as one who reads it blind may see it: no suggestion, and no annotation but her own."""
    own = tuple(held for held in page.annotations if held.annotator == annotator)
    return replace(page, suggestions=(), annotations=own, arm=Arm.BLIND)


def own_counts(counts: Json, name: str) -> Json:
    """Counts of a corpus for one who reads blind: none of suggestions, of people only her own."""
    corpus = {what: count for what, count in counts["corpus"].items() if what != "suggestions"}
    people = [person for person in counts["annotators"] if person["name"] == name]
    labels = [{**row, "counts": {name: row["counts"][name]}} for row in counts["labels"]]
    own = [row for row in labels if row["counts"][name]]
    return {"corpus": corpus, "annotators": people, "labels": own, "outlets": {}}


def letters(count: int) -> tuple[str, ...]:
    """The names that `count` masked outlets go by."""
    return tuple(f"Outlet {ascii_uppercase[n % len(ascii_uppercase)]}" for n in range(count))


def _masked(page: Page, outlet: str) -> Page:
    """The page with a letter for its outlet, no byline, and byline blocks hidden."""
    article = page.article
    blocks = tuple(
        replace(block, shown=False, reason="masked") if block.kind is BlockKind.BYLINE else block
        for block in article.blocks
    )
    hidden = replace(article, outlet=outlet, byline=None, url=None, path="", blocks=blocks)
    return replace(page, article=hidden)
