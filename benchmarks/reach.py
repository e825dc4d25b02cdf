"""Keys to label any span of a 1,000-word article, over gold spans: the median should be at most 6.

    python benchmarks/reach.py GOLD.jsonl... [--size 160x48]

Gold lines are {"text", "spans": [[start, end, label], ...]}. Texts are joined to articles of about
1,000 words. The cursor starts where the span before was labelled. Counted: the cheapest of walking
by word, jump hints on the page in sight, and paging before hinting; then selecting and the label.
"""

import argparse
import json
import statistics
from collections.abc import Iterator
from pathlib import Path

from annotator.model import Arm, Article, Block, BlockKind, Page, Span, article_id
from annotator.text.sentences import sentences
from annotator.text.words import words
from annotator.tui.document import Document
from annotator.tui.hints import Hinting

Joined = tuple[Document, list[Span]]


def articles(paths: list[Path]) -> Iterator[Joined]:
    """Documents of about 1,000 words with their gold spans, in order of place."""
    text, spans = "", list[Span]()
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            given = json.loads(line)
            at = len(text)
            spans += [Span(at + start, at + end) for start, end, _ in given["spans"]]
            text += given["text"].strip() + "\n\n"
            if len(text.split()) > 1_000:
                yield document(text), sorted(set(spans))
                text, spans = "", []


def document(text: str) -> Document:
    """A document of one block."""
    block = Block(0, len(text), BlockKind.BODY, True)
    made = Article(
        article_id(text), text, "", None, None, None, None, "", (block,),
        sentences(text), words(text),
    )  # fmt: skip
    return Document(Page(made, (), (), {}, Arm.BLIND, False), "bench")


def reach(document: Document, span: Span, rows: int) -> int | None:
    """Keys to label `span` from where the cursor is; None where no word begins in it."""
    inside = [w for w in document.article.words if span.start <= w.start < span.end]
    if not inside:
        return None
    go = min(_walk(document, inside[0]), _hint(document, inside[0], rows))
    select = 0
    if len(inside) > 1:
        select = 1 if span in document.article.sentences else 1 + min(len(inside) - 1, 3)
    return go + select + 1


def _walk(document: Document, word: Span) -> int:
    held = document.article.words
    return abs(held.index(word) - held.index(document.cursor))


def _hint(document: Document, word: Span, rows: int) -> int:
    here, there = document.line, document.layout.line_at(word.start)
    pages = max(0, abs(there - here) - rows // 2 + rows - 1) // rows
    top = max(0, there - rows // 2)
    hinting = Hinting(document.words_on(document.layout.lines[top : top + rows]))
    code = hinting.left.get(word.start)
    return pages + 1 + len(code) if code else 99


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--size", default="160x48")
    given = parser.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    counts = []
    for held, spans in articles(given.gold):
        held.set_width((width // 2 if width >= 110 else width) - 6)
        for span in spans:
            keys = reach(held, span, height - 8)
            if keys is not None:
                counts.append(keys)
                held.move_to(span.start)
    quarters = statistics.quantiles(counts, n=4)
    print(f"{len(counts)} spans at {given.size}: median {statistics.median(counts):.0f} keys, "
          f"quartiles {quarters[0]:.0f} and {quarters[2]:.0f}, most {max(counts)}")  # fmt: skip


if __name__ == "__main__":
    main()
