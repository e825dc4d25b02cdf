"""Invented articles, as many as a benchmark asks for, each of as many sentences."""

from annotator.model import Article, Block, BlockKind, Span, article_id
from annotator.text.words import words

SENTENCE = "The regime reportedly closed harbour {} and workers left it within the hour. "


def article(number: int, sentences: int) -> Article:
    """An article of so many sentences of some fifteen words; no two numbers have the same."""
    parts = [SENTENCE.format(f"{number}-{n}") for n in range(sentences)]
    text, spans, start = "".join(parts), [], 0
    for part in parts:
        spans.append(Span(start, start + len(part) - 1))
        start += len(part)
    blocks = (Block(0, len(text), BlockKind.BODY, True),)
    about = (f"Harbour {number}", f"Outlet {number % 7}", None, "2026-01-01", None, "x")
    return Article(article_id(text), text, *about, blocks, tuple(spans), words(text))
