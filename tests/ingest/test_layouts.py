"""Page layouts that no rule was written for, and the same pages as HTML beside trafilatura."""

from collections import Counter

import mockhtml
import mocklayouts
import mocknewsrooms
import mockpages
import mocksmall
import pytest

from annotator.ingest.cleaning.clean import clean
from annotator.ingest.draft import Page
from annotator.ingest.html import page_of
from annotator.text.canonical import canonicalise

PAGES = mockpages.pages(4, 2, mocklayouts.LATER)
NEWSROOMS = mocknewsrooms.pages(4, 2, (*mocknewsrooms.LAYOUTS, *mocksmall.LAYOUTS))


def f1(counts: Counter[str]) -> float:
    return 2 * counts["right"] / (2 * counts["right"] + counts["wrong"] + counts["lost"])


def judged(page: mockpages.Page, left: str) -> Counter[str]:
    """Words kept rightly, kept wrongly and lost, when `left` is what is left of a page."""
    found: Counter[str] = Counter()
    for line, role in page.rows:
        words, here = line.split(), " ".join(line.split()) in left
        if role == "main":
            found["right" if here else "lost"] += len(words)
        elif role == "clutter" and here and len(words) > 3:
            found["wrong"] += len(words)
    return found


def shown(page: Page) -> str:
    draft = clean(page)
    left = (draft.text[block.start : block.end] for block in draft.blocks if block.shown)
    return " ".join(" ".join(left).split())


@pytest.mark.parametrize("layout", dict.fromkeys(name for name, _ in PAGES))
def test_body_and_clutter_of_every_layout(layout: str) -> None:
    texts = [(page, shown(Page("p.txt", page.text()))) for name, page in PAGES if name == layout]
    assert f1(sum((judged(*text) for text in texts), Counter())) >= 0.92


def test_most_headlines_are_found() -> None:
    right = 0
    for _, page in PAGES:
        title = clean(Page("p.txt", page.text())).title.removesuffix(" – live updates")
        right += title in page.topic.headlines
    assert right >= 0.9 * len(PAGES)


@pytest.mark.parametrize("markup", mockhtml.MARKUPS)
def test_html_is_read_no_worse_than_trafilatura_reads_it(markup: mockhtml.Markup) -> None:
    trafilatura = pytest.importorskip("trafilatura")
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for _, page in PAGES:
        source = markup(page)
        ours += judged(page, shown(page_of(canonicalise(source), "p.html")))
        theirs += judged(page, " ".join((trafilatura.extract(source) or "").split()))
    assert f1(ours) >= f1(theirs)


@pytest.mark.parametrize("layout", dict.fromkeys(name for name, _ in NEWSROOMS))
def test_body_and_clutter_of_every_newsroom(layout: str) -> None:
    texts = [
        (page, shown(Page("p.txt", page.text()))) for name, page in NEWSROOMS if name == layout
    ]
    assert f1(sum((judged(*text) for text in texts), Counter())) >= 0.94


@pytest.mark.parametrize("layout", dict.fromkeys(name for name, _ in NEWSROOMS))
def test_what_the_head_says_is_right_or_said_to_be_unknown(layout: str) -> None:
    for page in (page for name, page in NEWSROOMS if name == layout):
        draft = clean(Page("p.txt", page.text()))
        if not any("headline" in note for note in draft.notes):
            assert draft.title == page.title
        assert draft.outlet in (page.outlet, None)
        assert draft.byline in (page.byline, None)
        assert draft.date in (page.day, None)
