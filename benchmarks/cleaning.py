"""Body against clutter on made-up pages: the cleaner, C4's rule and keeping everything.

    python benchmarks/cleaning.py [--each 5] [--seed 1] [--show LAYOUT]

Pages come from `tests/ingest/mockpages.py`, which says of each line what it is. Words are counted;
headlines, authors, dates, captions and fact boxes count neither way. C4's rule (Raffel et al., JMLR
2020) keeps lines of at least five words that end in a terminal mark. Also timed: texts and sixteen
times the same, whose ratio tells whether cleaning stays linear.
"""

import argparse
import logging
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "ingest"))

import mockhtml
import mocklayouts
import mocknewsrooms
import mockpages
import mocksmall

from annotator.ingest import Draft
from annotator.ingest.cleaning.clean import clean
from annotator.ingest.draft import Page
from annotator.ingest.html import page_of
from annotator.text.canonical import canonicalise

Keep = Callable[[str], set[int]]


def cleaned(text: str) -> Draft:
    """The draft of a plain page."""
    return clean(Page("page.txt", text))


def by_cleaner(text: str) -> set[int]:
    """The line numbers that the cleaner shows."""
    shown = [block for block in cleaned(text).blocks if block.shown]
    kept, position = set(), 0
    for number, line in enumerate(text.split("\n")):
        if any(block.start <= position < block.end for block in shown) and line:
            kept.add(number)
        position += len(line) + 1
    return kept


def by_c4(text: str) -> set[int]:
    """The line numbers that C4's rule keeps."""
    lines = enumerate(text.split("\n"))
    return {
        n
        for n, line in lines
        if len(line.split()) >= 5 and line.rstrip().endswith((".", "!", "?", '"', "”"))
    }


def by_none(text: str) -> set[int]:
    """All line numbers."""
    return set(range(text.count("\n") + 1))


def counts(page: mockpages.Page, keep: Keep) -> Counter[str]:
    """Words kept rightly, kept wrongly and lost."""
    text = page.text()
    kept = keep(text)
    found: Counter[str] = Counter()
    rows = iter(page.rows)
    for number, line in enumerate(text.split("\n")):
        if not line:
            continue
        row, role = next(rows)
        assert row == line
        if role == "main":
            found["right" if number in kept else "lost"] += len(line.split())
        elif role == "clutter" and number in kept:
            found["wrong"] += len(line.split())
    return found


def f1(found: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    right = found["right"]
    precision = right / max(1, right + found["wrong"])
    recall = right / max(1, right + found["lost"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def show(page: mockpages.Page) -> None:
    """The lines about which the cleaner errs."""
    text = page.text()
    reasons = {b.start: f"{b.kind.value}: {b.reason}" for b in cleaned(text).blocks}
    kept, rows, position = by_cleaner(text), iter(page.rows), 0
    for number, line in enumerate(text.split("\n")):
        if line:
            _, role = next(rows)
            if (role == "main" and number not in kept) or (role == "clutter" and number in kept):
                what = "LOST " if role == "main" else "SHOWN"
                print(f"  {what} [{reasons.get(position, '')}] {line[:100]}")
        position += len(line) + 1


def web(made: list[tuple[str, mockpages.Page]]) -> None:
    """The pages as HTML: F1 of our reader, and of what trafilatura extracts by itself."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for markup in mockhtml.MARKUPS:
        ours: Counter[str] = Counter()
        theirs: Counter[str] = Counter()
        for _, page in made:
            source = markup(page)
            draft = clean(page_of(canonicalise(source), "page.html"))
            shown = (draft.text[b.start : b.end] for b in draft.blocks if b.shown)
            ours += held(page, "\n".join(shown))
            theirs += held(page, trafilatura.extract(source) or "")
        print(
            f"HTML, {markup.__name__:9} ours F1 {f1(ours)[2]:.3f}, trafilatura {f1(theirs)[2]:.3f}"
        )


def held(page: mockpages.Page, text: str) -> Counter[str]:
    """Words kept rightly, kept wrongly and lost, when `text` is what is left of a page."""
    found: Counter[str] = Counter()
    kept = " ".join(text.split())
    for line, role in page.rows:
        here = " ".join(line.split()) in kept
        if role == "main":
            found["right" if here else "lost"] += len(line.split())
        elif role == "clutter" and here and len(line.split()) > 3:
            found["wrong"] += len(line.split())
    return found


def heads(pages: list[mocknewsrooms.Told]) -> str:
    """How often title, outlet, byline and day are right, unknown and wrong."""
    told: dict[str, Counter[str]] = {}
    for page in pages:
        draft = cleaned(page.text())
        doubted = any("headline" in note for note in draft.notes)
        for name, said, true in (
            ("title", None if doubted else draft.title, page.title),
            ("outlet", draft.outlet, page.outlet),
            ("byline", draft.byline, page.byline),
            ("day", draft.date, page.day),
        ):
            verdict = "right" if said == true else "unknown" if said is None else "wrong"
            told.setdefault(name, Counter())[verdict] += 1
    return "; ".join(
        f"{name} " + ", ".join(f"{n} {verdict}" for verdict, n in count.items())
        for name, count in told.items()
    )


SHAPES = {
    "pages in a row": "".join(page.text() for _, page in mockpages.pages(1, 7)),
    "lines without a blank": "".join(
        page.text().replace("\n\n", "\n") for _, page in mockpages.pages(1, 8)
    ),
    "short lines": "See also\nTen beaches\nBridge closes\n" * 500,
    "stories of all kinds": "".join(
        f"Head {n}\nUnheard of {n * 7} and {n * 11} it was, he said of {n}.\n" for n in range(1_000)
    ),
    "links in sentences": "the council\nMonday\nof the, and\n" * 700,
    "one line": "council | News - The Gazette • " * 700,
}


def growth(text: str) -> float:
    """How much longer sixteen times the text takes."""
    took = []
    for times in (4, 64):
        start = time.perf_counter()
        cleaned(text * times)
        took.append(time.perf_counter() - start)
    return took[1] / took[0]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show")
    given = parser.parse_args()
    made = mockpages.pages(given.each, given.seed)
    if given.show:
        for name, page in made:
            if name == given.show:
                print(page.topic.headlines[0])
                show(page)
        return
    for name, keep in (("cleaner", by_cleaner), ("C4's rule", by_c4), ("everything", by_none)):
        each = [f1(counts(page, keep)) for _, page in made]
        whole = f1(sum((counts(page, keep) for _, page in made), Counter()))
        mean = sum(score for _, _, score in each) / len(each)
        print(
            f"{name:12} P {whole[0]:.3f} R {whole[1]:.3f} F1 {whole[2]:.3f}, "
            f"mean of pages {mean:.3f}"
        )
    for layout in dict.fromkeys(name for name, _ in made):
        found: Counter[str] = sum(
            (counts(page, by_cleaner) for name, page in made if name == layout), Counter()
        )
        print(f"  {layout:12} P {f1(found)[0]:.3f} R {f1(found)[1]:.3f} F1 {f1(found)[2]:.3f}")
    apart = mockpages.pages(given.each, given.seed, mocklayouts.LATER)
    for layout in dict.fromkeys(name for name, _ in apart):
        found = sum((counts(page, by_cleaner) for name, page in apart if name == layout), Counter())
        print(
            f"  apart: {layout:16} P {f1(found)[0]:.3f} R {f1(found)[1]:.3f} F1 {f1(found)[2]:.3f}"
        )
    layouts = (*mocknewsrooms.LAYOUTS, *mocksmall.LAYOUTS)
    newsrooms = mocknewsrooms.pages(given.each, given.seed, layouts)
    for layout in dict.fromkeys(name for name, _ in newsrooms):
        own = [page for name, page in newsrooms if name == layout]
        found = sum((counts(page, by_cleaner) for page in own), Counter())
        print(f"  newsroom: {layout:16} F1 {f1(found)[2]:.3f}  {heads(own)}")
    web([*made, *apart, *newsrooms])
    titled = [cleaned(page.text()).title for _, page in made]
    right = sum(
        page.rows[i][0] == t
        for (_, page), t in zip(made, titled, strict=True)
        for i in [_title(page)]
    )
    print(f"titles right: {right} of {len(made)}")
    for shape, text in SHAPES.items():
        print(f"sixteen times as many {shape}: {growth(text):.1f} times as long")


def _title(page: mockpages.Page) -> int:
    headlines = {h for headline in page.topic.headlines for h in (headline, headline.upper())}
    return next(i for i, (line, _) in enumerate(page.rows) if line in headlines)


if __name__ == "__main__":
    main()
